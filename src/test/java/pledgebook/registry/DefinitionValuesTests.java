package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The definitions of a year key by key.
class DefinitionValuesTests {
  @TempDir private Path jobs;

  private List<String> values(String name, String text) throws IOException {
    Files.createDirectories(jobs.resolve(name).resolveSibling(""));
    Files.writeString(jobs.resolve(name), text);
    return DefinitionValues.of(jobs, 2024).stream().map(row -> String.join(" ", row)).toList();
  }

  @Test
  void itemsAreNamedByWhatTheyAreCalled() throws IOException {
    assertThat(
            values(
                "2024/round.yml",
                """
                round: {year: 2024, note: }
                projects:
                  - number: 1
                    indicators:
                      - {code: A01-01, reported_by: [310000, 320000], target: {value: 7万}}
                    completion: [{text: 甲}, {text: 乙}]
                """))
        .containsExactly(
            "jobs/2024/round.yml round.year 2024",
            "jobs/2024/round.yml round.note ",
            "jobs/2024/round.yml projects[number=1].number 1",
            "jobs/2024/round.yml projects[number=1].indicators[code=A01-01].code A01-01",
            "jobs/2024/round.yml projects[number=1].indicators[code=A01-01].reported_by"
                + " 310000、320000",
            "jobs/2024/round.yml projects[number=1].indicators[code=A01-01].target.value 7万",
            "jobs/2024/round.yml projects[number=1].completion[0].text 甲",
            "jobs/2024/round.yml projects[number=1].completion[1].text 乙");
  }

  @Test
  void twoOfOneNameAreToldByTheirPlace() throws IOException {
    assertThat(values("2024/waivers.yml", "waivers: [{code: a, on: 1}, {code: a, on: 2}]"))
        .containsExactly(
            "jobs/2024/waivers.yml waivers[0].code a",
            "jobs/2024/waivers.yml waivers[0].on 1",
            "jobs/2024/waivers.yml waivers[1].code a",
            "jobs/2024/waivers.yml waivers[1].on 2");
  }

  @Test
  void aTableIsKeyedByItsFirstTwoColumnsAndLastYearsRoundIsThere() throws IOException {
    values("2024/opening.csv", "# 注\nindicator,entity,value\nA01-02,310000,12\n");
    assertThat(values("2023/round.yml", "round: {year: 2023}"))
        .containsExactly(
            "jobs/2023/round.yml round.year 2023",
            "jobs/2024/opening.csv indicator entity value",
            "jobs/2024/opening.csv A01-02 310000 12");
    assertThat(values("2023/round.yml", "round: [")).hasSize(2);
  }
}
