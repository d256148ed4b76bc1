package pledgebook.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.workbook.Cell;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.Row;

/// The row of headings of a sheet, and where each column of the form stands in it.
final class Headings {
  private final Form form;
  private final Row row;
  private final int[] columns;
  private final Map<Integer, Integer> positions = new HashMap<>();

  private Headings(Form form, Row row) {
    this.form = form;
    this.row = row;
    this.columns = new int[form.columns().size()];
    for (Cell cell : row.cells()) {
      positionOf(form, cell)
          .filter(position -> columns[position] == 0)
          .ifPresent(position -> {
            columns[position] = cell.address().column();
            positions.put(cell.address().column(), position);
          });
    }
  }

  /// The best row of headings among the first rows of a sheet: the one that names most columns, and
  /// at least half of them.
  static Optional<Headings> find(Form form, List<Row> rows) {
    Headings best = null;
    for (Row row : rows) {
      Headings headings = new Headings(form, row);
      if (best == null || headings.positions.size() > best.positions.size()) {
        best = headings;
      }
    }
    return Optional.ofNullable(best).filter(found -> found.namesHalf());
  }

  /// Tells whether a row is a row of headings beyond doubt: every column a row needs is there.
  static boolean isComplete(Form form, Row row) {
    return new Headings(form, row).missing().stream().noneMatch(Column::required);
  }

  private boolean namesHalf() {
    return 2 * positions.size() >= columns.length;
  }

  private static Optional<Integer> positionOf(Form form, Cell cell) {
    if (!(cell instanceof Cell.Text text)) {
      return Optional.empty();
    }
    return IntStream.range(0, form.columns().size())
        .filter(i -> Layout.names(text.plain(), form.columns().get(i)))
        .boxed()
        .findFirst();
  }

  /// The row's number.
  int rowNumber() {
    return row.number();
  }

  /// The position in the form of a column of the sheet, from 0; -1 when it is none of the form's.
  int position(int column) {
    return positions.getOrDefault(column, -1);
  }

  /// The letters of each column in the order of the form; null: not there.
  List<@Nullable String> letters() {
    List<@Nullable String> letters = new ArrayList<>();
    for (int column : columns) {
      letters.add(column == 0 ? null : CellAddress.letters(column));
    }
    return letters;
  }

  /// The columns of the form the sheet does not have.
  List<Column> missing() {
    return IntStream.range(0, columns.length)
        .filter(i -> columns[i] == 0)
        .mapToObj(i -> form.columns().get(i))
        .toList();
  }

  /// Cells that name a column once more.
  List<Cell> duplicates() {
    return row.cells().stream()
        .filter(cell -> position(cell.address().column()) < 0)
        .filter(cell -> positionOf(form, cell).isPresent())
        .toList();
  }

  /// Cells that name no column of the form.
  List<Cell> extra() {
    return row.cells().stream()
        .filter(cell -> !cell.plain().isBlank())
        .filter(cell -> positionOf(form, cell).isEmpty())
        .toList();
  }

  /// The letters of the column a duplicate names first.
  String firstOf(Cell duplicate) {
    return CellAddress.letters(columns[positionOf(form, duplicate).orElseThrow()]);
  }

  /// Tells whether a later row is the same headings again.
  boolean repeatedBy(Row other) {
    List<Cell> inForm =
        other.cells().stream().filter(cell -> position(cell.address().column()) >= 0).toList();
    return !inForm.isEmpty()
        && inForm.stream()
            .allMatch(cell ->
                Layout.names(cell.plain(), form.columns().get(position(cell.address().column()))));
  }

  /// Tells whether a joined range takes values away from rows below the headings.
  boolean spoiltBy(CellAddress first, CellAddress last) {
    return last.row() > row.number()
        && Arrays.stream(columns).anyMatch(c -> c >= first.column() && c <= last.column());
  }
}
