package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// waivers.yml: understood whole, or refused with every fault and its line.
class WaiversTests {
  private static final Path JOBS = Path.of("jobs");

  @TempDir Path jobs;
  private Round round;

  @BeforeEach
  void copySchema() throws IOException, DefinitionRefused {
    round = RoundReader.read(JOBS, 2024);
    Files.copy(JOBS.resolve("waivers.schema.json"), jobs.resolve("waivers.schema.json"));
    Files.createDirectories(jobs.resolve("2024/rules"));
  }

  private List<Waiver> read(String text) throws IOException, DefinitionRefused {
    Files.writeString(jobs.resolve("2024/waivers.yml"), text);
    return Waivers.read(jobs, round);
  }

  @Test
  void aYearWithoutTheFileHasNone() throws DefinitionRefused {
    assertThat(Waivers.read(jobs, round)).isEmpty();
  }

  @Test
  void readsWhatWhoAndWhen() throws IOException, DefinitionRefused {
    assertThat(
            read(
                """
                waivers:
                  - code: observation.unit-slip
                    entity: 310000
                    sheet: 指标
                    cell: E5
                    found: "4.5"
                    reason: 示例理由
                    by: 示例
                    on: 2025-03-20
                """))
        .singleElement()
        .satisfies(waiver -> {
          assertThat(waiver.finding()).isEqualTo("observation.unit-slip");
          assertThat(waiver.entity().value()).isEqualTo("310000");
          assertThat(waiver.cell()).isEqualTo("E5");
          assertThat(waiver.found()).isEqualTo("4.5");
          assertThat(waiver.on()).isEqualTo(LocalDate.of(2025, 3, 20));
          assertThat(waiver.place().line()).isEqualTo(2);
        });
  }

  @Test
  void tellsEveryFaultWithItsLine() {
    DefinitionRefused refused =
        catchThrowableOfType(
            DefinitionRefused.class,
            () ->
                read(
                    """
                    waivers:
                      - code: observation.unit-slip
                        entity: 990000
                        indicator: A99-99
                        reason: 示例理由
                        by: 示例
                        on: 2025-03-20
                      - code: observation.unit-slip
                        entity: 310000
                        reason: 示例理由
                        by: 示例
                        on: 2025-03-20
                      - code: observation.unit-slip
                        entity: 310000
                        indicator: A01-01
                        by: 示例
                        on: 2025-13-20
                    """));
    assertThat(refused.faults())
        .extracting(fault -> fault.code() + " " + fault.place().line())
        .contains(
            "registry.unknown-entity 3",
            "registry.unknown-indicator 4",
            "registry.waiver-without-place 8",
            "registry.missing-key 13",
            "registry.wrong-date 17");
  }

  @Test
  void rulesAreReadByNameAndWhatCannotBeReadIsTold() throws IOException {
    Files.writeString(jobs.resolve("2024/rules/b.sql"), "select 2");
    Files.writeString(jobs.resolve("2024/rules/a.sql"), "select 1");
    Files.write(jobs.resolve("2024/rules/c.sql"), new byte[] {(byte) 0xB0, (byte) 0xA1});
    Files.writeString(jobs.resolve("2024/rules/readme.txt"), "no rule");
    RoundRules rules = RoundRules.read(jobs, 2024);
    assertThat(rules.rules()).extracting(RoundRule::code).containsExactly("round.a", "round.b");
    assertThat(rules.unread()).extracting(rule -> rule.code()).containsExactly("round.c");
    assertThat(RoundRules.read(jobs, 1999).rules()).isEmpty();
  }
}
