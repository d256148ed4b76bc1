package pledgebook.reconciliation;

/// What came of a project, by its committed indicators. Where several hold, the first of this order
/// is told.
public enum ProjectVerdict {
  /// A committed indicator was missed.
  MISSED("未完成"),
  /// A committed indicator lacks a required reporter.
  NOT_REPORTED("未报送"),
  /// A committed indicator is in doubt.
  IN_DOUBT("待核实"),
  /// All committed indicators are met or exceeded.
  COMPLETED("完成");

  private final String label;

  ProjectVerdict(String label) {
    this.label = label;
  }

  /// The Chinese word that is printed.
  public String label() {
    return label;
  }
}
