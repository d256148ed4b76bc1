package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.audit.AuditLog;
import pledgebook.audit.AuditTrail;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.workbook.WorkbookWriter;

class InboxTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final Instant NOW = Instant.parse("2025-02-20T01:00:00Z");
  private static final String WRITTEN = "2025-02-20T09:00:00+08:00";

  @TempDir private Path folder;

  private Path input;
  private Path outside;
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    input = folder.resolve("input");
    outside = Files.createDirectory(folder.resolve("outside"));
    inbox = new Inbox(input, ROUND);
  }

  private Path workbook(String name, EntityCode entity, int version, String preparer) {
    Filling.Cover cover =
        new Filling.Cover(version, preparer, "示例", "示例", "示例", LocalDate.of(2025, 2, 18));
    Path file = outside.resolve(name);
    WorkbookWriter.write(
        SubmissionTemplate.of(ROUND, entity, new Filling(cover, Map.of(), Map.of())), file);
    return file;
  }

  private List<String> stored() throws IOException {
    Path year = input.resolve("2024");
    try (Stream<Path> files = Files.walk(year)) {
      return new ArrayList<>(
          new TreeSet<>(
              files
                  .filter(Files::isRegularFile)
                  .map(path -> year.relativize(path).toString())
                  .filter(name -> !name.equals(AuditLog.NAME))
                  .toList()));
    }
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(input.resolve("2024/received.csv"), StandardCharsets.UTF_8);
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void anInboxThatIsNotThereIsEmpty() {
    assertThat(inbox.contents()).isEqualTo(new Inbox.Contents(List.of(), List.of(), List.of()));
  }

  @Test
  void aReceivedFileIsStoredUnderItsMemberAndListed() throws IOException {
    Path file = workbook("报表 终稿.xlsx", Rounds.JIANGSU, 1, "示例");
    Intake intake = inbox.receive(file, NOW, "示例, \"处\"");
    assertThat(intake).isInstanceOf(Intake.Received.class);
    assertThat(intake.file()).isEqualTo("320000/2024-320000-v1.xlsx");
    assertThat(stored()).containsExactly("320000/2024-320000-v1.xlsx", "received.csv");
    assertThat(lines())
        .containsExactly(
            "sha256,entity,file,received_at,from",
            intake.sha256()
                + ",320000,320000/2024-320000-v1.xlsx,"
                + WRITTEN
                + ",\"示例, \"\"处\"\"\"");
    assertThat(file).exists();
    assertThat(inbox.files())
        .containsExactly(
            new ReceivedFile(
                input.resolve("2024/320000/2024-320000-v1.xlsx"),
                "320000/2024-320000-v1.xlsx",
                intake.sha256(),
                WRITTEN,
                "示例, \"处\""));
    assertThat(inbox.contents().findings()).isEmpty();
  }

  @Test
  void theSameBytesAgainAreNoChange() throws IOException {
    Path file = workbook("a.xlsx", Rounds.JIANGSU, 1, "示例");
    inbox.receive(file, NOW, "示例");
    List<String> before = lines();
    Intake again =
        inbox.receive(Files.copy(file, outside.resolve("b.xlsx")), NOW.plusSeconds(60), "另一处");
    assertThat(lines()).isEqualTo(before);
    assertThat(stored()).hasSize(2);
    assertThat(again)
        .isInstanceOfSatisfying(
            Intake.Received.class,
            received -> {
              assertThat(codes(received.findings())).contains("submission.no-change");
              assertThat(received.submission().receivedAt()).isEqualTo(WRITTEN);
            });
  }

  @Test
  void aNameInNoCharacterSetOfOursIsAFindingAndTheOthersAreRead() throws Exception {
    EntityCode entity = ROUND.entities().getFirst().code();
    inbox.receive(workbook("甲.xlsx", entity, 1, "示例"), NOW, "甲");
    Path member = input.resolve("2024").resolve(entity.value());
    int status =
        new ProcessBuilder("sh", "-c", "echo 1 > \"$0/$(printf '\\275\\255').xlsx\"", "" + member)
            .start()
            .waitFor();
    assertThat(status).isZero();
    Inbox.Contents contents = inbox.contents();
    assertThat(contents.files()).hasSize(1);
    assertThat(codes(contents.findings())).containsExactly("submission.unreadable-name");
  }

  @Test
  void filesOfOneMomentKeepTheirOrder() throws IOException {
    EntityCode entity = ROUND.entities().getFirst().code();
    inbox.receive(workbook("甲.xlsx", entity, 2, "示例甲"), NOW, "甲");
    inbox.receive(workbook("乙.xlsx", entity, 2, "示例乙"), NOW, "甲");
    assertThat(Files.readAllLines(input.resolve("2024/received.csv")))
        .extracting(line -> line.replaceAll(".*,(2025[^,]*),.*", "$1"))
        .containsExactly(
            ReceivedLog.HEADER, "2025-02-20T09:00:00+08:00", "2025-02-20T09:00:01+08:00");
  }

  @Test
  void aSupersededVersionSentAgainIsToldThatTheLaterOneCounts() throws IOException {
    Path first = workbook("一.xlsx", ROUND.entities().getFirst().code(), 1, "示例");
    Path second = workbook("二.xlsx", ROUND.entities().getFirst().code(), 2, "示例乙");
    inbox.receive(first, NOW, "甲");
    Intake later = inbox.receive(second, NOW.plusSeconds(60), "甲");
    List<String> before = stored();
    assertThat(inbox.receive(first, NOW.plusSeconds(120), "甲"))
        .isInstanceOfSatisfying(
            Intake.Received.class,
            received ->
                assertThat(received.findings())
                    .filteredOn(f -> f.code().equals("submission.superseded-again"))
                    .singleElement()
                    .satisfies(f ->
                        assertThat(f.message())
                            .contains(((Intake.Received) later).submission().file())));
    List<String> listed = lines();
    assertThat(listed).hasSize(4).last().asString().contains(later.file().replace("v2", "v1"));
    assertThat(inbox.receive(first, NOW.plusSeconds(130), "甲").file()).contains("v1");
    assertThat(lines()).isEqualTo(listed);
    assertThat(inbox.contents().findings())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.code()).isEqualTo("submission.superseded-again");
          assertThat(f.location().file()).isEqualTo(later.file().replace("v2", "v1"));
        });
    assertThat(inbox.files())
        .extracting(ReceivedFile::receivedAt)
        .containsExactly("2025-02-20T09:00:00+08:00", "2025-02-20T09:01:00+08:00");
    inbox.receive(
        workbook("三.xlsx", ROUND.entities().getFirst().code(), 3, "示例丙"),
        NOW.plusSeconds(150),
        "甲");
    assertThat(inbox.contents().findings()).isEmpty();
    Path third = outside.resolve("三.xlsx");
    assertThat(inbox.receive(third, NOW.plusSeconds(180), "甲"))
        .isInstanceOfSatisfying(
            Intake.Received.class,
            received -> assertThat(codes(received.findings())).contains("submission.no-change"));
    assertThat(stored()).containsAll(before).hasSize(before.size() + 1);
  }

  @Test
  void anotherFileOfTheSameVersionOverwritesNothing() throws IOException {
    Intake first = inbox.receive(workbook("a.xlsx", Rounds.JIANGSU, 1, "甲"), NOW, "示例");
    byte[] bytes = Files.readAllBytes(input.resolve("2024").resolve(first.file()));
    Intake second = inbox.receive(workbook("b.xlsx", Rounds.JIANGSU, 1, "乙"), NOW, "示例");
    assertThat(second.file())
        .isEqualTo("320000/2024-320000-v1-" + second.sha256().abbreviated() + ".xlsx");
    assertThat(Files.readAllBytes(input.resolve("2024").resolve(first.file()))).isEqualTo(bytes);
    assertThat(inbox.files()).hasSize(2);
  }

  @Test
  void aRejectedFileIsKeptApartAndListedWithoutAMember() throws IOException {
    Path file = Files.writeString(outside.resolve("报表.xls"), "<html><table></table></html>");
    Intake intake = inbox.receive(file, NOW, "示例");
    assertThat(intake).isInstanceOf(Intake.Rejected.class);
    String name = "rejected/" + intake.sha256().abbreviated() + ".html";
    assertThat(intake.file()).isEqualTo(name);
    assertThat(stored()).containsExactly("received.csv", name);
    assertThat(lines().getLast()).isEqualTo(intake.sha256() + ",," + name + "," + WRITTEN + ",示例");
    assertThat(inbox.receive(file, NOW, "示例").file()).isEqualTo(name);
    assertThat(lines()).hasSize(2);
    assertThat(inbox.contents().files()).isEmpty();
    assertThat(inbox.contents().findings()).isEmpty();
    assertThat(inbox.contents().rejections())
        .singleElement()
        .satisfies(reason -> {
          assertThat(reason.code()).isEqualTo("submission.not-a-workbook");
          assertThat(reason.location().file()).isEqualTo(name);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2F..%2Fx.xlsx",
        "-rf.xlsx",
        "320000.xlsx ",
        "x.xlsx\u202Efdp.exe",
        "ｘ．ｘｌｓｘ",
        "a\nb.xlsx",
        "=cmd.xlsx",
        "CON.xlsx"
      })
  void namesOfOutsideFilesNeverBecomePaths(String name) throws IOException {
    Intake intake = inbox.receive(workbook(name, Rounds.ANHUI, 1, "示例"), NOW, "示例");
    assertThat(intake.file()).isEqualTo("340000/2024-340000-v1.xlsx");
    assertThat(stored()).containsExactly("340000/2024-340000-v1.xlsx", "received.csv");
  }

  @Test
  void aPathThroughOtherFoldersAndALongNameAreNoMatter() throws IOException {
    Path file = workbook("长".repeat(80) + ".xlsx", Rounds.ANHUI, 1, "示例");
    Path winding = outside.resolve("..").resolve("outside").resolve(file.getFileName());
    assertThat(inbox.receive(winding, NOW, "示例").file()).isEqualTo("340000/2024-340000-v1.xlsx");
  }

  @Test
  void whatTheSenderIsCalledStaysOnItsLine() throws IOException {
    inbox.receive(
        workbook("a.xlsx", Rounds.ANHUI, 1, "示例"), NOW, "甲\r\n" + "0".repeat(64) + ",\u202E");
    assertThat(lines()).hasSize(2);
    assertThat(inbox.contents().findings()).isEmpty();
  }

  @Test
  void whatIsNoFileIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> inbox.receive(outside.resolve("nowhere.xlsx"), NOW, "示例"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("submission.file-not-readable");
              assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
              assertThat(failure.getMessage()).contains("nowhere.xlsx");
            });
    assertThat(input.resolve("2024")).doesNotExist();
  }

  @Test
  void anInboxThatCannotBeWrittenToIsAClearFailure() throws IOException {
    Files.writeString(input, "a file where the folder should be");
    Path file = workbook("a.xlsx", Rounds.ANHUI, 1, "示例");
    assertThatThrownBy(() -> inbox.receive(file, NOW, "示例"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo("submission.input-not-writable"));
  }

  @Test
  void aCrashBeforeTheLineWasWrittenIsMendedByReceivingAgain() throws IOException {
    Path file = workbook("a.xlsx", Rounds.ANHUI, 1, "示例");
    Intake first = inbox.receive(file, NOW, "示例");
    Files.delete(input.resolve("2024/received.csv"));
    Files.delete(input.resolve("2024/audit.log"));
    Files.writeString(input.resolve("2024/.incoming"), "left behind");
    Intake again = inbox.receive(file, NOW.plusSeconds(5), "示例");
    assertThat(again.file()).isEqualTo(first.file());
    assertThat(lines()).hasSize(2);
    assertThat(stored()).containsExactly("340000/2024-340000-v1.xlsx", "received.csv");
  }

  @Test
  void aListedFileThatIsGoneOrAlteredIsToldOf() throws IOException {
    Intake gone = inbox.receive(workbook("a.xlsx", Rounds.ANHUI, 1, "示例"), NOW, "示例");
    Intake altered = inbox.receive(workbook("b.xlsx", Rounds.JIANGSU, 1, "示例"), NOW, "示例");
    Files.delete(input.resolve("2024").resolve(gone.file()));
    Files.writeString(input.resolve("2024").resolve(altered.file()), "other");
    List<Finding> findings = inbox.contents().findings();
    assertThat(codes(findings))
        .containsExactly("submission.listed-missing", "submission.listed-altered");
    assertThat(findings).extracting(Finding::entity).containsExactly(Rounds.ANHUI, Rounds.JIANGSU);

    Intake restored = inbox.receive(outside.resolve("a.xlsx"), NOW, "示例");
    assertThat(restored.file()).isEqualTo(gone.file());
    assertThat(codes(inbox.contents().findings())).containsExactly("submission.listed-altered");
    Intake beside = inbox.receive(outside.resolve("b.xlsx"), NOW, "示例");
    assertThat(beside.file()).isNotEqualTo(altered.file());
  }

  @Test
  void aMalformedLineIsAFindingWithItsLine() throws IOException {
    inbox.receive(workbook("a.xlsx", Rounds.ANHUI, 1, "示例"), NOW, "示例");
    Path list = input.resolve("2024/received.csv");
    Files.writeString(list, Files.readString(list) + "nonsense\n");
    Finding finding = inbox.contents().findings().getFirst();
    assertThat(finding.code()).isEqualTo("submission.list-line");
    assertThat(finding.location().file()).isEqualTo("received.csv");
    assertThat(finding.location().cell()).isEqualTo("3");
    assertThat(inbox.files()).hasSize(1);
  }

  @Test
  void whatPeopleDropInIsFoundWhateverTheOrder() throws IOException {
    Path member = Files.createDirectories(input.resolve("2024/320000"));
    Files.copy(workbook("a.xlsx", Rounds.JIANGSU, 2, "示例"), member.resolve("乙.xlsx"));
    Files.copy(workbook("b.xlsx", Rounds.JIANGSU, 1, "示例"), member.resolve("甲.xlsx"));
    for (String noise : List.of(".DS_Store", "~$甲.xlsx", ".~lock.甲.xlsx#", "Thumbs.db")) {
      Files.writeString(member.resolve(noise), noise);
      Files.writeString(input.resolve("2024").resolve(noise), noise);
    }
    Files.createDirectories(input.resolve("2024/草稿"));
    Files.writeString(input.resolve("2024/草稿/x.xlsx"), "not a member's folder");
    Files.createDirectory(member.resolve("旧"));
    Files.createSymbolicLink(member.resolve("link.xlsx"), member.resolve("甲.xlsx"));
    assertThat(inbox.files())
        .extracting(ReceivedFile::file)
        .containsExactly("320000/乙.xlsx", "320000/甲.xlsx");
    assertThat(inbox.files()).extracting(ReceivedFile::receivedAt).containsOnlyNulls();
    assertThat(codes(inbox.contents().findings()))
        .containsExactly("submission.not-a-file", "submission.not-a-file", "submission.loose-file");
  }

  @Test
  void theSameBytesInTwoFoldersAreTakenWhereTheyBelong() throws IOException {
    Path file = workbook("a.xlsx", Rounds.JIANGSU, 1, "示例");
    for (String member : List.of("310000", "320000")) {
      Files.createDirectories(input.resolve("2024").resolve(member));
      Files.copy(file, input.resolve("2024").resolve(member).resolve("a.xlsx"));
    }
    assertThat(inbox.files()).extracting(ReceivedFile::file).containsExactly("320000/a.xlsx");
    Finding finding = inbox.contents().findings().getFirst();
    assertThat(finding.code()).isEqualTo("submission.duplicate-file");
    assertThat(finding.message()).isEqualTo("文件310000/a.xlsx与320000/a.xlsx完全相同，只读取后者。不必处理，也可删除前者。");
  }

  @Test
  void manyReceivedAtOnceAreAllStoredAndListedOnce() throws Exception {
    List<Path> files = new ArrayList<>();
    for (int version = 1; version <= 6; version++) {
      files.add(workbook(version + ".xlsx", Rounds.JIANGSU, version, "示例"));
    }
    files.addAll(List.copyOf(files));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Intake>> intakes = new ArrayList<>();
      for (Path file : files) {
        intakes.add(threads.submit(() -> new Inbox(input, ROUND).receive(file, NOW, "示例")));
      }
      for (Future<Intake> intake : intakes) {
        assertThat(intake.get()).isInstanceOf(Intake.Received.class);
      }
    }
    // An old version sent again after a later one has a line of its own.
    assertThat(lines().stream().map(line -> line.replaceAll(",.*", "")).distinct()).hasSize(7);
    assertThat(inbox.files()).hasSize(6);
    assertThat(inbox.contents().findings()).hasSizeLessThan(2);
  }

  private List<String> trail() throws IOException {
    return Files.readAllLines(input.resolve("2024/audit.log"), StandardCharsets.UTF_8);
  }

  private List<String> verified() {
    return codes(
        new AuditTrail(input, 2024).verify(Inbox.listings(input, 2024), List.of()).findings());
  }

  @Test
  void whatWasReceivedAndRefusedStandsInTheAuditLog() throws IOException {
    inbox.receive(workbook("a.xlsx", Rounds.JIANGSU, 3, "示例"), NOW, "甲\t乙");
    inbox.receive(Files.writeString(outside.resolve("b.pdf"), "%PDF-1.7"), NOW, "丙");
    inbox.receive(outside.resolve("a.xlsx"), NOW, "再送");
    assertThat(trail()).hasSize(3);
    assertThat(trail().get(1))
        .contains("\treceived\t320000\t320000/2024-320000-v3.xlsx\t", "\tv3\t甲 乙\t", WRITTEN);
    assertThat(trail().get(2))
        .contains("\trejected\t\trejected/", "submission.not-a-workbook\t丙\t");
    assertThat(verified()).isEmpty();
  }

  /// The line in received.csv is written, the one in the log is not, or only in part.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  void aCrashBeforeTheLogWasWrittenIsMendedAndTold(int left) throws IOException {
    inbox.receive(workbook("a.xlsx", Rounds.ANHUI, 1, "示例"), NOW, "示例");
    Path log = input.resolve("2024/audit.log");
    byte[] before = Files.readAllBytes(log);
    inbox.receive(workbook("b.xlsx", Rounds.ANHUI, 2, "示例"), NOW, "示例");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(whole, before.length + left));
    assertThat(verified())
        .isEqualTo(
            left == 0
                ? List.of("audit.not-recorded")
                : List.of("audit.torn-line", "audit.not-recorded"));
    inbox.receive(workbook("c.xlsx", Rounds.JIANGSU, 1, "示例"), NOW, "示例");
    assertThat(verified()).containsExactly("audit.recorded-late");
    assertThat(trail()).hasSize(4);
    assertThat(trail().get(2)).contains("340000/2024-340000-v2.xlsx", "\t补记\t");
  }

  @Test
  void aRoundWithoutALogGetsOneWithTheNextFile() throws IOException {
    inbox.receive(workbook("a.xlsx", Rounds.ANHUI, 1, "示例"), NOW, "示例");
    inbox.receive(workbook("b.xlsx", Rounds.JIANGSU, 1, "示例"), NOW, "示例");
    Files.delete(input.resolve("2024/audit.log"));
    assertThat(verified()).containsExactly("audit.no-log");
    inbox.receive(workbook("c.xlsx", Rounds.JIANGSU, 2, "示例"), NOW, "示例");
    assertThat(verified()).containsExactly("audit.recorded-late", "audit.recorded-late");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void nothingIsTakenInOverABrokenLog(int cut) throws IOException {
    for (int version = 1; version <= 3; version++) {
      inbox.receive(workbook(version + ".xlsx", Rounds.ANHUI, version, "示例"), NOW, "示例");
    }
    List<String> lines = trail();
    List<String> kept = new ArrayList<>(lines.subList(0, 4 - cut));
    if (cut == 1) {
      kept.remove(1);
    }
    Files.writeString(input.resolve("2024/audit.log"), String.join("\n", kept) + "\n");
    List<String> before = stored();
    Path late = workbook("late.xlsx", Rounds.JIANGSU, 1, "示例");
    assertThatThrownBy(() -> inbox.receive(late, NOW, "示例"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo("audit.log-broken");
              assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FINDINGS);
            });
    assertThat(stored()).isEqualTo(before);
  }
}
