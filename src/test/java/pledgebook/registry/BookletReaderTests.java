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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.registry.BookletDesign.ChartColour;
import pledgebook.registry.BookletDesign.CoverGround;
import pledgebook.registry.BookletDesign.ProjectLayout;

/// booklet.yml: understood whole, or refused with every fault and its line.
class BookletReaderTests {
  private static final Path JOBS = Path.of("jobs");
  private static final String SOUND =
      """
      booklet:
        cover: {line: "{{ year }}年度完成情况"}
        headings: {commitment: 实事目标, completion: 完成情况, responsible: 责任单位}
        method: {heading: 编制方法, text: 示例}
        demonstration: {heading: 数据说明, text: 示例, foot: 演示数据}
      """;

  @TempDir Path jobs;
  private Round round;

  @BeforeEach
  void copySchema() throws IOException, DefinitionRefused {
    round = RoundReader.read(JOBS, 2024);
    Files.copy(JOBS.resolve("booklet.schema.json"), jobs.resolve("booklet.schema.json"));
    Files.createDirectories(jobs.resolve("2024"));
  }

  private BookletDesign read(String text) throws IOException, DefinitionRefused {
    Files.writeString(jobs.resolve("2024/booklet.yml"), text);
    return BookletReader.read(jobs, round);
  }

  private List<String> faults(String text) {
    return catchThrowableOfType(DefinitionRefused.class, () -> read(text)).faults().stream()
        .map(fault -> fault.code().substring("registry.".length()) + " " + fault.place().line())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "１０", "⑩", "½", "Ⅹ", "²"})
  void noNumberSlipsIntoAWording(String number) {
    assertThat(faults(SOUND.replace("text: 示例}", "text: 共" + number + "项}")))
        .containsExactly("wording-figure 4");
    assertThat(faults(SOUND.replace("text: 示例}", "text: 共十〇项" + number + "}")))
        .containsExactly("wording-figure 4");
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void readsTheYears(int year) throws DefinitionRefused {
    BookletDesign design = BookletReader.read(JOBS, RoundReader.read(JOBS, year));
    assertThat(design.size()).isEqualTo(TrimSize.SMALL);
    assertThat(design.coverLine()).startsWith(year + "年度");
    assertThat(design.projects()).flatMap(ProjectLayout::charts).isNotEmpty();
    assertThat(design.demonstration()).isNotNull();
  }

  @Test
  void whatIsNotSaidIsTheCustomary() throws IOException, DefinitionRefused {
    BookletDesign design = read(SOUND);
    assertThat(design.size()).isEqualTo(TrimSize.SMALL);
    assertThat(design.cover()).isEqualTo(CoverGround.WHITE);
    assertThat(design.chart()).isEqualTo(ChartColour.RED);
    assertThat(design.coverLine()).isEqualTo("2024年度完成情况");
    assertThat(design.layout(1)).isEmpty();
  }

  @Test
  void readsSizeColoursAndLayouts() throws IOException, DefinitionRefused {
    BookletDesign design =
        read(
            SOUND
                + """
                  size: 148x210
                  colours: {cover: red, chart: grey}
                  projects:
                    - {number: 2, title_lines: [长三角新能源汽车, 充换电基础设施一张网], charts: [A02-05, A02-01]}
                """);
    assertThat(design.size().width()).isEqualTo(148);
    assertThat(design.size().height()).isEqualTo(210);
    assertThat(design.cover()).isEqualTo(CoverGround.RED);
    assertThat(design.chart()).isEqualTo(ChartColour.GREY);
    ProjectLayout layout = design.layout(2).orElseThrow();
    assertThat(layout.titleLines()).containsExactly("长三角新能源汽车", "充换电基础设施一张网");
    assertThat(layout.charts())
        .extracting(chart -> chart.indicator().value() + " " + chart.place().line())
        .containsExactly("A02-05 9", "A02-01 9");
  }

  @Test
  void tellsEveryFaultOfShapeWithItsLine() {
    String shapeless =
        SOUND
            + """
              size: 130x180
              colours: {cover: blue, char: red}
              projects:
                - {number: 1, charts: [A1]}
            """;
    assertThat(faults(shapeless.replace("headings: {commitment: 实事目标,", "headings: {")))
        .containsExactly(
            "missing-key 3", "not-in-list 6", "not-in-list 7", "unknown-key 7", "wrong-form 9");
  }

  @Test
  void tellsEveryFaultOfMeaningWithItsLine() {
    String meaningless =
        SOUND
            + """
              projects:
                - {number: 11}
                - {number: 1, title_lines: [建设轨道上, 长三角]}
                - {number: 1}
                - number: 2
                  charts:
                    - A01-01
                    - A02-06
                    - A02-04
                - {number: 3, charts: [A03-99]}
            """;
    assertThat(
            faults(
                meaningless
                    .replace("年度完成情况", "年度{{ A01-01 }}完成情况")
                    .replace("text: 示例}", "text: 共10项}")))
        .containsExactly(
            "wording-hole 2",
            "wording-figure 4",
            "unknown-project 7",
            "title-lines 8",
            "duplicate-project 9",
            "chart-of-other-project 12",
            "chart-without-figure 13",
            "chart-without-target 14",
            "unknown-indicator 15");
  }

  @Test
  void aChartRepeatsAFigureOfTheSentence() throws Exception {
    String unsaid =
        Files.readString(JOBS.resolve("2024/round.yml"))
            .replace("新增建成铁路里程{{ A01-01 }}公里", "新增建成铁路里程");
    Path other = Files.createDirectories(jobs.resolve("other/2024"));
    Files.writeString(other.resolve("round.yml"), unsaid);
    Files.copy(JOBS.resolve("2024/opening.csv"), other.resolve("opening.csv"));
    for (String name : List.of("regions.csv", "round.schema.json")) {
      Files.copy(JOBS.resolve(name), other.resolveSibling(name));
    }
    round = RoundReader.read(jobs.resolve("other"), 2024);
    assertThat(faults(SOUND + "  projects: [{number: 1, charts: [A01-01]}]\n"))
        .containsExactly("chart-not-said 6");
  }

  @Test
  void demonstrationDataHasToBeCalledSo() {
    assertThat(faults(SOUND.lines().limit(4).reduce("", (a, b) -> a + b + "\n")))
        .containsExactly("missing-key 1");
  }

  @Test
  void aYearWithoutTheFileHasNoBooklet() {
    DefinitionRefused refused =
        catchThrowableOfType(DefinitionRefused.class, () -> BookletReader.read(jobs, round));
    assertThat(refused.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo("registry.file-missing"));
  }
}
