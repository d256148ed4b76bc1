package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;
import pledgebook.vocabulary.Sha256;

/// A sealed edition made again from its archive, and what is refused instead of guessed.
class RebuildCommandTests {
  @TempDir private static Path folder;

  private static Path output;

  @BeforeAll
  static void seal() throws IOException {
    Path input = folder.resolve("input");
    output = folder.resolve("output");
    OutputHashes.copy(Path.of("input"), input);
    assertThat(command("year-end", "2024", "--input", input, "--output", output).status()).isZero();
    Entered sealed = command("seal", "2024", "--by", "示例", "--input", input, "--output", output);
    assertThat(sealed.status()).as(sealed.err()).isZero();
  }

  private static Entered command(Object... arguments) {
    return Entered.command(arguments);
  }

  @Test
  void theSealedEditionIsMadeAgainByteForByte() throws IOException {
    Entered rebuilt = command("rebuild", "2024", "--output", output);
    assertThat(rebuilt.status()).as(rebuilt.err()).isZero();
    Path again;
    try (Stream<Path> manifests = Files.walk(output.resolve("rebuilt"))) {
      again =
          manifests
              .filter(file -> file.endsWith("manifest.json"))
              .findFirst()
              .orElseThrow()
              .resolveSibling("");
    }
    Map<String, Sha256> sealed = OutputHashes.of(output.resolve("2024"));
    assertThat(OutputHashes.of(again))
        .containsKey("完成情况.pdf")
        .allSatisfy((name, hash) -> assertThat(hash).as(name).isEqualTo(sealed.get(name)));
  }

  @Test
  void whatAnotherProgramSealedIsNotMadeAgainByThisOne() throws IOException {
    Path other = folder.resolve("other");
    OutputHashes.copy(output, other);
    Path manifest = other.resolve("2024/manifest.json");
    Sha256 before = Sha256.of(manifest);
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("(\"program\": \")[^\"]*", "$19.9.9"));
    try (Stream<Path> files = Files.list(manifest.resolveSibling(""))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        String text = Files.readString(file);
        Files.writeString(file, text.replace(before.hex(), Sha256.of(manifest).hex()));
      }
    }
    Entered refused = command("rebuild", "2024", "--output", other);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("cli.other-program", "9.9.9");
  }

  @Test
  void anAlteredArchiveIsNotMadeAgain() throws IOException {
    Path other = folder.resolve("altered");
    OutputHashes.copy(output, other);
    Path round = other.resolve("2024/archive/jobs/2024/round.yml");
    Files.writeString(round, Files.readString(round) + "\n");
    Entered refused = command("rebuild", "2024", "--output", other);
    assertThat(refused.status()).isNotZero();
    assertThat(refused.err()).contains("publication.archive-altered", "round.yml");
  }

  @Test
  void aProofNamesACellOrAFile() {
    Entered neither = command("prove", "--output", output);
    assertThat(neither.status()).isEqualTo(2);
    assertThat(neither.err()).contains("cli.prove-what");
  }

  @Test
  void ofSeveralYearsOneIsNamed() throws IOException {
    Path two = folder.resolve("two");
    OutputHashes.copy(output.resolve("2024"), two.resolve("2024"));
    OutputHashes.copy(output.resolve("2024"), two.resolve("2025"));
    Entered unclear = command("prove", "310000/2024-310000-v1.xlsx!指标!F7", "--output", two);
    assertThat(unclear.status()).isEqualTo(2);
    assertThat(unclear.err()).contains("cli.prove-year");
  }

  @Test
  void aProofIsHeldAgainstAHashAndNothingElse() throws IOException {
    Path proof = folder.resolve("proof.json");
    Entered proved = command("prove", place(), "--output", output);
    assertThat(proved.status()).as(proved.err()).isZero();
    Files.writeString(proof, proved.out());
    assertThat(command("prove", "--check", proof).status()).isZero();
    Entered wrong = command("prove", "--check", proof, "--printed", "这不是版次标识");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("cli.not-an-edition");
  }

  /// A cell the edition rests on, as its list of leaves names it.
  private static String place() throws IOException {
    String[] leaf =
        Files.readAllLines(output.resolve("2024/leaves.txt")).stream()
            .filter(line -> line.contains("\t310000/"))
            .filter(line -> line.startsWith("cell"))
            .findFirst()
            .orElseThrow()
            .split("\t", -1);
    return leaf[2] + "!" + leaf[3] + "!" + leaf[4];
  }
}
