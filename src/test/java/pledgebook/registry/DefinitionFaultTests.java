package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule on definitions fires, where it should and alone: the cases stand in `faults.txt`.
class DefinitionFaultTests {
  private static final Path CASES = Path.of("src/test/resources/registry/faults.txt");
  private static final Path MESSAGES = Path.of("src/main/resources/messages/registry.properties");

  /// Rules on files that no replacement of text can show; the tests of [DefinitionFileTests].
  private static final Set<String> ELSEWHERE =
      Set.of(
          "file-missing",
          "file-unknown",
          "file-too-large",
          "file-unreadable",
          "file-not-utf8",
          "wrong-shape",
          // BookletReaderTests
          "wording-hole",
          "wording-figure",
          "unknown-project",
          "title-lines",
          "chart-of-other-project",
          "chart-without-figure",
          "chart-without-target",
          "chart-not-said",
          // OpeningReadingTests
          "opening-without-origin",
          "opening-invented",
          "opening-year",
          "opening-altered",
          "opening-heading",
          "opening-other-edition",
          "opening-unknown",
          "opening-unit",
          "opening-not-carried",
          "correction-twice",
          "correction-without-value",
          "correction-old",
          "correction-nothing",
          "before-unreadable",
          "continues-project",
          "continues-own",
          "continues-indicator",
          "continues-twice",
          // WaiversTests
          "waiver-without-place",
          // DifferencesTests
          "difference-without-figure",
          "difference-not-reported",
          "difference-none",
          "difference-twice",
          "difference-unagreed",
          "difference-unsigned",
          // DigestReaderTests
          "digest-figure",
          "digest-without-numeral",
          "digest-numeral",
          "digest-numeral-mark",
          "digest-row",
          "digest-chart",
          "tile-unknown",
          "tile-twice",
          "tile-missing");

  @TempDir Path folder;

  record Case(
      String rule, String file, String marker, List<String[]> replacements, List<String> also) {
    @Override
    public String toString() {
      return rule + " @ " + marker;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String old = "";
    for (String line : Files.readAllLines(CASES)) {
      if (line.startsWith("== ")) {
        String[] head = line.substring(3).split(" @ ", 2);
        String[] rule = head[0].split(" in ", 2);
        String file = rule.length == 1 ? "2024/round.yml" : rule[1];
        cases.add(
            new Case(
                rule[0],
                file.equals("opening.csv") ? "2024/opening.csv" : file,
                head[1],
                new ArrayList<>(),
                new ArrayList<>()));
      } else if (line.startsWith("- ")) {
        old = line.substring(2).replace("\\n", "\n");
      } else if (line.startsWith("+ ")) {
        String by = line.substring(2).replace("\\n", "\n");
        cases.getLast().replacements().add(new String[] {old, by});
      } else if (line.startsWith("also ")) {
        cases.getLast().also().add(line.substring(5));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTold(Case example) throws Exception {
    DefinitionFolder definition = new DefinitionFolder(folder.resolve("jobs"));
    for (String[] replacement : example.replacements()) {
      definition.replace(example.file(), replacement[0], replacement[1]);
    }
    int line = definition.line(example.file(), example.marker());

    List<DefinitionFault> faults = definition.faults();

    List<String> expected = new ArrayList<>(example.also());
    expected.add(example.rule());
    assertThat(faults)
        .as("%s", faults)
        .extracting(f -> f.code().substring("registry.".length()))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(faults)
        .filteredOn(f -> f.code().equals("registry." + example.rule()))
        .anySatisfy(f -> {
          assertThat(f.place().file()).isEqualTo(example.file());
          assertThat(f.place().line()).as("%s", f).isEqualTo(line);
          assertThat(f.message()).matches("(?s).*[。？]");
        });
  }

  @Test
  void everyRuleHasACase() throws Exception {
    Properties messages = new Properties();
    messages.load(Files.newBufferedReader(MESSAGES));
    Set<String> rules = new TreeSet<>(ELSEWHERE);
    cases().forEach(c -> rules.add(c.rule()));
    assertThat(messages.stringPropertyNames())
        .filteredOn(key -> key.startsWith("registry."))
        .containsExactlyInAnyOrderElementsOf(rules.stream().map(r -> "registry." + r).toList());
  }

  @Test
  void theBaseIsSound() throws Exception {
    assertThat(new DefinitionFolder(folder.resolve("jobs")).faults()).isEmpty();
  }
}
