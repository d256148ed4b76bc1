package pledgebook.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.AnnexPages.Cell;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 差异说明: where a member's figure and another figure differ, with what became of it; in the annex
/// and in the summary. Printed is what the member sent, always.
record DifferenceNotes(Edition edition, List<Note> notes) {
  static final Relation DIFFERENCE_NOTE = new Relation("publication", "difference_note");

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// An entry of differences.yml.
  ///
  /// @param sent the member's value when it was written down
  /// @param inForce the member's value now; null when there is none
  /// @param agreed null where nothing was agreed yet
  record Note(
      String indicator,
      String entity,
      String sent,
      String sentSource,
      String other,
      String otherSource,
      String cause,
      boolean settled,
      String agreed,
      String inForce,
      String signed) {}

  static DifferenceNotes of(Edition edition, Warehouse warehouse) {
    warehouse.create(DIFFERENCE_NOTE);
    return new DifferenceNotes(edition, warehouse.read(DIFFERENCE_NOTE, row -> note(edition, row)));
  }

  private static Note note(Edition edition, Fields row) {
    String unit = row.text("unit");
    return new Note(
        row.text("indicator") + " " + row.text("name"),
        FindingsFile.name(edition.round(), new EntityCode(row.text("entity"))),
        amount(row.decimal("sent_value"), unit),
        row.text("sent_source"),
        amount(row.decimal("other_value"), unit),
        row.text("other_source"),
        row.text("cause"),
        row.text("status").equals("settled"),
        amount(row.optionalDecimal("agreed_value"), unit),
        amount(row.optionalDecimal("value_in_force"), unit),
        Stream.of(signature(row, "first"), signature(row, "second"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("；")));
  }

  private static String amount(@Nullable BigDecimal value, String unit) {
    return value == null ? MESSAGES.text("value.none") : DataTable.plain(value) + unit;
  }

  private static String signature(Fields row, String which) {
    String by = row.optionalText(which + "_signatory");
    String on = row.optionalText(which + "_signed_on");
    return by == null || on == null
        ? ""
        : MESSAGES.text("difference.signature", "by", by, "on", on);
  }

  /// The section of the annex, where there is something to list.
  void lay(AnnexPages pages) {
    if (notes.isEmpty()) {
      return;
    }
    pages.heading(MESSAGES.text("annex.differences", "count", notes.size()));
    pages.text(List.of(Run.of(MESSAGES.text("annex.differences.note"))), TypeScale.SMALL);
    pages.table(
        Annex.head(
            "entity", 16, "indicator", 30, "sent", 30, "other", 30, "cause", 34, "settlement", 30),
        notes.stream().map(note -> cells(pages, note)).toList());
  }

  private static List<Cell> cells(AnnexPages pages, Note note) {
    return List.of(
        Annex.outside(pages, note.entity(), 16),
        Annex.outside(pages, note.indicator(), 30),
        Annex.outside(pages, note.sent() + "　" + note.sentSource(), 30),
        Annex.outside(pages, note.other() + "　" + note.otherSource(), 30),
        Annex.outside(pages, note.cause(), 34),
        Annex.outside(pages, settlement(note), 30));
  }

  private static String settlement(Note note) {
    return note.settled()
        ? MESSAGES.text("difference.settled", "agreed", note.agreed(), "signed", note.signed())
        : MESSAGES.text("difference.open");
  }

  /// The sheet of the summary.
  SheetContent sheet(SheetMarks marks) {
    SheetRows sheet =
        new SheetRows("differences", List.of(10, 26, 14, 30, 14, 30, 40, 9, 14, 34, 14));
    sheet.title(MESSAGES.text("differences.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("differences.note"));
    sheet.notices(marks.notices());
    sheet.headings(
        "entity",
        "indicator",
        "sent",
        "sent_source",
        "other",
        "other_source",
        "cause",
        "status",
        "agreed",
        "signed",
        "in_force");
    for (Note note : notes) {
      sheet.row(
          SheetRows.centred(note.entity()),
          SheetRows.body(note.indicator()),
          SheetRows.body(note.sent()),
          SheetRows.body(note.sentSource()),
          SheetRows.body(note.other()),
          SheetRows.body(note.otherSource()),
          SheetRows.body(note.cause()),
          SheetRows.text(
              MESSAGES.text(note.settled() ? "difference.state.settled" : "difference.state.open"),
              note.settled() ? Role.GOOD : Role.WARNING),
          SheetRows.body(note.agreed()),
          SheetRows.body(note.signed()),
          SheetRows.body(note.inForce()));
    }
    if (notes.isEmpty()) {
      sheet.note(MESSAGES.text("annex.differences.none"));
    }
    return sheet.content(2, marks.footer());
  }
}
