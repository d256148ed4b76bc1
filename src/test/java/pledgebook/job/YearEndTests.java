package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import pledgebook.OutputHashes;
import pledgebook.SystemTool;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.observation.Resolution;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.registry.DefinitionRefused;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;

/// The year-end run on the sample round, from the received files to the outputs.
@Isolated("changes the default locale and time zone")
class YearEndTests {
  private static final Path JOBS = Path.of("jobs");
  private static final Path INPUT = Path.of("input");

  /// The figures published for 2024 (完成情况).
  private static final String[] PUBLISHED = {
    "667.6", "20.7万", "75.53万", "1.62∶1", "515", "41", "4.86万", "超1480万", "12项", "3198", "30条",
    "7528", "300家", "100家", "超23万", "281万", "超5.3万", "全部完成"
  };

  @TempDir private static Path undisturbed;
  private static YearEnd.Result result;
  private static Map<String, Sha256> hashes;

  @BeforeAll
  static void runOnce() throws DefinitionRefused, IOException {
    result = run(2024, INPUT, undisturbed);
    hashes = OutputHashes.of(undisturbed.resolve("2024"));
  }

  private static YearEnd.Result run(int year, Path input, Path output) throws DefinitionRefused {
    YearEnd.Request request = new YearEnd.Request(year, JOBS, input, output, "test");
    return new JobRunner(request, Progress.silent()).run();
  }

  @Test
  void theSampleRoundIsAFinalInWhichEverythingIsCompleted() {
    assertThat(result.published().draft()).isFalse();
    assertThat(result.edition().reconciled().allCompleted()).isTrue();
    assertThat(result.edition().openFindings())
        .filteredOn(finding -> finding.severity().blocks())
        .isEmpty();
    assertThat(hashes)
        .containsKeys(
            "完成情况.pdf", "数说.pdf", "数说.html", "完成情况汇总.xlsx", "findings.csv", "manifest.json");
  }

