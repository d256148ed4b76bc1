package pledgebook.reconciliation;

/// What came of an indicator (domain: reconciliation). Taken on exact values.
public enum Outcome {
  /// A required reporter is missing.
  NOT_REPORTED("未报送"),
  /// An open finding of weight 强制 or 核实 touches it.
  IN_DOUBT("待核实"),
  /// Strictly better than the figure.
  EXCEEDED("超额完成"),
  /// The figure is reached.
  MET("完成"),
  /// The figure is not reached.
  MISSED("未完成"),
  /// The figure strived for is not reached; blocks nothing.
  ASPIRATION_MISSED("未达力争目标"),
  /// There is no target.
  NO_TARGET("不设目标");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /// The Chinese word that is printed.
  public String label() {
    return label;
  }

  /// Tells whether a committed indicator with this outcome counts as done.
  public boolean isDone() {
    return this == MET || this == EXCEEDED;
  }
}
