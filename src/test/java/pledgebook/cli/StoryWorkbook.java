package pledgebook.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Round;
import pledgebook.submission.Filling;
import pledgebook.submission.SubmissionTemplate;
import pledgebook.vocabulary.EntityCode;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// A member's template filled in as YAML says. A list below the name of a sheet is rows, by the
/// headings printed there: a row that comes with the template is found by the first entry (code of
/// the indicator, name of the deliverable), others go into the next free row. A map is labels of
/// the cover, or addresses of cells.
final class StoryWorkbook {
  private static final int HEADING_ROW = 3;

  private final String name;
  private final List<List<@Nullable CellContent>> rows = new ArrayList<>();
  private final Set<Integer> used = new HashSet<>();

  private StoryWorkbook(SheetContent sheet) {
    this.name = sheet.name();
    sheet.rows().forEach(row -> rows.add(new ArrayList<>(row.cells())));
  }

  /// The workbook of a member.
  ///
  /// @param sheets by name, what is entered
  static WorkbookContent of(Round round, EntityCode entity, Map<String, Object> sheets) {
    Filling.Cover cover =
        new Filling.Cover(1, "示例", "示例", "示例", "示例", LocalDate.of(round.year() + 1, 2, 10));
    WorkbookContent template =
        SubmissionTemplate.of(round, entity, new Filling(cover, Map.of(), Map.of()));
    Map<String, Object> left = new LinkedHashMap<>(sheets);
    List<SheetContent> filled =
        template.sheets().stream()
            .map(sheet -> filled(sheet, left.remove(sheet.name()), round.period().end()))
            .toList();
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("no such sheets: " + left.keySet());
    }
    return new WorkbookContent(template.title(), template.date(), filled);
  }

  private static SheetContent filled(SheetContent sheet, @Nullable Object entries, LocalDate done) {
    StoryWorkbook filling = new StoryWorkbook(sheet);
    switch (entries) {
      case null -> {}
      case List<?> list -> list.forEach(row -> filling.row(StoryYaml.named(row)));
      default -> StoryYaml.named(entries).forEach(filling::cell);
    }
    if (sheet.name().equals("里程碑")) {
      filling.fillers(sheet, done);
    }
    return new SheetContent(
        sheet.name(),
        sheet.widths(),
        sheet.frozenRows(),
        sheet.frozenColumns(),
        filling.rows.stream().map(RowContent::of).toList(),
        sheet.merged(),
        sheet.inputRules(),
        sheet.landscape(),
        sheet.footer(),
        sheet.autoFilterRow(),
        sheet.locked(),
        sheet.hidden());
  }

  /// What the projects no story is about promise was done.
  private void fillers(SheetContent sheet, LocalDate done) {
    for (int row = HEADING_ROW + 1; row <= sheet.rows().size(); row++) {
      if (text(row, column("交付事项")).startsWith(Story.FILLER)) {
        set(row, column("是否完成"), new CellValue.Text("是"));
        set(row, column("完成日期"), new CellValue.Day(done));
        set(row, column("依据"), new CellValue.Text("示例文件"));
      }
    }
  }

  private void row(Map<String, Object> entries) {
    int row = place(entries);
    used.add(row);
    entries.forEach((heading, value) -> set(row, column(heading), (CellValue) value));
  }

  private int place(Map<String, Object> entries) {
    Map.Entry<String, Object> first = entries.entrySet().iterator().next();
    int column = column(first.getKey());
    String wanted = StoryYaml.text(first.getValue());
    int free = 0;
    for (int row = HEADING_ROW + 1; row <= rows.size(); row++) {
      String found = text(row, column);
      if (!used.contains(row) && found.equals(wanted)) {
        return row;
      }
      free = free == 0 && !used.contains(row) && found.isEmpty() ? row : free;
    }
    if (free == 0) {
      rows.add(new ArrayList<>());
      free = rows.size();
    }
    return free;
  }

  /// A cell by its address, or right of its label.
  private void cell(String at, Object value) {
    CellValue entry = (CellValue) value;
    if (at.matches("[A-Z]\\d+")) {
      set(Integer.parseInt(at.substring(1)), at.charAt(0) - 'A' + 1, entry);
      return;
    }
    for (int row = 1; row <= rows.size(); row++) {
      for (int column = 1; column <= rows.get(row - 1).size(); column++) {
        if (text(row, column).startsWith(at)) {
          set(row, column + 1, entry);
          return;
        }
      }
    }
    throw new IllegalArgumentException("no cell " + at + " in " + name);
  }

  private int column(String heading) {
    for (int column = 1; column <= rows.get(HEADING_ROW - 1).size(); column++) {
      String found = text(HEADING_ROW, column).replaceAll("^\\*|（.*）$", "");
      if (found.equals(heading)) {
        return column;
      }
    }
    throw new IllegalArgumentException("no heading " + heading + " in " + name);
  }

  private String text(int row, int column) {
    List<@Nullable CellContent> cells = rows.get(row - 1);
    CellContent cell = column <= cells.size() ? cells.get(column - 1) : null;
    return switch (cell == null ? new CellValue.Blank() : cell.value()) {
      case CellValue.Text(String text) -> text;
      case CellValue.Decimal(BigDecimal number) -> number.toPlainString();
      case CellValue.Day(LocalDate day) -> day.toString();
      case CellValue.Blank _, CellValue.SheetLink _, CellValue.FileLink _ -> "";
    };
  }

  private void set(int row, int column, CellValue value) {
    List<@Nullable CellContent> cells = rows.get(row - 1);
    while (cells.size() < column) {
      cells.add(null);
    }
    CellContent old = cells.get(column - 1);
    CellLook look = old == null ? CellLook.of(Role.ENTRY_TEXT) : old.look();
    cells.set(column - 1, CellContent.of(value, look));
  }
}
