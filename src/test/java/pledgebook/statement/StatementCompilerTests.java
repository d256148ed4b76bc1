package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static pledgebook.statement.SmallRound.PLAIN;
import static pledgebook.statement.SmallRound.clause;
import static pledgebook.statement.SmallRound.indicator;
import static pledgebook.statement.SmallRound.project;
import static pledgebook.statement.SmallRound.target;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Printed.Scale;
import pledgebook.registry.Project;
import pledgebook.registry.Project.Quoted;
import pledgebook.registry.Source.Provenance;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;
import pledgebook.statement.Figure.Role;

class StatementCompilerTests {
  private static final Indicator RAIL =
      indicator(
          "A01-01",
          "新增铁路里程",
          "公里",
          Kind.FLOW,
          new Printed(Scale.NONE, 1, null, Qualifier.NONE),
          target(Comparator.AT_LEAST, "660"));
  private static final Indicator LINE =
      indicator("A01-02", "杭温铁路建成通车", "", Kind.MILESTONE, PLAIN, target(Comparator.DONE, null));
  private static final Indicator STATION =
      indicator("A01-03", "宣绩高铁建成通车", "", Kind.MILESTONE, PLAIN, null);
  private static final Indicator CITIES =
      indicator("A01-04", "覆盖城市", "个", Kind.COVERAGE, PLAIN, target(Comparator.ALL, "41"));
  private static final Indicator CASES =
      indicator(
          "A01-05",
          "累计全程网办",
          "件",
          Kind.STOCK,
          new Printed(Scale.WAN, 0, new BigDecimal("100000"), Qualifier.MORE_THAN),
          null);
  private static final String PROMISE = "新增建成铁路里程660公里，杭温铁路建成通车，实现41个城市全覆盖。";

  /// Everything reported and reached.
  private static SmallRound round(Project project) {
    return new SmallRound()
        .project(project, ProjectVerdict.COMPLETED)
        .indicator(RAIL, "667.6", Outcome.EXCEEDED)
        .indicator(LINE, "2", Outcome.MET)
        .indicator(STATION, "2", Outcome.NO_TARGET)
        .indicator(CITIES, "41", Outcome.MET)
        .indicator(CASES, "14836200", Outcome.NO_TARGET);
  }

  @Test
  void theCommitmentStandsToTheLetterWithItsFiguresBound() {
    Statement statement = round(project(1, PROMISE)).statement();

    assertThat(Statement.text(statement.commitment())).isEqualTo(PROMISE);
    assertThat(statement.commitment())
        .containsExactly(
            new Span.Words("新增建成铁路里程"),
            new Span.Bound(new Figure("1-目标-1", RAIL.code(), Role.PROMISE, "660", "公里", true)),
            new Span.Words("，杭温铁路建成通车，实现"),
            new Span.Bound(new Figure("1-目标-2", CITIES.code(), Role.PROMISE, "41", "个", true)),
            new Span.Words("城市全覆盖。"));
  }

  @Test
  void theScaleBelongsToAPromisedFigureAndBothEndsOfARiseAreBound() {
    Indicator piles =
        indicator("A01-01", "新建公共充电桩", "个", Kind.FLOW, PLAIN, target(Comparator.AT_LEAST, "70000"));
    Indicator ratio =
        indicator(
            "A01-02",
            "车桩比",
            "比",
            Kind.RATIO,
            PLAIN,
            target(Comparator.AT_MOST, "1.9", null, Firmness.ASPIRED));
    Indicator services =
        indicator(
            "A01-03",
            "一卡通用事项",
            "项",
            Kind.COMMON,
            PLAIN,
            target(Comparator.RAISED_TO, "113", "78", Firmness.COMMITTED));
    Statement statement =
        new SmallRound()
            .project(project(1, "新建公共充电桩7万个以上，车桩比力争达到1.9之内，由78项拓展至113项。"), ProjectVerdict.COMPLETED)
            .indicator(piles, "70000", Outcome.MET)
            .indicator(ratio, new Actual(BigDecimal.TWO, BigDecimal.ONE), Outcome.ASPIRATION_MISSED)
            .indicator(services, "113", Outcome.MET)
            .statement();

    assertThat(statement.figures())
        .extracting(Figure::id, Figure::indicator, Figure::text, Figure::tied)
        .containsExactly(
            tuple("1-目标-1", piles.code(), "7万", "个"),
            tuple("1-目标-2", ratio.code(), "1.9", "之"),
            tuple("1-目标-3", services.code(), "78", "项"),
            tuple("1-目标-4", services.code(), "113", "项"));
  }

