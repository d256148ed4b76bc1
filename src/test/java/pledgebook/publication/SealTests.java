package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pledgebook.publication.PublishableRound.tree;
import static pledgebook.publication.PublishableRound.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pledgebook.audit.Anchor;
import pledgebook.audit.AuditEntry;
import pledgebook.audit.AuditLog;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.publication.Seal.SealedEdition;
import pledgebook.submission.InboxLock;
import pledgebook.vocabulary.Sha256;

/// Sealing: what it adds, and what it refuses.
class SealTests {
  private static final Instant AT = Instant.parse("2025-06-07T04:00:00.123456Z");

  private static final String LIST = "sha256,entity,file,received_at,from\n";

  @TempDir Path root;

  private Failure refused(PublishableRound round) {
    return catchThrowableOfType(
        Failure.class, () -> new Seal(round.jobs, round.input, round.output).seal(2024, "示例", AT));
  }

  @Test
  void writesClosingValuesAndSeal() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      Path folder = round.publisher().publish(edition).folder();
      SealedEdition sealed =
          new Seal(round.jobs, round.input, round.output).seal(2024, " 示例\n", AT);
      assertThat(Files.readString(folder.resolve("closing.csv")))
          .isEqualTo(
              """
              # 2024年度第1版（已封存）各地区年末累计数，版次标识%s
              indicator,entity,unit,value
              A01-03,310000,个,40
              A01-03,320000,个,21
              A01-04,310000,个,100
              A01-04,320000,个,100
              """
                  .formatted(edition.hash())
                  .replace("\n", "\r\n"));
      assertThat(Files.readString(folder.resolve("seal.json")))
          .isEqualTo(
              """
              {
                "edition": "%s",
                "number": 1,
                "by": "示例",
                "at": "2025-06-07T04:00:00Z",
                "sha256": {"manifest.json":"%s","closing.csv":"%s"},
                "audit": {"sequence":3,"hash":"%s"}
              }
              """
                  .formatted(
                      edition.hash(),
                      Sha256.of(folder.resolve("manifest.json")),
                      Sha256.of(folder.resolve("closing.csv")),
                      new AuditLog(round.input.resolve("2024"), 2024).entries().getLast().hash()));
      assertThat(sealed.before()).isFalse();
      assertThat(sealed.number()).isEqualTo(1);
      assertThat(tree(folder).keySet()).noneMatch(name -> name.contains(".building"));
    }
  }

  @Test
  void leavesASealedEditionAsItIs() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Seal seal = new Seal(round.jobs, round.input, round.output);
      SealedEdition first = seal.seal(2024, "示例", AT);
      Map<String, String> sealed = tree(round.output);
      SealedEdition again = seal.seal(2024, "示例乙", AT.plusSeconds(60));
      assertThat(again.before()).isTrue();
      assertThat(again.by()).isEqualTo("示例");
      assertThat(again.at()).isEqualTo(first.at());
      assertThat(tree(round.output)).isEqualTo(sealed);
    }
  }

  @Test
  void sealsTheNewestEdition() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Seal seal = new Seal(round.jobs, round.input, round.output);
      seal.seal(2024, "示例", AT);
      round.program("0.2.0").publish();
      SealedEdition second = seal.seal(2024, "示例", AT);
      assertThat(second.number()).isEqualTo(2);
      assertThat(second.folder()).isEqualTo(round.output.resolve("2024-2"));
    }
  }

  @Test
  void findsNothingToSeal() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      assertThat(refused(round).code()).isEqualTo("publication.nothing-to-seal");
      assertThat(refused(round).exitStatus()).isEqualTo(ExitStatus.USAGE);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Severity.class,
      names = {"ERROR", "VERIFY"})
  void refusesADraft(Severity severity) {
    try (PublishableRound round = PublishableRound.complete(root).found(severity, "1")) {
      round.publish();
      Map<String, String> before = tree(round.output);
      assertThat(refused(round).code()).isEqualTo("publication.draft-not-sealable");
      assertThat(refused(round).exitStatus()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(tree(round.output)).isEqualTo(before);
    }
  }

  @Test
  void takesANoteForNoHindrance() {
    try (PublishableRound round = PublishableRound.complete(root).found(Severity.NOTE, "1")) {
      round.publish();
      assertThat(new Seal(round.jobs, round.input, round.output).seal(2024, "示例", AT).before())
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "完成情况汇总.xlsx, change",
    "data/closing_value.csv, change",
    "data/lineage.parquet, delete",
    "完成情况.pdf, change",
    "data/own.csv, change"
  })
  void refusesOutputsThatWereAltered(String name, String how) throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path file = round.publish().folder().resolve(name);
      if (how.equals("delete")) {
        Files.delete(file);
      } else {
        write(file, "altered");
      }
      assertThat(refused(round).code()).isEqualTo("publication.outputs-altered");
      assertThat(refused(round).exitStatus()).isEqualTo(ExitStatus.FINDINGS);
      assertThat(refused(round).getMessage()).contains(name);
      assertThat(round.output.resolve("2024/seal.json")).doesNotExist();
    }
  }

  @Test
  void passesOverWhatProgramsLeaveBehind() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      write(folder.resolve("~$完成情况汇总.xlsx"), "lock");
      write(folder.resolve("data/.DS_Store"), "x");
      assertThat(new Seal(round.jobs, round.input, round.output).seal(2024, "示例", AT).before())
          .isFalse();
    }
  }

  /// Somebody answers for a signed copy: neither the same edition made again nor another one in its
  /// place costs it.
  @Test
  void noRunDeletesASignedCopy() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      write(folder.resolve("完成情况-签名.pdf"), "signed");
      write(folder.resolve("完成情况-签名-2.pdf"), "signed by another");
      PublishedEdition again = round.publish();
      assertThat(again.notes()).isEmpty();
      assertThat(folder.resolve("完成情况-签名.pdf")).hasContent("signed");
      assertThat(folder.resolve("完成情况-签名-2.pdf")).hasContent("signed by another");
      String earlier = round.edition().hash().abbreviated();

      PublishedEdition next = round.program("0.2.0").publish();
      Path aside = round.output.resolve("2024-signed").resolve(earlier);
      assertThat(folder.resolve("完成情况-签名.pdf")).doesNotExist();
      assertThat(aside.resolve("完成情况-签名.pdf")).hasContent("signed");
      assertThat(aside.resolve("完成情况-签名-2.pdf")).hasContent("signed by another");
      assertThat(next.notes())
          .hasSize(2)
          .allSatisfy(note -> assertThat(note).contains("属于此前的版次" + earlier));

      write(folder.resolve("完成情况-签名.pdf"), "of the second edition");
      write(folder.resolve("manifest.json"), "{");
      assertThat(round.program("0.3.0").publish().notes())
          .singleElement()
          .satisfies(note -> assertThat(note).contains("unknown"));
      assertThat(round.output.resolve("2024-signed/unknown/完成情况-签名.pdf"))
          .hasContent("of the second edition");
    }
  }

  @Test
  void refusesAManifestThatCannotBeRead() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path manifest = round.publish().folder().resolve("manifest.json");
      for (String text : new String[] {"{", "[]", "{\"edition\": 7}", ""}) {
        write(manifest, text);
        assertThat(refused(round).code()).as(text).isEqualTo("publication.edition-not-readable");
        assertThat(refused(round).exitStatus()).as(text).isEqualTo(ExitStatus.FINDINGS);
        assertThat(refused(round)).hasMessageContaining("（内容不是应有的）");
      }
    }
  }

  @Test
  void sealsAnEditionThatADyingRunHadSetAside() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      Files.move(folder, round.output.resolve(".2024.previous"));
      assertThat(new Seal(round.jobs, round.input, round.output).seal(2024, "示例", AT).folder())
          .isEqualTo(folder);
    }
  }

  @Test
  void wantsAName() {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> new Seal(root, root, root).seal(2024, " 　", AT));
    assertThat(failure.code()).isEqualTo("publication.seal-needs-name");
    assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
  }

  private static List<AuditEntry> entries(PublishableRound round) {
    return new AuditLog(round.input.resolve("2024"), 2024).entries();
  }

  private static Seal seal(PublishableRound round) {
    return new Seal(round.jobs, round.input, round.output);
  }

  @Test
  void writesDownWhatWasJudgedWaivedAndSealed() throws IOException {
    try (PublishableRound round =
        PublishableRound.complete(root).found(Severity.VERIFY, "1").waived("已\n核实")) {
      Sha256 edition = Manifest.read(round.publish().folder()).edition();
      seal(round).seal(2024, "示例", AT);
      assertThat(entries(round))
          .extracting(entry ->
              String.join("|", "" + entry.event().kind(), entry.event().subject(), entry.at()))
          .containsExactly(
              "JUDGED|310000/报送.xlsx|2025-06-07T12:00:00+08:00",
              "JUDGED|320000/报送.xlsx|2025-06-07T12:00:00+08:00",
              "WAIVED|observation.unit-slip|2025-06-07T12:00:00+08:00",
              "SEALED|2024-1|2025-06-07T12:00:00+08:00");
      assertThat(entries(round).getFirst().event().detail())
          .isEqualTo("in_force errors=0 verify=0 notes=0");
      assertThat(entries(round).get(2).event().detail())
          .isEqualTo("310000/报送.xlsx!指标!E2 2025-03-09 已 核实");
      assertThat(entries(round).getLast().event().sha256()).isEqualTo(edition);
      assertThat(SealedEditions.anchors(round.output, 2024))
          .containsExactly(new Anchor("2024/seal.json", 4, entries(round).getLast().hash()));
    }
  }

  /// Between the log and seal.json; the one who sealed it stays the one who did.
  @Test
  void takesUpASealThatACrashCutShort() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      SealedEdition first = seal(round).seal(2024, "示例", AT);
      List<AuditEntry> before = entries(round);
      Files.delete(folder.resolve("seal.json"));
      SealedEdition again = seal(round).seal(2024, "示例乙", AT.plusSeconds(60));
      assertThat(again.by()).isEqualTo("示例");
      assertThat(again.at()).isEqualTo(first.at());
      assertThat(entries(round)).isEqualTo(before);
    }
  }

  /// Who can write output/ can write seals and manifests anew; the log knows better.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "by": "示例"          | "by": "别人"          | publication.seal-differs
          T04:00:00Z            | T05:00:00Z            | publication.seal-differs
          "number": 1           | "number": 2           | publication.sealed-altered
          "sequence":3          | "sequence":2          | publication.seal-differs
          "audit": {            | "auditing": {         | publication.seal-differs
          "by": "示例"          | "by": null            | publication.sealed-altered
          {                     | x                     | publication.sealed-altered
          """)
  void holdsASealAgainstTheLog(String from, String to, String code) throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path seal = round.publish().folder().resolve("seal.json");
      seal(round).seal(2024, "示例", AT);
      assertThat(SealedEditions.findings(round.output, 2024, entries(round))).isEmpty();
      assertThat(Files.readString(seal)).contains(from);
      Files.writeString(seal, Files.readString(seal).replaceFirst(Pattern.quote(from), to));
      assertThat(SealedEditions.findings(round.output, 2024, entries(round)))
          .extracting(Finding::code)
          .contains(code);
    }
  }

  /// An output, the manifest that tells of it and the seal that tells of the manifest.
  @Test
  void aManifestWrittenAnewWithItsSealIsNoticed() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      seal(round).seal(2024, "示例", AT);
      Path manifest = folder.resolve("manifest.json");
      String before = Sha256.of(manifest).hex();
      Files.writeString(manifest, Files.readString(manifest) + " ");
      Path seal = folder.resolve("seal.json");
      Files.writeString(seal, Files.readString(seal).replace(before, Sha256.of(manifest).hex()));
      assertThat(SealedEditions.findings(round.output, 2024, entries(round)))
          .extracting(Finding::code)
          .containsExactly("publication.seal-differs");
    }
  }

  @Test
  void closingValuesWrittenAnewWithTheirSealOpenNoYear() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      seal(round).seal(2024, "示例", AT);
      Path closing = folder.resolve("closing.csv");
      String before = Sha256.of(closing).hex();
      Files.writeString(closing, Files.readString(closing).replace(",40", ",99"));
      Path seal = folder.resolve("seal.json");
      Files.writeString(seal, Files.readString(seal).replace(before, Sha256.of(closing).hex()));
      assertThat(SealedEditions.findings(round.output, 2024, entries(round)))
          .extracting(Finding::message)
          .singleElement()
          .asString()
          .contains("2024/closing.csv");
      assertThat(code(() -> ClosingCopy.find(round.output, 2024, List.of())))
          .isEqualTo("publication.outputs-altered");
    }
  }

  @Test
  void aSealThatTheLogTellsOfIsMissed() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      seal(round).seal(2024, "示例", AT);
      Files.delete(folder.resolve("seal.json"));
      Map<String, String> sealed = tree(folder);
      assertThat(SealedEditions.findings(round.output, 2024, entries(round)))
          .extracting(Finding::code)
          .containsExactly("publication.seal-missing");
      // Another edition does not take its place; the seal can be taken up all the same.
      assertThat(code(() -> round.program("0.2.0").publish()))
          .isEqualTo("publication.seal-unfinished");
      assertThat(tree(folder)).isEqualTo(sealed);
      write(round.jobs.resolve("2024/round.yml"), "别的");
      assertThat(seal(round).seal(2024, "示例", AT).number()).isEqualTo(1);
      assertThat(SealedEditions.findings(round.output, 2024, entries(round))).isEmpty();
      EditionFolders.delete(folder);
      assertThat(SealedEditions.findings(round.output, 2024, entries(round)))
          .extracting(Finding::code, Finding::severity)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("publication.sealed-elsewhere", Severity.NOTE));
    }
  }

  @Test
  void archivesWhatTheEditionWasMadeFrom() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      write(round.jobs.resolve("2024/round.yml"), "定义");
      write(round.input.resolve("2024/received.csv"), LIST);
      Path folder = round.publish().folder();
      // Received after the edition was made, before it is sealed.
      write(round.input.resolve("2024/received.csv"), LIST + "later\n");
      seal(round).seal(2024, "示例", AT);
      assertThat(tree(folder.resolve("archive")).keySet())
          .contains("jobs/2024/round.yml", "input/2024/310000/报送.xlsx")
          .noneMatch(name -> name.contains("audit"));
      assertThat(folder.resolve("archive/input/2024/received.csv")).hasContent(LIST.strip());
      assertThat(SealedEditions.findings(round.output, 2024, entries(round))).isEmpty();
      SealedSources sources = SealedSources.of(round.output, 2024, null);
      assertThat(
              EditionBasis.of(2024, sources.jobs(), sources.input(), "0.1.0")
                  .edition(round.warehouse()))
          .isEqualTo(Manifest.read(folder).edition());
      write(folder.resolve("archive/jobs/2024/round.yml"), "别的");
      assertThat(SealedEditions.findings(round.output, 2024, entries(round)))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("publication.sealed-altered");
            assertThat(finding.message()).contains("2024/archive/jobs/2024/round.yml");
          });
      assertThat(code(() -> SealedSources.of(round.output, 2024, 1)))
          .isEqualTo("publication.archive-altered");
      assertThat(code(() -> SealedSources.of(round.output, 2024, 2)))
          .isEqualTo("publication.nothing-sealed");
    }
  }

  private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    return catchThrowableOfType(Failure.class, act).code();
  }

  @Test
  void refusesSourcesThatAreNoLongerThere() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      write(round.jobs.resolve("2024/round.yml"), "定义");
      round.publish();
      write(round.jobs.resolve("2024/round.yml"), "别的");
      assertThat(code(() -> seal(round).seal(2024, "示例", AT)))
          .isEqualTo("publication.sources-changed");
      assertThat(round.output.resolve("2024/seal.json")).doesNotExist();
      assertThat(round.output.resolve("2024/archive")).doesNotExist();
      assertThat(round.input.resolve("2024/audit.log")).doesNotExist();
    }
  }

  /// Whoever holds the inbox is awaited: what is received meanwhile is in the list and in the log.
  @Test
  void readsNothingOfAnInboxThatIsBeingWrittenTo() throws IOException, InterruptedException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Thread sealing = new Thread(() -> seal(round).seal(2024, "示例", AT));
      try (InboxLock _ = InboxLock.take(round.input, 2024)) {
        sealing.start();
        while (sealing.getState() != Thread.State.TERMINATED && !isAwaitingTheInbox(sealing)) {
          Thread.onSpinWait();
        }
        assertThat(sealing.getState()).isNotEqualTo(Thread.State.TERMINATED);
        assertThat(round.input.resolve("2024/audit.log")).doesNotExist();
        assertThat(round.output.resolve("2024/seal.json")).doesNotExist();
      }
      sealing.join();
      assertThat(round.output.resolve("2024/seal.json")).exists();
      assertThat(entries(round)).isNotEmpty();
    }
  }

  private static boolean isAwaitingTheInbox(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        && Stream.of(thread.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(InboxLock.class.getName()));
  }

  @Test
  void refusesToSealOverABrokenLog() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      write(round.input.resolve("2024/audit.log"), "别的\n");
      assertThat(code(() -> seal(round).seal(2024, "示例", AT))).isEqualTo("audit.log-broken");
      assertThat(round.output.resolve("2024/seal.json")).doesNotExist();
    }
  }
}
