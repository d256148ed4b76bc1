package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;

/// `explain`: whatever is printed red, or in the digest, has a passport.
class ExplainCommandTests {
  private static final int RED = 0xC4161C;
  private static final Pattern CELL = Pattern.compile("xlsx .+![A-Z]+\\d+　原文“");
  private static final Pattern DIGEST_FIGURE = Pattern.compile("data-figure=\"([^\"]+)\"");
  private static final Pattern DIGEST_PASSPORT =
      Pattern.compile("\"id\":\"(数说-[^\"]+)\",\"text\":\"([^\"]+)\"");

  @TempDir static Path output;

  @TempDir Path folder;

  @BeforeAll
  static void publish() {
    Entered entered = Entered.command("year-end", "2024", "--output", output);
    assertThat(entered.status()).as(entered.err()).isZero();
  }

  private static Entered explain(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--output", output));
    return Entered.command(all.toArray());
  }

  @Test
  void everyRedFigureOfTheBookletHasAPassport() throws IOException {
    byte[] booklet = Files.readAllBytes(output.resolve("2024/完成情况.pdf"));
    Set<String> figures = new LinkedHashSet<>();
    StringBuilder run = new StringBuilder();
    int page = 0;
    for (Mark mark : PrintedText.marks(booklet)) {
      if ((mark.rgb() != RED || mark.page() != page) && !run.isEmpty()) {
        figures.add(run.toString());
        run.setLength(0);
      }
      if (mark.rgb() == RED) {
        run.append(mark.text());
      }
      page = mark.page();
    }
    assertThat(run).isEmpty();
    assertThat(figures).contains("667.6", "660", "1.62∶1", "超200").hasSizeGreaterThan(12);
    for (String figure : figures) {
      assertThat(tree(explain(figure)))
          .as(figure)
          .contains(figure)
          .containsPattern("红字（.*-.*）")
          .satisfiesAnyOf(
              out -> assertThat(out).containsPattern(CELL),
              out -> assertThat(out).contains("出处　“"));
    }
  }

  @Test
  void everyFigureOfTheDigestHasAPassport() throws IOException {
    String html = Files.readString(output.resolve("2024/数说.html"));
    Matcher passports =
        DIGEST_PASSPORT.matcher(Files.readString(output.resolve("2024/data/passports.json")));
    Set<String> ids = new LinkedHashSet<>();
    while (passports.find()) {
      ids.add(passports.group(1));
      assertThat(tree(explain(passports.group(1))))
          .as(passports.group())
          .contains(passports.group(1), passports.group(2))
          .containsPattern(CELL);
    }
    assertThat(ids).hasSizeGreaterThan(20);
    assertThat(DIGEST_FIGURE.matcher(html).results().map(figure -> figure.group(1)))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(ids).contains(id));
  }

  @Test
  void isAskedByTextPlaceCodeOrName() {
    String byText = tree(explain("667.6"));
    assertThat(byText)
        .contains("├─ 取值　667.6公里", "结论　超额完成，目标≥660公里（承诺），余量7.6公里", "铁路区段!C5　原文“260”　计“杭温铁路，杭州至温州”");
    assertThat(tree(explain("６６７.６公里"))).isEqualTo(byText);
    assertThat(tree(explain("1-完成-1", "--year", "2024"))).contains("├─ 取值　667.6公里");
    assertThat(tree(explain("a01-01"))).contains("印在　目标660公里，红字（1-目标-1）", "├─ 取值　667.6公里");
    assertThat(tree(explain("新增铁路里程"))).isEqualTo(tree(explain("A01-01")));
    assertThat(tree(explain("1480万"))).isEqualTo(tree(explain("超1480万件")));
    assertThat(tree(explain("1.62:1")))
        .contains("分子　A02-04", "分母　A02-03", "余量0.281464（精确为1523370∶5412300）");
    // What is merely kept on the line with a figure (1.9之内) is no part of it.
    assertThat(tree(explain("1.9")))
        .contains("\n1.9\n")
        .contains("印在　目标1.9，红字（")
        .doesNotContain("1.9之，");
    // A member's bar tells of that member alone.
    assertThat(tree(explain("数说-交通-7"))).contains("─ 上海市").doesNotContain("─ 江苏省");
  }

  private static String tree(Entered entered) {
    assertThat(entered.status()).as(entered.err()).isZero();
    return entered.out();
  }

  @Test
  void listsEveryCellOnRequest() throws IOException {
    String bounded = tree(explain("A03-01"));
    assertThat(bounded).containsPattern("另有\\d+个单元格，用--all");
    String all = tree(explain("A03-01", "--all"));
    long cells =
        Files.readAllLines(output.resolve("2024/data/lineage.csv")).stream()
            .filter(line -> line.startsWith("A03-01,"))
            .count();
    assertThat(all.lines().filter(line -> line.contains("　原文“")).count()).isEqualTo(cells);
    assertThat(all).doesNotContain("用--all");
  }

  /// What a leaf says stands in a cell stands in that cell, narratives included.
  @Test
  void everyCellOfTheEditionHoldsWhatIsSaidOfIt() throws IOException {
    Map<String, List<String[]>> cells =
        Files.readAllLines(output.resolve("2024/leaves.txt")).stream()
            .filter(leaf -> leaf.startsWith("cell\t"))
            .map(leaf -> leaf.split("\t", -1))
            .collect(Collectors.groupingBy(leaf -> leaf[2]));
    assertThat(cells).hasSize(4);
    for (Map.Entry<String, List<String[]>> file : cells.entrySet()) {
      try (XSSFWorkbook book =
          new XSSFWorkbook(Files.newInputStream(Path.of("input/2024", file.getKey())))) {
        for (String[] leaf : file.getValue()) {
          CellAddress at = new CellAddress(leaf[4]);
          assertThat(said(book.getSheet(leaf[3]).getRow(at.getRow()).getCell(at.getColumn())))
              .as(String.join(" ", leaf))
              .isEqualTo(leaf[5]);
        }
      }
    }
  }

  private static String said(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? new BigDecimal(cell.toString()).stripTrailingZeros().toPlainString()
        : cell.getStringCellValue();
  }

  @Test
  void speaksJsonToPrograms() {
    String json = tree(explain("1.62∶1", "--json"));
    assertThat(json)
        .startsWith("{")
        .contains("\"code\": \"A02-05\"", "\"code\": \"A02-03\"", "\"id\":\"2-完成-4\"")
        .doesNotContain("A01-01");
  }

  @Test
  void saysWhatCannotBeExplained() throws IOException {
    assertRefused(explain("667.7"), 2, "publication.no-such-figure");
    assertRefused(explain("A99-01"), 2, "publication.no-such-figure");
    assertRefused(explain("667.6", "--year", "2023"), 2, "publication.nothing-to-explain");
    Entered empty = Entered.command("explain", "667.6", "--output", folder.resolve("none"));
    assertRefused(empty, 2, "publication.no-edition-to-explain");
    Path copy = folder.resolve("output");
    OutputHashes.copy(output.resolve("2024"), copy.resolve("2024"));
    Path passports = copy.resolve("2024/data/passports.json");
    Files.writeString(passports, Files.readString(passports).replace("667.6", "999.9"));
    Entered altered = Entered.command("explain", "999.9", "--output", copy);
    assertRefused(altered, 3, "publication.explanation-altered");
  }

  private static void assertRefused(Entered entered, int status, String code) {
    assertThat(entered.status()).isEqualTo(status);
    assertThat(entered.err()).contains(code);
    assertThat(entered.out()).isEmpty();
  }
}
