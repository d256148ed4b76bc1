package pledgebook.reconciliation;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Target;

/// How far a value lies on the good side of a promised figure (negative: short of it), exactly: a
/// fraction whose denominator is 1 but for a ratio.
public record Margin(BigDecimal numerator, BigDecimal denominator) {

  /// The margin, where the target has a figure that can be compared: not for `all` and `done`.
  public static Optional<Margin> of(@Nullable Actual actual, @Nullable Target target) {
    if (actual == null || target == null) {
      return Optional.empty();
    }
    BigDecimal figure = target.value();
    if (figure == null) {
      return Optional.empty();
    }
    BigDecimal above = actual.numerator().subtract(figure.multiply(actual.denominator()));
    return switch (target.comparator()) {
      case AT_LEAST, MORE_THAN, RAISED_TO -> Optional.of(new Margin(above, actual.denominator()));
      case AT_MOST -> Optional.of(new Margin(above.negate(), actual.denominator()));
      case ALL, DONE -> Optional.empty();
    };
  }
}
