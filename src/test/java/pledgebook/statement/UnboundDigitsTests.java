package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static pledgebook.statement.SmallRound.PLAIN;
import static pledgebook.statement.SmallRound.PROMISE;
import static pledgebook.statement.SmallRound.STATION;
import static pledgebook.statement.SmallRound.clause;
import static pledgebook.statement.SmallRound.fulfilled;
import static pledgebook.statement.SmallRound.indicator;
import static pledgebook.statement.SmallRound.project;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Project;
import pledgebook.registry.Project.Quoted;
import pledgebook.registry.Source.Provenance;

/// Digits and bindings that stop a run, told with file and line.
class UnboundDigitsTests {
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
    "①新增里程, ①",
    "里程½公里, ½",
    "第Ⅷ批, Ⅷ",
    "每平方米m², ²",
    "里程٦٦公里, ٦٦",
    "第㈠批, ㈠",
    "里程{{ A01-01 }}²公里, ²",
  })
  void aDigitBoundToNothingStopsTheRun(String text, String digits) {
    Project project = project(1, PROMISE, Provenance.VERBATIM, quoted("240小时"), clause(text));

    assertThatThrownBy(() -> fulfilled(project).compile())
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
        .hasMessageContaining("2024/round.yml第3行（round.title）中的2023；")
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

  @Test
  void hanNumeralsAreFreeAndOtherNumbersMayBeQuoted() {
    Project project =
        project(1, "十大线路。", Provenance.VERBATIM, quoted("Ⅷ号线", "③"), clause("二〇二四年③十大Ⅷ号线"));

    Statement statement = new SmallRound().project(project, ProjectVerdict.COMPLETED).statement();

    assertThat(statement.completion()).containsExactly(new Span.Words("二〇二四年③十大Ⅷ号线。"));
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
    assertThatThrownBy(() -> fulfilled(project(1, PROMISE, clause(text, restsOn))).compile())
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
}