  /// The digest's figures are the warehouse's: bars add up to the reconciled value, tiles are the
  /// cities with a window, and every figure reads as in the booklet.
  @Test
  void theDigestTellsTheFiguresOfTheWarehouse() throws IOException {
    DigestStatement digest = result.edition().statements().findDigest().orElseThrow();
    for (DigestStatement.Block block : digest.blocks()) {
      for (DigestStatement.Chart chart : block.charts()) {
        switch (chart) {
          case DigestStatement.Bars bars -> {
            IndicatorCode code = bars.bars().getFirst().figure().indicator();
            BigDecimal sum =
                bars.bars().stream()
                    .map(DigestStatement.Bar::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(actual(code).compareTo(sum)).as(code.value()).isZero();
            assertThat(bars.bars()).hasSize(4);
          }
          case DigestStatement.Tiles tiles -> {
            assertThat(tiles.tiles()).hasSize(41).allMatch(DigestStatement.Tile::reached);
            BigDecimal reached = BigDecimal.valueOf(tiles.tiles().size());
            assertThat(actual(new IndicatorCode("A03-03")).compareTo(reached)).isZero();
          }
          case DigestStatement.Missing missing -> assertThat(missing.told()).isEmpty();
        }
      }
    }
    String page =
        Files.readString(undisturbed.resolve("2024/数说.html")).replaceAll("(?s)<[^>]*>", "");
    for (Figure figure : digest.figures()) {
      assertThat(page).contains(figure.text() + figure.tied());
    }
    assertThat(page).contains(result.edition().hash().hex());
  }

  private static ReconciledIndicator.Actual actual(IndicatorCode code) {
    return result.edition().reconciled().indicator(code).figure().orElseThrow();
  }

  @Test
  void anotherFolderZoneAndLocaleGiveTheSameBytes(@TempDir Path elsewhere) throws Exception {
    TimeZone zone = TimeZone.getTimeZone("Pacific/Kiritimati");
    Locale locale = Locale.forLanguageTag("ar-SA-u-nu-arab");
    Locale before = Locale.of("");
    TimeZone zoneBefore = TimeZone.getTimeZone("UTC");
    try {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
      run(2024, INPUT, elsewhere.resolve("深").resolve("output"));
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(before);
    }
    assertThat(OutputHashes.of(elsewhere.resolve("深").resolve("output/2024"))).isEqualTo(hashes);
  }

  @Test
  void runningTwiceChangesNothing(@TempDir Path output) throws Exception {
    run(2024, INPUT, output);
    YearEnd.Result again = run(2024, INPUT, output);
    assertThat(again.resumed()).isFalse();
    assertThat(OutputHashes.of(output.resolve("2024"))).isEqualTo(hashes);
  }

  /// Killed while reading, killed again while reading on, killed while publishing.
  @Test
  void killedAndRunAgainIsByteForByteTheUndisturbedRun(@TempDir Path output) throws Exception {
    for (int event : List.of(3, 2, 7)) {
      assertThat(killedAt(event, output)).isEqualTo(137);
      assertThat(output.resolve("2024")).doesNotExist();
    }
    YearEnd.Result resumed = run(2024, INPUT, output);
    assertThat(resumed.resumed()).isTrue();
    assertThat(OutputHashes.of(output.resolve("2024"))).isEqualTo(hashes);
  }

  /// Between the kill and the restart another input was run in the same folder: its rows are not
  /// taken for ours.
  @Test
  void aRestartNeverGoesOnWithAnotherRunsRows(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    Path other = folder.resolve("input");
    OutputHashes.copy(INPUT.resolve("2024"), other.resolve("2024"));
    try (var files = Files.list(other.resolve("2024/320000"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertThat(killedAt(6, output)).isEqualTo(137);
    assertThat(run(2024, other, output).published().draft()).isTrue();
    assertThat(run(2024, INPUT, output).resumed()).isFalse();
    assertThat(OutputHashes.of(output.resolve("2024"))).isEqualTo(hashes);
  }

  private static int killedAt(int event, Path output) throws IOException, InterruptedException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRun.class.getName(),
            output.toString(),
            String.valueOf(event))
        .inheritIO()
        .start()
        .waitFor();
  }

  @Test
  void aMemberThatSentNothingMakesADraftAndNoSmallerSum(@TempDir Path folder) throws Exception {
    Path input = folder.resolve("input");
    OutputHashes.copy(INPUT.resolve("2024"), input.resolve("2024"));
    try (var files = Files.list(input.resolve("2024/340000"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    YearEnd.Result draft = run(2024, input, folder.resolve("output"));
    assertThat(draft.published().draft()).isTrue();
    assertThat(draft.edition().reconciled().indicators())
        .filteredOn(i -> i.coverage().required().size() == 4)
        .extracting(ReconciledIndicator::outcome)
        .containsOnly(Outcome.NOT_REPORTED);
    assertThat(draft.edition().openFindings())
        .extracting(Finding::code)
        .contains("observation.member-missing");
  }

  @Test
  void aFileThatIsNoWorkbookIsToldAndHarmsNobody(@TempDir Path folder) throws Exception {
    Path input = folder.resolve("input");
    OutputHashes.copy(INPUT.resolve("2024"), input.resolve("2024"));
    Files.writeString(input.resolve("2024/310000/更正.xlsx"), "<html>更正</html>");
    YearEnd.Result result = run(2024, input, folder.resolve("output"));
    assertThat(result.edition().judgement().resolved())
        .filteredOn(each -> "310000/更正.xlsx".equals(each.finding().location().file()))
        .isNotEmpty()
        .allSatisfy(each -> {
          assertThat(each.finding().severity()).isEqualTo(Severity.ERROR);
          assertThat(each.resolution()).isEqualTo(new Resolution.Returned());
        });
    assertThat(result.published().draft()).isFalse();
    assertThat(result.edition().reconciled().allCompleted()).isTrue();
  }

  @Test
  void theRoundOf2025NeedsNoCodeAndSaysThatNobodyHasReported(@TempDir Path output)
      throws Exception {
    YearEnd.Result draft = run(2025, INPUT, output);
    assertThat(draft.published().draft()).isTrue();
    assertThat(draft.edition().reconciled().indicators())
        .extracting(ReconciledIndicator::outcome)
        .containsOnly(Outcome.NOT_REPORTED);
    assertThat(draft.edition().statements().projects())
        .allSatisfy(project -> assertThat(Statement.text(project.completion())).contains("未报送"));
  }

  /// A thousand more new piles in one city: 20.7万 becomes 20.8万, and no other figure moves.
  @Test
  void changingOneEvidenceRowChangesExactlyTheFiguresThatRestOnIt(@TempDir Path folder)
      throws Exception {
    Path input = folder.resolve("input");
    OutputHashes.copy(INPUT.resolve("2024"), input.resolve("2024"));
    Path file = input.resolve("2024/310000/2024-310000-v1.xlsx");
    byte[] changed;
    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Cell cell = cellBelow(workbook.getSheet("充电桩"), "本年新建公共桩");
      cell.setCellValue(cell.getNumericCellValue() + 1000);
      workbook.write(bytes);
      changed = bytes.toByteArray();
    }
    Files.write(file, changed);
    Files.delete(input.resolve("2024/received.csv"));
    YearEnd.Result other = run(2024, input, folder.resolve("output"));
    assertThat(differences(result, other)).containsExactly("2-完成-1 20.7万 20.8万");
    assertThat(other.edition().openFindings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(Finding::code)
        .contains("observation.evidence-total");
  }

  private static Cell cellBelow(Sheet sheet, String heading) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains(heading)) {
          return sheet.getRow(row.getRowNum() + 1).getCell(cell.getColumnIndex());
        }
      }
    }
    throw new AssertionError("no heading " + heading);
  }

  private static List<String> differences(YearEnd.Result one, YearEnd.Result other) {
    List<Figure> before = one.edition().statements().figures();
    List<Figure> after = other.edition().statements().figures();
    assertThat(after).hasSameSizeAs(before);
    return IntStream.range(0, before.size())
        .filter(i -> !before.get(i).equals(after.get(i)))
        .mapToObj(i -> before.get(i).id() + " " + before.get(i).text() + " " + after.get(i).text())
        .toList();
  }

  @Test
  void everyPrintedFigureLeadsBackToCells() throws IOException {
    Set<String> traced =
        Files.readAllLines(undisturbed.resolve("2024/data/lineage.csv")).stream()
            .map(line -> line.substring(0, line.indexOf(',')))
            .collect(Collectors.toSet());
    assertThat(result.edition().statements().figures())
        .filteredOn(figure -> figure.role() == Figure.Role.PERFORMANCE)
        .hasSizeGreaterThan(20)
        .allSatisfy(figure -> assertThat(traced).contains(figure.indicator().value()));
  }

  @Test
  void theBookletSaysWhatWasPublished() throws IOException {
    try (PDDocument booklet = Loader.loadPDF(undisturbed.resolve("2024/完成情况.pdf").toFile())) {
      assertThat(booklet.getNumberOfPages()).isEqualTo(12);
      assertThat(new PDFTextStripper().getText(booklet).replaceAll("\\s", "")).contains(PUBLISHED);
    }
  }

  /// The same, as the reader's own tool extracts it.
  @Test
  @SystemTool
  void pdftotextReadsWhatWasPublished(@TempDir Path folder) throws Exception {
    Path text = folder.resolve("text.txt");
    Process tool =
        new ProcessBuilder(
                "pdftotext", undisturbed.resolve("2024/完成情况.pdf").toString(), text.toString())
            .inheritIO()
            .start();
    assertThat(tool.waitFor()).isZero();
    assertThat(Files.readString(text)).contains(PUBLISHED);
    assertThat(Files.readAllLines(text)).noneMatch(line -> line.matches("\\s*[，。、；：？！）》”].*"));
  }

  @Test
  void anotherRunInTheSameFolderIsTurnedAway(@TempDir Path output) throws Exception {
    try (OutputLock _ = OutputLock.take(output)) {
      assertThatThrownBy(() -> run(2024, INPUT, output))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.code()).isEqualTo("job.locked");
                assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FAILED);
              });
    }
    assertThat(output.resolve("2024")).doesNotExist();
  }

  @Test
  void aWarehouseThatIsNoneIsMadeAgain(@TempDir Path output) throws Exception {
    Files.createDirectories(output.resolve("warehouse"));
    Files.writeString(output.resolve("warehouse/2024.duckdb"), "not a warehouse");
    run(2024, INPUT, output);
    assertThat(OutputHashes.of(output.resolve("2024"))).isEqualTo(hashes);
  }
}
