package pledgebook.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.Coverage;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.reconciliation.ReconciledProject;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Clause;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Printed.Scale;
import pledgebook.registry.Project;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.Source;
import pledgebook.registry.Source.Provenance;
import pledgebook.registry.Target;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.ReportingPeriod;
import pledgebook.vocabulary.Sha256;
import pledgebook.vocabulary.UnitOfMeasure;

/// A round of a project or two with what came of it, put together in a test.
final class SmallRound {
  private static final String FILE = "2024/round.yml";
  private static final EntityCode SHANGHAI = new EntityCode("310000");
  private static final EntityCode JIANGSU = new EntityCode("320000");

  static final Printed PLAIN = new Printed(Scale.NONE, 0, null, Qualifier.NONE);

  static final Indicator RAIL =
      indicator(
          "A01-01",
          "新增铁路里程",
          "公里",
          Kind.FLOW,
          new Printed(Scale.NONE, 1, null, Qualifier.NONE),
          target(Comparator.AT_LEAST, "660"));
  static final Indicator LINE =
      indicator("A01-02", "杭温铁路建成通车", "", Kind.MILESTONE, PLAIN, target(Comparator.DONE, null));
  static final Indicator STATION = indicator("A01-03", "宣绩高铁建成通车", "", Kind.MILESTONE, PLAIN, null);
  static final Indicator CITIES =
      indicator("A01-04", "覆盖城市", "个", Kind.COVERAGE, PLAIN, target(Comparator.ALL, "41"));
  static final Indicator CASES =
      indicator(
          "A01-05",
          "累计全程网办",
          "件",
          Kind.STOCK,
          new Printed(Scale.WAN, 0, new BigDecimal("100000"), Qualifier.MORE_THAN),
          null);
  static final String PROMISE = "新增建成铁路里程660公里，杭温铁路建成通车，实现41个城市全覆盖。";

  private final List<Project> projects = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private final List<ReconciledIndicator> results = new ArrayList<>();
  private final List<ReconciledProject> verdicts = new ArrayList<>();
  private String title = "2024年度长三角一体化实事项目完成情况";

  /// Everything reported and reached.
  static SmallRound fulfilled(Project project) {
    return new SmallRound()
        .project(project, ProjectVerdict.COMPLETED, true)
        .indicator(RAIL, "667.6", Outcome.EXCEEDED)
        .indicator(LINE, "2", Outcome.MET)
        .indicator(STATION, "2", Outcome.NO_TARGET)
        .indicator(CITIES, "41", Outcome.MET)
        .indicator(CASES, "14836200", Outcome.NO_TARGET);
  }

  SmallRound title(String changed) {
    title = changed;
    return this;
  }

  SmallRound project(Project project, ProjectVerdict verdict) {
    return project(project, verdict, false);
  }

  SmallRound project(Project project, ProjectVerdict verdict, boolean exceeded) {
    projects.add(project);
    verdicts.add(new ReconciledProject(project.number(), verdict, exceeded, false));
    return this;
  }

  /// Adds an indicator whose value is a fraction.
  SmallRound indicator(Indicator indicator, @Nullable Actual actual, Outcome outcome) {
    indicators.add(indicator);
    List<EntityCode> required = List.of(SHANGHAI, JIANGSU);
    Coverage coverage =
        new Coverage(required, outcome == Outcome.NOT_REPORTED ? List.of(SHANGHAI) : required);
    results.add(
        new ReconciledIndicator(
            indicator.code(), actual, outcome, null, null, null, coverage, List.of()));
    return this;
  }

  /// Adds an indicator with an ordinary value.
  SmallRound indicator(Indicator indicator, String actual, Outcome outcome) {
    return indicator(indicator, new Actual(new BigDecimal(actual), BigDecimal.ONE), outcome);
  }

  Round round() {
    return new Round(
        2024,
        title,
        "共同承诺 年度呈现",
        List.of(
            new ReportingEntity(SHANGHAI, "上海市", "沪"), new ReportingEntity(JIANGSU, "江苏省", "苏")),
        new ReportingPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
        LocalDate.of(2025, 1, 6),
        LocalDate.of(2025, 2, 28),
        LocalDate.of(2024, 12, 31),
        true,
        List.of(),
        List.of(),
        projects,
        indicators,
        List.of(),
        List.of(),
        List.of(),
        Map.of("title", headPlace("title"), "slogan", headPlace("slogan")),
        Sha256.of("small round"));
  }

  private static DefinitionPlace headPlace(String key) {
    return new DefinitionPlace("2024/round.yml", 3, "round." + key);
  }

  ReconciledRound reconciled() {
    return new ReconciledRound(results, verdicts);
  }

  Statements compile() {
    return StatementCompiler.compile(round(), reconciled());
  }

  /// The statement of the first project.
  Statement statement() {
    return compile().projects().getFirst();
  }

  /// What the first project says was done.
  String completion() {
    return Statement.text(statement().completion());
  }

  static Project project(int number, String commitment, Clause... completion) {
    return project(number, commitment, Provenance.VERBATIM, List.of(), completion);
  }

  static Project project(
      int number,
      String commitment,
      Provenance provenance,
      List<Project.Quoted> quoted,
      Clause... completion) {
    return new Project(
        number,
        "示例项目",
        commitment,
        new Source(provenance, "示例", LocalDate.of(2024, 6, 6), null),
        List.of(
            new Project.ResponsibleUnits(SHANGHAI, List.of("市发展改革委", "市交通委")),
            new Project.ResponsibleUnits(JIANGSU, List.of("省发展改革委"))),
        null,
        List.of(completion),
        quoted,
        place(10 * number, "projects[" + (number - 1) + "]"));
  }

  static Clause clause(String text, String... restsOn) {
    List<IndicatorCode> codes = List.of(restsOn).stream().map(IndicatorCode::new).toList();
    return new Clause(text, codes, place(42, "projects[0].completion[1].text"));
  }

  static Indicator indicator(
      String code, String name, String unit, Kind kind, Printed printed, @Nullable Target target) {
    return new Indicator(
        new IndicatorCode(code),
        name,
        new UnitOfMeasure(unit, 3),
        kind,
        Integer.valueOf(code.substring(1, 3)),
        List.of(SHANGHAI, JIANGSU),
        null,
        null,
        null,
        null,
        kind == Kind.MILESTONE ? List.of("交付事项甲", "交付事项乙") : List.of(),
        printed,
        target,
        place(77, "projects[0].indicators[" + code + "]"));
  }

  static Target target(Comparator comparator, @Nullable String value) {
    return target(comparator, value, null, Firmness.COMMITTED);
  }

  static Target target(
      Comparator comparator, @Nullable String value, @Nullable String from, Firmness firmness) {
    return new Target(
        comparator,
        value == null ? null : new BigDecimal(value),
        from == null ? null : new BigDecimal(from),
        firmness,
        false,
        null);
  }

  private static DefinitionPlace place(int line, String key) {
    return new DefinitionPlace(FILE, line, key);
  }
}
