package pledgebook.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Resolved;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.Mark;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// The sheet 核查意见 of one returned file, and the remarks on its cells.
final class ReviewSheet {
  private static final String REVIEW = "review";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// A person reads no more; the rest is counted and stands in findings.csv.
  private static final int MOST = 5_000;

  /// More comments on one sheet hide it, and no spreadsheet program likes them.
  private static final int MOST_COMMENTS = 1_000;

  private static final int LONGEST_VALUE = 200;
  private static final CellAddress TOP = new CellAddress(1, 1);

  private final Edition edition;
  private final String member;
  private final String file;
  private final List<Finding> findings;
  private final List<Resolved> settled;

  /// @param member whose it is, by name
  /// @param file path below input/<year>
  /// @param findings those told to the member, in their order; on other files too
  /// @param settled those explained, waived or returned: listed behind the others, and not marked
  ReviewSheet(
      Edition edition, String member, String file, List<Finding> findings, List<Resolved> settled) {
    this.edition = edition;
    this.member = member;
    this.file = file;
    this.findings = findings;
    this.settled = settled;
  }

  /// A remark per finding that names a cell of the file, on each sheet as many as it bears.
  List<Annotation> annotations() {
    List<Annotation> annotations = new ArrayList<>();
    Map<String, Integer> comments = new HashMap<>();
    for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      String sheet = finding.location().sheet();
      Optional<CellAddress> cell = CellLinks.address(finding.location().cell());
      if (isOfFile(finding)
          && sheet != null
          && cell.isPresent()
          && comments.merge(sheet, 1, Integer::sum) <= MOST_COMMENTS) {
        annotations.add(new Annotation(sheet, cell.get(), mark(finding), remark(finding)));
      }
    }
    return annotations;
  }

  /// A line for each sheet that has more findings than comments.
  private List<String> unmarked() {
    Map<String, Long> places = new TreeMap<>();
    for (Finding finding : findings) {
      String sheet = finding.location().sheet();
      if (isOfFile(finding)
          && sheet != null
          && CellLinks.address(finding.location().cell()).isPresent()) {
        places.merge(sheet, (long) finding.places(), Long::sum);
      }
    }
    return places.entrySet().stream()
        .filter(sheet -> sheet.getValue() > MOST_COMMENTS)
        .map(sheet ->
            MESSAGES.text(
                "review.unmarked",
                "sheet",
                sheet.getKey(),
                "count",
                sheet.getValue(),
                "most",
                MOST_COMMENTS))
        .toList();
  }

  private boolean isOfFile(Finding finding) {
    return file.equals(finding.location().file());
  }

  private static Mark mark(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> Mark.BAD;
      case VERIFY -> Mark.WARNING;
      case NOTE -> Mark.NOTED;
    };
  }

  private static String remark(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(
        MESSAGES.text(
            "review.remark", "severity", finding.severity().label(), "message", finding.message()));
    String found = finding.found();
    if (found != null) {
      lines.add(MESSAGES.text("review.remark.found", "found", shown(found)));
    }
    String expected = finding.expected();
    if (expected != null) {
      lines.add(MESSAGES.text("review.remark.expected", "expected", shown(expected)));
    }
    lines.add(MESSAGES.text("review.remark.code", "code", finding.code()));
    return String.join("\n", lines);
  }

  /// What was found comes from outside: on one line, and not longer than a comment bears.
  private static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    return line.length() <= LONGEST_VALUE
        ? line
        : MESSAGES.text("review.remark.cut", "text", line.substring(0, LONGEST_VALUE));
  }

  /// The sheet.
  ///
  /// @param note how the table is to be read
  /// @param sheets those of the file that can be led to
  SheetContent index(String title, String about, String note, Set<String> sheets) {
    SheetRows rows = new SheetRows(REVIEW, List.of(6, 8, 14, 9, 15, 16, 11, 54, 12, 27));
    rows.title(title);
    rows.subtitle(about);
    Notices.asOf(edition).forEach(notice -> rows.line(notice, Role.WARNING));
    if (edition.round().demonstration()) {
      rows.line(Notices.demonstration(), Role.WARNING);
    }
    summary(rows);
    rows.note(note);
    unmarked().forEach(line -> rows.line(line, Role.WARNING));
    rows.headings(
        "number",
        "severity",
        "sheet",
        "cell",
        "found",
        "expected",
        "difference",
        "message",
        "indicators",
        "code");
    int number = 0;
    for (Finding finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      number++;
      rows.row(row(number, finding, sheets));
    }
    for (Resolved resolved : settled.subList(0, Math.min(MOST, settled.size()))) {
      number++;
      rows.row(row(number, resolved, sheets));
    }
    edition.skippedRules().forEach(rule -> rows.row(row(rule)));
    if (findings.size() > MOST) {
      List<Finding> others = findings.subList(MOST, findings.size());
      rows.note(MESSAGES.text("review.more", "count", Finding.count(others)));
    }
    return rows.content(
        0,
        MESSAGES.text(
            "review.footer",
            "year",
            edition.round().year(),
            "entity",
            member,
            "edition",
            edition.hash().abbreviated()));
  }

  private void summary(SheetRows rows) {
    if (findings.isEmpty()) {
      rows.line(MESSAGES.text("review.none"), Role.GOOD);
    }
    for (Severity severity : Severity.values()) {
      long count = Finding.count(findings, severity);
      String key = "review.severity." + severity.name().toLowerCase(Locale.ROOT);
      if (count > 0) {
        rows.line(MESSAGES.text(key, "count", count), role(severity));
      }
    }
    if (!settled.isEmpty()) {
      long count = Finding.count(settled.stream().map(Resolved::finding).toList());
      rows.line(MESSAGES.text("review.settled", "count", count), Role.GOOD);
    }
  }

  private static Role role(Severity severity) {
    return switch (severity) {
      case ERROR -> Role.BAD;
      case VERIFY -> Role.WARNING;
      case NOTE -> Role.CENTRED;
    };
  }

  private List<CellContent> row(int number, Finding finding, Set<String> sheets) {
    return List.of(
        SheetRows.count(number),
        SheetRows.text(finding.severity().label(), role(finding.severity())),
        sheet(finding, sheets),
        cell(finding, sheets),
        SheetRows.body(finding.found()),
        SheetRows.body(finding.expected()),
        SheetRows.body(finding.difference()),
        SheetRows.body(finding.message()),
        SheetRows.body(FindingsFile.indicators(finding.indicators())),
        SheetRows.body(finding.code()));
  }

  private List<CellContent> row(int number, Resolved resolved, Set<String> sheets) {
    Finding finding = resolved.finding();
    ResolutionWords words = ResolutionWords.of(resolved);
    List<CellContent> row = new ArrayList<>(row(number, finding, sheets));
    row.set(1, SheetRows.text(finding.severity().label() + words.label(), Role.GOOD));
    row.set(7, SheetRows.body((finding.message() + " " + words.sentence()).strip()));
    return row;
  }

  /// Leads to the sheet where no cell does.
  private CellContent sheet(Finding finding, Set<String> sheets) {
    String sheet = finding.location().sheet();
    String other = finding.location().file();
    if (!isOfFile(finding)) {
      return SheetRows.body(
          other == null ? null : MESSAGES.text("review.other-file", "file", other));
    }
    boolean leads = sheet != null && sheets.contains(sheet);
    return leads && CellLinks.address(finding.location().cell()).isEmpty()
        ? link(sheet, sheet, TOP)
        : SheetRows.body(sheet);
  }

  private CellContent cell(Finding finding, Set<String> sheets) {
    String sheet = finding.location().sheet();
    String cell = finding.location().cell();
    Optional<CellAddress> address = CellLinks.address(cell);
    return isOfFile(finding) && sheet != null && sheets.contains(sheet) && address.isPresent()
        ? link(cell, sheet, address.get())
        : SheetRows.body(cell);
  }

  private static CellContent link(@Nullable String text, @Nullable String sheet, CellAddress cell) {
    return CellContent.of(
        new CellValue.SheetLink(String.valueOf(text), String.valueOf(sheet), cell),
        CellLook.of(Role.LINK));
  }

  private static List<CellContent> row(SkippedRule rule) {
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.body(null));
    row.add(SheetRows.text(MESSAGES.text("finding.skipped"), Role.WARNING));
    for (int column = 0; column < 5; column++) {
      row.add(SheetRows.body(null));
    }
    row.add(SheetRows.body(rule.reason()));
    row.add(SheetRows.body(null));
    row.add(SheetRows.body(rule.code()));
    return row;
  }
}
