package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.vocabulary.Sha256;

class AnnounceCommandTests {
  @TempDir private Path root;

  @Test
  void needsNothingButTheRound() {
    Entered entered = Entered.command("announce", 2025, "--output", root);
    assertThat(entered.status()).as(entered.err()).isZero();
    assertThat(root.resolve("2025-announcement/实事项目清单.pdf")).isNotEmptyFile();
    assertThat(entered.out()).contains("2025年度实事项目清单", "实事项目清单.pdf");
  }

  @Test
  void theSameYearGivesTheSameBytesAgain() throws IOException {
    for (String run : new String[] {"a", "b", "b"}) {
      Entered.command("announce", 2025, "--output", root.resolve(run));
    }
    Path file = Path.of("2025-announcement", "实事项目清单.pdf");
    assertThat(hash("b", file)).isEqualTo(hash("a", file));
  }

  private Sha256 hash(String run, Path file) throws IOException {
    return Sha256.of(root.resolve(run).resolve(file));
  }

  @Test
  void aYearWithoutADefinitionIsRefused() {
    Entered entered = Entered.command("announce", 1999, "--output", root.resolve("x"));
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("1999", "第1行：").doesNotContain("第1行 ");
    assertThat(root.resolve("x")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsOurFailure() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "no folder");
    Entered entered = Entered.command("announce", 2025, "--output", file);
    assertThat(entered.status()).isEqualTo(1);
    assertThat(entered.err()).contains("publication.output-not-writable").doesNotContain("at ");
  }
}
