package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.OutputHashes;
import pledgebook.Workbooks;
import pledgebook.vocabulary.Sha256;

class CheckCommandTests {
  private static final Path ZHEJIANG = Path.of("input/2024/330000/2024-330000-v1.xlsx");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"310000", "320000", "330000", "340000"})
  void aCleanFileIsCleanThoughTheOthersAreNotThere(String entity) throws IOException {
    Map<String, Sha256> before = OutputHashes.of(Path.of("input"));
    Path file = Path.of("input/2024", entity, "2024-" + entity + "-v1.xlsx");
    Entered entered = Entered.command("check", file, "--year", 2024);
    assertThat(entered.status()).as(entered.out() + entered.err()).isZero();
    assertThat(entered.out()).contains("没有发现问题");
    assertThat(OutputHashes.of(Path.of("input"))).isEqualTo(before);
  }

  @Test
  void rulesAcrossMembersAreListedWithTheReason() {
    String out = Entered.command("check", ZHEJIANG, "--year", 2024).out();
    assertThat(out.lines().filter(line -> line.contains("未运行")))
        .anyMatch(line -> line.contains("observation.key-in-two-members"))
        .anyMatch(line -> line.contains("observation.shares-of-whole"))
        .allMatch(line ->
            line.contains("其他成员")
                || line.contains("差异说明涉及秘书处和公布的数")
                || line.contains("上年度的定义与报送文件无关"));
    assertThat(out).doesNotContain("强制", "上海市", "未收到");
  }

  @Test
  void everyFindingSaysWhereWhatStandsThereAndWhatIsExpected() {
    Path broken = Workbooks.broken(ZHEJIANG, folder.resolve("报送.xlsx"));
    Entered entered = Entered.command("check", broken, "--year", "2024");
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.out())
        .contains("报送.xlsx：浙江省，强制3条，核实0条，提示0条")
        .contains("指标!E4", "observation.evidence-total", "现为：999")
        .contains("指标!G8", "observation.unreadable-value", "现为：约17.8万个")
        .contains("里程碑!D4", "observation.milestone-undated");
  }

  @Test
  void aProgramReadsTheSameEntriesAsInFindingsJson() {
    Path broken = Workbooks.broken(ZHEJIANG, folder.resolve("a.xlsx"));
    Entered entered =
        Entered.command("check", broken, ZHEJIANG, "--year", 2024, "--format", "json");
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.err()).isEmpty();
    String entries = entered.out().replaceAll("\\s", "");
    assertThat(entries.split("\"severity\"", -1)).hasSize(4);
    assertThat(entries)
        .contains(
            "\"code\":\"observation.evidence-total\",\"severity\":\"error\",\"entity\":\"330000\","
                + "\"file\":\"a.xlsx\",\"sheet\":\"指标\",\"cell\":\"E4\",\"found\":\"999\"");
    assertThat(entered.out()).contains("\"state\": \"findings\"", "\"state\": \"clean\"");
    assertThat(entered.out()).contains("\"skipped_rules\": [");
  }

  @Test
  void withoutAYearTheOneTheFileStatesIsMeant() throws IOException {
    assertThat(Entered.command("check", ZHEJIANG, "--format", "json").out())
        .contains("\"year\": 2024");
    Path none = Files.writeString(folder.resolve("无年度.xlsx"), "不是表格");
    Entered both = Entered.command("check", none, ZHEJIANG, "--format", "json");
    assertThat(both.status()).isEqualTo(3);
    assertThat(both.out()).contains("\"year\": 2024", "submission.not-a-workbook", "clean");
    assertThat(Entered.command("check", none).status()).isEqualTo(3);
    Entered nowhere = Entered.command("check", none, "--jobs", folder);
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err()).contains("cli.year-unknown", "--jobs");
  }

  @Test
  void filesOfTwoYearsAreToldApartInsteadOfBeingMeasuredByOne() {
    Entered.command("templates", 2025, "--entity", "330000", "--output", folder);
    Path other = folder.resolve("2025-templates/2025年度报送表-浙江省.xlsx");
    assertThat(other).exists();
    Entered entered = Entered.command("check", other, ZHEJIANG);
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("cli.two-years", "2024、2025", "--year");
    assertThat(Entered.command("check", other, ZHEJIANG, "--year", 2024).out())
        .contains("submission.wrong-round", "没有发现问题");
  }

  @Test
  void aNameInNoCharacterSetOfOursIsSaidToBeTheReason() {
    Path torn = folder.resolve("\uFFFD\uFFFD.xlsx");
    Entered checked = Entered.command("check", torn, "--year", 2024);
    Entered received =
        Entered.command("receive", torn, "--year", 2024, "--from", "示例", "--input", folder);
    for (Entered entered : List.of(checked, received)) {
      assertThat(entered.status()).isEqualTo(2);
      assertThat(entered.err()).contains("file-not-readable", "不是UTF-8编码", "改名");
    }
    assertThat(Entered.command("check", folder.resolve("无.xlsx"), "--year", 2024).err())
        .contains("file-not-readable")
        .doesNotContain("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86", "-甲", "@甲", "＝1", " \t=1"})
  void aSenderThatASpreadsheetWouldComputeIsRefused(String from) {
    Entered entered =
        Entered.command("receive", ZHEJIANG, "--year", 2024, "--from=" + from, "--input", folder);
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("cli.sender", "--from");
    assertThat(folder.resolve("2024")).doesNotExist();
  }

  @Test
  void onWhichDayAFileWillComeIsNotAskedBeforeItIsSent() {
    Path undated =
        Workbooks.changed(
            ZHEJIANG,
            folder.resolve("c.xlsx"),
            workbook -> workbook.getSheet("封面").getRow(11).getCell(2).setBlank());
    assertThat(Entered.command("check", undated).out())
        .contains("submission.cover-date-unclear")
        .doesNotContain("submission.day-unknown", "submission.not-listed");
  }

  @Test
  void aFileThatIsNoWorkbookIsToldWhy() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xls"), "<html><table></table></html>");
    Entered entered = Entered.command("check", file, "--year", 2024);
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.out()).contains("submission.not-a-workbook", "网页");
  }

  @Test
  void whatAFileHoldsDoesNotSteerTheTerminal() {
    Path file =
        Workbooks.changed(
            ZHEJIANG,
            folder.resolve("b.xlsx"),
            workbook -> workbook.createSheet("草稿\u202E稿草").createRow(0).createCell(0));
    Object[] received = {"receive", file, "--year", 2024, "--from", "示例", "--input", folder};
    for (String out :
        List.of(Entered.command("check", file).out(), Entered.command(received).out())) {
      assertThat(out).contains("submission.extra-sheet").doesNotContain("\u202E");
    }
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(Entered.command("check").status()).isEqualTo(2);
    assertThat(Entered.command("check", ZHEJIANG, "--year", 1999).status()).isEqualTo(2);
    assertThat(Entered.command("check", ZHEJIANG, "--year", 2024, "--format", "xml").status())
        .isEqualTo(2);
    Entered missing = Entered.command("check", folder.resolve("none.xlsx"), "--year", 2024);
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("job.file-not-readable", "none.xlsx");
  }
}
