package pledgebook.registry;

/// What an indicator's figure means over time and over entities (domain: the round).
public enum Kind {
  /// An amount within the period; over entities the sum.
  FLOW,
  /// An amount at the period's end; over entities the sum.
  STOCK,
  /// The number of distinct keys in the evidence; over entities the union.
  DISTINCT,
  /// The number of keys every entity has; over entities the intersection.
  COMMON,
  /// The members of a reference list reached; over entities the union of codes.
  COVERAGE,
  /// Two ordinary indicators; over entities sum over sum. Never entered.
  RATIO,
  /// Named deliverables; over entities all of them.
  MILESTONE,
  /// The time needed; over entities the worst.
  DURATION,
  /// No figure.
  NARRATIVE;

  /// Tells whether a member has a row for it in the sheet 指标.
  public boolean isEntered() {
    return switch (this) {
      case FLOW, STOCK, DISTINCT, COMMON, COVERAGE, DURATION, NARRATIVE -> true;
      case RATIO, MILESTONE -> false;
    };
  }

  /// Tells whether it has a figure that sentences and charts can show.
  public boolean hasFigure() {
    return switch (this) {
      case FLOW, STOCK, DISTINCT, COMMON, COVERAGE, RATIO, DURATION -> true;
      case MILESTONE, NARRATIVE -> false;
    };
  }

  /// Tells whether it is counted from keys in evidence rather than added up.
  public boolean isCountedFromKeys() {
    return switch (this) {
      case DISTINCT, COMMON, COVERAGE, MILESTONE -> true;
      case FLOW, STOCK, RATIO, DURATION, NARRATIVE -> false;
    };
  }
}
