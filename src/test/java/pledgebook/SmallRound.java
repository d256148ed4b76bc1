package pledgebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CodeList;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Evidence;
import pledgebook.registry.Evidence.KeyColumn;
import pledgebook.registry.Evidence.Normalisation;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Form.ColumnType;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.OpeningValue;
import pledgebook.registry.Printed;
import pledgebook.registry.Project;
import pledgebook.registry.Region;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.Source;
import pledgebook.registry.Target;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.ReportingPeriod;
import pledgebook.vocabulary.Sha256;
import pledgebook.vocabulary.UnitOfMeasure;

/// A round small enough to be read at a glance: two members, one project, the indicators a test
/// adds, and one form `thing` with the columns name, city, amount, whole, day, done, kind.
public final class SmallRound {
  public static final EntityCode SHANGHAI = new EntityCode("310000");
  public static final EntityCode JIANGSU = new EntityCode("320000");
  public static final EntityCode ZHEJIANG = new EntityCode("330000");
  public static final UnitOfMeasure PIECE = new UnitOfMeasure("个", 0);
  public static final UnitOfMeasure KILOMETRE = new UnitOfMeasure("公里", 3);

  public static final UnitOfMeasure HOUR = new UnitOfMeasure("小时", 1);

  private static final DefinitionPlace PLACE = new DefinitionPlace("2024/round.yml", 1, "test");

  private final List<Indicator> indicators = new ArrayList<>();
  private final List<OpeningValue> opening = new ArrayList<>();
  private final List<ReportingEntity> members =
      new ArrayList<>(
          List.of(
              new ReportingEntity(SHANGHAI, "上海市", "沪"), new ReportingEntity(JIANGSU, "江苏省", "苏")));

  /// A third member, which reports what is added from now on.
  public SmallRound withZhejiang() {
    members.add(new ReportingEntity(ZHEJIANG, "浙江省", "浙"));
    return this;
  }

  /// A figure of 指标 without evidence.
  public SmallRound figure(String code, Kind kind, @Nullable Target target) {
    return add(code, kind, null, null, null, List.of(), target);
  }

  /// An amount added up from the column `amount`; with `whole`, shares of a shared thing.
  public SmallRound amounts(String code, Kind kind, boolean shared, @Nullable Target target) {
    Evidence evidence =
        new Evidence(
            "thing", keys("name"), "amount", "day", null, Map.of(), shared ? "whole" : null);
    return add(code, kind, evidence, null, null, List.of(), target);
  }

  /// An amount told by month.
  public SmallRound monthly(String code) {
    Evidence evidence = new Evidence("thing", keys("day"), "amount", "day", null, Map.of(), null);
    return add(code, Kind.FLOW, evidence, null, null, List.of(), null);
  }

  /// A time in another unit than hours.
  public SmallRound time(String code, String unit, @Nullable Target target) {
    figure(code, Kind.DURATION, target);
    Indicator hours = indicators.removeLast();
    indicators.add(
        new Indicator(
            hours.code(),
            hours.name(),
            new UnitOfMeasure(unit, 1),
            hours.kind(),
            hours.project(),
            hours.reportedBy(),
            null,
            null,
            null,
            null,
            List.of(),
            hours.printed(),
            target,
            PLACE));
    return this;
  }

  /// Counted names.
  public SmallRound names(String code, Kind kind, @Nullable Target target) {
    Evidence evidence = new Evidence("thing", keys("name"), null, "day", null, Map.of(), null);
    return add(code, kind, evidence, null, null, List.of(), target);
  }

  /// Counted codes.
  public SmallRound codes(String code) {
    List<KeyColumn> key = List.of(new KeyColumn("name", Normalisation.CODE));
    Evidence evidence = new Evidence("thing", key, null, "day", null, Map.of(), null);
    return add(code, Kind.DISTINCT, evidence, null, null, List.of(), null);
  }

  /// Counted names of one kind.
  public SmallRound namesOfKind(String code, String kind, @Nullable Target target) {
    Evidence evidence =
        new Evidence("thing", keys("name"), null, "day", null, Map.of("kind", kind), null);
    return add(code, Kind.DISTINCT, evidence, null, null, List.of(), target);
  }

  /// Names that came within the year.
  public SmallRound namesOfTheYear(String code, @Nullable Target target) {
    Evidence evidence =
        new Evidence("thing", keys("name"), null, "day", null, Map.of(), null, true);
    return add(code, Kind.DISTINCT, evidence, null, null, List.of(), target);
  }

  /// The cities reached.
  public SmallRound cities(String code, @Nullable Target target) {
    Evidence evidence =
        new Evidence("thing", keys("city"), null, "day", "regions/city", Map.of(), null);
    return add(code, Kind.COVERAGE, evidence, null, null, List.of(), target);
  }

  /// An amount added up from the rows of one kind.
  public SmallRound amountsOfKind(String code, String kind, @Nullable Target target) {
    Evidence evidence =
        new Evidence("thing", keys("name"), "amount", "day", null, Map.of("kind", kind), null);
    return add(code, Kind.FLOW, evidence, null, null, List.of(), target);
  }

  /// Deliverables by name, in the rows of one kind.
  public SmallRound milestoneOfKind(
      String code, String kind, @Nullable Target target, String... deliverables) {
    Evidence evidence =
        new Evidence("thing", keys("name"), "done", "day", null, Map.of("kind", kind), null);
    return add(code, Kind.MILESTONE, evidence, null, null, Arrays.asList(deliverables), target);
  }

