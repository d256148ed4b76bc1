package pledgebook.submission;

/// What stands on the sheet 封面: a label, and to its right what is entered.
enum CoverEntry {
  /// The member, by name; fixed in the template.
  ENTITY("填报单位"),
  /// The year of the round; fixed in the template.
  YEAR("年度"),
  /// Counted by the member from 1.
  VERSION("版本号"),
  /// Who filled it in.
  PREPARER("填报人"),
  /// Where that person is reached.
  PHONE("联系电话"),
  /// Who checked it.
  REVIEWER("审核人"),
  /// Who answers for it.
  HEAD("单位负责人"),
  /// The day it was completed.
  DATE("填报日期");

  private final String label;

  CoverEntry(String label) {
    this.label = label;
  }

  /// The label as printed.
  String label() {
    return label;
  }
}
