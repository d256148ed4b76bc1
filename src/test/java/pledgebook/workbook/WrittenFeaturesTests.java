package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.SystemTool;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.InputRule;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// What another program finds in a written workbook beside its values.
class WrittenFeaturesTests {
  @TempDir Path folder;

  private Path file;
  private XSSFWorkbook workbook;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("完成情况.xlsx");
    WorkbookWriter.write(SampleWorkbook.everything(), file);
    workbook = new XSSFWorkbook(Files.newInputStream(file));
  }

  @AfterEach
  void close() throws IOException {
    workbook.close();
  }

  private XSSFSheet report() {
    return workbook.getSheet("完成情况");
  }

  private XSSFSheet form() {
    return workbook.getSheet("填报 表");
  }

  @Test
  void theFirstSheetPeopleMaySeeIsOpen() {
    assertThat(workbook.getSheetVisibility(0)).isEqualTo(SheetVisibility.VERY_HIDDEN);
    assertThat(workbook.getActiveSheetIndex()).isEqualTo(1);
    assertThat(workbook.getSheetAt(0).isSelected()).isFalse();
    assertThat(workbook.getSheetAt(1).isSelected()).isTrue();
  }

  @Test
  void propertiesTellTheDayOfTheContent() {
    var properties = workbook.getProperties().getCoreProperties();
    assertThat(properties.getTitle()).isEqualTo("完成情况汇总 & 示例");
    assertThat(properties.getCreator()).isEqualTo("pledgebook");
    assertThat(properties.getCreated().toInstant())
        .isEqualTo(Instant.parse("2025-03-31T00:00:00Z"));
    assertThat(properties.getModified()).isEqualTo(properties.getCreated());
  }

  @Test
  void textThatLooksLikeAFormulaIsQuotedText() {
    XSSFCell quoted = report().getRow(3).getCell(6);
    assertThat(quoted.getStringCellValue()).isEqualTo("=见附件");
    assertThat(quoted.getCellStyle().getQuotePrefixed()).isTrue();
    assertThat(report().getRow(3).getCell(1).getCellStyle().getQuotePrefixed()).isFalse();
  }

  @Test
  void numbersShowTheDecimalsTheyHave() {
    assertThat(report().getRow(3).getCell(3).getCellStyle().getDataFormatString()).isEqualTo("0");
    assertThat(report().getRow(5).getCell(3).getCellStyle().getDataFormatString())
        .isEqualTo("0.00");
    assertThat(report().getRow(3).getCell(4).getCellStyle().getDataFormatString()).isEqualTo("0.0");
    assertThat(form().getRow(5).getCell(3).getCellStyle().getDataFormatString())
        .isEqualTo("General");
  }

  @Test
  void onlyEntryCellsOfALockedSheetCanBeTypedInto() {
    assertThat(form().getProtect()).isTrue();
    assertThat(form().getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
    assertThat(form().isFormatColumnsLocked()).isFalse();
    assertThat(form().isAutoFilterLocked()).isFalse();
    assertThat(form().getRow(3).getCell(0).getCellStyle().getLocked()).isTrue();
    assertThat(form().getRow(3).getCell(1).getCellStyle().getLocked()).isFalse();
    assertThat(form().getRow(3).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
    assertThat(form().getRow(3).getCell(3).getCellStyle().getDataFormatString())
        .isEqualTo("yyyy-mm-dd");
    assertThat(report().getProtect()).isFalse();
  }

  @Test
  void inputRulesRefuseWithTheirMessage() {
    assertThat(form().getDataValidations())
        .extracting(rule -> rule.getValidationConstraint().getFormula1())
        .containsExactly(
            "'选项''表'!$A$1:$A$2",
            "IF(ISNUMBER(C6),AND(C6>=0,C6<1000000,ROUND(C6,1)=C6),OR(C6=\"—\"))",
            "45658",
            "\"上海市,江苏省,浙江省,安徽省\"");
    DataValidation list = form().getDataValidations().getFirst();
    assertThat(list.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP);
    assertThat(list.getErrorBoxText()).isEqualTo("请从下拉列表中选择单位。");
    assertThat(list.getShowErrorBox()).isTrue();
    assertThat(
            form()
                .getCTWorksheet()
                .getDataValidations()
                .getDataValidationArray(0)
                .getShowDropDown())
        .as("the attribute of this name hides the arrow")
        .isFalse();
  }

  @Test
  void aListThatExcelWouldCallDamagedIsNotWritten() {
    InputRule rule =
        new InputRule(
            new pledgebook.workbook.CellAddress(1, 1),
            new pledgebook.workbook.CellAddress(1, 1),
            new InputRule.Allowed.OneOfTexts(List.of("甲".repeat(256))),
            "题",
            "文");
    SheetContent sheet =
        new SheetContent(
            "表",
            List.of(),
            0,
            0,
            List.of(RowContent.empty()),
            List.of(),
            List.of(rule),
            false,
            null,
            0,
            false,
            false);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            WorkbookWriter.write(new WorkbookContent("题", LocalDate.EPOCH, List.of(sheet)), file));
  }

  @Test
  void linksLeadToTheCell() {
    var inside = report().getHyperlink(new CellAddress("H5"));
    assertThat(inside.getLocation()).isEqualTo("'填报 表'!D6");
    var outside = report().getHyperlink(new CellAddress("H4"));
    assertThat(outside.getAddress())
        .isEqualTo("%E6%B5%99%E6%B1%9F%E7%9C%81/%E6%9D%A5%20%E4%BB%B6%231.xlsx#'指标'!F12");
  }

  @Test
  void aCommentHasRoomForItsText() {
    var comment = report().getCellComment(new CellAddress("E4"));
    assertThat(comment.getString().getString()).startsWith("本表由示例单位填报");
    assertThat(comment.getAuthor()).isEqualTo("pledgebook");
    var anchor = comment.getClientAnchor();
    double width = 0;
    for (int column = anchor.getCol1(); column < anchor.getCol2(); column++) {
      width += report().getColumnWidthInPixels(column);
    }
    double height = 0;
    for (int row = anchor.getRow1(); row < anchor.getRow2(); row++) {
      height += report().getRow(row).getHeightInPoints();
    }
    double hanPerLine = width / 14;
    assertThat(height).isGreaterThanOrEqualTo(Math.ceil(51 / hanPerLine) * 14);
  }

  @Test
  void theSheetIsSetUpForPaper() {
    XSSFSheet sheet = report();
    assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getFitToPage()).isTrue();
    assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:3");
    assertThat(sheet.getFooter().getCenter()).isEqualTo("2024年度实事项目 && 完成情况　第 &P 页，共 &N 页");
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
    assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:H43");
  }

  @Test
  void joinedCellsAreHighEnoughForTheirText() {
    assertThat(form().getMergedRegions())
        .extracting(range -> range.formatAsString())
        .containsExactly("A2:D2");
    assertThat(form().getRow(1).getHeightInPoints()).isBetween(32f, 60f);
    assertThat(form().getRow(1).getCTRow().getCustomHeight()).isTrue();
    assertThat(form().getRow(5).getCTRow().getCustomHeight()).as("programs may grow it").isFalse();
  }

  @Test
  void joinedCellsHaveTheBorderAllAround() {
    var merged =
        new WorkbookContent.MergedCells(
            new pledgebook.workbook.CellAddress(1, 1), new pledgebook.workbook.CellAddress(2, 2));
    var row = RowContent.of(List.of(WorkbookContent.CellContent.text("文", CellLook.of(Role.BODY))));
    SheetContent sheet =
        new SheetContent(
            "表",
            List.of(),
            0,
            0,
            List.of(row, RowContent.empty()),
            List.of(merged),
            List.of(),
            false,
            null,
            0,
            false,
            false);
    WorkbookWriter.write(new WorkbookContent("题", LocalDate.EPOCH, List.of(sheet)), file);
    try (XSSFWorkbook read = new XSSFWorkbook(Files.newInputStream(file))) {
      var corner = read.getSheetAt(0).getRow(1).getCell(1);
      assertThat(corner.getCellStyle())
          .isEqualTo(read.getSheetAt(0).getRow(0).getCell(0).getCellStyle());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @SystemTool
  void anOfficeProgramPrintsAllOfIt() throws Exception {
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    office.getInputStream().readAllBytes();
    assertThat(office.waitFor()).isZero();
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("完成情况.pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(3);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
      assertThat(text(pdf, 2)).contains("指标名称").contains("第 2 页，共 3 页").contains("A08-05");
      assertThat(text(pdf, 1).replaceAll("\\s", "")).contains("并由审核人签字确认。");
      assertThat(text(pdf, 3).replaceAll("\\s", "")).containsPattern("确认。本表由.*确认。");
    }
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.setSortByPosition(true);
    return stripper.getText(pdf);
  }
}
