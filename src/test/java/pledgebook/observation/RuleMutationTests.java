package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pledgebook.finding.Finding;
import pledgebook.observation.Mutations.Mutation;
import pledgebook.registry.DefinitionRefused;
import pledgebook.vocabulary.IndicatorCode;

/// Faults made one at a time in the clean sample, and how many no rule catches. `.ci/mutation`
/// makes hundreds of them; here one or two of every kind.
class RuleMutationTests {
  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final int COUNT = Integer.getInteger("mutations", 40);
  private static final long SEED = Long.getLong("seed", 20_241_126L);

  private static SampleRound sample;

  @BeforeAll
  static void readSample() throws DefinitionRefused {
    sample = new SampleRound();
  }

  @AfterAll
  static void close() {
    sample.close();
  }

  @Test
  void nothingIsToBeSettledInTheCleanSample() {
    assertThat(sample.judged(rows -> {})).noneMatch(finding -> finding.severity().blocks());
    assertThat(sample.judgement().skipped()).isEmpty();
  }

  /// The food safety figures of 2024 are told by month.
  @Test
  void aMonthThatIsLeftOutIsMissed() {
    List<Finding> findings =
        sample.judged(rows -> rows.removeIf(row -> row.form().equals("food") && row.number() == 5));
    assertThat(findings)
        .filteredOn(finding -> finding.code().equals("observation.months-incomplete"))
        .hasSize(4)
        .allSatisfy(finding -> {
          assertThat(finding.found()).isEqualTo("2024-02没有填报");
          assertThat(finding.location().sheet()).isEqualTo("食品安全");
          assertThat(finding.location().cell()).isEqualTo("A4");
          assertThat(finding.indicators())
              .extracting(IndicatorCode::value)
              .containsExactly("A09-01", "A09-02", "A09-03");
        });
  }

  @Test
  void faultsAreCaught() {
    Mutations mutations = new Mutations(sample, SEED);
    List<Mutation> survivors = new ArrayList<>();
    Map<Fault, Integer> caught = new EnumMap<>(Fault.class);
    Map<Fault, Integer> made = new EnumMap<>(Fault.class);
    for (int i = 0; i < COUNT; i++) {
      Mutation mutation = mutations.next(FAULTS.get(i % FAULTS.size()));
      List<Finding> findings = sample.judged(mutation::apply);
      boolean told = findings.stream().anyMatch(finding -> finding.severity().blocks());
      made.merge(mutation.fault(), 1, Integer::sum);
      caught.merge(mutation.fault(), told ? 1 : 0, Integer::sum);
      if (!told) {
        survivors.add(mutation);
      }
    }
    report(made, caught, survivors);
    assertThat(survivors).noneMatch(survivor -> survivor.fault().isUnitSlip());
    assertThat(survivors.size() * 100).as("survivors %s", survivors).isLessThanOrEqualTo(COUNT * 2);
  }

  private static void report(
      Map<Fault, Integer> made, Map<Fault, Integer> caught, List<Mutation> survivors) {
    StringBuilder text = new StringBuilder("mutations: seed " + SEED + "\n");
    made.forEach((fault, count) ->
        text.append("%-24s %4d of %4d%n".formatted(fault, caught.get(fault), count)));
    int all = made.values().stream().mapToInt(Integer::intValue).sum();
    int told = all - survivors.size();
    text.append(
        "caught %d of %d = %d.%02d %%%n"
            .formatted(told, all, told * 100 / all, told * 10_000 / all % 100));
    survivors.forEach(
        survivor -> text.append("survived: " + survivor.fault() + " " + survivor.text() + "\n"));
    System.out.print(text);
  }
}
