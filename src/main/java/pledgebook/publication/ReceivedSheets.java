package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Resolved;
import pledgebook.publication.WarehouseRows.IntakeRow;
import pledgebook.publication.WarehouseRows.MemberValue;
import pledgebook.registry.ReportingEntity;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 核查意见 and 填报情况: what was received, and what the rules have to say of it.
final class ReceivedSheets {
  private static final String FINDINGS = "findings";
  private static final String SUBMISSIONS = "submissions";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// Codes listed in one cell.
  private static final int LISTED = 6;

  private final Edition edition;
  private final SheetMarks marks;
  private final List<Finding> findings;
  private final List<IntakeRow> intake;
  private final List<MemberValue> values;

  ReceivedSheets(Edition edition, WarehouseRows rows, SheetMarks marks) {
    this.edition = edition;
    this.marks = marks;
    this.findings = edition.openFindings();
    this.intake = rows.intake();
    this.values = rows.memberValues();
  }

  /// 核查意见: rules that could not run stand at the end.
  SheetContent findings() {
    SheetRows sheet =
        new SheetRows(FINDINGS, List.of(8, 10, 60, 14, 9, 15, 15, 12, 8, 24, 9, 40, 34, 28));
    sheet.title(MESSAGES.text("findings.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("findings.note"));
    if (edition.countsFindings()) {
      sheet.note(MESSAGES.text("findings.counted", "file", DataPackage.FINDINGS));
    }
    sheet.notices(marks.notices());
    sheet.heading(FindingsFile.headings());
    CellLinks links = new CellLinks(edition.round().year(), intake);
    List<Resolved> resolved = edition.resolvedFindings();
    resolved.forEach(finding -> sheet.row(row(finding, links)));
    edition.skippedRules().forEach(rule -> sheet.row(row(rule)));
    if (resolved.isEmpty() && edition.skippedRules().isEmpty()) {
      sheet.note(MESSAGES.text("findings.none"));
    }
    return sheet.content(2, marks.footer());
  }

  private List<CellContent> row(Resolved resolved, CellLinks links) {
    Finding finding = resolved.finding();
    ResolutionWords resolution = ResolutionWords.of(resolved);
    Role weight = resolved.isOpen() ? role(finding.severity()) : Role.CENTRED;
    return List.of(
        SheetRows.text(finding.severity().label(), weight),
        SheetRows.centred(FindingsFile.name(edition.round(), finding.entity())),
        SheetRows.body(finding.message()),
        SheetRows.body(finding.location().sheet()),
        links.cell(finding),
        SheetRows.body(finding.found()),
        SheetRows.body(finding.expected()),
        SheetRows.body(finding.difference()),
        SheetRows.body(finding.unit()),
        SheetRows.body(indicators(finding)),
        SheetRows.text(resolution.label(), resolved.isOpen() ? Role.CENTRED : Role.GOOD),
        SheetRows.body(resolution.sentence()),
        SheetRows.body(finding.location().file()),
        SheetRows.body(finding.code()));
  }

  /// The first few; all of them stand in findings.csv.
  private static String indicators(Finding finding) {
    List<IndicatorCode> codes = finding.indicators();
    if (codes.size() <= LISTED) {
      return FindingsFile.indicators(codes);
    }
    return MESSAGES.text(
        "findings.indicators",
        "first",
        FindingsFile.indicators(codes.subList(0, LISTED)),
        "count",
        codes.size());
  }

  private static List<CellContent> row(SkippedRule rule) {
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.text(MESSAGES.text("finding.skipped"), Role.WARNING));
    row.add(SheetRows.body(null));
    row.add(SheetRows.body(rule.reason()));
    for (int column = 0; column < 10; column++) {
      row.add(SheetRows.body(null));
    }
    row.add(SheetRows.body(rule.code()));
    return row;
  }

  private static Role role(Severity severity) {
    return switch (severity) {
      case ERROR -> Role.BAD;
      case VERIFY -> Role.WARNING;
      case NOTE -> Role.CENTRED;
    };
  }

  /// 填报情况: every received file by member, and the members that sent none.
  SheetContent submissions() {
    SheetRows sheet = new SheetRows(SUBMISSIONS, List.of(10, 12, 40, 8, 26, 9, 9, 9, 52, 8, 8, 8));
    sheet.title(MESSAGES.text("submissions.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("submissions.note", "deadline", edition.round().deadline()));
    sheet.notices(marks.notices());
    sheet.headings(
        "entity",
        "state",
        "file",
        "version",
        "received_at",
        "late",
        "required",
        "reported",
        "missing",
        "errors",
        "verifications",
        "notes");
    for (ReportingEntity member : edition.round().entities()) {
      List<IntakeRow> files =
          intake.stream().filter(file -> member.code().equals(file.entity())).toList();
      if (files.stream().noneMatch(IntakeRow::inForce)) {
        sheet.row(absent(member));
      }
      files.forEach(file -> sheet.row(row(file)));
    }
    intake.stream().filter(this::isOfNobody).forEach(file -> sheet.row(row(file)));
    return sheet.content(1, marks.footer());
  }

  private boolean isOfNobody(IntakeRow file) {
    EntityCode entity = file.entity();
    return entity == null || edition.round().findEntity(entity).isEmpty();
  }

  private List<CellContent> absent(ReportingEntity member) {
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.centred(member.name()));
    row.add(SheetRows.text(MESSAGES.text("submission.absent"), Role.BAD));
    for (int column = 0; column < 4; column++) {
      row.add(SheetRows.body(null));
    }
    row.addAll(owed(member.code()));
    return row;
  }

  private List<CellContent> row(IntakeRow file) {
    EntityCode entity = file.entity();
    List<CellContent> row = new ArrayList<>();
    row.add(
        SheetRows.centred(
            entity == null
                ? MESSAGES.text("submission.unknown")
                : FindingsFile.name(edition.round(), entity)));
    row.add(state(file));
    row.add(SheetRows.body(file.file()));
    row.add(SheetRows.centred(file.version() == null ? "" : file.version()));
    row.add(
        SheetRows.centred(file.receivedAt() == null ? "" : file.receivedAt().replace('T', ' ')));
    row.add(timeliness(file));
    if (file.inForce() && entity != null) {
      row.addAll(owed(entity));
    } else {
      for (int column = 0; column < 6; column++) {
        row.add(SheetRows.body(null));
      }
    }
    return row;
  }

  private static CellContent timeliness(IntakeRow file) {
    Boolean late = file.late();
    if (late == null) {
      return file.rejected()
          ? SheetRows.body(null)
          : SheetRows.text(MESSAGES.text("submission.day-unknown"), Role.WARNING);
    }
    return late
        ? SheetRows.text(MESSAGES.text("submission.late"), Role.WARNING)
        : SheetRows.centred(MESSAGES.text("submission.in_time"));
  }

  private static CellContent state(IntakeRow file) {
    if (file.rejected()) {
      return SheetRows.text(MESSAGES.text("submission.rejected"), Role.BAD);
    }
    return file.inForce()
        ? SheetRows.text(MESSAGES.text("submission.in_force"), Role.GOOD)
        : SheetRows.centred(MESSAGES.text("submission.superseded"));
  }

  /// What a member owes, gave and left out, and the findings addressed to it.
  private List<CellContent> owed(EntityCode entity) {
    List<MemberValue> own = values.stream().filter(v -> v.entity().equals(entity)).toList();
    List<MemberValue> missing = own.stream().filter(MemberValue::isMissing).toList();
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.count(own.size()));
    row.add(SheetRows.count(own.size() - missing.size()));
    row.add(SheetRows.body(own.size() == missing.size() ? all(own) : names(missing)));
    for (Severity severity : Severity.values()) {
      row.add(
          SheetRows.count(
              Finding.count(
                  findings.stream().filter(f -> entity.equals(f.entity())).toList(), severity)));
    }
    return row;
  }

  private static String all(List<MemberValue> values) {
    return MESSAGES.text("submissions.all", "count", values.size());
  }

  private String names(List<MemberValue> values) {
    return String.join(
        "、",
        values.stream()
            .map(v -> v.indicator() + edition.round().indicator(v.indicator()).name())
            .toList());
  }
}
