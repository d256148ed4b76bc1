package pledgebook.publication;

import java.util.List;
import pledgebook.publication.WarehouseRows.ChangedCell;
import pledgebook.publication.WarehouseRows.ChangedVersion;
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
  private final List<ChangedVersion> versions;

  VersionSheet(Edition edition, WarehouseRows rows, SheetMarks marks) {
    this(edition, rows, marks, MOST_LINES);
  }

  /// @param most lines per superseded version; the others are counted
  VersionSheet(Edition edition, WarehouseRows rows, SheetMarks marks, int most) {
    this.edition = edition;
    this.marks = marks;
    this.intake = rows.intake();
    this.versions = rows.changedVersions(most);
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
    versions.forEach(version -> rows(sheet, version, links));
    if (versions.isEmpty()) {
      sheet.note(MESSAGES.text("versions.none"));
    }
    return sheet.content(2, marks.footer());
  }

  private void rows(SheetRows sheet, ChangedVersion version, CellLinks links) {
    for (ChangedCell cell : version.first()) {
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
    if (version.all() > version.first().size()) {
      sheet.note(
          MESSAGES.text(
              "versions.more",
              "count",
              version.all() - version.first().size(),
              "file",
              version.first().getFirst().supersededFile()));
    }
  }
}
