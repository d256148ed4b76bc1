package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no definition file at all, and many mistakes at once.
class DefinitionFileTests {
  private static final String ROUND = "2024/round.yml";

  @TempDir Path folder;

  private DefinitionFolder definition;

  @BeforeEach
  void writeTheBase() throws Exception {
    definition = new DefinitionFolder(folder.resolve("jobs"));
  }

  @Test
  void fiveMistakesAreToldAtOnce() throws Exception {
    definition.replace(ROUND, "slogan: 共同承诺", "sloga: 共同承诺");
    definition.replace(ROUND, "kind: stock", "kind: stok");
    definition.replace(ROUND, "denominator: A01-03", "denominator: A01-05");
    definition.replace(ROUND, "value: 12", "value: 13");
    definition.replace(ROUND, "form: services", "form: servces");

    assertThat(definition.faults())
        .extracting(DefinitionFault::code, f -> f.place().line(), f -> f.place().key())
        .contains(
            tuple("missing-key", 1, "round"),
            tuple("unknown-key", line("sloga:"), "round.sloga"),
            tuple("not-in-list", line("stok"), "projects[0].indicators[1].kind"),
            tuple("sum-of-counted", line("or: A01-05"), "projects[0].indicators[3].denominator"),
            tuple("target-not-found", line("value: 13"), "projects[1].indicators[0].target.value"),
            tuple("unknown-form", line("servces"), "projects[1].indicators[0].evidence.form"))
        .isSortedAccordingTo(Comparator.comparing(t -> (Integer) t.toList().get(1)));
  }

  @Test
  void aFileNobodyWouldReadIsNamed() throws Exception {
    Files.writeString(definition.file("2024/differences.yaml"), "differences: []\n");
    Files.writeString(definition.file("2024/README.md"), "notes\n");

    assertThat(definition.faults())
        .extracting(DefinitionFault::code, f -> f.place().file())
        .containsExactly(Tuple.tuple("registry.file-unknown", "2024/differences.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {ROUND, "2024/opening.csv", "regions.csv", "round.schema.json"})
  void aMissingFileIsNamed(String name) throws Exception {
    Files.delete(definition.file(name));

    assertThat(definition.faults())
        .extracting(DefinitionFault::code, f -> f.place().file())
        .containsExactly(Tuple.tuple("registry.file-missing", name));
  }

  @Test
  void allMissingFilesAreNamed() throws Exception {
    Files.delete(definition.file(ROUND));
    Files.delete(definition.file("2024/opening.csv"));

    assertThat(codes()).containsExactly("registry.file-missing", "registry.file-missing");
  }

  @Test
  void anotherEncodingIsToldWithItsLine() throws Exception {
    byte[] gbk = definition.text(ROUND).getBytes(Charset.forName("GBK"));
    Files.write(definition.file(ROUND), gbk);

    assertThat(definition.faults())
        .extracting(DefinitionFault::code, f -> f.place().line())
        .containsExactly(tuple("file-not-utf8", 3));
  }

  @Test
  void aTextCutWithinACharacterIsNotUtf8() throws Exception {
    byte[] bytes = "round: 年".getBytes(StandardCharsets.UTF_8);
    Files.write(definition.file(ROUND), Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(codes()).containsExactly("registry.file-not-utf8");
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreHarmless() throws Exception {
    String text = "\uFEFF" + definition.text(ROUND).replace("\n", "\r\n");
    Files.writeString(definition.file(ROUND), text);

    assertThat(definition.faults()).isEmpty();
  }

  @Test
  void anOversizedFileIsNotRead() throws Exception {
    Files.writeString(definition.file(ROUND), "# " + "x".repeat(DefinitionFile.LARGEST));

    assertThat(codes()).containsExactly("registry.file-too-large");
  }

  @Test
  void aBombOfAliasesDoesNotUnfold() throws Exception {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", List.of(before, before))));
    }
    Files.writeString(definition.file(ROUND), bomb);

    assertThat(definition.faults())
        .extracting(DefinitionFault::code, f -> f.place().line())
        .containsExactly(tuple("yaml-alias", 2));
  }

  @Test
  void aBombOfDepthDoesNotOverflow() throws Exception {
    Files.writeString(definition.file(ROUND), "a: " + "[".repeat(100_000));

    assertThat(codes()).containsExactly("registry.yaml-depth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing", "just text", "- a list", "null", "{{ A01-01 }}: x", "? [a]\n: b"})
  void whatIsNoRoundIsRefused(String text) throws Exception {
    Files.writeString(definition.file(ROUND), text);

    assertThat(definition.faults())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.place().line()).isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \u0007", "a: 'open", "a: b: c", "\tb: c", "a: @x", "--- a\n--- b"})
  void whatIsNoYamlIsRefused(String text) throws Exception {
    Files.writeString(definition.file(ROUND), text);

    assertThat(codes()).containsExactly("registry.yaml-syntax");
  }

  /// Whatever single line is lost, the answer is a round or a list of faults, never a crash.
  @Test
  void anyLineMayBeLost() throws Exception {
    List<String> lines = definition.text(ROUND).lines().toList();
    int read = 0;
    for (int i = 0; i < lines.size(); i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      Files.write(definition.file(ROUND), rest);
      read += definition.faults().isEmpty() ? 1 : 0;
    }
    assertThat(read).isBetween(1, lines.size() / 4);
  }

  /// Whatever single value is of another kind, likewise.
  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "''", "-1", "9.99999999", "[[x]]", "{a: {b: c}}", "超９万", "~"})
  void anyValueMayBeWrong(String value) throws Exception {
    List<String> lines = definition.text(ROUND).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> spoilt = new ArrayList<>(lines);
      spoilt.set(i, lines.get(i).replaceFirst(": [^,}]+", Matcher.quoteReplacement(": " + value)));
      Files.write(definition.file(ROUND), spoilt);
      assertThat(definition.faults())
          .as(spoilt.get(i))
          .allSatisfy(f -> assertThat(f.place().line()).isPositive());
    }
  }

  private List<String> codes() {
    return definition.faults().stream().map(DefinitionFault::code).toList();
  }

  private int line(String text) throws Exception {
    return definition.line(ROUND, text);
  }

  private static Tuple tuple(String rule, Object... rest) {
    Object[] values = new Object[rest.length + 1];
    values[0] = "registry." + rule;
    System.arraycopy(rest, 0, values, 1, rest.length);
    return Tuple.tuple(values);
  }
}
