package pledgebook.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.ParquetRows;

/// A workbook of 20,000 rows, every one wrong in several cells, among three good ones: its findings
/// are counted and bounded wherever people read them, all stand in one file, and the other members
/// are what they were.
class ManyFindingsTests {
  private static final int ROWS = 20_000;
  private static final String JIANGSU = "320000";
  private static final String NAME = "2024-320000-v1.xlsx";

  @TempDir private static Path folder;

  private static Entered run = new Entered(0, "", "");

  @BeforeAll
  static void run() throws IOException {
    Path input = folder.resolve("input/2024");
    for (String member : List.of("310000", JIANGSU, "330000", "340000")) {
      Path to = Files.createDirectories(input.resolve(member));
      try (Stream<Path> files = Files.list(Path.of("input/2024", member))) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
    spoil(Path.of("input/2024", JIANGSU, NAME), folder.resolve(NAME));
    Files.move(
        folder.resolve(NAME),
        input.resolve(JIANGSU).resolve(NAME),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    run =
        Entered.command(
            "year-end",
            2024,
            "--input",
            folder.resolve("input"),
            "--output",
            folder.resolve("output"));
  }

  /// The sheet 虚拟窗口点位 filled anew: the name an error, the city on no list, the day no day in one
  /// row and after the period in the next.
  private static void spoil(Path original, Path copy) throws IOException {
    try (ZipFile workbook = new ZipFile(original.toFile());
        OutputStream out = Files.newOutputStream(copy);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(workbook.entries())) {
        byte[] bytes = workbook.getInputStream(entry).readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        boolean windows =
            entry.getName().startsWith("xl/worksheets/")
                && new String(bytes, UTF_8).contains("A3:E158");
        zip.write(windows ? spoilt(new String(bytes, UTF_8)).getBytes(UTF_8) : bytes);
        zip.closeEntry();
      }
    }
  }

  private static String spoilt(String sheet) {
    StringBuilder rows = new StringBuilder(sheet.substring(0, sheet.indexOf("<row r=\"4\"")));
    for (int row = 4; row < ROWS + 4; row++) {
      rows.append("<row r=\"").append(row).append("\">");
      text(rows, "A", row, "示例点位" + row);
      rows.append("<c r=\"B").append(row).append("\" t=\"e\"><v>#N/A</v></c>");
      text(rows, "C", row, "无此城" + row % 7);
      text(rows, "D", row, row % 2 == 0 ? "不详" : "2031-01-01");
      rows.append("</row>");
    }
    return rows + sheet.substring(sheet.indexOf("</sheetData>"));
  }

  private static void text(StringBuilder rows, String column, int row, String text) {
    rows.append("<c r=\"").append(column).append(row).append("\" t=\"inlineStr\"><is><t>");
    rows.append(text).append("</t></is></c>");
  }

  private static Path output(String name) {
    return folder.resolve("output/2024").resolve(name);
  }

  @Test
  void theEditionIsADraftThatCountsThemAll() throws IOException {
    assertThat(run.status()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).contains("全部逐条列在data/finding.parquet");
    assertThat(run.out()).containsPattern("强制：5000[0-9]条").containsPattern("核实：1000[0-9]条");
    assertThat(run.out().lines().count()).isLessThan(80);
    String findings = Files.readString(output("findings.json"));
    assertThat(findings.split("\"severity\"", -1).length).isBetween(4_000, 4_200);
    assertThat(findings).contains("还有19000处同类意见没有逐条列出", "\"places\":19000", "\"places\":9000");
  }

  @Test
  void allOfThemStandInOneFileNamedInTheManifest() throws IOException {
    assertThat(Files.readString(output("manifest.json"))).contains("\"data/finding.parquet\"");
    Map<String, Long> counts =
        ParquetRows.of(output("data/finding.parquet"), "code").stream()
            .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    assertThat(counts)
        .containsEntry("observation.unknown-code", (long) ROWS)
        .containsEntry("observation.unreadable-evidence", ROWS / 2L)
        .containsEntry("observation.day-outside-period", ROWS / 2L)
        // What reading finds is counted where it is found.
        .containsEntry("submission.error-cell", 1_001L);
    assertThat(
            ParquetRows.of(output("data/finding.parquet"), "code", "cell", "found").stream()
                .filter(row -> row.startsWith("observation.unknown-code,C20003,")))
        .containsExactly("observation.unknown-code,C20003,无此城4");
  }

  @Test
  void onlyWhatRestsOnThemIsInDoubt() throws IOException {
    List<String> rows = Files.readAllLines(output("data/reconciled_indicator.csv"));
    assertThat(rows.stream().filter(row -> row.contains(",IN_DOUBT,")))
        .extracting(row -> row.split(",", -1)[2])
        .containsExactlyInAnyOrder("A03-01", "A03-03");
    assertThat(Files.readAllLines(output("findings.csv")))
        .filteredOn(row -> row.startsWith("强制") || row.startsWith("核实"))
        .allMatch(row -> row.contains(",江苏省,"));
  }

  @Test
  void theMembersCopyBearsAThousandCommentsAndSaysHowManyMore() throws IOException {
    try (Stream<Path> copies = Files.list(output("核查意见"))) {
      Path copy =
          copies.filter(file -> file.toString().contains(JIANGSU)).findFirst().orElseThrow();
      StringBuilder index = new StringBuilder();
      long comments = 0;
      try (ZipFile workbook = new ZipFile(copy.toFile())) {
        for (ZipEntry entry : Collections.list(workbook.entries())) {
          String part = new String(workbook.getInputStream(entry).readAllBytes(), UTF_8);
          if (entry.getName().contains("comments")) {
            comments = Math.max(comments, part.split("<comment ", -1).length - 1);
          } else if (entry.getName().endsWith(".xml")) {
            index.append(part);
          }
        }
      }
      assertThat(comments).isBetween(1L, 1_000L);
      assertThat(index).contains("工作表“虚拟窗口点位”共有60000处意见，只在前1000处标色并加批注");
    }
  }

  @Test
  void checkPrintsAScreenfulAndTheCounts() {
    Path file = folder.resolve("input/2024").resolve(JIANGSU).resolve(NAME);
    Entered checked = Entered.command("check", file, "--year", 2024);
    assertThat(checked.status()).isEqualTo(3);
    assertThat(checked.out().lines().count()).isLessThan(160);
    assertThat(checked.out())
        .containsPattern("江苏省，强制5000[0-9]条，核实10000条")
        .containsPattern("其余 强制 observation.unreadable-evidence：99[0-9]{2}处")
        .contains("其余 核实 observation.day-outside-period：10000处");
  }
}
