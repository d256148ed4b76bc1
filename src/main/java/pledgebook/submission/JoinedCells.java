package pledgebook.submission;

import java.util.BitSet;
import java.util.List;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.workbook.WorkbookContent.MergedCells;

/// What a range of joined cells does to the rows of a form: only its top left cell shows a value.
enum JoinedCells {
  /// Stands beside the rows, such as a title.
  OUTSIDE,
  /// Takes no value away that a row needs.
  HARMLESS,
  /// Joins the column 说明 of several rows, and nothing else.
  EXPLAINING,
  /// Hides whether a value was meant for one row or column or for several.
  SPOILING;

  /// What is said of it; nobody is told of what stands outside.
  ReadingRule rule() {
    return switch (this) {
      case SPOILING -> ReadingRule.MERGED_CELLS;
      case EXPLAINING -> ReadingRule.MERGED_EXPLANATION;
      case HARMLESS, OUTSIDE -> ReadingRule.MERGED_READ;
    };
  }

  /// @param rows the numbers of the rows read as data
  static JoinedCells of(MergedCells range, Form form, Headings headings, BitSet rows) {
    int first = rows.nextSetBit(range.first().row());
    if (first < 0 || first > range.last().row()) {
      return OUTSIDE;
    }
    List<Integer> positions = headings.positions(range.first().column(), range.last().column());
    if (positions.isEmpty()) {
      return OUTSIDE;
    }
    int second = rows.nextSetBit(first + 1);
    boolean severalRows = second >= 0 && second <= range.last().row();
    boolean beginsOutside =
        headings.position(range.first().column()) < 0 || first > range.first().row();
    List<Column> covered =
        positions.stream().skip(beginsOutside ? 0 : 1).map(form.columns()::get).toList();
    boolean explains =
        positions.stream()
            .allMatch(position ->
                form.columns().get(position).heading().equals(Form.EXPLANATION.heading()));
    if (severalRows && explains && !beginsOutside) {
      return EXPLAINING;
    }
    return severalRows || covered.stream().anyMatch(Column::required) ? SPOILING : HARMLESS;
  }
}
