package pledgebook.workbook;

import java.util.List;
import java.util.Optional;

/// A row that holds at least one cell.
///
/// @param number as the sheet counts it, blank rows included
/// @param cells by column, ascending; blank cells are left out
public record Row(int number, boolean hidden, List<Cell> cells) {
  public Row {
    cells = List.copyOf(cells);
  }

  /// The cell of a column, counted from 1; empty when it is blank.
  public Optional<Cell> cell(int column) {
    return cells.stream().filter(c -> c.address().column() == column).findFirst();
  }
}
