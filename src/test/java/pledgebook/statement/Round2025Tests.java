package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pledgebook.reconciliation.Coverage;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledProject;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Project;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.statement.Figure.Role;

/// The round of 2025 before anybody has sent anything.
class Round2025Tests {
  @Test
  void aRoundWithoutSubmissionsPromisesAndSaysNothingWasReported() throws Exception {
    Round round = RoundReader.read(Path.of("jobs"), 2025);
    Statements statements = StatementCompiler.compile(round, nothingReported(round));

    assertThat(statements.projects())
        .extracting(s -> Statement.text(s.commitment()))
        .isEqualTo(round.projects().stream().map(Project::commitment).toList())
        .hasSize(10);
    assertThat(statements.projects())
        .allSatisfy(statement ->
            assertThat(Statement.text(statement.completion()))
                .matches("([^：；。0-9]+：未报送[、；])*[^：；。0-9]+：未报送。"));
    assertThat(statements.figures()).isNotEmpty().allMatch(f -> f.role() == Role.PROMISE);
    assertThat(statements.overall()).isEqualTo("未全部完成：项目一、项目二、项目三、项目四、项目五、项目六、项目七、项目八、项目九、项目十未报送。");
    assertThat(statements.projects().get(3).commitment())
        .filteredOn(Span.Bound.class::isInstance)
        .extracting(Span::text)
        .containsExactly("78项", "113项", "12个");
  }

  private static ReconciledRound nothingReported(Round round) {
    return new ReconciledRound(
        round.indicators().stream()
            .map(i ->
                new ReconciledIndicator(
                    i.code(),
                    null,
                    Outcome.NOT_REPORTED,
                    null,
                    null,
                    null,
                    new Coverage(i.reportedBy(), List.of()),
                    List.of()))
            .toList(),
        round.projects().stream()
            .map(p -> new ReconciledProject(p.number(), ProjectVerdict.NOT_REPORTED, false, false))
            .toList());
  }
}
