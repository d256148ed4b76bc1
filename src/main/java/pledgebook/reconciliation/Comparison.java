package pledgebook.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Target;

/// How far performance lies from a promised figure. The only place that divides: each value once,
/// half to even, to six decimals (GB/T 8170).
record Comparison(
    @Nullable BigDecimal variance, @Nullable BigDecimal attainment, @Nullable BigDecimal margin) {
  private static final int DECIMALS = 6;

  static Comparison none() {
    return new Comparison(null, null, null);
  }

  /// Compares where the target has a figure that can be compared: not for `all` and `done`.
  static Comparison of(Actual actual, Target target) {
    BigDecimal figure = target.value();
    if (figure == null) {
      return none();
    }
    BigDecimal margin = Margin.of(actual, target).map(Comparison::rounded).orElse(null);
    return switch (target.comparator()) {
      case AT_LEAST, MORE_THAN ->
          new Comparison(difference(actual, figure), share(actual, figure), margin);
      case AT_MOST -> new Comparison(difference(actual, figure), inverse(actual, figure), margin);
      case RAISED_TO -> new Comparison(difference(actual, figure), raised(actual, target), margin);
      case ALL, DONE -> none();
    };
  }

  private static BigDecimal rounded(Margin margin) {
    return divide(margin.numerator(), margin.denominator());
  }

  /// The value as a decimal.
  static BigDecimal rounded(Actual actual) {
    return divide(actual.numerator(), actual.denominator());
  }

  private static BigDecimal difference(Actual actual, BigDecimal figure) {
    return divide(
        actual.numerator().subtract(figure.multiply(actual.denominator())), actual.denominator());
  }

  private static @Nullable BigDecimal share(Actual actual, BigDecimal figure) {
    return figure.signum() == 0
        ? null
        : divide(actual.numerator(), figure.multiply(actual.denominator()));
  }

  private static @Nullable BigDecimal inverse(Actual actual, BigDecimal figure) {
    return actual.numerator().signum() == 0
        ? null
        : divide(figure.multiply(actual.denominator()), actual.numerator());
  }

  /// The part of the way from where it started: (actual − from) / (to − from).
  private static @Nullable BigDecimal raised(Actual actual, Target target) {
    BigDecimal to = target.value();
    BigDecimal from = target.from();
    if (to == null || from == null || to.compareTo(from) == 0) {
      return null;
    }
    return divide(
        actual.numerator().subtract(from.multiply(actual.denominator())),
        to.subtract(from).multiply(actual.denominator()));
  }

  private static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    BigDecimal quotient = dividend.divide(divisor, DECIMALS, RoundingMode.HALF_EVEN);
    BigDecimal stripped = quotient.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }
}
