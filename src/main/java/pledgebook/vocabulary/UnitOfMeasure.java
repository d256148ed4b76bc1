package pledgebook.vocabulary;

/// A unit as the round declares it.
///
/// @param symbol how it is written behind a figure, such as 公里 or 万人次
/// @param decimals how many decimals a received value may have at most; 0 for counted things
public record UnitOfMeasure(String symbol, int decimals) {
  @Override
  public String toString() {
    return symbol;
  }
}
