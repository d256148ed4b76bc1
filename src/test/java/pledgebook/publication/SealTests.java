package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pledgebook.publication.PublishableRound.tree;
import static pledgebook.publication.PublishableRound.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Severity;
import pledgebook.publication.Seal.SealedEdition;
import pledgebook.vocabulary.Sha256;

/// Sealing: what it adds, and what it refuses.
class SealTests {
  private static final Instant AT = Instant.parse("2025-06-07T04:00:00.123456Z");

  @TempDir Path root;

  private Failure refused(PublishableRound round) {
    return catchThrowableOfType(Failure.class, () -> new Seal(round.output).seal(2024, "示例", AT));
  }

  @Test
  void writesClosingValuesAndSeal() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      Path folder = round.publisher().publish(edition).folder();
      SealedEdition sealed = new Seal(round.output).seal(2024, " 示例\n", AT);
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
                "sha256": {"manifest.json":"%s","closing.csv":"%s"}
              }
              """
                  .formatted(
                      edition.hash(),
                      Sha256.of(folder.resolve("manifest.json")),
                      Sha256.of(folder.resolve("closing.csv"))));
      assertThat(sealed.before()).isFalse();
      assertThat(sealed.number()).isEqualTo(1);
      assertThat(tree(folder).keySet()).noneMatch(name -> name.contains(".building"));
    }
  }

  @Test
  void leavesASealedEditionAsItIs() {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.publish();
      Seal seal = new Seal(round.output);
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
      Seal seal = new Seal(round.output);
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
      assertThat(new Seal(round.output).seal(2024, "示例", AT).before()).isFalse();
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
      assertThat(refused(round).exitStatus()).isEqualTo(ExitStatus.FAILED);
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
      assertThat(new Seal(round.output).seal(2024, "示例", AT).before()).isFalse();
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
      }
    }
  }

  @Test
  void sealsAnEditionThatADyingRunHadSetAside() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      Files.move(folder, round.output.resolve(".2024.previous"));
      assertThat(new Seal(round.output).seal(2024, "示例", AT).folder()).isEqualTo(folder);
    }
  }

  @Test
  void wantsAName() {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> new Seal(root).seal(2024, " 　", AT));
    assertThat(failure.code()).isEqualTo("publication.seal-needs-name");
    assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
  }
}
