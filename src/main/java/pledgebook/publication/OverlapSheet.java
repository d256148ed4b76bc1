package pledgebook.publication;

import java.util.List;
import pledgebook.publication.WarehouseRows.IntakeRow;
import pledgebook.publication.WarehouseRows.Overlap;
import pledgebook.publication.WarehouseRows.OverlapSide;
import pledgebook.registry.Indicator;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 跨成员重复: the same thing in the evidence of two members, with both cells, and how it counts.
final class OverlapSheet {
  /// All of them stand in data/overlap.csv.
  private static final int MOST_LINES = 5_000;

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Edition edition;
  private final SheetMarks marks;
  private final List<IntakeRow> intake;
  private final List<Overlap> overlaps;
  private final long count;

  OverlapSheet(Edition edition, WarehouseRows rows, SheetMarks marks) {
    this(edition, rows, marks, MOST_LINES);
  }

  /// @param most lines; the others are counted
  OverlapSheet(Edition edition, WarehouseRows rows, SheetMarks marks, int most) {
    this.edition = edition;
    this.marks = marks;
    this.intake = rows.intake();
    this.overlaps = rows.overlaps(most);
    this.count = rows.overlapCount();
  }

  SheetContent content() {
    SheetRows sheet =
        new SheetRows("overlap", List.of(10, 26, 36, 14, 10, 16, 9, 12, 10, 16, 9, 12, 12, 8));
    sheet.title(MESSAGES.text("overlap.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("overlap.note"));
    sheet.notices(marks.notices());
    sheet.headings(
        "indicator",
        "name",
        "thing",
        "counted",
        "entity",
        "sheet",
        "cell",
        "value",
        "other_entity",
        "other_sheet",
        "other_cell",
        "other_value",
        "whole",
        "unit");
    CellLinks links = new CellLinks(edition.round().year(), intake);
    overlaps.forEach(overlap -> sheet.row(row(overlap, links)));
    if (overlaps.isEmpty()) {
      sheet.note(MESSAGES.text("overlap.none"));
    } else if (count > overlaps.size()) {
      sheet.note(MESSAGES.text("overlap.more", "count", count - overlaps.size()));
    }
    return sheet.content(3, marks.footer());
  }

  private List<CellContent> row(Overlap overlap, CellLinks links) {
    Indicator indicator = edition.round().indicator(overlap.indicator());
    OverlapSide one = overlap.one();
    OverlapSide other = overlap.other();
    return List.of(
        SheetRows.centred(overlap.indicator().value()),
        SheetRows.body(indicator.name()),
        SheetRows.body(overlap.thing()),
        SheetRows.text(
            MESSAGES.text("overlap.counted." + overlap.counted()),
            overlap.counted().equals("added") ? Role.BAD : Role.CENTRED),
        SheetRows.centred(FindingsFile.name(edition.round(), one.entity())),
        SheetRows.body(one.sheet()),
        links.cell(one.file(), one.sheet(), one.cell()),
        SheetRows.number(one.value(), Role.NUMBER),
        SheetRows.centred(FindingsFile.name(edition.round(), other.entity())),
        SheetRows.body(other.sheet()),
        links.cell(other.file(), other.sheet(), other.cell()),
        SheetRows.number(other.value(), Role.NUMBER),
        SheetRows.number(overlap.whole(), Role.NUMBER),
        SheetRows.centred(indicator.unit().symbol()));
  }
}