  @Test
  void theCompletionIsJoinedFromItsClauses() {
    Statement statement =
        round(
                project(
                    1,
                    PROMISE,
                    clause("{{ year }}年新增建成铁路里程{{A01-01}}公里"),
                    clause("杭温、宣绩高铁建成通车", "A01-02", "A01-03"),
                    clause("{{ A01-04 }}城全覆盖，累计全程网办{{ A01-05 }}件")))
            .statement();

    assertThat(statement.completion())
        .containsExactly(
            new Span.Words("2024年新增建成铁路里程"),
            new Span.Bound(
                new Figure("1-完成-1", RAIL.code(), Role.PERFORMANCE, "667.6", "公里", true)),
            new Span.Words("；杭温、宣绩高铁建成通车；"),
            new Span.Bound(new Figure("1-完成-2", CITIES.code(), Role.PERFORMANCE, "41", "城", true)),
            new Span.Words("全覆盖，累计全程网办"),
            new Span.Bound(
                new Figure("1-完成-3", CASES.code(), Role.PERFORMANCE, "超1480万", "件", false)),
            new Span.Words("。"));
  }

  @Test
  void aFigureThatIsNotReportedIsNotSaid() {
    SmallRound round =
        new SmallRound()
            .project(
                project(
                    1,
                    PROMISE,
                    clause("新增建成铁路里程{{ A01-01 }}公里"),
                    clause("{{ A01-04 }}城全覆盖，累计全程网办{{ A01-05 }}件，共{{ A01-04 }}城")),
                ProjectVerdict.NOT_REPORTED)
            .indicator(RAIL, "667.6", Outcome.MET)
            .indicator(LINE, "2", Outcome.MET)
            .indicator(CITIES, (Actual) null, Outcome.NOT_REPORTED)
            .indicator(CASES, (Actual) null, Outcome.NOT_REPORTED);

    assertThat(completion(round)).isEqualTo("新增建成铁路里程667.6公里；覆盖城市：未报送、累计全程网办：未报送。");
  }

