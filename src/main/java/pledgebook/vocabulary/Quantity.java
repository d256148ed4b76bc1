package pledgebook.vocabulary;

import java.math.BigDecimal;

/// An exact decimal with its unit. Never a binary fraction: 1.9 is 1.9.
public record Quantity(BigDecimal value, UnitOfMeasure unit) {
  @Override
  public String toString() {
    return value.stripTrailingZeros().toPlainString() + unit.symbol();
  }
}
