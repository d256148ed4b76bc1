package pledgebook.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Severity;
import pledgebook.registry.Form;
import pledgebook.registry.Indicator;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.InputRule;
import pledgebook.workbook.WorkbookContent.InputRule.Allowed;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// The sheets around the figures: 封面 and 填报说明.
final class FrontMatter {
  private static final Messages MESSAGES = Messages.of("submission");
  private static final int LABEL_COLUMN = 2;
  private static final int BANNERS = 4;

  private final Round round;
  private final ReportingEntity entity;

  FrontMatter(Round round, ReportingEntity entity) {
    this.round = round;
    this.entity = entity;
  }

  /// Where an entry stands on the template's cover.
  static CellAddress place(CoverEntry entry) {
    return new CellAddress(
        BANNERS + 1 + List.of(CoverEntry.values()).indexOf(entry), LABEL_COLUMN + 1);
  }

  /// The cover: labels in column B, entries in column C.
  SheetContent cover(Filling.Cover cover) {
    List<RowContent> rows = banners();
    List<MergedCells> merged = new ArrayList<>();
    for (int row = 2; row <= rows.size(); row++) {
      merged.add(
          new MergedCells(
              new CellAddress(row, LABEL_COLUMN), new CellAddress(row, LABEL_COLUMN + 1)));
    }
    int firstEntry = rows.size() + 1;
    for (CoverEntry entry : CoverEntry.values()) {
      rows.add(labelled(entry.label(), entered(entry, cover), 30));
    }
    rows.add(labelled(Layout.SEAL, fixed(""), 110));
    return sheet(Layout.COVER, List.of(6, 20, 52), rows, merged, coverRules(firstEntry), false);
  }

  private List<RowContent> banners() {
    String note = round.demonstration() ? "template.cover.demonstration" : "template.cover.note";
    List<RowContent> rows = new ArrayList<>();
    rows.add(new RowContent(List.of(), 60));
    rows.add(banner(Role.TITLE, round.title(), 40));
    rows.add(banner(Role.TITLE, MESSAGES.text("template.cover.title"), 40));
    rows.add(banner(Role.NOTE, MESSAGES.text(note), 36));
    return rows;
  }

  private SheetContent sheet(
      String name,
      List<Integer> widths,
      List<RowContent> rows,
      List<MergedCells> merged,
      List<InputRule> rules,
      boolean landscape) {
    String footer = MESSAGES.text("template.footer", "year", round.year(), "entity", entity.name());
    return new SheetContent(
        name, widths, 0, 0, rows, merged, rules, landscape, footer, 0, true, false);
  }

  private static RowContent banner(Role role, String text, int height) {
    return new RowContent(Arrays.asList(null, CellContent.text(text, CellLook.of(role))), height);
  }

  private static RowContent labelled(String label, CellContent entry, int height) {
    return new RowContent(
        Arrays.asList(null, CellContent.text(label, CellLook.of(Role.HEADING)), entry), height);
  }

  private CellContent entered(CoverEntry entry, Filling.Cover cover) {
    return switch (entry) {
      case ENTITY -> fixed(entity.name());
      case YEAR -> fixed(round.year() + "年度");
      case VERSION -> text(String.valueOf(cover.version()));
      case PREPARER -> text(cover.preparer());
      case PHONE -> text(cover.phone());
      case REVIEWER -> text(cover.reviewer());
      case HEAD -> text(cover.head());
      case DATE ->
          CellContent.of(
              cover.date() == null ? new CellValue.Blank() : new CellValue.Day(cover.date()),
              CellLook.of(Role.ENTRY_DATE));
    };
  }

  private static CellContent fixed(String text) {
    return CellContent.of(
        text.isEmpty() ? new CellValue.Blank() : new CellValue.Text(text), CellLook.of(Role.FIXED));
  }

  private static CellContent text(String text) {
    return CellContent.of(
        text.isEmpty() ? new CellValue.Blank() : new CellValue.Text(text),
        CellLook.of(Role.ENTRY_TEXT));
  }

  private List<InputRule> coverRules(int firstEntry) {
    CellAddress date =
        new CellAddress(
            firstEntry + List.of(CoverEntry.values()).indexOf(CoverEntry.DATE), LABEL_COLUMN + 1);
    LocalDate last = round.collectionStart().plusYears(1);
    return List.of(
        new InputRule(
            date,
            date,
            new Allowed.Between(round.collectionStart(), last),
            CoverEntry.DATE.label(),
            MESSAGES.text("template.rule.date", "first", round.collectionStart(), "last", last)));
  }

