package pledgebook.finding;

/// How much a finding weighs (the words of the trade: 强制性审核, 核实性审核, 提示).
public enum Severity {
  /// 强制: the submission is returned, its indicators are in doubt, the edition stays a draft.
  ERROR("强制"),
  /// 核实: stands until the member explains it or the secretariat waives it with a reason.
  VERIFY("核实"),
  /// 提示: told, blocks nothing.
  NOTE("提示");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  /// The Chinese word that is printed.
  public String label() {
    return label;
  }

  /// Tells whether a finding of this weight keeps an edition a draft while it is open.
  public boolean blocks() {
    return this != NOTE;
  }
}
