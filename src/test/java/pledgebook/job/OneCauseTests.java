package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Judgement;
import pledgebook.registry.DefinitionRefused;

/// One cause, one finding: what cannot be read is told of where it stands, and no rule goes on as
/// if it were blank or 0. Each case spoils a workbook of the sample in one place.
class OneCauseTests {
  private static final Path CLEAN = Path.of("input/2024/320000/2024-320000-v1.xlsx");

  @TempDir private Path folder;

  private Judgement judged(Consumer<Workbook> edit) throws IOException, DefinitionRefused {
    Path file = folder.resolve("2024-320000-v1.xlsx");
    try (InputStream in = Files.newInputStream(CLEAN);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      edit.accept(workbook);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
    return FileCheck.of(Path.of("jobs"), 2024).check(file).judgement();
  }

  /// What stands in the way: rule, sheet and cell.
  private static List<String> blocking(Judgement judgement) {
    return judgement.findings().stream()
        .filter(finding -> finding.severity().blocks())
        .map(OneCauseTests::place)
        .toList();
  }

  private static String place(Finding finding) {
    return finding.code() + " " + finding.location().sheet() + "!" + finding.location().cell();
  }

  private static org.apache.poi.ss.usermodel.Cell cell(Workbook workbook, String sheet, String at) {
    CellReference reference = new CellReference(at);
    Row row = workbook.getSheet(sheet).getRow(reference.getRow());
    return row.getCell(reference.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private static Consumer<Workbook> text(String sheet, String at, String text) {
    return workbook -> cell(workbook, sheet, at).setCellValue(text);
  }

  /// The row of 指标 of an indicator, and a column of it.
  private static Consumer<Workbook> figure(
      String indicator, String column, Consumer<org.apache.poi.ss.usermodel.Cell> edit) {
    return workbook -> {
      for (Row row : workbook.getSheet("指标")) {
        if (row.getCell(0) != null && row.getCell(0).toString().equals(indicator)) {
          edit.accept(cell(workbook, "指标", column + (row.getRowNum() + 1)));
        }
      }
    };
  }

  private static Arguments spoilt(String what, String expected, Consumer<Workbook> edit) {
    return Arguments.of(what, expected, edit);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        spoilt("nothing", "", workbook -> {}),
        spoilt(
            "an inexact length",
            "observation.unreadable-evidence 铁路区段!C4",
            text("铁路区段", "C4", "约30")),
        spoilt(
            "an inexact closing value",
            "observation.unreadable-value 指标!G",
            figure("A02-02", "G", cell -> cell.setCellValue("约18万"))),
        spoilt(
            "an inexact flow",
            "observation.unreadable-value 指标!E",
            figure("A02-02", "E", cell -> cell.setCellValue("约2万"))),
        spoilt(
            "an opening as a range",
            "observation.unreadable-value 指标!D",
            figure("A02-02", "D", cell -> cell.setCellValue("100-200"))),
        spoilt(
            "a formula never computed",
            "submission.uncalculated 指标!G",
            figure(
                "A02-03",
                "G",
                cell -> {
                  cell.setBlank();
                  cell.setCellFormula("1+1");
                })),
        spoilt(
            "an error for a flow",
            "submission.error-cell 指标!E",
            figure("A02-01", "E", cell -> cell.setCellErrorValue((byte) 0x2A))),
        spoilt(
            "an error in evidence",
            "submission.error-cell 充电桩!F5",
            workbook -> cell(workbook, "充电桩", "F5").setCellErrorValue((byte) 0x2A)),
        spoilt(
            "a column in another unit",
            "submission.other-unit 充电桩!E3",
            text("充电桩", "E3", "年末公共桩（万个）")),
        spoilt("a remark behind the unit", "", text("充电桩", "F3", "年末充电桩总数（个）（含私人）")),
        spoilt("a column gone", "submission.missing-column 充电桩!", OneCauseTests::withoutColumn),
        spoilt(
            "a day nobody can read",
            "observation.unreadable-evidence 里程碑!D4",
            text("里程碑", "D4", "2024年12月底")),
        spoilt(
            "a sheet gone",
            "submission.missing-sheet 充电桩!null",
            workbook -> workbook.removeSheetAt(workbook.getSheetIndex("充电桩"))),
        spoilt(
            "the sheet 指标 gone",
            "submission.missing-sheet 指标!null",
            workbook -> workbook.removeSheetAt(workbook.getSheetIndex("指标"))),
        spoilt("joined cells", "submission.merged-cells 充电桩!C5", OneCauseTests::join),
        spoilt(
            "a dash for a key",
            "observation.required-evidence 虚拟窗口点位!A5",
            text("虚拟窗口点位", "A5", "—")),
        spoilt(
            "无 for a needed name",
            "observation.required-evidence 虚拟窗口点位!B6",
            text("虚拟窗口点位", "B6", "无")),
        spoilt(
            "无 for an account",
            "observation.missing-value 指标!H",
            figure("A01-07", "H", cell -> cell.setCellValue("暂无。"))));
  }

  private static void join(Workbook workbook) {
    Sheet sheet = workbook.getSheet("充电桩");
    cell(workbook, "充电桩", "C6").setBlank();
    sheet.addMergedRegion(CellRangeAddress.valueOf("C5:C6"));
  }

  private static void withoutColumn(Workbook workbook) {
    for (Row row : workbook.getSheet("充电桩")) {
      if (row.getRowNum() >= 2 && row.getCell(4) != null) {
        row.removeCell(row.getCell(4));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void oneCauseIsToldOnce(String what, String expected, Consumer<Workbook> edit)
      throws IOException, DefinitionRefused {
    List<String> told = blocking(judged(edit));
    if (expected.isEmpty()) {
      assertThat(told).isEmpty();
    } else {
      assertThat(told).singleElement().asString().startsWith(expected);
    }
  }

  @Test
  void whatCouldNotBeComparedIsListedAsSkipped() throws IOException, DefinitionRefused {
    Judgement judgement = judged(text("铁路区段", "C4", "约30"));
    assertThat(judgement.skipped())
        .filteredOn(rule -> rule.code().equals("observation.evidence-total"))
        .extracting(SkippedRule::reason)
        .containsExactly("江苏省：“铁路区段”未能全部读取（铁路区段!C4），未核对填报数与证据表的合计，涉及：新增铁路里程。");
  }

  @Test
  void aFigureShownAsAnotherIsToVerify() throws IOException, DefinitionRefused {
    Consumer<Workbook> edit =
        workbook -> {
          var style = workbook.createCellStyle();
          style.setDataFormat(workbook.createDataFormat().getFormat("0.0\"万\""));
          cell(workbook, "充电桩", "G5").setCellStyle(style);
        };
    assertThat(blocking(judged(edit))).containsExactly("submission.shown-otherwise 充电桩!G5");
  }

  @Test
  void anOfficeLockFileIsNamed() throws IOException, DefinitionRefused {
    Path file = folder.resolve("~$2024-320000-v1.xlsx");
    Files.write(file, new byte[] {5, 'a', 'd', 'm', 'i', 'n'});
    assertThat(FileCheck.of(Path.of("jobs"), 2024).check(file).judgement().findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("submission.lock-file");
          assertThat(finding.message()).contains("~$", "关闭");
        });
  }

  @Test
  void aBlankEntryOfTheCoverIsToldAtItsCell() throws IOException, DefinitionRefused {
    Judgement judgement =
        judged(workbook -> {
          cell(workbook, "封面", "C8").setBlank();
          cell(workbook, "封面", "C12").setBlank();
        });
    assertThat(judgement.findings())
        .extracting(OneCauseTests::place)
        .contains("submission.cover-blank 封面!C8", "submission.cover-date-unclear 封面!C12");
  }
}
