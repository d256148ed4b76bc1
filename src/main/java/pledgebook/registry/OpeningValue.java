package pledgebook.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// A closing value of last year's sealed edition, under the code the indicator has this year.
///
/// @param value what this year opens with, corrected where a correction is declared
/// @param correction null where the sealed value stands
public record OpeningValue(
    IndicatorCode indicator, EntityCode entity, BigDecimal value, @Nullable Correction correction) {

  /// A value as it was sealed.
  public OpeningValue(IndicatorCode indicator, EntityCode entity, BigDecimal value) {
    this(indicator, entity, value, null);
  }

  /// A declared correction.
  ///
  /// @param sealed what it corrects
  /// @param by who decided
  /// @param on when
  public record Correction(BigDecimal sealed, String reason, String by, LocalDate on) {}
}
