package pledgebook.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pledgebook.publication.WarehouseRows.ChangedCell;
import pledgebook.publication.WarehouseRows.IntakeRow;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 版本差异: what differs between the version of a member that counts and those it superseded, cell by
/// cell.
final class VersionSheet {
  /// Per superseded version; all of them stand in data/changed_cell.csv.
  private static final int MOST_LINES = 5_000;

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Edition edition;
  private final SheetMarks marks;
  private final List<IntakeRow> intake;
  private final List<ChangedCell> cells;

  VersionSheet(Edition edition, WarehouseRows rows, SheetMarks marks) {
    this.edition = edition;
    this.marks = marks;
    this.intake = rows.intake();
    this.cells = rows.changedCells();
  }

  SheetContent content() {
    SheetRows sheet = new SheetRows("versions", List.of(10, 16, 24, 18, 9, 9, 26, 26, 30, 30));
    sheet.title(MESSAGES.text("versions.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("versions.note"));
    sheet.notices(marks.notices());
    sheet.headings(
        "entity",
        "sheet",
        "key",
        "heading",
        "old_cell",
        "new_cell",
        "old_value",
        "new_value",
        "superseded_file",
        "in_force_file");
    CellLinks links = new CellLinks(edition.round().year(), intake);
    bySuperseded().values().forEach(changed -> rows(sheet, changed, links));
    if (cells.isEmpty()) {
      sheet.note(MESSAGES.text("versions.none"));
    }
    return sheet.content(2, marks.footer());
  }

  private Map<String, List<ChangedCell>> bySuperseded() {
    return cells.stream()
        .collect(
            Collectors.groupingBy(
                ChangedCell::superseded, LinkedHashMap::new, Collectors.toList()));
  }

  private void rows(SheetRows sheet, List<ChangedCell> changed, CellLinks links) {
    for (ChangedCell cell : changed.subList(0, Math.min(MOST_LINES, changed.size()))) {
      sheet.row(
          SheetRows.centred(FindingsFile.name(edition.round(), cell.entity())),
          SheetRows.body(cell.sheet()),
          SheetRows.body(cell.key()),
          SheetRows.body(cell.heading() + MESSAGES.text("versions." + cell.change())),
          links.cell(cell.supersededFile(), cell.sheet(), cell.oldCell()),
          links.cell(cell.inForceFile(), cell.sheet(), cell.newCell()),
          SheetRows.body(cell.oldValue()),
          SheetRows.body(cell.newValue()),
          SheetRows.body(cell.supersededFile()),
          SheetRows.body(cell.inForceFile()));
    }
    if (changed.size() > MOST_LINES) {
      sheet.note(
          MESSAGES.text(
              "versions.more",
              "count",
              changed.size() - MOST_LINES,
              "file",
              changed.getFirst().supersededFile()));
    }
  }
}