  @Test
  void onlyWhatIsMissingIsNamed() {
    SmallRound round =
        new SmallRound()
            .project(
                project(1, PROMISE, clause("{{ A01-04 }}城全覆盖，累计全程网办{{ A01-05 }}件", "A01-02")),
                ProjectVerdict.MISSED)
            .indicator(RAIL, "667.6", Outcome.MET)
            .indicator(LINE, "1", Outcome.MISSED)
            .indicator(CITIES, "41", Outcome.MET)
            .indicator(CASES, (Actual) null, Outcome.NOT_REPORTED);

    assertThat(completion(round)).isEqualTo("累计全程网办：未报送、杭温铁路建成通车：未完成。");
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"MISSED", "NOT_REPORTED", "IN_DOUBT", "ASPIRATION_MISSED"})
  void aDeliverableThatIsNotThereIsNotSaid(Outcome outcome) {
    SmallRound round =
        new SmallRound()
            .project(project(1, PROMISE, clause("杭温高铁建成通车", "A01-02")), ProjectVerdict.MISSED)
            .indicator(RAIL, "667.6", Outcome.MET)
            .indicator(LINE, (Actual) null, outcome)
            .indicator(CITIES, "41", Outcome.MET);

    assertThat(completion(round)).isEqualTo("杭温铁路建成通车：" + outcome.label() + "。");
  }

  @ParameterizedTest
  @CsvSource({"2, 宣绩高铁开通。", "1, 宣绩高铁建成通车：未完成。", "0, 宣绩高铁建成通车：未完成。", ", 宣绩高铁建成通车：待核实。"})
  void aDeliverableWithoutATargetHasToBeThereToo(@Nullable BigDecimal done, String said) {
    Actual actual = done == null ? null : new Actual(done, BigDecimal.ONE);
    SmallRound round =
        new SmallRound()
            .project(project(1, "宣绩高铁开通。", clause("宣绩高铁开通", "A01-03")), ProjectVerdict.COMPLETED)
            .indicator(STATION, actual, Outcome.NO_TARGET);

    assertThat(completion(round)).isEqualTo(said);
  }

  @Test
  void aFigureInDoubtIsPrintedAndTheVerdictSaysSo() {
    SmallRound round =
        new SmallRound()
            .project(project(1, PROMISE, clause("新增建成铁路里程{{ A01-01 }}公里")), ProjectVerdict.IN_DOUBT)
            .indicator(RAIL, "66760", Outcome.IN_DOUBT)
            .indicator(LINE, "2", Outcome.MET)
            .indicator(CITIES, "41", Outcome.MET);

    assertThat(completion(round)).isEqualTo("新增建成铁路里程66760.0公里。");
    assertThat(round.statement().verdict()).isEqualTo(ProjectVerdict.IN_DOUBT);
  }

  @Test
  void aRatioToNothingIsToBeVerified() {
    Indicator ratio = indicator("A01-01", "车桩比", "比", Kind.RATIO, PLAIN, null);
    SmallRound round =
        new SmallRound()
            .project(project(1, "车桩比下降。", clause("车桩比{{ A01-01 }}")), ProjectVerdict.COMPLETED)
            .indicator(ratio, (Actual) null, Outcome.NO_TARGET);

    assertThat(completion(round)).isEqualTo("车桩比：待核实。");
  }

  @Test
  void responsibleUnitsStandALinePerMember() {
    assertThat(round(project(1, PROMISE)).statement().responsible())
        .containsExactly("上海市：市发展改革委、市交通委", "江苏省：省发展改革委");
  }

  @ParameterizedTest
  @CsvSource({"VERBATIM,", "REPORTED, ※据公开报道", "RECONSTRUCTED, ※据公开报道整理"})
  void wordingThatIsNotOfficialCarriesANote(Provenance provenance, @Nullable String note) {
    Project project = project(1, PROMISE, provenance, List.of());

    assertThat(round(project).statement().sourceNote()).isEqualTo(note);
  }

  @Test
  void aCompletedProjectMayHaveGoneBeyondItsFigure() {
    Project project = project(1, PROMISE);
    SmallRound missed =
        new SmallRound()
            .project(project, ProjectVerdict.MISSED)
            .indicator(RAIL, "667.6", Outcome.EXCEEDED)
            .indicator(LINE, "1", Outcome.MISSED)
            .indicator(CITIES, "41", Outcome.MET);

    assertThat(round(project).statement().exceeded()).isTrue();
    assertThat(missed.statement().exceeded()).isFalse();
  }

  @Test
  void everythingIsCompletedOnlyWhenEveryProjectIs() {
    SmallRound all = new SmallRound();
    SmallRound some = new SmallRound();
    for (int number = 1; number <= 12; number++) {
      Project project = project(number, "加快建设。");
      all.project(project, ProjectVerdict.COMPLETED);
      some.project(
          project,
          switch (number) {
            case 3, 12 -> ProjectVerdict.MISSED;
            case 5 -> ProjectVerdict.NOT_REPORTED;
            case 10 -> ProjectVerdict.IN_DOUBT;
            default -> ProjectVerdict.COMPLETED;
          });
    }

    assertThat(all.compile().overall()).isEqualTo("全部完成");
    assertThat(all.compile().allCompleted()).isTrue();
    assertThat(some.compile().overall()).isEqualTo("未全部完成：项目三、项目十二未完成；项目五未报送；项目十待核实；其余项目完成。");
    assertThat(some.compile().allCompleted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "21, 二十一", "99, 九十九"})
  void projectsAreNamedInChineseNumerals(int number, String numeral) {
    assertThat(OverallVerdict.numeral(number)).isEqualTo(numeral);
  }

  @Test
  void aQualifierThatIsNotBorneOutIsAFinding() {
    SmallRound round =
        new SmallRound()
            .project(
                project(1, "推进网办。", clause("网办{{ A01-05 }}件"), clause("又{{ A01-05 }}件")),
                ProjectVerdict.COMPLETED)
            .indicator(CASES, "14800000", Outcome.NO_TARGET);

    assertThat(completion(round)).isEqualTo("网办1480万件；又1480万件。");
    Finding finding = onlyFinding(round);
    assertThat(finding.code()).isEqualTo("statement.qualifier-not-borne-out");
    assertThat(finding.severity()).isEqualTo(Severity.VERIFY);
    assertThat(finding.indicators()).containsExactly(CASES.code());
    assertThat(finding.found()).isEqualTo("14800000");
    assertThat(finding.expected()).isEqualTo("1480万");
    assertThat(finding.location().file()).isEqualTo("2024/round.yml");
    assertThat(finding.location().cell()).isEqualTo("77");
    assertThat(finding.message())
        .isEqualTo(
            "指标A01-05“累计全程网办”的数值为14800000件，并不严格高于所印数字，不能印作“超1480万”，"
                + "现按GB/T 8170修约印作“1480万”。请核实数值；数值无误的，请在round.yml中去掉“超”或调整step。");
  }

  @Test
  void moreThanNothingIsAFindingToo() {
    SmallRound round =
        new SmallRound()
            .project(project(1, "推进网办。", clause("网办{{ A01-05 }}件")), ProjectVerdict.COMPLETED)
            .indicator(CASES, "53000", Outcome.NO_TARGET);

    assertThat(completion(round)).isEqualTo("网办5万件。");
    assertThat(onlyFinding(round).message()).contains("数值为53000件，不足一个修约步长");
  }

  @Test
  void printingThatLosesTheVerdictIsAFindingAndChangesNoVerdict() {
    SmallRound round =
        new SmallRound()
            .project(project(1, PROMISE, clause("里程{{ A01-01 }}公里")), ProjectVerdict.MISSED)
            .indicator(RAIL, "659.96", Outcome.MISSED)
            .indicator(LINE, "2", Outcome.MET)
            .indicator(CITIES, "41", Outcome.MET);

    assertThat(completion(round)).isEqualTo("里程660.0公里。");
    assertThat(round.statement().verdict()).isEqualTo(ProjectVerdict.MISSED);
    assertThat(onlyFinding(round).code()).isEqualTo("statement.printing-flips-verdict");
    assertThat(onlyFinding(round).severity()).isEqualTo(Severity.VERIFY);
    assertThat(onlyFinding(round).message())
        .isEqualTo(
            "指标A01-01“新增铁路里程”的数值为659.96公里，未达到目标（≥660），"
                + "但印作“660.0”会使人以为已经达到。请在round.yml中增加decimals或调整step。");
  }

  @Test
  void aReachedTargetMayBeLostInPrintToo() {
    Indicator ratio =
        indicator(
            "A01-01",
            "车桩比",
            "比",
            Kind.RATIO,
            PLAIN,
            target(Comparator.AT_MOST, "1.9", null, Firmness.COMMITTED));
    SmallRound round =
        new SmallRound()
            .project(project(1, "车桩比达到1.9之内。", clause("车桩比{{ A01-01 }}")), ProjectVerdict.COMPLETED)
            .indicator(
                ratio,
                new Actual(new BigDecimal("8760000"), new BigDecimal("5412300")),
                Outcome.EXCEEDED);

    assertThat(completion(round)).isEqualTo("车桩比2∶1。");
    assertThat(onlyFinding(round).found()).isEqualTo("8760000∶5412300");
    assertThat(onlyFinding(round).message())
        .contains("数值为8760000∶5412300，已达到目标（≤1.9），但印作“2∶1”会使人以为没有达到");
  }

  @ParameterizedTest
  @CsvSource({
    "里程668公里, 668",
    "里程６６８公里, ６６８",
    "里程1.5万公里, 1.5",
    "延长至1240小时, 1240",
    "延长至240.5小时, 240.5",
    "新增2023年里程, 2023",
    "新增2024公里, 2024",
    "新增12024年里程, 12024",
    "里程{{ A01-01 }}0公里, 0",
  })
  void aDigitBoundToNothingStopsTheRun(String text, String digits) {
    Project project = project(1, PROMISE, Provenance.VERBATIM, quoted("240小时"), clause(text));

    assertThatThrownBy(() -> round(project).compile())
        .asInstanceOf(type(Failure.class))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo("statement.unbound-digit");
          assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
          assertThat(failure)
              .hasMessageContaining(
                  "2024/round.yml第42行（projects[0].completion[1].text）中的" + digits + "。");
        });
  }

  @Test
  void aDigitStopsTheRunEvenWhereItsClauseWouldNotBeSaid() {
    SmallRound round =
        new SmallRound()
            .project(project(1, "加快建设。", clause("里程668公里", "A01-03")), ProjectVerdict.COMPLETED)
            .indicator(STATION, (Actual) null, Outcome.NOT_REPORTED);

    assertThatThrownBy(round::compile).hasMessageContaining("中的668。");
  }

  @Test
  void allUnboundDigitsAreToldAtOnce() {
    Indicator named = indicator("A02-01", "12项目录", "项", Kind.COMMON, PLAIN, null);
    SmallRound round =
        new SmallRound()
            .title("2023年度实事项目")
            .project(project(1, "新增660公里。"), ProjectVerdict.COMPLETED)
            .project(project(2, "加快建设。", clause("{{ A02-01 }}项")), ProjectVerdict.COMPLETED)
            .indicator(named, "12", Outcome.NO_TARGET);

    assertThatThrownBy(round::compile)
        .hasMessageContaining("2024年度定义文件（title）中的2023；")
        .hasMessageContaining("2024/round.yml第10行（projects[0].commitment）中的660；")
        .hasMessageContaining("2024/round.yml第77行（projects[0].indicators[A02-01].name）中的12。");
  }

  @Test
  void quotedConstantsAndTheYearStayWords() {
    Project project =
        project(
            1,
            "2024年实施144小时过境免签。",
            Provenance.VERBATIM,
            quoted("240小时", "144小时"),
            clause("2024年底延长至240小时"));

    Statement statement = new SmallRound().project(project, ProjectVerdict.COMPLETED).statement();

    assertThat(statement.commitment()).containsExactly(new Span.Words("2024年实施144小时过境免签。"));
    assertThat(statement.completion()).containsExactly(new Span.Words("2024年底延长至240小时。"));
  }

  @ParameterizedTest
  @CsvSource({"{{ A09-99 }}条", "{{ yaer }}年", "{{ year }年", "{ year }}年", "{{ A01-01 条"})
  void aBindingOfNothingStopsTheRun(String text) {
    assertFailure(text, "statement.unknown-binding");
  }

  @Test
  void aMilestoneHasNoFigureToBind() {
    assertFailure("通车{{ A01-02 }}条", "statement.no-figure");
  }

  @Test
  void aClauseCannotRestOnWhatNobodyJudges() {
    assertFailure("累计网办", "statement.nothing-to-rest-on", "A01-05");
    assertFailure("累计网办", "statement.unknown-binding", "A09-99");
  }

  private static void assertFailure(String text, String code, String... restsOn) {
    assertThatThrownBy(() -> round(project(1, PROMISE, clause(text, restsOn))).compile())
        .asInstanceOf(type(Failure.class))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo(code);
          assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
          assertThat(failure).hasMessageContaining("2024/round.yml第42行");
        });
  }

  private static List<Quoted> quoted(String... texts) {
    return List.of(texts).stream().map(text -> new Quoted(text, "示例来源")).toList();
  }

  private static String completion(SmallRound round) {
    return Statement.text(round.statement().completion());
  }

  private static Finding onlyFinding(SmallRound round) {
    List<Finding> findings = round.compile().findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
