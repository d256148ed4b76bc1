package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.registry.RoundTables;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Warehouse;

class SubmissionsTests {
  private static final Round ROUND = Rounds.of(2024);

  @TempDir private Path folder;

  private ReceivedFile version(int version, String name, String time) {
    Filling.Cover cover =
        new Filling.Cover(version, "示例", "示例", "示例", "示例", LocalDate.of(2025, 2, version));
    Filling filling = new Filling(cover, Map.of(), Map.of());
    Path path =
        Sent.workbook(
                ROUND,
                folder,
                "320000/" + name,
                SubmissionTemplate.of(ROUND, Rounds.JIANGSU, filling))
            .file()
            .path();
    return Sent.at(ROUND, path, "320000/" + name, time).file();
  }

  private static List<String> inForce(List<ReceivedFile> files) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      SubmissionReader reader = new SubmissionReader(ROUND);
      files.forEach(file -> reader.read(file, warehouse));
      Submissions.settle(warehouse);
      return Submissions.inForce(warehouse).stream().map(Submission::file).toList();
    }
  }

  @Test
  void theLatestReceivedIsInForceThenTheHighestVersionWhateverTheOrderOfReading() {
    List<ReceivedFile> files = new ArrayList<>();
    files.add(version(3, "early.xlsx", "2025-02-19T09:00:00+08:00"));
    files.add(version(1, "same-1.xlsx", "2025-02-20T09:00:00+08:00"));
    files.add(version(2, "same-2.xlsx", "2025-02-20T09:00:00+08:00"));
    assertThat(inForce(files)).containsExactly("320000/same-2.xlsx");
    Collections.reverse(files);
    assertThat(inForce(files)).containsExactly("320000/same-2.xlsx");
  }

  @Test
  void aRejectedFileSupersedesNothing() {
    ReceivedFile good = version(1, "good.xlsx", "2025-02-19T09:00:00+08:00");
    ReceivedFile bad = Sent.bytes(ROUND, folder, "320000/bad.xlsx", new byte[] {1}).file();
    assertThat(inForce(List.of(good, bad))).containsExactly("320000/good.xlsx");
  }

  @Test
  void readingTwiceIsReadingOnce() {
    ReceivedFile file = version(1, "a.xlsx", Sent.TIME);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      SubmissionReader reader = new SubmissionReader(ROUND);
      Intake first = reader.read(file, warehouse);
      List<String> rows = rows(warehouse);
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      assertThat(reader.read(file, warehouse)).isEqualTo(first);
      assertThat(rows(warehouse)).isEqualTo(rows).isNotEmpty();
      List<Finding> findings = ((Intake.Received) first).findings();
      assertThat(warehouse.read(Submissions.READING_FINDING, FindingRows::read))
          .isEqualTo(findings)
          .isNotEmpty();
    }
  }

  private static List<String> rows(Warehouse warehouse) {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        warehouse.read(
            Submissions.STAGED_ROW,
            f -> f.text("form") + f.integer("row_number") + f.texts("cells") + f.texts("raw")));
    rows.addAll(warehouse.read(Submissions.STAGED_SHEET, f -> f.text("form") + f.texts("columns")));
    rows.addAll(
        warehouse.read(
            Submissions.INTAKE,
            f -> f.text("submission") + f.text("state") + f.optionalDate("cover_date")));
    return rows;
  }

  @Test
  void theSubmissionInForceIsWhatWasRead() {
    ReceivedFile file = version(2, "a.xlsx", Sent.TIME);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      Intake intake = new SubmissionReader(ROUND).read(file, warehouse);
      Submissions.settle(warehouse);
      assertThat(Submissions.inForce(warehouse))
          .containsExactly(((Intake.Received) intake).submission());
    }
  }

  @Test
  void whatIsNoLongerInTheInboxIsForgotten() {
    ReceivedFile one = version(1, "a.xlsx", Sent.TIME);
    ReceivedFile two = version(2, "b.xlsx", Sent.TIME);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      SubmissionReader reader = new SubmissionReader(ROUND);
      reader.read(one, warehouse);
      reader.read(two, warehouse);
      Submissions.keepOnly(warehouse, List.of(one));
      assertThat(warehouse.read(Submissions.INTAKE, f -> f.text("file")))
          .containsExactly("320000/a.xlsx");
      assertThat(warehouse.read(Submissions.STAGED_ROW, f -> f.text("submission")))
          .containsOnly(one.sha256().hex());
    }
  }

  @Test
  void theSameValuesInOtherBytesAreToldOf() {
    ReceivedFile first = version(1, "a.xlsx", "2025-02-19T09:00:00+08:00");
    ReceivedFile again = version(2, "b.xlsx", Sent.TIME);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      SubmissionReader reader = new SubmissionReader(ROUND);
      List.of(first, again).forEach(file -> reader.read(file, warehouse));
      for (int times = 0; times < 2; times++) {
        Submissions.settle(warehouse);
        assertThat(
                warehouse.read(Submissions.READING_FINDING, FindingRows::read).stream()
                    .filter(f -> f.code().equals("submission.same-values"))
                    .map(f -> f.location().file() + " " + f.message()))
            .containsExactly("320000/b.xlsx 各项填报内容与此前收到的320000/a.xlsx相同，没有变化。");
      }
    }
  }

  @Test
  void aChangedValueIsAChange() {
    Filling filling = new SampleSubmissions(ROUND).filling(Rounds.JIANGSU);
    ReceivedFile blank = version(1, "a.xlsx", "2025-02-19T09:00:00+08:00");
    ReceivedFile filled =
        Sent.workbook(
                ROUND,
                folder,
                "320000/b.xlsx",
                SubmissionTemplate.of(ROUND, Rounds.JIANGSU, filling))
            .file();
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      SubmissionReader reader = new SubmissionReader(ROUND);
      List.of(blank, filled).forEach(file -> reader.read(file, warehouse));
      Submissions.settle(warehouse);
      assertThat(warehouse.read(Submissions.SAME_VALUES, f -> f.text("file"))).isEmpty();
    }
  }

  @Test
  void whatTheInboxSaysIsKeptOnce() {
    Finding finding =
        new ReadingFindings(ReceivedLog.NAME, null)
            .make(ReadingRule.LIST_LINE, ReadingFindings.At.file(), "line", 2, "reason", "引号不配对");
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, ROUND);
      Submissions.declare(warehouse);
      Submissions.note(warehouse, new Inbox.Contents(List.of(), List.of(finding), List.of()));
      Submissions.note(warehouse, new Inbox.Contents(List.of(), List.of(finding), List.of()));
      assertThat(warehouse.read(Submissions.READING_FINDING, FindingRows::read))
          .containsExactly(finding);
    }
  }
}
