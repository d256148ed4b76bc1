package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// differences.yml: understood whole, or refused with every fault and its line.
class DifferencesTests {
  private static final Path JOBS = Path.of("jobs");
  private static final String SETTLED =
      """
      differences:
        - indicator: A01-01
          entity: 310000
          sent: {value: 64.8, source: 铁路区段!C4}
          other: {value: 65.2, source: 示例统计公报}
          cause: 示例：口径不同
          status: settled
          agreed: 64.8
          signed:
            - {by: 示例单位甲, on: 2025-03-20}
            - {by: 示例单位乙, on: 2025-03-21}
      """;

  @TempDir Path jobs;
  private Round round;

  @BeforeEach
  void copySchema() throws IOException, DefinitionRefused {
    round = RoundReader.read(JOBS, 2024);
    Files.copy(JOBS.resolve("differences.schema.json"), jobs.resolve("differences.schema.json"));
    Files.createDirectories(jobs.resolve("2024"));
  }

  private List<Difference> read(String text) throws IOException, DefinitionRefused {
    Files.writeString(jobs.resolve("2024/differences.yml"), text);
    return Differences.read(jobs, round);
  }

  private void assertRefused(String text, String... faults) {
    DefinitionRefused refused = catchThrowableOfType(DefinitionRefused.class, () -> read(text));
    assertThat(refused.faults())
        .extracting(fault -> fault.code() + " " + fault.place().line())
        .containsExactly(faults);
  }

  @Test
  void readsBothFiguresTheCauseAndWhoSigned() throws IOException, DefinitionRefused {
    assertThat(Differences.read(jobs, round)).isEmpty();
    assertThat(read(SETTLED))
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.sent().value()).isEqualByComparingTo("64.8");
          assertThat(difference.other().source()).isEqualTo("示例统计公报");
          assertThat(difference.agreed()).isEqualByComparingTo("64.8");
          assertThat(difference.settled()).isTrue();
          assertThat(difference.signed()).hasSize(2);
          assertThat(difference.place().line()).isEqualTo(2);
        });
  }

  @Test
  void anOpenOneNeedsNeitherAgreementNorSignatures() throws IOException, DefinitionRefused {
    String open = SETTLED.substring(0, SETTLED.indexOf("    agreed")).replace("settled", "open");
    assertThat(read(open))
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.settled()).isFalse();
          assertThat(difference.agreed()).isNull();
        });
  }

  @Test
  void oneSignatoryOrTheSameTwiceSettlesNothing() {
    assertRefused(
        SETTLED.replace("      - {by: 示例单位乙, on: 2025-03-21}\n", ""),
        "registry.difference-unsigned 9");
    assertRefused(SETTLED.replace("示例单位乙", "示例 单位甲"), "registry.difference-unsigned 9");
    assertRefused(SETTLED.replace("示例单位乙", "\"示例单位\\u200B甲\""), "registry.difference-unsigned 9");
    assertRefused(
        SETTLED.replace("示例单位甲", "Ａ局").replace("示例单位乙", "A局"), "registry.difference-unsigned 9");
    assertRefused(
        SETTLED.substring(0, SETTLED.indexOf("    signed")), "registry.difference-unsigned 2");
    assertRefused(SETTLED.replace("    agreed: 64.8\n", ""), "registry.difference-unagreed 2");
  }

  /// Blanks are no name, no reason and no source.
  @Test
  void whatCannotBeSeenSaysNothing() {
    assertRefused(SETTLED.replace("示例单位乙", "\"　\""), "registry.empty-value 11");
    assertRefused(SETTLED.replace("示例统计公报", "\"\\u200B \""), "registry.empty-value 5");
  }

  @Test
  void tellsWhatCannotBeMeantWithItsLine() {
    assertRefused(SETTLED.replace("A01-01", "A02-05"), "registry.difference-without-figure 2");
    assertRefused(SETTLED.replace("A01-01", "A06-02"), "registry.difference-not-reported 3");
    assertRefused(SETTLED.replace("A01-01", "A99-01"), "registry.unknown-indicator 2");
    assertRefused(
        SETTLED.replace("310000", "990000"),
        "registry.unknown-entity 3",
        "registry.difference-not-reported 3");
    assertRefused(SETTLED.replace("65.2", "64.80"), "registry.difference-none 5");
    assertRefused(
        SETTLED + SETTLED.substring(SETTLED.indexOf("  - indicator")),
        "registry.difference-twice 12");
    assertRefused(SETTLED.replace("settled", "signed off"), "registry.not-in-list 7");
    assertRefused(SETTLED.replace("2025-03-21", "2025-13-21"), "registry.wrong-date 11");
  }
}
