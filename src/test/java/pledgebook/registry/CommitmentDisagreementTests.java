package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;

/// Every promise of the published lists of 2024 and 2025, declared otherwise than its sentence
/// says: the words and the declaration are held against each other, whichever is wrong.
class CommitmentDisagreementTests {
  @TempDir Path jobs;

  /// A target and what is made of it.
  private record Change(Indicator indicator, String what, UnaryOperator<String> edit, String rule) {
    @Override
    public String toString() {
      return indicator.code() + " " + what + ": " + rule;
    }
  }

  @BeforeEach
  void copies() throws IOException {
    for (String name : List.of("regions.csv", "round.schema.json", "opening.schema.json")) {
      Files.copy(Path.of("jobs").resolve(name), jobs.resolve(name));
    }
    for (String year : List.of("2024", "2025")) {
      Files.createDirectory(jobs.resolve(year));
      Files.copy(Path.of("jobs", year, "round.yml"), jobs.resolve(year).resolve("round.yml"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void everyDeclarationIsHeldAgainstItsSentence(int year) throws Exception {
    Round round = RoundReader.readPromises(jobs, year);
    List<Change> changes =
        round.indicators().stream().flatMap(CommitmentDisagreementTests::changes).toList();
    assertThat(changes).hasSizeGreaterThan(40);
    for (Change change : changes) {
      assertThat(faults(year, change.indicator().code().value(), change.edit()))
          .as("%s", change)
          .contains("registry." + change.rule());
    }
  }

  private static Stream<Change> changes(Indicator indicator) {
    Target target = indicator.target();
    List<Change> changes = new ArrayList<>();
    if (target == null) {
      return changes.stream();
    }
    boolean committed = target.firmness() == Firmness.COMMITTED;
    changes.add(
        new Change(
            indicator,
            "firmness",
            block ->
                committed
                    ? block.replace("firmness: committed", "firmness: aspired")
                    : block.replace("firmness: aspired", "firmness: committed"),
            committed ? "firmness-committed" : "firmness-aspired"));
    if (target.value() != null) {
      changes.add(
          new Change(
              indicator,
              "value",
              block -> block.replaceAll("value: (\\d+)(?=[万.,}])", "value: 9$1"),
              "target-not-found"));
      Stream.of(Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST)
          .filter(other -> other != target.comparator())
          .forEach(other -> changes.add(comparing(indicator, target.comparator(), other)));
    }
    if (target.comparator() == Comparator.AT_LEAST) {
      changes.add(
          new Change(
              indicator,
              "wording",
              block ->
                  target.bare()
                      ? block.replace(", wording: bare", "")
                      : block.replace("firmness: committed", "firmness: committed, wording: bare"),
              target.bare() ? "wording-bare" : "wording-not-bare"));
    }
    return changes.stream();
  }

  private static Change comparing(Indicator indicator, Comparator declared, Comparator other) {
    return new Change(
        indicator,
        "comparator " + other,
        block ->
            block.replace(
                "comparator: " + IndicatorRules.word(declared),
                "comparator: " + IndicatorRules.word(other)),
        "comparator-contradicts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 新增, 新建, 全年, 新推出 and 年度 against 累计: the kind, or what is counted
          2024 | A01-01 | kind: flow   | kind: stock | year-contradicts
          2024 | A02-01 | kind: flow   | kind: stock | year-contradicts
          2024 | A02-02 | kind: stock  | kind: flow  | total-contradicts
          2024 | A03-02 | evidence:    | evidence:⏎          window: year | total-contradicts
          2025 | A01-02 | kind: flow   | kind: stock | year-contradicts
          2025 | A02-01 | window: year | #           | year-contradicts
          2025 | A02-02 | evidence:    | evidence:⏎          window: year | total-contradicts
          2025 | A03-01 | window: year | #           | year-contradicts
          2025 | A04-01 | evidence:    | evidence:⏎          window: year | raised-of-the-year
          2025 | A04-01 | from: 78     | from: 79    | from-not-found
          2024 | A03-03 | reference: regions/city | reference: regions/province | all-of-other-size
          2024 | A10-01 | comparator: all | comparator: done | done-without-milestone
          """)
  void whatIsCountedIsHeldAgainstTheSentence(
      int year, String code, String old, String by, String rule) throws Exception {
    assertThat(faults(year, code, block -> block.replace(old, by.replace("⏎", "\n"))))
        .contains("registry." + rule);
  }

  @Test
  void theSentencesThemselvesAreHeldAgainstTheDeclarations() throws Exception {
    for (String[] said :
        List.of(
            new String[] {"7万个以上", "7万个以内", "comparator-contradicts"},
            new String[] {"力争达到1.9之内", "达到1.9之内", "firmness-committed"},
            new String[] {"力争通车", "通车", "firmness-committed"},
            new String[] {"城市全覆盖", "城市", "comparator-contradicts"},
            new String[] {"政策全域实施。", "政策实施。", "all-not-said"},
            new String[] {"新增建成铁路", "累计建成铁路", "total-contradicts"},
            new String[] {"累计公共充电桩", "新增公共充电桩", "year-contradicts"})) {
      String text = Files.readString(Path.of("jobs/2024/round.yml"));
      String commitment = text.replaceAll("(?m)^(    commitment: .*)" + said[0], "$1" + said[1]);
      assertThat(commitment).isNotEqualTo(text);
      Files.writeString(jobs.resolve("2024/round.yml"), commitment);
      assertThat(faults(2024)).as("%s", said[0]).contains("registry." + said[2]);
    }
  }

  /// What is found when the block of one indicator is edited; the file is as before afterwards.
  private List<String> faults(int year, String code, UnaryOperator<String> edit)
      throws IOException {
    Path file = jobs.resolve(year + "/round.yml");
    String text = Files.readString(file);
    int start = text.indexOf("- code: " + code);
    int end = text.indexOf("      - code: ", start);
    int project = text.indexOf("\n  - number: ", start);
    end = end < 0 || (project > 0 && project < end) ? project : end;
    end = end < 0 ? text.indexOf("\nforms:", start) : end;
    String block = text.substring(start, end);
    assertThat(edit.apply(block)).isNotEqualTo(block);
    Files.writeString(file, text.substring(0, start) + edit.apply(block) + text.substring(end));
    List<String> faults = faults(year);
    Files.writeString(file, text);
    return faults;
  }

  private List<String> faults(int year) {
    try {
      RoundReader.readPromises(jobs, year);
      return List.of();
    } catch (DefinitionRefused refused) {
      return refused.faults().stream().map(DefinitionFault::code).toList();
    }
  }
}
