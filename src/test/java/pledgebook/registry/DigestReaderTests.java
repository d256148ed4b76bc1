package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.registry.Digest.Block;
import pledgebook.registry.Digest.ChartKind;
import pledgebook.registry.Digest.Orientation;
import pledgebook.registry.Digest.Paper;
import pledgebook.vocabulary.IndicatorCode;

/// digest.yml: understood whole, or refused with every fault and its line.
class DigestReaderTests {
  private static final Path JOBS = Path.of("jobs");
  private static final String NAME = "2024/digest.yml";

  @TempDir Path jobs;
  private Round round;

  @BeforeEach
  void copy() throws IOException, DefinitionRefused {
    round = RoundReader.read(JOBS, 2024);
    Files.createDirectories(jobs.resolve("2024"));
    for (String file : List.of("digest.schema.json", NAME)) {
      Files.copy(JOBS.resolve(file), jobs.resolve(file));
    }
  }

  @Test
  void aYearWithoutTheFileHasNone() throws IOException, DefinitionRefused {
    Files.delete(jobs.resolve(NAME));
    assertThat(DigestReader.read(jobs, round)).isEmpty();
  }

  @Test
  void readsTheFiveBlocksOfTheYear() throws DefinitionRefused {
    Digest digest = DigestReader.read(JOBS, round).orElseThrow();
    assertThat(digest.blocks())
        .extracting(Block::title)
        .containsExactly("交通", "食安", "民生", "文旅", "开放");
    assertThat(digest.blocks())
        .extracting(Block::icon)
        .containsExactly("rail", "food", "home", "journey", "globe");
    assertThat(digest.paper()).isEqualTo(Paper.A3);
    assertThat(digest.orientation()).isEqualTo(Orientation.PORTRAIT);
    assertThat(digest.title().text()).isEqualTo("数说{{ year }}长三角");
    Block traffic = digest.blocks().getFirst();
    assertThat(traffic.entries().getFirst().numeral()).isEqualTo(new IndicatorCode("A01-01"));
    assertThat(traffic.entries().get(1).numeral()).isNull();
    assertThat(traffic.entries().get(1).clause().restsOn()).hasSize(4);
    assertThat(digest.blocks().get(2).charts())
        .last()
        .satisfies(chart -> {
          assertThat(chart.kind()).isEqualTo(ChartKind.TILES);
          assertThat(chart.indicator()).isEqualTo(new IndicatorCode("A03-03"));
        });
    assertThat(digest.tiles().rows().stream().flatMap(List::stream))
        .filteredOn(cell -> cell.endsWith("市"))
        .hasSize(41)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not-in-list          | icon: food           | icon: bicycle",
        "not-in-list          | paper: A3            | paper: A5",
        "not-in-list          | kind: tiles          | kind: pie",
        "unknown-key          | numeral: A01-06      | numerals: A01-06",
        "too-small            | width: 7             | width: 2",
        "hole-unknown         | {{ A01-06 }}         | {{ A01-66 }}",
        "hole-unknown         | {{ year }}           | {{ yaer }}",
        "hole-without-figure  | 池黄、杭温            | 池黄{{ A01-02 }}、杭温",
        "hole-malformed       | {{ A09-03 }}         | {{ A09-03 }",
        "qualifier-in-text    | 公共充电桩累计{{      | 公共充电桩累计超{{",
        "clause-mark          | 停留活动区域为全省     | 停留活动区域为全省。",
        "digest-figure        | 拦截从业禁止人员{{     | 拦截1万名从业禁止人员{{",
        "digest-figure        | 十件实事              | 10件实事",
        "digest-figure        | title: 食安           | title: 食安１",
        "digest-figure        | title: 食安           | title: 食安①",
        "digest-figure        | 十件实事              | Ⅹ件实事",
        "digest-figure        | 各成员抽检快检批次     | 4个成员抽检快检批次",
        "digest-numeral       | numeral: A09-02      | numeral: A09-03",
        "digest-numeral-mark  | {{ A01-06 }}小时通达  | {{ A01-06 }}小时，通达",
        "digest-row           | width: 12            | width: 11",
        "unknown-indicator    | rests_on: [A06-04]   | rests_on: [A06-44]",
        "unknown-indicator    | bars, indicator: A01-01 | bars, indicator: A01-11",
        "digest-chart         | bars, indicator: A01-01 | bars, indicator: A01-06",
        "printed-decimals     | 各成员抽检快检批次, decimals: 1 | 各成员抽检快检批次, decimals: 5",
        "digest-chart         | tiles, indicator: A03-03 | tiles, indicator: A03-01",
        "digest-chart         | bars, indicator: A10-02 | bars, indicator: A06-04",
        "tile-unknown         | 徐州市                | 彭城市",
        "tile-twice           | '', 丽水市            | 徐州市, 丽水市",
        "tile-missing         | 温州市                | ''",
        "quoted-unused        | 延长至240小时         | 延长",
        "yaml-syntax          | width: 5             | width: 5: 5",
      })
  void tellsAFaultWithItsLine(String rule, String old, String by) throws IOException {
    String text = Files.readString(jobs.resolve(NAME));
    assertThat(text).contains(old);
    int at = text.indexOf(old);
    Files.writeString(
        jobs.resolve(NAME), text.substring(0, at) + by + text.substring(at + old.length()));
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();

    assertThatExceptionOfType(DefinitionRefused.class)
        .isThrownBy(() -> DigestReader.read(jobs, round))
        .satisfies(refused ->
            assertThat(refused.faults())
                .as("%s", refused.faults())
                .anySatisfy(fault -> {
                  assertThat(fault.code()).isEqualTo("registry." + rule);
                  assertThat(fault.place().file()).isEqualTo(NAME);
                  assertThat(fault.message()).endsWith("。");
                  if (wholeBlock(rule)) {
                    assertThat(fault.place().line()).isPositive();
                  } else {
                    assertThat(fault.place().line()).isEqualTo(line);
                  }
                }));
  }

  /// Told where it shows: the rest of a row, the whole grid, the constant.
  private static boolean wholeBlock(String rule) {
    return List.of("tile-missing", "quoted-unused", "digest-row").contains(rule);
  }

  @Test
  void tellsAllFaultsAtOnce() throws IOException {
    String text =
        Files.readString(jobs.resolve(NAME))
            .replace("icon: food", "icon: bicycle")
            .replace("{{ A01-06 }}", "8")
            .replace("numeral: A10-02", "rests_on: []")
            .replace("温州市", "温洲市");
    Files.writeString(jobs.resolve(NAME), text);
    assertThatExceptionOfType(DefinitionRefused.class)
        .isThrownBy(() -> DigestReader.read(jobs, round))
        .satisfies(refused ->
            assertThat(refused.faults())
                .extracting(DefinitionFault::code)
                .containsExactly(
                    "registry.tile-missing",
                    "registry.tile-unknown",
                    "registry.digest-figure",
                    "registry.digest-numeral",
                    "registry.not-in-list",
                    "registry.digest-without-numeral"));
  }

  @Test
  void theSchemaIsNeeded() throws IOException {
    Files.delete(jobs.resolve("digest.schema.json"));
    assertThatExceptionOfType(DefinitionRefused.class)
        .isThrownBy(() -> DigestReader.read(jobs, round))
        .satisfies(refused ->
            assertThat(refused.faults())
                .extracting(DefinitionFault::code)
                .containsExactly("registry.file-missing"));
  }
}