  /// How to fill the workbook.
  SheetContent guide() {
    List<RowContent> rows = new ArrayList<>();
    List<MergedCells> merged = new ArrayList<>();
    String title = MESSAGES.text("guide.title", "year", round.year());
    rows.add(new RowContent(List.of(CellContent.text(title, CellLook.of(Role.TITLE))), 34));
    for (String paragraph : paragraphs()) {
      rows.add(note(paragraph));
    }
    for (int row = 1; row <= rows.size(); row++) {
      merged.add(wholeRow(row));
    }
    rows.add(RowContent.empty());
    severityRows(rows);
    rows.add(RowContent.empty());
    guideRows(rows);
    return sheet(Layout.GUIDE, List.of(13, 40, 12, 36, 66), rows, merged, List.of(), true);
  }

  private List<String> paragraphs() {
    return List.of(
        MESSAGES
            .text(
                "guide.text",
                "start",
                round.collectionStart(),
                "deadline",
                round.deadline(),
                "period_start",
                round.period().start(),
                "period_end",
                round.period().end())
            .split("\n", -1));
  }

  /// What the words of a verdict mean, in the colours a returned workbook has.
  private static void severityRows(List<RowContent> rows) {
    rows.add(headings("guide.severity.headings"));
    for (Severity severity : Severity.values()) {
      Role role =
          switch (severity) {
            case ERROR -> Role.BAD;
            case VERIFY -> Role.WARNING;
            case NOTE -> Role.CENTRED;
          };
      List<@Nullable CellContent> cells = new ArrayList<>();
      cells.add(CellContent.text(severity.label(), CellLook.of(role)));
      String key = "guide.severity." + severity.name().toLowerCase(Locale.ROOT);
      for (String text : MESSAGES.text(key).split("\\|", -1)) {
        cells.add(CellContent.text(text, CellLook.of(Role.BODY)));
      }
      rows.add(RowContent.of(cells));
    }
  }

  private void guideRows(List<RowContent> rows) {
    rows.add(headings("guide.indicator.headings"));
    for (Indicator indicator : round.owedBy(entity.code())) {
      String kind = indicator.kind().name().toLowerCase(Locale.ROOT);
      rows.add(
          body(
              List.of(
                  indicator.code().value(),
                  indicator.name(),
                  indicator.unit().symbol(),
                  MESSAGES.text("guide.kind." + kind) + projectOf(indicator),
                  MESSAGES.text("guide.how." + kind) + evidenceOf(indicator))));
    }
    rows.add(RowContent.empty());
    rows.add(headings("guide.form.headings"));
    for (Form form : round.formsOf(entity.code())) {
      rows.add(
          body(
              List.of(
                  MESSAGES.text("guide.form.word"),
                  form.title(),
                  MESSAGES.text("guide.form.columns", "columns", form.columns().size()),
                  requiredColumns(form),
                  form.note())));
    }
  }

  private String projectOf(Indicator indicator) {
    return round.projects().stream()
        .filter(indicator::belongsTo)
        .map(project ->
            MESSAGES.text(
                "guide.project", "number", project.number(), "title", "“" + project.title() + "”"))
        .findFirst()
        .orElse("");
  }

  private String evidenceOf(Indicator indicator) {
    return indicator.evidence() == null
        ? ""
        : MESSAGES.text("guide.evidence", "form", round.form(indicator.evidence().form()).title());
  }

  private static String requiredColumns(Form form) {
    return String.join(
        "、",
        form.columns().stream().filter(Form.Column::required).map(Form.Column::heading).toList());
  }

  private static RowContent headings(String key) {
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (String heading : MESSAGES.text(key).split("\\|", -1)) {
      cells.add(CellContent.text(heading, CellLook.of(Role.HEADING)));
    }
    return new RowContent(cells, 24);
  }

  private static RowContent body(List<String> texts) {
    List<@Nullable CellContent> cells = new ArrayList<>();
    for (String text : texts) {
      cells.add(CellContent.text(text, CellLook.of(Role.BODY)));
    }
    return RowContent.of(cells);
  }

  private static RowContent note(String text) {
    // A merged cell never grows by itself: about 80 Han characters fit a line of this sheet.
    int lines = Math.max(1, (text.length() + 79) / 80);
    return new RowContent(List.of(CellContent.text(text, CellLook.of(Role.NOTE))), 6 + 16 * lines);
  }

  private static MergedCells wholeRow(int row) {
    return new MergedCells(new CellAddress(row, 1), new CellAddress(row, 5));
  }
}
