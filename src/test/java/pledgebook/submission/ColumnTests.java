package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.Workbooks;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Round;

/// Columns that are missing, joined or doubled where nobody looks.
class ColumnTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final Path SAMPLE = Path.of("input/2024/320000/2024-320000-v1.xlsx");

  @TempDir private Path folder;

  private List<Finding> findings(Consumer<XSSFWorkbook> edit) {
    Path path = Workbooks.changed(SAMPLE, folder.resolve("a.xlsx"), edit);
    return Sent.at(ROUND, path, "320000/a.xlsx", Sent.TIME).findings();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void aTemplateWithoutTheColumnIsToldOnceWhatToDo() {
    Finding finding =
        only(
            findings(workbook ->
                workbook.forEach(sheet ->
                    sheet.forEach(row ->
                        row.forEach(cell -> {
                          if (cell.getCellType() == CellType.STRING
                              && cell.getStringCellValue().equals("说明")) {
                            cell.setBlank();
                          }
                        })))));
    assertThat(finding.code()).isEqualTo("submission.no-explanation-column");
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
    assertThat(finding.message()).contains("加一列", "“备注”", "“说明：”");
  }

  @Test
  void aJoinedTextOfSeveralRowsTakesNoValueAway() {
    Finding finding =
        only(
            findings(workbook -> {
              XSSFSheet rail = workbook.getSheet("铁路区段");
              rail.getRow(3).createCell(5).setCellValue("示例：两段一并开通");
              rail.addMergedRegion(new CellRangeAddress(3, 4, 5, 5));
            }));
    assertThat(finding.code()).isEqualTo("submission.merged-explanation");
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
    assertThat(finding.message()).contains("F4:F5", "第4行");
  }

  @Test
  void aSecondColumnNobodySeesIsNamedAsHidden() {
    Finding visible = only(findings(workbook -> second(workbook, false)));
    assertThat(visible.code()).isEqualTo("submission.duplicate-column");
    assertThat(visible.message()).doesNotContain("隐藏");
    Finding hidden = only(findings(workbook -> second(workbook, true)));
    assertThat(hidden.code()).isEqualTo("submission.duplicate-column");
    assertThat(hidden.location().cell()).isEqualTo("G3");
    assertThat(hidden.message()).contains("只读取了B列（其中G列被隐藏，请先取消隐藏）");
  }

  private static void second(XSSFWorkbook workbook, boolean hidden) {
    XSSFSheet rail = workbook.getSheet("铁路区段");
    rail.getRow(2).createCell(6).setCellValue("区段名称");
    rail.setColumnHidden(6, hidden);
  }
}
