package pledgebook.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// What people do to a workbook between the template and sending it.
final class Edits {
  private Edits() {}

  static WorkbookContent sheets(WorkbookContent content, UnaryOperator<List<SheetContent>> change) {
    return new WorkbookContent(
        content.title(), content.date(), change.apply(new ArrayList<>(content.sheets())));
  }

  static WorkbookContent sheet(
      WorkbookContent content, String name, UnaryOperator<SheetContent> change) {
    return sheets(
        content,
        sheets ->
            sheets.stream()
                .map(sheet -> sheet.name().equals(name) ? change.apply(sheet) : sheet)
                .toList());
  }

  static WorkbookContent without(WorkbookContent content, String name) {
    return sheets(
        content, sheets -> sheets.stream().filter(sheet -> !sheet.name().equals(name)).toList());
  }

  static WorkbookContent rows(
      WorkbookContent content, String name, UnaryOperator<List<RowContent>> change) {
    return sheet(
        content,
        name,
        sheet -> with(sheet, sheet.name(), change.apply(new ArrayList<>(sheet.rows()))));
  }

  static WorkbookContent renamed(WorkbookContent content, String name, String other) {
    return sheet(content, name, sheet -> with(sheet, other, sheet.rows()));
  }

  /// The cell of a row and column, both from 1.
  static WorkbookContent cell(
      WorkbookContent content, String name, int row, int column, CellValue value) {
    return rows(
        content,
        name,
        rows -> {
          List<@Nullable CellContent> cells = new ArrayList<>(rows.get(row - 1).cells());
          while (cells.size() < column) {
            cells.add(null);
          }
          cells.set(column - 1, CellContent.of(value, CellLook.of(Role.BODY)));
          rows.set(row - 1, RowContent.of(cells));
          return rows;
        });
  }

  static WorkbookContent text(
      WorkbookContent content, String name, int row, int column, String text) {
    return cell(content, name, row, column, new CellValue.Text(text));
  }

  static WorkbookContent reversedColumns(WorkbookContent content, String name) {
    return rows(content, name, rows -> rows.stream().map(Edits::reversed).toList());
  }

  private static RowContent reversed(RowContent row) {
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (int i = row.cells().size() - 1; i >= 0; i--) {
      cells.add(row.cells().get(i));
    }
    return RowContent.of(cells);
  }

  static WorkbookContent withoutColumn(WorkbookContent content, String name, int column) {
    return rows(
        content,
        name,
        rows ->
            rows.stream()
                .map(row -> {
                  List<@Nullable CellContent> cells = new ArrayList<>(row.cells());
                  if (cells.size() >= column) {
                    cells.remove(column - 1);
                  }
                  return RowContent.of(cells);
                })
                .toList());
  }

  static RowContent row(Object... values) {
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(
          switch (value) {
            case String text when text.isEmpty() -> null;
            case Integer number ->
                CellContent.number(BigDecimal.valueOf(number), CellLook.of(Role.NUMBER));
            default -> CellContent.text(value.toString(), CellLook.of(Role.BODY));
          });
    }
    return RowContent.of(cells);
  }

  private static SheetContent with(SheetContent sheet, String name, List<RowContent> rows) {
    return new SheetContent(
        name, sheet.widths(), 0, 0, rows, List.of(), List.of(), false, null, 0, false, false);
  }
}
