package pledgebook.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Target;

/// An exact value brought into its printed form. It is divided and rounded once: half to even (GB/T
/// 8170) without a qualifier, down after 超 and 逾, up after 近. A qualifier is printed only where it
/// is true of the exact value; otherwise the figure stands without it, and the caller has to tell.
///
/// @param text what is printed: qualifier, digits, scale and, for a ratio, ∶1. Digits are never
///   grouped, decimals stand as declared
/// @param value the printed figure in the indicator's unit, without its qualifier
/// @param qualifier the word that is printed: as declared, or none
/// @param borneOut false where the declared qualifier would not be true
record PrintedFigure(String text, BigDecimal value, Qualifier qualifier, boolean borneOut) {
  /// The ratio sign U+2236, which is no colon.
  private static final String TO_ONE = "\u22361";

  /// Prints a value as its indicator declares.
  static PrintedFigure of(Actual actual, Printed printed, Kind kind) {
    Qualifier qualifier = printed.qualifier();
    BigDecimal rounded = round(actual, quantum(printed), rounding(qualifier));
    if (isTrue(qualifier, rounded, actual)) {
      return of(rounded, qualifier, true, printed, kind);
    }
    BigDecimal plain = round(actual, lastDecimal(printed), RoundingMode.HALF_EVEN);
    return of(plain, Qualifier.NONE, false, printed, kind);
  }

  private static PrintedFigure of(
      BigDecimal value, Qualifier qualifier, boolean borneOut, Printed printed, Kind kind) {
    BigDecimal scaled = value.movePointLeft(printed.scale().power()).stripTrailingZeros();
    int decimals = Math.max(printed.decimals(), scaled.scale());
    String digits = scaled.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    String ratio = kind == Kind.RATIO ? TO_ONE : "";
    String text = qualifier.label() + digits + printed.scale().label() + ratio;
    return new PrintedFigure(text, value, qualifier, borneOut);
  }

  /// Tells whether a reader who sets the printed figure against the target comes to another verdict
  /// than the exact value does. A target without a figure cannot be misread.
  boolean flipsVerdict(Actual actual, Target target) {
    BigDecimal promised = target.value();
    return promised != null
        && isReached(target.comparator(), readAgainst(promised))
            != isReached(target.comparator(), actual.compareTo(promised));
  }

  /// How the printed figure reads against another: 超200 reads as more than 200, 近200 as less.
  private int readAgainst(BigDecimal other) {
    int sign = value.compareTo(other);
    return sign == 0 ? side(qualifier) : sign;
  }

  /// Whether a figure lying below (negative), at (zero) or above (positive) the target reaches it.
  static boolean isReached(Target.Comparator comparator, int sign) {
    return switch (comparator) {
      case AT_LEAST, RAISED_TO, ALL -> sign >= 0;
      case MORE_THAN -> sign > 0;
      case AT_MOST -> sign <= 0;
      case DONE -> true;
    };
  }

  /// A qualifier is true where the value lies strictly on its side of the figure. Everything is
  /// more than nothing: 超0 says nothing and is never printed.
  private static boolean isTrue(Qualifier qualifier, BigDecimal figure, Actual actual) {
    int sign = Integer.signum(actual.compareTo(figure));
    return switch (qualifier) {
      case NONE -> true;
      case MORE_THAN, BEYOND -> sign > 0 && figure.signum() > 0;
      case NEARLY -> sign < 0;
    };
  }

  private static int side(Qualifier qualifier) {
    return switch (qualifier) {
      case NONE -> 0;
      case MORE_THAN, BEYOND -> 1;
      case NEARLY -> -1;
    };
  }

  private static RoundingMode rounding(Qualifier qualifier) {
    return switch (qualifier) {
      case NONE -> RoundingMode.HALF_EVEN;
      case MORE_THAN, BEYOND -> RoundingMode.FLOOR;
      case NEARLY -> RoundingMode.CEILING;
    };
  }

  /// The nearest multiple of a quantum. This is the one division a printed figure goes through.
  private static BigDecimal round(Actual actual, BigDecimal quantum, RoundingMode mode) {
    return actual
        .numerator()
        .divide(actual.denominator().multiply(quantum), 0, mode)
        .multiply(quantum);
  }

  /// What the figure is a multiple of, in the indicator's unit.
  private static BigDecimal quantum(Printed printed) {
    BigDecimal step = printed.step();
    return step == null ? lastDecimal(printed) : step;
  }

  private static BigDecimal lastDecimal(Printed printed) {
    return BigDecimal.ONE.scaleByPowerOfTen(printed.scale().power() - printed.decimals());
  }
}
