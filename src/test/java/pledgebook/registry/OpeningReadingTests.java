package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.registry.OpeningValue.Correction;
import pledgebook.vocabulary.Sha256;

/// What a year opens with: the sealed values of the year before, or nothing at all.
class OpeningReadingTests {
  private static final String EDITION = "0123456789abcdef".repeat(4);
  private static final String CLOSING =
      """
      # 2023年度第2版（已封存）各地区年末累计数，版次标识%s
      indicator,entity,unit,value
      A04-01,310000,个,12
      A04-01,320000,个,8
      A04-09,310000,辆,5
      """
          .formatted(EDITION)
          .replace("\n", "\r\n");
  private static final String BEFORE =
      """
      projects:
        - number: 4
          indicators:
            - {code: A04-01, unit: 个}
            - {code: A04-02, unit: 个}
            - {code: A04-09, unit: 辆}
      """;

  @TempDir Path folder;
  private DefinitionFolder definition;

  @BeforeEach
  void sealedYearBefore() throws Exception {
    definition = new DefinitionFolder(folder.resolve("jobs"));
    definition.replace(
        "2024/round.yml",
        "    completion:\n",
        "    continues: {year: 2023, project: 4, indicators: {A01-02: A04-01}}\n    completion:\n");
    definition.replace("2024/round.yml", "    continues: {year: 2023, project: 4}\n", "");
    write("2024/opening.csv", CLOSING);
    write("2024/opening.yml", origin(CLOSING));
  }

