package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Difference;
import pledgebook.registry.Difference.Signature;
import pledgebook.registry.Difference.Sourced;
import pledgebook.registry.Kind;
import pledgebook.vocabulary.IndicatorCode;

/// What a difference note does to an edition, and what it never does: give a value.
class DifferenceTests {
  private static final LocalDate DAY = LocalDate.parse("2025-03-20");

  private static Difference note(String sent, @Nullable String agreed) {
    return new Difference(
        new IndicatorCode("A01-01"),
        SHANGHAI,
        new Sourced(new BigDecimal(sent), "指标!E2"),
        new Sourced(new BigDecimal("70"), "示例公报"),
        "示例：口径不同",
        agreed != null,
        agreed == null ? null : new BigDecimal(agreed),
        agreed == null ? List.of() : List.of(new Signature("甲", DAY), new Signature("乙", DAY)),
        new DefinitionPlace("2024/differences.yml", 2, "differences[0]"));
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60, ,   observation.difference-open,            IN_DOUBT",
    "61, 60, ,   observation.difference-outdated,        IN_DOUBT",
    "60, 60, 60, '',                                     EXCEEDED",
    "60, 60, 70, observation.difference-not-resubmitted, IN_DOUBT",
    "70, 60, 70, observation.difference-resubmitted,     EXCEEDED",
    "65, 60, 70, observation.difference-outdated,        IN_DOUBT",
  })
  void tellsWhatIsToBeDoneAndLeavesTheValueAlone(
      String now, String sent, @Nullable String agreed, String codes, Outcome outcome) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, target(AT_LEAST, "50"));
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", now).flow(JIANGSU, "A01-01", "1");
      ReconciledIndicator reconciled = staged.difference(note(sent, agreed)).reconcile("A01-01");
      assertThat(reconciled.figure().orElseThrow().numerator())
          .isEqualByComparingTo(new BigDecimal(now).add(BigDecimal.ONE));
      assertThat(reconciled.outcome()).isEqualTo(outcome);
      List<Finding> told =
          new Observations(staged.warehouse())
              .judgement().findings().stream()
                  .filter(finding -> finding.code().startsWith("observation.difference-"))
                  .toList();
      assertThat(String.join(" ", told.stream().map(Finding::code).sorted().toList()))
          .isEqualTo(String.join(" ", Stream.of(codes.split(" ", -1)).sorted().toList()));
      assertThat(told)
          .allSatisfy(finding -> {
            // It is the secretariat's own file; no member can answer for it, and nobody waives it.
            if (finding.code().endsWith("-open") || finding.code().endsWith("-outdated")) {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.entity()).isNull();
            }
            assertThat(finding.location().file()).isEqualTo("2024/differences.yml");
            assertThat(finding.location().cell()).isEqualTo("2");
          });
      assertThat(told.stream().anyMatch(finding -> finding.severity() != Severity.NOTE))
          .isEqualTo(outcome == Outcome.IN_DOUBT);
    }
  }

  /// No value is taken from a note: its relation is known to its rules and to what lists it.
  @Test
  void noValueIsTakenFromANote() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/sql"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
        String text = Files.readString(file);
        if (text.contains("registry.difference") || text.contains("observation.difference_")) {
          assertThat(file.getFileName().toString()).as(file.toString()).startsWith("difference");
        }
      }
    }
  }
}
