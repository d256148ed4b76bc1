package pledgebook.workbook;

import java.util.List;

/// A sheet that can be walked through, as often as one likes while its reader is open.
public interface Sheet {
  /// The name on its tab.
  String name();

  /// Tells whether people do not see it (hidden or very hidden).
  boolean hidden();

  /// Tells whether days are counted from 1904-01-01 instead of 1899-12-31.
  boolean since1904();

  /// Delivers the rows from top to bottom; memory does not grow with them.
  ///
  /// @throws WorkbookRefused when the sheet is damaged or exceeds the limits; rows delivered before
  ///   are then not to be trusted
  default void read(RowVisitor visitor) throws WorkbookRefused {
    scan(raw -> visitor.visit(raw.row()));
  }

  /// The same rows before cells are made of them, for whoever needs few of them as such.
  ///
  /// @throws WorkbookRefused when the sheet is damaged or exceeds the limits; rows delivered before
  ///   are then not to be trusted
  void scan(RawVisitor visitor) throws WorkbookRefused;

  /// The ranges joined into one cell, in the order the file keeps them. They stand behind the rows,
  /// so this walks through the whole sheet.
  ///
  /// @throws WorkbookRefused when the sheet is damaged or exceeds the limits
  List<WorkbookContent.MergedCells> merged() throws WorkbookRefused;

  /// The columns people do not see, counted from 1, in order; those beyond the limits are left out.
  ///
  /// @throws WorkbookRefused when the sheet is damaged
  List<Integer> hiddenColumns() throws WorkbookRefused;

  /// The comments on its cells, in the order the file keeps them; those of a part that is damaged
  /// are left out, since no value stands in them.
  List<CellComment> comments();

  /// Takes rows as they come.
  @FunctionalInterface
  interface RowVisitor {
    /// Takes the next row; answers false when no further row is wanted.
    boolean visit(Row row);
  }

  /// Takes rows as they come.
  @FunctionalInterface
  interface RawVisitor {
    /// Takes the next row, which holds only as long as this; answers false when no further row is
    /// wanted.
    boolean visit(RawRow row);
  }
}
