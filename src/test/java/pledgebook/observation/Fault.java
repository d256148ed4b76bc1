package pledgebook.observation;

/// What goes wrong with one cell, one row or one column of a submission.
enum Fault {
  SLIP_UP_4(true),
  SLIP_DOWN_4(true),
  SLIP_UP_8(true),
  SLIP_DOWN_8(true),
  /// A whole column of evidence and the figure of 指标 that rests on it: nothing contradicts itself.
  COLUMN_UP_4(true),
  COLUMN_DOWN_4(true),
  COLUMN_UP_8(true),
  COLUMN_DOWN_8(true),
  /// The same, written in whole 万.
  COLUMN_IN_WHOLE_WAN(true),
  DIGITS_SWAPPED(false),
  /// The largest figure a cell can hold: nothing may overflow on it.
  LARGEST(false),
  BLANK(false),
  NEGATIVE(false),
  TEXT(false),
  EXCESS_DECIMALS(false),
  DAY_OF_NEXT_YEAR(false),
  DAY_OF_ANOTHER_CENTURY(false),
  CODE_NOT_ON_THE_LIST(false),
  CODE_OF_ANOTHER_MEMBER(false),
  FLAG_TURNED(false),
  ROW_TWICE(false),
  ROW_GONE(false),
  TOTAL_CHANGED(false),
  OPENING_CHANGED(false),
  UNIT_RENAMED(false),
  INDICATOR_CODE_WRONG(false),
  TEXT_AGAINST_FIGURE(false);

  private final boolean unitSlip;

  Fault(boolean unitSlip) {
    this.unitSlip = unitSlip;
  }

  boolean isUnitSlip() {
    return unitSlip;
  }
}
