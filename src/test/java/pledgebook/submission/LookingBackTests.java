package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.Workbooks;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.workbook.WorkbookWriter;

/// The inbox as it stood on a day: what is listed counts from the day it was received, what was
/// dropped in by hand from the 填报日期 of its cover, what brought nothing new from its own line.
class LookingBackTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final EntityCode SHANGHAI = ROUND.entities().get(0).code();
  private static final EntityCode JIANGSU = ROUND.entities().get(1).code();

  @TempDir private Path folder;

  private Path input;

  @BeforeEach
  void open() {
    input = folder.resolve("input");
  }

  private Inbox asOf(String day) {
    return new Inbox(input, ROUND, LocalDate.parse(day));
  }

  private static void write(Path file, EntityCode entity, int version, String coverDate)
      throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Filling.Cover cover =
        new Filling.Cover(version, "示例", "示例", "示例", "示例", LocalDate.parse(coverDate));
    WorkbookWriter.write(
        SubmissionTemplate.of(ROUND, entity, new Filling(cover, Map.of(), Map.of())), file);
  }

  private Path dropped(EntityCode entity, int version, String coverDate) throws IOException {
    Path file = input.resolve("2024/" + entity + "/第" + version + "版.xlsx");
    write(file, entity, version, coverDate);
    return file;
  }

  private void received(EntityCode entity, int version, String at) throws IOException {
    Path file = folder.resolve(entity + "-" + version + ".xlsx");
    write(file, entity, version, "2025-02-01");
    new Inbox(input, ROUND).receive(file, Instant.parse(at), "示例");
  }

  private String list() throws IOException {
    return Files.readString(input.resolve("2024/received.csv"));
  }

  private static List<String> names(Inbox inbox) {
    return inbox.files().stream().map(ReceivedFile::file).toList();
  }

  /// 2025-02-18 is what the cover says; when the bytes were put there nobody knows.
  @ParameterizedTest
  @CsvSource({"2025-02-17, false", "2025-02-18, true", "2025-02-19, true"})
  void aFileNobodyListedCountsFromTheDayOfItsCover(String day, boolean counts) throws IOException {
    received(SHANGHAI, 1, "2025-02-10T01:00:00Z");
    Path file = dropped(JIANGSU, 1, "2025-02-18");

    Inbox inbox = asOf(day);

    String name = JIANGSU + "/第1版.xlsx";
    assertThat(names(inbox).contains(name)).isEqualTo(counts);
    assertThat(inbox.lookBack().orElseThrow().counts(name, Sha256.of(file))).isEqualTo(counts);
    assertThat(names(inbox)).contains("310000/2024-310000-v1.xlsx");
  }

  @Test
  void oneNobodyListedIsTheFirstByItsCover() throws IOException {
    dropped(JIANGSU, 1, "2025-02-18");
    received(SHANGHAI, 1, "2025-02-20T01:00:00Z");

    asOf("2025-02-18").requireSubmission();
    assertThatThrownBy(() -> asOf("2025-02-17").requireSubmission())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("submission.before-the-first");
              assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
              assertThat(failure.getMessage()).contains("2025-02-17", "2025-02-18");
            });
  }

  @Test
  void beforeAnythingWasReceivedThereIsNoDayToName() {
    assertThatThrownBy(() -> asOf("2025-02-17").requireSubmission())
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("submission.before-the-first");
              assertThat(failure.getMessage()).contains("2025-02-17").doesNotContain("Optional");
            });
  }

  /// The day of a listed file is its line's, whatever its cover says; the day ends in Beijing.
  @ParameterizedTest
  @CsvSource({
    "2025-02-10T15:59:59Z, 2025-02-10, true",
    "2025-02-10T16:00:00Z, 2025-02-10, false",
    "2025-02-10T16:00:00Z, 2025-02-11, true"
  })
  void aListedFileCountsFromTheDayItCame(String at, String day, boolean counts) throws IOException {
    received(SHANGHAI, 1, at);
    assertThat(names(asOf(day))).hasSize(counts ? 1 : 0);
  }

  /// A file under unchanged/ never counts; that it came is told from the day it did.
  @Test
  void whatBroughtNothingNewIsToldFromTheDayItCame() throws IOException {
    received(SHANGHAI, 1, "2025-02-10T01:00:00Z");
    String before = list();
    Path copy =
        Workbooks.changed(
            folder.resolve(SHANGHAI + "-1.xlsx"), folder.resolve("copy.xlsx"), workbook -> {});
    new Inbox(input, ROUND).receive(copy, Instant.parse("2025-02-20T01:00:00Z"), "示例");
    Sha256 sha256 = Sha256.of(copy);
    String kept =
        list()
            .lines()
            .filter(line -> line.contains("unchanged/"))
            .map(line -> line.split(",", -1)[2])
            .findFirst()
            .orElseThrow();

    Inbox then = asOf("2025-02-19");
    assertThat(then.lookBack().orElseThrow().list()).isEqualTo(before);
    assertThat(then.lookBack().orElseThrow().counts(kept, sha256)).isFalse();
    assertThat(then.contents().findings()).isEmpty();

    Inbox now = asOf("2025-02-20");
    assertThat(now.lookBack().orElseThrow().list()).isEqualTo(list());
    assertThat(now.lookBack().orElseThrow().counts(kept, sha256)).isTrue();
    assertThat(now.contents().findings())
        .extracting(Finding::code)
        .containsExactly("submission.same-values");
    assertThat(names(now)).isEqualTo(names(then)).containsExactly("310000/2024-310000-v1.xlsx");
  }

  /// An old version sent again has two lines; it counts from the first.
  @Test
  void anOldVersionSentAgainIsToldFromTheDayItCameAgain() throws IOException {
    received(SHANGHAI, 1, "2025-02-10T01:00:00Z");
    received(SHANGHAI, 2, "2025-02-12T01:00:00Z");
    received(SHANGHAI, 1, "2025-02-20T01:00:00Z");

    assertThat(names(asOf("2025-02-11"))).containsExactly("310000/2024-310000-v1.xlsx");
    assertThat(asOf("2025-02-19").contents().findings()).isEmpty();
    assertThat(asOf("2025-02-20").contents().findings())
        .extracting(Finding::code)
        .containsExactly("submission.superseded-again");
  }
}
