package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.Workbooks;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Round;
import pledgebook.registry.RoundTables;
import pledgebook.warehouse.Warehouse;

/// What the cover says of version and day, as people write it.
class CoverTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final Path SAMPLE = Path.of("input/2024/320000/2024-320000-v1.xlsx");

  @TempDir private Path folder;

  private static XSSFCell version(XSSFWorkbook workbook) {
    return workbook.getSheet("封面").getRow(6).getCell(2);
  }

  private static XSSFCell day(XSSFWorkbook workbook) {
    return workbook.getSheet("封面").getRow(11).getCell(2);
  }

  private Sent undated(@Nullable String time) throws IOException {
    Path path = Files.createDirectories(folder.resolve("320000")).resolve("a.xlsx");
    Workbooks.changed(SAMPLE, path, workbook -> day(workbook).setBlank());
    return Sent.at(ROUND, path, "320000/a.xlsx", time);
  }

  private static List<String> codes(Sent sent) {
    return sent.findings().stream().map(Finding::code).toList();
  }

  private static List<String> late(Sent sent) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      new SubmissionReader(ROUND).read(sent.file(), warehouse);
      Submissions.settle(warehouse);
      assertThat(Submissions.inForce(warehouse)).hasSize(1);
      return warehouse.read(
          Submissions.INTAKE, fields -> String.valueOf(fields.optionalText("late")));
    }
  }

  @Test
  void aFileNeitherListedNorDatedIsNotInTimeButToBeVerified() throws IOException {
    Sent sent = undated(null);
    assertThat(codes(sent))
        .containsExactlyInAnyOrder(
            "submission.cover-date-unclear", "submission.not-listed", "submission.day-unknown");
    assertThat(sent.findings())
        .filteredOn(finding -> finding.code().equals("submission.day-unknown"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.VERIFY);
          assertThat(finding.location().cell()).isEqualTo("C12");
          assertThat(finding.message()).contains("不能认定按时", "填报日期", "receive");
        });
    assertThat(late(sent)).containsExactly("null");
  }

  @Test
  void eitherTheListOrTheCoverTellsTheDay() throws IOException {
    assertThat(codes(undated(Sent.TIME))).containsExactly("submission.cover-date-unclear");
    assertThat(late(undated(Sent.TIME))).containsExactly("false");
    Sent dated = Sent.at(ROUND, SAMPLE, "320000/a.xlsx", null);
    assertThat(codes(dated)).containsExactly("submission.not-listed");
    assertThat(late(dated)).containsExactly("false");
  }

  private Sent versioned(String text) {
    Path path = folder.resolve("v.xlsx");
    Workbooks.changed(SAMPLE, path, workbook -> version(workbook).setCellValue(text));
    return Sent.at(ROUND, path, "320000/a.xlsx", Sent.TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2.0", "第二版", "v2", "２．０", "二", "版本2", "第2稿", "Version 2"})
  void aVersionIsReadAsItIsWritten(String text) {
    Sent sent = versioned(text);
    assertThat(sent.findings()).isEmpty();
    assertThat(((Intake.Received) sent.examined()).submission().version()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V2.1", "第零版", "二三", "0"})
  void aVersionThatIsNoWholeNumberIsNotGuessedAt(String text) {
    assertThat(codes(versioned(text))).containsExactly("submission.version-unclear");
  }
}
