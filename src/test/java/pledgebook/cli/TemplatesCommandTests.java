package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.vocabulary.Sha256;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;

class TemplatesCommandTests {
  @TempDir private Path root;

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyMemberGetsAWorkbookOfItsOwn() throws IOException, WorkbookRefused {
    Entered entered = Entered.command("templates", 2024, "--output", root);
    assertThat(entered.status()).as(entered.err()).isZero();
    Path folder = root.resolve("2024-templates");
    assertThat(names(folder))
        .containsExactlyInAnyOrder(
            "2024年度报送表-上海市.xlsx", "2024年度报送表-江苏省.xlsx", "2024年度报送表-浙江省.xlsx", "2024年度报送表-安徽省.xlsx");
    assertThat(entered.out()).contains("4个空白报送表", "2025-02-28", "2024年度报送表-安徽省.xlsx");
    try (WorkbookReader workbook =
        WorkbookReader.open(folder.resolve("2024年度报送表-上海市.xlsx"), WorkbookLimits.standard())) {
      assertThat(workbook.sheets()).extracting(Sheet::name).startsWith("封面", "指标");
    }
  }

  @Test
  void theSameYearGivesTheSameBytesAgain() throws IOException {
    Path file = Path.of("2024-templates", "2024年度报送表-江苏省.xlsx");
    for (String run : List.of("a", "b", "b")) {
      Entered.command("templates", 2024, "--entity", "320000", "--output", root.resolve(run));
    }
    assertThat(Sha256.of(root.resolve("b").resolve(file)))
        .isEqualTo(Sha256.of(root.resolve("a").resolve(file)));
  }

  @Test
  void onlyTheMembersAskedForGetOne() throws IOException {
    Entered entered =
        Entered.command(
            "templates", 2024, "--entity", "330000", "--entity", "310000", "--output", root);
    assertThat(entered.status()).isZero();
    assertThat(names(root.resolve("2024-templates")))
        .containsExactlyInAnyOrder("2024年度报送表-上海市.xlsx", "2024年度报送表-浙江省.xlsx");
  }

  @Test
  void aStrangerIsAMistakeOfUsage() {
    Entered entered =
        Entered.command("templates", 2024, "--entity", "110000", "--output", root.resolve("x"));
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("cli.unknown-entity", "110000", "310000上海市");
    assertThat(root.resolve("x")).doesNotExist();
  }

  @Test
  void aYearWithoutADefinitionIsRefused() {
    Entered entered = Entered.command("templates", 1999, "--output", root);
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("1999");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsOurFailure() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "no folder");
    Entered entered = Entered.command("templates", 2024, "--output", file);
    assertThat(entered.status()).isEqualTo(1);
    assertThat(entered.err()).contains("publication.output-not-writable").doesNotContain("at ");
  }
}
