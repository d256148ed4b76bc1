package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.publication.PublishableRound.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.vocabulary.Sha256;

/// What changes an edition's identity, and what does not.
class EditionBasisTests {
  private static final List<String> FILES =
      List.of(
          "jobs/booklet.schema.json",
          "jobs/regions.csv",
          "jobs/round.schema.json",
          "jobs/digest.schema.json",
          "jobs/waivers.schema.json",
          "jobs/lists.schema.json",
          "jobs/2024/round.yml",
          "jobs/2024/booklet.yml",
          "jobs/2024/digest.yml",
          "jobs/2024/opening.csv",
          "jobs/2024/rules/own.sql",
          "input/2024/received.csv",
          "input/2024/310000/报送.xlsx",
          "input/2024/320000/报送.xlsx");

  @TempDir Path root;

  private static Path project(Path root, List<String> files) {
    files.forEach(file -> write(root.resolve(file), "content of " + file));
    return root;
  }

  private static Sha256 hash(Path root) {
    return EditionBasis.of(2024, root.resolve("jobs"), root.resolve("input"), "0.1.0").run();
  }

  @Test
  void isTheSameInAnotherFolderAndForAnotherOrderOfWriting() {
    List<String> reversed = new ArrayList<>(FILES).reversed();
    assertThat(hash(project(root.resolve("a"), FILES)))
        .isEqualTo(hash(project(root.resolve("b/deeper"), reversed)));
  }

  @Test
  void doesNotDependOnHowAFileSystemComposesNames() {
    write(root.resolve("a/input/2024/310000/\u00e9.xlsx"), "x");
    write(root.resolve("b/input/2024/310000/e\u0301.xlsx"), "x");
    assertThat(hash(root.resolve("a"))).isEqualTo(hash(root.resolve("b")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void changesWithAnyByteNameOrAbsenceOfAFile(int index) throws IOException {
    Path file = project(root, FILES).resolve(FILES.get(index));
    Sha256 before = hash(root);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      Files.write(file, changed);
      assertThat(hash(root)).as("byte %d of %s", i, file).isNotEqualTo(before);
    }
    Files.write(file, bytes);
    assertThat(hash(root)).isEqualTo(before);
    Files.move(file, file.resolveSibling("renamed"));
    Sha256 renamed = hash(root);
    assertThat(renamed).isNotEqualTo(before);
    Files.delete(file.resolveSibling("renamed"));
    assertThat(hash(root)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jobs/2024/waivers.yml", "input/2024/330000/报送.xlsx", "input/2024/x"})
  void changesWhenAFileIsAddedEvenAnEmptyOne(String added) {
    Sha256 before = hash(project(root, FILES));
    write(root.resolve(added), "");
    assertThat(hash(root)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jobs/2024/~$opening.csv",
        "jobs/2024/rules/.DS_Store",
        "jobs/.~lock.regions.csv#",
        "input/2024/Thumbs.db",
        "input/2024/310000/~$报送.xlsx",
        "input/2024/310000/.~lock.报送.xlsx#",
        "input/2024/310000/Desktop.ini",
        "input/2024/.DS_Store",
        "jobs/~$round.schema.json",
        "jobs/README.md"
      })
  void doesNotChangeWithWhatProgramsLeaveLyingAbout(String left) {
    Sha256 before = hash(project(root, FILES));
    write(root.resolve(left), "the name of whoever has it open");
    assertThat(hash(root)).isEqualTo(before);
  }

  @Test
  void changesWithAFileThatOnlyBearsTheNameOfAMark() {
    Sha256 before = hash(project(root, FILES));
    write(root.resolve("input/2024/310000/~$报送.xlsx"), "x".repeat(4097));
    assertThat(hash(root)).isNotEqualTo(before);
  }

  @Test
  void changesWhenTwoFilesSwapTheirContent() {
    Sha256 before = hash(project(root, FILES));
    write(root.resolve(FILES.get(8)), "content of " + FILES.get(9));
    write(root.resolve(FILES.get(9)), "content of " + FILES.get(8));
    assertThat(hash(root)).isNotEqualTo(before);
  }

  @Test
  void changesWithTheProgram() {
    project(root, FILES);
    assertThat(EditionBasis.of(2024, root.resolve("jobs"), root.resolve("input"), "0.1.1").run())
        .isNotEqualTo(hash(root));
  }

  @Test
  void doesNotChangeWithAnotherYear() {
    Sha256 before = hash(project(root, FILES));
    write(root.resolve("jobs/2025/round.yml"), "x");
    write(root.resolve("input/2025/310000/x.xlsx"), "x");
    assertThat(hash(root)).isEqualTo(before);
  }

  @Test
  void isThereForAYearWithoutSubmissions() {
    write(root.resolve("jobs/2025/round.yml"), "x");
    assertThat(
            EditionBasis.of(2025, root.resolve("jobs"), root.resolve("input"), "0.1.0").run().hex())
        .hasSize(64);
  }

  /// Sealing adds to the log, and must not change the edition it seals.
  @Test
  void doesNotRestOnTheAuditLog() {
    Sha256 before = hash(project(root, FILES));
    write(root.resolve("input/2024/audit.log"), "x");
    assertThat(hash(root)).isEqualTo(before);
  }
}