  /// Deliverables by name.
  public SmallRound milestone(String code, @Nullable Target target, String... deliverables) {
    Evidence evidence = new Evidence("thing", keys("name"), "done", "day", null, Map.of(), null);
    return add(code, Kind.MILESTONE, evidence, null, null, Arrays.asList(deliverables), target);
  }

  /// One indicator over another.
  public SmallRound ratio(
      String code, String numerator, String denominator, @Nullable Target target) {
    return add(
        code,
        Kind.RATIO,
        null,
        new IndicatorCode(numerator),
        new IndicatorCode(denominator),
        List.of(),
        target);
  }

  /// Last year's closing value.
  public SmallRound opening(String code, EntityCode entity, String value) {
    opening.add(new OpeningValue(new IndicatorCode(code), entity, new BigDecimal(value)));
    return this;
  }

  /// Last year's closing value, corrected.
  public SmallRound corrected(
      String code, EntityCode entity, String sealed, String value, String reason, String by) {
    OpeningValue.Correction correction =
        new OpeningValue.Correction(
            new BigDecimal(sealed), reason, by, LocalDate.parse("2025-01-10"));
    opening.add(
        new OpeningValue(new IndicatorCode(code), entity, new BigDecimal(value), correction));
    return this;
  }

  /// A stock whose flow is another indicator.
  public SmallRound tiedStock(String code, String flow) {
    return add(code, Kind.STOCK, null, null, null, new IndicatorCode(flow), List.of(), null);
  }

  private SmallRound add(
      String code,
      Kind kind,
      @Nullable Evidence evidence,
      @Nullable IndicatorCode numerator,
      @Nullable IndicatorCode denominator,
      List<String> deliverables,
      @Nullable Target target) {
    return add(code, kind, evidence, numerator, denominator, null, deliverables, target);
  }

  private SmallRound add(
      String code,
      Kind kind,
      @Nullable Evidence evidence,
      @Nullable IndicatorCode numerator,
      @Nullable IndicatorCode denominator,
      @Nullable IndicatorCode flow,
      List<String> deliverables,
      @Nullable Target target) {
    indicators.add(
        new Indicator(
            new IndicatorCode(code),
            "指标" + code,
            unit(kind),
            kind,
            1,
            kind == Kind.RATIO ? List.of() : members.stream().map(ReportingEntity::code).toList(),
            evidence,
            numerator,
            denominator,
            flow,
            deliverables,
            new Printed(Printed.Scale.NONE, 0, null, Printed.Qualifier.NONE),
            target,
            PLACE));
    return this;
  }

  private static UnitOfMeasure unit(Kind kind) {
    return switch (kind) {
      case FLOW -> KILOMETRE;
      case DURATION -> HOUR;
      case STOCK, DISTINCT, COMMON, COVERAGE, RATIO, MILESTONE, NARRATIVE -> PIECE;
    };
  }

  private static List<KeyColumn> keys(String column) {
    return List.of(new KeyColumn(column, Normalisation.NAME));
  }

  /// A committed target with a figure.
  public static Target target(Target.Comparator comparator, @Nullable String value) {
    return new Target(
        comparator,
        value == null ? null : new BigDecimal(value),
        comparator == Target.Comparator.RAISED_TO ? new BigDecimal("78") : null,
        Target.Firmness.COMMITTED,
        false,
        null);
  }

  /// A target strived for.
  public static Target aspired(Target.Comparator comparator, @Nullable String value) {
    Target target = target(comparator, value);
    return new Target(
        comparator, target.value(), target.from(), Target.Firmness.ASPIRED, false, null);
  }

  /// The round.
  public Round round() {
    return new Round(
        2024,
        "测试",
        "共同承诺 年度呈现",
        members,
        new ReportingPeriod(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31")),
        LocalDate.parse("2025-01-01"),
        LocalDate.parse("2025-03-31"),
        LocalDate.parse("2025-05-31"),
        true,
        List.of(PIECE, KILOMETRE),
        List.of(
            new CodeList(
                "kind", List.of(new CodeList.Entry("a", "甲类"), new CodeList.Entry("b", "乙类")))),
        List.of(project()),
        indicators,
        List.of(form()),
        List.of(
            new Region("310000", "上海市", SHANGHAI, "city"),
            new Region("320100", "南京市", JIANGSU, "city")),
        opening,
        Map.of("title", PLACE, "slogan", PLACE, "entities", PLACE),
        Sha256.of("test"));
  }

  private static Project project() {
    Source source =
        new Source(Source.Provenance.VERBATIM, "测试", LocalDate.parse("2024-06-06"), null);
    return new Project(1, "测试项目", "做好。", source, List.of(), null, List.of(), List.of(), PLACE);
  }

  private static Form form() {
    return new Form(
        "thing",
        "事项",
        "一行一项。",
        List.of(
            column("name", "名称", ColumnType.TEXT, null, null, true),
            column("city", "城市", ColumnType.CODE, null, "regions/city", false),
            column("amount", "数量", ColumnType.NUMBER, KILOMETRE, null, false),
            column("whole", "全长", ColumnType.NUMBER, KILOMETRE, null, false),
            column("day", "日期", ColumnType.DATE, null, null, false),
            column("done", "是否完成", ColumnType.FLAG, null, null, false),
            column("kind", "类别", ColumnType.CODE, null, "kind", false),
            Form.EXPLANATION,
            column("remark", "备注", ColumnType.TEXT, null, null, false)));
  }

  private static Column column(
      String code,
      String heading,
      ColumnType type,
      @Nullable UnitOfMeasure unit,
      @Nullable String list,
      boolean key) {
    return new Column(code, heading, type, unit, list, key, key, 12);
  }
}
