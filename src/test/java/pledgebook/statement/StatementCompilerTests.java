package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pledgebook.statement.SmallRound.CASES;
import static pledgebook.statement.SmallRound.CITIES;
import static pledgebook.statement.SmallRound.LINE;
import static pledgebook.statement.SmallRound.PLAIN;
import static pledgebook.statement.SmallRound.PROMISE;
import static pledgebook.statement.SmallRound.RAIL;
import static pledgebook.statement.SmallRound.STATION;
import static pledgebook.statement.SmallRound.clause;
import static pledgebook.statement.SmallRound.fulfilled;
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
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Project;
import pledgebook.registry.Source.Provenance;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;
import pledgebook.statement.Figure.Role;

class StatementCompilerTests {
  @Test
  void theCommitmentStandsToTheLetterWithItsFiguresBound() {
    Statement statement = fulfilled(project(1, PROMISE)).statement();

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
        fulfilled(
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

    assertThat(round.completion()).isEqualTo("新增建成铁路里程667.6公里；覆盖城市：未报送、累计全程网办：未报送。");
  }

  @ParameterizedTest
  @CsvSource({
    "41, MET, 41城全覆盖。",
    "40, MISSED, 覆盖城市：未完成。",
    "40, IN_DOUBT, 覆盖城市：未完成。",
    "41, IN_DOUBT, 41城全覆盖。"
  })
  void fullCoverageIsSaidOnlyWhereAllIsCovered(String reached, Outcome outcome, String expected) {
    SmallRound round =
        new SmallRound()
            .project(project(1, PROMISE, clause("{{ A01-04 }}城全覆盖")), ProjectVerdict.NOT_REPORTED)
            .indicator(RAIL, "667.6", Outcome.MET)
            .indicator(LINE, "2", Outcome.MET)
            .indicator(CITIES, reached, outcome);

    assertThat(round.completion()).isEqualTo(expected);
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

    assertThat(round.completion()).isEqualTo("累计全程网办：未报送、杭温铁路建成通车：未完成。");
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

    assertThat(round.completion()).isEqualTo("杭温铁路建成通车：" + outcome.label() + "。");
  }

  @ParameterizedTest
  @CsvSource({"2, 宣绩高铁开通。", "1, 宣绩高铁建成通车：未完成。", "0, 宣绩高铁建成通车：未完成。", ", 宣绩高铁建成通车：待核实。"})
  void aDeliverableWithoutATargetHasToBeThereToo(@Nullable BigDecimal done, String said) {
    Actual actual = done == null ? null : new Actual(done, BigDecimal.ONE);
    SmallRound round =
        new SmallRound()
            .project(project(1, "宣绩高铁开通。", clause("宣绩高铁开通", "A01-03")), ProjectVerdict.COMPLETED)
            .indicator(STATION, actual, Outcome.NO_TARGET);

    assertThat(round.completion()).isEqualTo(said);
  }

  @Test
  void aFigureInDoubtIsPrintedAndTheVerdictSaysSo() {
    SmallRound round =
        new SmallRound()
            .project(project(1, PROMISE, clause("新增建成铁路里程{{ A01-01 }}公里")), ProjectVerdict.IN_DOUBT)
            .indicator(RAIL, "66760", Outcome.IN_DOUBT)
            .indicator(LINE, "2", Outcome.MET)
            .indicator(CITIES, "41", Outcome.MET);

    assertThat(round.completion()).isEqualTo("新增建成铁路里程66760.0公里。");
    assertThat(round.statement().verdict()).isEqualTo(ProjectVerdict.IN_DOUBT);
  }

  @Test
  void aRatioToNothingIsToBeVerified() {
    Indicator ratio = indicator("A01-01", "车桩比", "比", Kind.RATIO, PLAIN, null);
    SmallRound round =
        new SmallRound()
            .project(project(1, "车桩比下降。", clause("车桩比{{ A01-01 }}")), ProjectVerdict.COMPLETED)
            .indicator(ratio, (Actual) null, Outcome.NO_TARGET);

    assertThat(round.completion()).isEqualTo("车桩比：待核实。");
  }

  @Test
  void responsibleUnitsStandALinePerMember() {
    assertThat(fulfilled(project(1, PROMISE)).statement().responsible())
        .containsExactly("上海市：市发展改革委、市交通委", "江苏省：省发展改革委");
  }

  @ParameterizedTest
  @CsvSource({"VERBATIM,", "REPORTED, ※据公开报道", "RECONSTRUCTED, ※据公开报道整理"})
  void wordingThatIsNotOfficialCarriesANote(Provenance provenance, @Nullable String note) {
    Project project = project(1, PROMISE, provenance, List.of());

    assertThat(fulfilled(project).statement().sourceNote()).isEqualTo(note);
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

    assertThat(fulfilled(project).statement().exceeded()).isTrue();
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
}
