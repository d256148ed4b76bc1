package pledgebook.publication;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.statement.Span;
import pledgebook.statement.Statement;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;
import pledgebook.workbook.WorkbookWriter;

/// 完成情况汇总.xlsx: what the booklet says, and on what it rests, down to the cell.
final class SummaryWorkbook implements OutputWriter {
  private static final String OVERVIEW = "overview";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Warehouse warehouse;
  private final WarehouseRows rows;
  private final IssuedPassports passports;

  SummaryWorkbook(Warehouse warehouse, IssuedPassports passports) {
    this.warehouse = warehouse;
    this.passports = passports;
    this.rows = new WarehouseRows(warehouse);
  }

  @Override
  public String name() {
    return "完成情况汇总.xlsx";
  }

  @Override
  public void write(Edition edition, Path target) {
    WorkbookWriter.write(content(edition), target);
  }

  private WorkbookContent content(Edition edition) {
    SheetMarks marks = new SheetMarks(Notices.of(edition), footer(edition));
    LineageSheet lineage = LineageSheet.of(edition, rows, marks);
    IndicatorSheets indicators = new IndicatorSheets(edition, rows.memberValues(), marks);
    ReceivedSheets received = new ReceivedSheets(edition, rows, marks);
    return new WorkbookContent(
        edition.round().title(),
        edition.round().dataDate(),
        List.of(
            overview(edition, marks),
            indicators.byMember(),
            indicators.againstTarget(lineage),
            lineage.content(),
            PassportSheet.of(edition, passports.of(edition), rows, marks),
            received.findings(),
            received.submissions(),
            new VersionSheet(edition, rows, marks).content(),
            DifferenceNotes.of(edition, warehouse).sheet(marks),
            new OverlapSheet(edition, rows, marks).content(),
            CommitmentSheet.content(
                edition.round().year(), rows.commitmentChanges(), rows.faultsBefore(), marks)));
  }

  private static String footer(Edition edition) {
    String key = edition.draft() ? "footer.draft" : "footer.final";
    return MESSAGES.text(
        key, "title", edition.round().title(), "edition", edition.hash().abbreviated());
  }

  private static SheetContent overview(Edition edition, SheetMarks marks) {
    SheetRows sheet = new SheetRows(OVERVIEW, List.of(6, 24, 48, 56, 13));
    sheet.title(MESSAGES.text("overview.title", "title", edition.statements().title()));
    sheet.subtitle(
        MESSAGES.text(
            "overview.subtitle",
            "slogan",
            edition.statements().slogan(),
            "date",
            chinese(edition.round().dataDate()),
            "program",
            edition.program()));
    sheet.subtitle(MESSAGES.text("overview.edition", "edition", edition.hash().hex()));
    sheet.notices(marks.notices());
    sheet.subtitle(MESSAGES.text("overview.overall", "overall", edition.statements().overall()));
    sheet.headings("number", "title", "commitment", "completion", "verdict");
    for (Statement project : edition.statements().projects()) {
      String note = project.sourceNote();
      String commitment = Statement.text(project.commitment());
      sheet.row(
          SheetRows.centred(String.valueOf(project.project())),
          SheetRows.body(project.title()),
          SheetRows.body(note == null ? commitment : commitment + "\n" + note),
          SheetRows.body(text(project.completion())),
          SheetRows.text(verdict(project), role(project.verdict())));
    }
    return sheet.content(2, marks.footer());
  }

  private static String text(List<Span> sentence) {
    return Statement.text(sentence);
  }

  private static String verdict(Statement project) {
    String label = project.verdict().label();
    return project.exceeded() ? MESSAGES.text("overview.exceeded", "verdict", label) : label;
  }

  private static Role role(ProjectVerdict verdict) {
    return switch (verdict) {
      case COMPLETED -> Role.GOOD;
      case MISSED -> Role.BAD;
      case NOT_REPORTED, IN_DOUBT -> Role.WARNING;
    };
  }

  private static String chinese(LocalDate day) {
    return MESSAGES.text(
        "day", "year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
  }
}
