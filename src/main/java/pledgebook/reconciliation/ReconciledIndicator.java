package pledgebook.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;

/// An indicator's promise set against its performance.
///
/// @param actual the exact value; of a milestone, how many of its deliverables are done. Null when
///   not reported, and for a narrative
/// @param outcome the verdict
/// @param variance actual less target, in the indicator's unit; null where there is no figure to
///   compare. For a ratio rounded to six decimals, half to even
/// @param attainment of the target, a fraction (1.0115 is 101.15 %), rounded to six decimals, half
///   to even; null where it has no meaning
/// @param margin how far the actual lies on the good side of the target (negative: short of it), in
///   the indicator's unit, rounded as variance
/// @param submissions the submissions it rests on
public record ReconciledIndicator(
    IndicatorCode code,
    @Nullable Actual actual,
    Outcome outcome,
    @Nullable BigDecimal variance,
    @Nullable BigDecimal attainment,
    @Nullable BigDecimal margin,
    Coverage coverage,
    List<Sha256> submissions) {

  public ReconciledIndicator {
    submissions = List.copyOf(submissions);
  }

  /// The value, where there is one.
  public Optional<Actual> figure() {
    return Optional.ofNullable(actual);
  }

  /// An exact value, kept as a fraction so that nothing is rounded before it is printed: the
  /// denominator is 1 but for a ratio, and never zero.
  public record Actual(BigDecimal numerator, BigDecimal denominator) {
    /// Sets the exact value against another: less than, equal to or greater than zero.
    public int compareTo(BigDecimal other) {
      return numerator.compareTo(other.multiply(denominator));
    }
  }
}
