package pledgebook.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.WarehouseRows.MemberValue;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Target;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 分地区指标 and 目标对照: each indicator by member, and each promise against its performance.
final class IndicatorSheets {
  private static final String BY_MEMBER = "by_member";
  private static final String AGAINST_TARGET = "against_target";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// As many as the reconciliation rounds the variance of a ratio to.
  private static final int RATIO_DECIMALS = 6;

  private static final int MEMBER_WIDTH = 13;

  private final Edition edition;
  private final SheetMarks marks;
  private final Map<IndicatorCode, Map<EntityCode, MemberValue>> values = new HashMap<>();

  IndicatorSheets(Edition edition, List<MemberValue> values, SheetMarks marks) {
    this.edition = edition;
    this.marks = marks;
    values.forEach(value ->
        this.values
            .computeIfAbsent(value.indicator(), code -> new HashMap<>())
            .put(value.entity(), value));
  }

  /// 分地区指标.
  SheetContent byMember() {
    List<ReportingEntity> members = edition.round().entities();
    List<Integer> widths = new ArrayList<>(List.of(6, 10, 34, 9, 12));
    List<String> headings = new ArrayList<>();
    List.of("project", "code", "name", "unit", "rollup")
        .forEach(key -> headings.add(MESSAGES.text("column." + BY_MEMBER + "." + key)));
    for (ReportingEntity member : members) {
      widths.add(MEMBER_WIDTH);
      headings.add(member.name());
    }
    widths.add(15);
    headings.add(MESSAGES.text("column." + BY_MEMBER + ".total"));
    SheetRows sheet = new SheetRows(BY_MEMBER, widths);
    sheet.title(MESSAGES.text("by_member.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("by_member.note"));
    sheet.notices(marks.notices()).heading(headings);
    edition.round().indicators().forEach(indicator -> sheet.row(memberRow(indicator, members)));
    return sheet.content(3, marks.footer());
  }

  private List<CellContent> memberRow(Indicator indicator, List<ReportingEntity> members) {
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.centred(project(indicator)));
    row.add(SheetRows.centred(indicator.code().value()));
    row.add(SheetRows.body(indicator.name()));
    row.add(SheetRows.centred(indicator.unit().symbol()));
    row.add(SheetRows.centred(MESSAGES.text("rollup." + indicator.kind().name())));
    for (ReportingEntity member : members) {
      row.add(memberCell(indicator, member.code()));
    }
    row.add(actual(indicator, edition.reconciled().indicator(indicator.code())));
    return row;
  }

  private CellContent memberCell(Indicator indicator, EntityCode member) {
    MemberValue value = values.getOrDefault(indicator.code(), Map.of()).get(member);
    if (value == null) {
      return SheetRows.centred(MESSAGES.text("value.none"));
    }
    if (value.isMissing()) {
      return SheetRows.text(Outcome.NOT_REPORTED.label(), Role.BAD);
    }
    if (!value.isReported()) {
      return SheetRows.centred(MESSAGES.text("value.not_applicable"));
    }
    return value.value() == null
        ? SheetRows.centred(MESSAGES.text("value.reported"))
        : SheetRows.number(value.value(), Role.NUMBER);
  }

  /// 目标对照: a row per indicator with a target.
  SheetContent againstTarget(LineageSheet lineage) {
    SheetRows sheet =
        new SheetRows(
            AGAINST_TARGET, List.of(6, 10, 32, 9, 7, 13, 13, 9, 13, 11, 13, 13, 9, 31, 11));
    sheet.title(MESSAGES.text("against_target.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("against_target.note"));
    sheet.notices(marks.notices());
    sheet.headings(
        "project",
        "code",
        "name",
        "firmness",
        "comparator",
        "target",
        "actual",
        "unit",
        "variance",
        "attainment",
        "margin",
        "outcome",
        "coverage",
        "missing",
        "source");
    for (Indicator indicator : edition.round().indicators()) {
      Target target = indicator.target();
      if (target != null) {
        sheet.row(targetRow(indicator, target, lineage));
      }
    }
    return sheet.content(3, marks.footer());
  }

  private List<CellContent> targetRow(Indicator indicator, Target target, LineageSheet lineage) {
    ReconciledIndicator reconciled = edition.reconciled().indicator(indicator.code());
    return List.of(
        SheetRows.centred(project(indicator)),
        SheetRows.centred(indicator.code().value()),
        SheetRows.body(indicator.name()),
        SheetRows.centred(MESSAGES.text("firmness." + target.firmness().name())),
        SheetRows.centred(comparator(target)),
        SheetRows.number(target.value(), Role.COMPARED),
        actual(indicator, reconciled),
        SheetRows.centred(indicator.unit().symbol()),
        SheetRows.number(reconciled.variance(), Role.NUMBER),
        SheetRows.number(percent(reconciled.attainment()), Role.NUMBER),
        SheetRows.number(reconciled.margin(), Role.NUMBER),
        SheetRows.text(reconciled.outcome().label(), role(reconciled.outcome())),
        SheetRows.centred(coverage(reconciled)),
        SheetRows.body(names(reconciled.coverage().missing())),
        lineage.linkTo(indicator.code()));
  }

  private static String comparator(Target target) {
    BigDecimal from = target.from();
    return from == null
        ? target.comparator().sign()
        : DataTable.plain(from) + target.comparator().sign();
  }

  private static String coverage(ReconciledIndicator indicator) {
    return indicator.coverage().reported().size() + "/" + indicator.coverage().required().size();
  }

  private String names(List<EntityCode> entities) {
    return String.join(
        "、", entities.stream().map(e -> FindingsFile.name(edition.round(), e)).toList());
  }

  private static @Nullable BigDecimal percent(@Nullable BigDecimal fraction) {
    return fraction == null ? null : fraction.movePointRight(2);
  }

  /// The figure itself, red where it is set against a promise.
  private static CellContent actual(Indicator indicator, ReconciledIndicator reconciled) {
    Role role = indicator.target() == null ? Role.NUMBER : Role.COMPARED;
    return reconciled
        .figure()
        .map(actual -> actual(indicator, value(actual), role))
        .orElseGet(() ->
            reconciled.outcome() == Outcome.NOT_REPORTED
                ? SheetRows.text(Outcome.NOT_REPORTED.label(), Role.BAD)
                : SheetRows.number(null, role));
  }

  /// Of a milestone, how many of its deliverables are there.
  private static CellContent actual(Indicator indicator, BigDecimal value, Role role) {
    if (indicator.kind() != Kind.MILESTONE) {
      return SheetRows.number(value, role);
    }
    String text =
        MESSAGES.text(
            "value.delivered",
            "done",
            value.stripTrailingZeros().toPlainString(),
            "all",
            indicator.deliverables().size());
    return SheetRows.text(text, role);
  }

  static BigDecimal value(ReconciledIndicator.Actual actual) {
    return actual.denominator().compareTo(BigDecimal.ONE) == 0
        ? actual.numerator()
        : actual.numerator().divide(actual.denominator(), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static String project(Indicator indicator) {
    Integer project = indicator.project();
    return project == null ? MESSAGES.text("project.digest") : project.toString();
  }

  private static Role role(Outcome outcome) {
    return switch (outcome) {
      case EXCEEDED, MET -> Role.GOOD;
      case MISSED, NOT_REPORTED -> Role.BAD;
      case IN_DOUBT, ASPIRATION_MISSED -> Role.WARNING;
      case NO_TARGET -> Role.CENTRED;
    };
  }
}
