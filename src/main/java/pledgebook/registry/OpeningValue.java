package pledgebook.registry;

import java.math.BigDecimal;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// A closing value of last year's sealed edition.
public record OpeningValue(IndicatorCode indicator, EntityCode entity, BigDecimal value) {}
