package pledgebook.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
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

  /// Positions of columns that are there, but in another unit, and the cells that say so.
  private final Map<Integer, Cell> otherUnits = new TreeMap<>();

  private Headings(Form form, Row row) {
    this.form = form;
    this.row = row;
    this.columns = new int[form.columns().size()];
    for (Cell cell : row.cells()) {
      positionOf(form, cell)
          .filter(position -> columns[position] == 0)
          .ifPresent(position -> place(position, cell));
    }
    for (Cell cell : row.cells()) {
      if (!positions.containsKey(cell.address().column())) {
        otherUnitOf(form, cell)
            .filter(position -> columns[position] == 0)
            .ifPresent(position -> {
              place(position, cell);
              otherUnits.put(position, cell);
            });
      }
    }
  }

  private void place(int position, Cell cell) {
    columns[position] = cell.address().column();
    positions.put(cell.address().column(), position);
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
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).number() == rows.get(i - 1).number() + 1) {
        Headings joined = new Headings(form, joined(form, rows.get(i - 1), rows.get(i)));
        if (best != null
            && joined.positions.size() > best.positions.size()
            && joined.missing().stream().noneMatch(Column::required)) {
          best = joined;
        }
      }
    }
    return Optional.ofNullable(best).filter(found -> found.namesHalf());
  }

  /// Headings of two levels: where the lower row names no column, the upper one counts.
  private static Row joined(Form form, Row upper, Row lower) {
    Map<Integer, Cell> cells = new TreeMap<>();
    upper.cells().forEach(cell -> cells.put(cell.address().column(), cell));
    for (Cell cell : lower.cells()) {
      if (positionOf(form, cell).isPresent() || !cells.containsKey(cell.address().column())) {
        cells.put(cell.address().column(), cell);
      }
    }
    return new Row(lower.number(), lower.hidden(), List.copyOf(cells.values()));
  }

  /// Tells whether the headings stand in two rows.
  boolean areJoined() {
    return positions.keySet().stream()
        .anyMatch(column ->
            row.cell(column).map(cell -> cell.address().row() != row.number()).orElse(false));
  }

  /// Tells whether a row is a row of headings beyond doubt: every column a row needs is there.
  static boolean isComplete(Form form, Row row) {
    return new Headings(form, row).missing().stream().noneMatch(Column::required);
  }

  private boolean namesHalf() {
    return 2 * positions.size() >= columns.length;
  }

  private static Optional<Integer> positionOf(Form form, Cell cell) {
    return positionOf(form, cell, Layout::names);
  }

  private static Optional<Integer> otherUnitOf(Form form, Cell cell) {
    return positionOf(form, cell, Layout::namesWithOtherUnit);
  }

  private static Optional<Integer> positionOf(
      Form form, Cell cell, BiPredicate<String, Column> fits) {
    if (!(cell instanceof Cell.Text text)) {
      return Optional.empty();
    }
    return IntStream.range(0, form.columns().size())
        .filter(i -> fits.test(text.plain(), form.columns().get(i)))
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

  /// The last column of the sheet that is one of the form's.
  int lastColumn() {
    return Arrays.stream(columns).max().orElse(0);
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
        .filter(cell -> position(cell.address().column()) < 0)
        .filter(cell -> positionOf(form, cell).isEmpty())
        .toList();
  }

  /// Columns of the form named with another unit, and the cells that do. What stands in them is no
  /// value.
  Map<Column, Cell> withOtherUnit() {
    Map<Column, Cell> cells = new LinkedHashMap<>();
    otherUnits.forEach((position, cell) -> cells.put(form.columns().get(position), cell));
    return cells;
  }

  /// Tells whether what stands in the column of a position is no value, because its unit is
  /// another.
  boolean isInOtherUnit(int position) {
    return otherUnits.containsKey(position);
  }

  /// The cell of the row of headings in a column of the sheet.
  CellAddress cell(int column) {
    return new CellAddress(row.number(), column);
  }

  /// The first heading's cell.
  CellAddress first() {
    return cell(IntStream.of(columns).filter(column -> column > 0).min().orElse(1));
  }

  /// The cell behind the last heading, where a missing one may stand.
  CellAddress behind() {
    return cell(row.cells().stream().mapToInt(c -> c.address().column()).max().orElse(0) + 1);
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
            .allMatch(cell -> {
              Column column = form.columns().get(position(cell.address().column()));
              return Layout.names(cell.plain(), column)
                  || Layout.namesWithOtherUnit(cell.plain(), column);
            });
  }

  /// The positions in the form of the columns from one to another, in the order of the sheet.
  List<Integer> positions(int firstColumn, int lastColumn) {
    return positions.entrySet().stream()
        .filter(column -> column.getKey() >= firstColumn && column.getKey() <= lastColumn)
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }
}