  private void write(String name, String text) throws Exception {
    Path file = definition.file(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private static String origin(String closing) {
    return """
    opening:
      origin: sealed
      year: 2023
      number: 2
      edition: %s
      closing: %s
      reviewed: {by: 示例, on: 2024-07-01}
    """
        .formatted(EDITION, Sha256.of(closing));
  }

  private void corrected(String entries) throws Exception {
    write("2024/opening.yml", origin(CLOSING) + "corrections:\n" + entries);
  }

  private List<String> faults() {
    return definition.faults().stream()
        .map(fault ->
            fault.code().replace("registry.", "")
                + " "
                + fault.place().file().replace("2024/", "")
                + ":"
                + fault.place().line())
        .toList();
  }

  @Test
  void takesOverWhatIsCarriedOnUnderThisYearsCode() throws Exception {
    corrected(
        "  - {indicator: A01-02, entity: 320000, old: 8, new: 9, reason: 上年漏计, by: 示例, on:"
            + " 2024-08-01}\n");
    Round round = RoundReader.read(definition.file(""), 2024);

    assertThat(round.opening())
        .extracting(
            o -> o.indicator().value(), o -> o.entity().value(), o -> o.value().toPlainString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("A01-02", "310000", "12"),
            org.assertj.core.groups.Tuple.tuple("A01-02", "320000", "9"));
    assertThat(round.opening().get(1).correction())
        .isEqualTo(new Correction(new BigDecimal("8"), "上年漏计", "示例", LocalDate.of(2024, 8, 1)));
  }

  @Test
  void anEditedCopyIsRefused() throws Exception {
    write("2024/opening.csv", CLOSING.replace("个,12", "个,13"));
    assertThat(faults()).containsExactly("opening-altered opening.yml:6");
  }

  @Test
  void theCopyOfAnotherEditionIsRefused() throws Exception {
    String other = CLOSING.replace("第2版", "第1版");
    write("2024/opening.csv", other);
    write("2024/opening.yml", origin(other));
    assertThat(faults()).containsExactly("opening-other-edition opening.yml:5");

    String foreign = CLOSING.replace(EDITION, "f".repeat(64));
    write("2024/opening.csv", foreign);
    write("2024/opening.yml", origin(foreign));
    assertThat(faults()).containsExactly("opening-other-edition opening.yml:5");
  }

  @Test
  void aCopyWithoutItsHeadingIsRefused() throws Exception {
    String bare = CLOSING.substring(CLOSING.indexOf("indicator"));
    write("2024/opening.csv", bare);
    write("2024/opening.yml", origin(bare));
    assertThat(faults()).containsExactly("opening-heading opening.csv:1");
  }

  @Test
  void anotherYearThanTheLastIsRefused() throws Exception {
    write("2024/opening.yml", origin(CLOSING).replace("year: 2023", "year: 2022"));
    assertThat(faults())
        .containsExactly("opening-year opening.yml:3", "opening-other-edition opening.yml:5");
  }

  @Test
  void whatTheYearBeforeDoesNotKnowIsRefused() throws Exception {
    write("2023/round.yml", BEFORE.replace("      - {code: A04-09, unit: 辆}\n", ""));
    assertThat(faults()).containsExactly("opening-unknown opening.csv:5");
  }

  @Test
  void anotherUnitIsRefused() throws Exception {
    String other = CLOSING.replace("310000,个", "310000,万个");
    write("2024/opening.csv", other);
    write("2024/opening.yml", origin(other));
    assertThat(faults()).containsExactly("opening-unit opening.csv:3");
  }

  @Test
  void aStockThatIsCarriedOnWithoutValuesIsTold() throws Exception {
    definition.replace("2024/round.yml", "A01-02: A04-01", "A01-02: A04-02");
    assertThat(faults()).hasSize(1).allMatch(fault -> fault.startsWith("opening-not-carried"));
  }

  @Test
  void linksAreHeldAgainstBothRounds() throws Exception {
    write("2023/round.yml", BEFORE);
    assertThat(faults()).isEmpty();
    definition.replace("2024/round.yml", "{A01-02: A04-01}", "{A01-02: A04-07, A09-01: A04-01}");
    assertThat(faults())
        .extracting(fault -> fault.split(" ", -1)[0])
        .contains("continues-indicator", "continues-own");
    definition.replace("2024/round.yml", "project: 4, indicators", "project: 7, indicators");
    assertThat(faults()).extracting(fault -> fault.split(" ", -1)[0]).contains("continues-project");
    definition.replace("2024/round.yml", "A04-07, A09-01: A04-01", "A04-01, A01-03: A04-01");
    assertThat(faults()).extracting(fault -> fault.split(" ", -1)[0]).contains("continues-twice");
  }

  /// What is carried on rests on the round before; what is not goes on without it (decision 0049).
  @Test
  void aRoundBeforeThatIsNoYamlStopsWhatIsCarriedOnAlone() throws Exception {
    write("2023/round.yml", "projects:\n  - number: [\n");
    assertThat(faults())
        .containsExactly(
            "before-unreadable round.yml:" + definition.line("2024/round.yml", "continues:"));
    assertThat(definition.faults().getFirst().message()).contains("2023/round.yml", "第3行");

    definition.replace(
        "2024/round.yml",
        "    continues: {year: 2023, project: 4, indicators: {A01-02: A04-01}}\n",
        "");
    assertThat(faults()).isEmpty();
  }

  @Test
  void aCorrectionHasToCorrectSomething() throws Exception {
    String tail = ", reason: 上年漏计, by: 示例, on: 2024-08-01}\n";
    corrected("  - {indicator: A01-02, entity: 320000, old: 7, new: 9" + tail);
    assertThat(faults()).containsExactly("correction-old opening.yml:9");
    corrected("  - {indicator: A01-02, entity: 320000, old: 8, new: 8" + tail);
    assertThat(faults()).containsExactly("correction-nothing opening.yml:9");
    corrected("  - {indicator: A01-03, entity: 320000, old: 8, new: 9" + tail);
    assertThat(faults()).containsExactly("correction-without-value opening.yml:9");
    String once = "  - {indicator: A01-02, entity: 320000, old: 8, new: 9" + tail;
    corrected(once + once);
    assertThat(faults()).containsExactly("correction-twice opening.yml:10");
    corrected("  - {indicator: A01-02, entity: 320000, old: 8, new: 9, by: 示例, on: 2024-08-01}\n");
    assertThat(faults()).containsExactly("missing-key opening.yml:9");
  }

  @Test
  void inventedValuesAreForDemonstrationAlone() throws Exception {
    write("2024/opening.csv", "indicator,entity,value\nA01-02,310000,12\n");
    write("2024/opening.yml", "opening: {origin: invented}\n");
    assertThat(faults()).isEmpty();
    definition.replace("2024/round.yml", "demonstration: true", "demonstration: false");
    assertThat(faults()).containsExactly("opening-invented opening.yml:1");
    Files.delete(definition.file("2024/opening.yml"));
    assertThat(faults()).containsExactly("opening-without-origin opening.csv:1");
  }
}
