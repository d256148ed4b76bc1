package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.Workbooks;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.Copy;
import pledgebook.workbook.WorkbookAnnotator.Mark;

class WorkbookAnnotatorTests {
  @TempDir private Path folder;

  private Path original;

  @BeforeEach
  void make() throws IOException {
    original = folder.resolve("original.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(original)) {
      fill(workbook);
      workbook.write(out);
    }
  }

  private static void fill(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("数据");
    XSSFCellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
    XSSFCellStyle green = workbook.createCellStyle();
    green.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
    green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    green.setLocked(false);
    for (int r = 0; r < 6; r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < 4; c++) {
        row.createCell(c).setCellValue(r * 10 + c + 0.1);
        row.getCell(c).setCellStyle((r + c) % 2 == 0 ? percent : green);
      }
      row.createCell(4).setCellFormula("SUM(A" + (r + 1) + ":D" + (r + 1) + ")");
    }
    workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
    sheet.setColumnWidth(1, 7_777);
    sheet.addMergedRegion(new CellRangeAddress(6, 7, 0, 1));
    var helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"是", "否"}),
            new org.apache.poi.ss.util.CellRangeAddressList(0, 5, 2, 2)));
    var comment =
        sheet
            .createDrawingPatriarch()
            .createCellComment(
                new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 3, 3, 5, 6));
    comment.setString("原有批注");
    comment.setAuthor("示例");
    XSSFSheet second = workbook.createSheet("第二张");
    second.createRow(0).createCell(0).setCellFormula("数据!E1*2");
    workbook.createName().setNameName("区域");
    workbook.getName("区域").setRefersToFormula("数据!$A$1:$B$2");
    workbook.setPrintArea(1, "$A$1:$C$3");
    workbook.setActiveSheet(1);
  }

  private Path annotate(String name, Path from, Annotation... annotations) {
    var written =
        WorkbookAnnotator.annotate(
            from, List.of(annotations), SampleRemarks.index(), folder.resolve(name));
    assertThat(written.copy()).isEqualTo(Copy.WHOLE);
    assertThat(written.file()).hasFileName(name + ".xlsx");
    return written.file();
  }

  /// All that makes a cell, by sheet and address; the style as the format keeps it.
  private static Map<String, String> cells(XSSFWorkbook workbook) {
    Map<String, String> cells = new TreeMap<>();
    workbook.forEach(sheet ->
        sheet.forEach(row ->
            row.forEach(each -> {
              XSSFCell cell = (XSSFCell) each;
              cells.put(
                  sheet.getSheetName() + "!" + cell.getReference(),
                  cell.getCTCell().xmlText() + look(cell));
            })));
    return cells;
  }

  private static String look(XSSFCell cell) {
    XSSFCellStyle style = cell.getCellStyle();
    return style.getCoreXf().xmlText()
        + ground(cell)
        + style.getFont().getCTFont().xmlText()
        + style.getDataFormatString();
  }

  private static String ground(XSSFCell cell) {
    var colour = cell.getCellStyle().getFillForegroundXSSFColor();
    return cell.getCellStyle().getFillPattern() + (colour == null ? "" : colour.getARGBHex());
  }

  @Test
  void exactlyTheCellsOfTheRemarksAreColouredAndNothingElseChanges() throws IOException {
    Path copy = annotate("copy", original, SampleRemarks.BAD, SampleRemarks.BLANK);
    try (XSSFWorkbook before = Workbooks.open(original);
        XSSFWorkbook after = Workbooks.open(copy)) {
      Map<String, String> was = cells(before);
      Map<String, String> is = cells(after);
      is.keySet().removeIf(cell -> cell.startsWith("核查意见"));
      is.entrySet().removeIf(cell -> cell.getValue().equals(was.get(cell.getKey())));
      assertThat(is).containsOnlyKeys("数据!B2", "数据!E9");
      XSSFSheet sheet = after.getSheet("数据");
      XSSFCell bad = sheet.getRow(1).getCell(1);
      assertThat(ground(bad)).isEqualTo("SOLID_FOREGROUNDFFF4ABA8");
      assertThat(bad.getNumericCellValue())
          .isEqualTo(before.getSheet("数据").getRow(1).getCell(1).getNumericCellValue());
      assertThat(bad.getCellStyle().getDataFormatString()).isEqualTo("0.00%");
      assertThat(ground(sheet.getRow(8).getCell(4))).isEqualTo("SOLID_FOREGROUNDFFFFCF7A");
      assertThat(sheet.getColumnWidth(1)).isEqualTo(7_777);
      assertThat(sheet.getDataValidations()).hasSize(1);
      assertThat(sheet.getMergedRegions()).hasSize(1);
      assertThat(after.getName("区域").getRefersToFormula()).isEqualTo("数据!$A$1:$B$2");
      assertThat(after.getPrintArea(2)).isEqualTo("第二张!$A$1:$C$3");
      assertThat(stylesOf(after)).startsWith(stylesOf(before).toArray(String[]::new));
    }
  }

  private static List<String> stylesOf(XSSFWorkbook workbook) {
    return IntStream.range(0, workbook.getNumCellStyles())
        .mapToObj(i -> workbook.getCellStyleAt(i).getCoreXf().xmlText())
        .limit(3)
        .toList();
  }

  @Test
  void theIndexComesFirstAndIsTheOnlySheetOpen() throws IOException {
    try (XSSFWorkbook copy = Workbooks.open(annotate("copy", original, SampleRemarks.BAD))) {
      assertThat(copy.getSheetName(0)).isEqualTo("核查意见");
      assertThat(copy.getActiveSheetIndex()).isZero();
      assertThat(copy.getSheetAt(2).isSelected()).isFalse();
      assertThat(copy.getSheetAt(0).getHyperlinkList())
          .singleElement()
          .satisfies(link -> assertThat(link.getAddress()).isEqualTo("'数据'!B2"));
    }
  }

  @Test
  void whatComesFromOutsideBecomesNoFormula() throws IOException {
    try (XSSFWorkbook copy = Workbooks.open(annotate("copy", original, SampleRemarks.BAD))) {
      XSSFCell shown = copy.getSheetAt(0).getRow(0).getCell(0);
      assertThat(shown.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
      assertThat(shown.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(copy.getSheet("数据").getRow(1).getCell(1).getCellComment().getString().getString())
          .isEqualTo(SampleRemarks.FORMULA);
    }
  }

  @Test
  void severalRemarksOnACellAreOneCommentInTheHeaviestColour() throws IOException {
    CellAddress at = new CellAddress(3, 3);
    Path copy =
        annotate(
            "copy",
            original,
            new Annotation("数据", at, Mark.NOTED, "一"),
            new Annotation("数据", at, Mark.BAD, "二"),
            new Annotation("数据", new CellAddress(3, 4), Mark.NOTED, "旁"),
            new Annotation("没有这张", at, Mark.BAD, "三"));
    try (XSSFWorkbook workbook = Workbooks.open(copy)) {
      XSSFCell cell = workbook.getSheet("数据").getRow(2).getCell(2);
      assertThat(cell.getCellComment().getString().getString()).isEqualTo("一\n\n二");
      assertThat(ground(cell)).endsWith("F4ABA8");
    }
  }

  @Test
  void aRemarkOnJoinedCellsStandsOnTheOneThatIsSeen() throws IOException {
    Path copy =
        annotate("copy", original, new Annotation("数据", new CellAddress(8, 2), Mark.NOTED, "合并"));
    try (XSSFWorkbook workbook = Workbooks.open(copy)) {
      XSSFCell seen = workbook.getSheet("数据").getRow(6).getCell(0);
      assertThat(seen.getCellComment().getString().getString()).isEqualTo("合并");
    }
  }

  @Test
  void anEarlierReturnIsTakenAwayFirst() throws IOException {
    Annotation beside = new Annotation("数据", new CellAddress(4, 4), Mark.NOTED, "补充");
    Path first = annotate("first", original, SampleRemarks.BAD, SampleRemarks.BLANK, beside);
    Path second = annotate("second", first);
    try (XSSFWorkbook before = Workbooks.open(original);
        XSSFWorkbook after = Workbooks.open(second)) {
      assertThat(after.getNumberOfSheets()).isEqualTo(3);
      XSSFSheet was = before.getSheet("数据");
      XSSFSheet is = after.getSheet("数据");
      assertThat(ground(is.getRow(1).getCell(1))).startsWith("NO_FILL");
      assertThat(ground(is.getRow(3).getCell(2))).isEqualTo(ground(was.getRow(3).getCell(2)));
      assertThat(is.getCellComments()).hasSize(1);
      var comment = is.getRow(3).getCell(3).getCellComment();
      assertThat(comment.getString().getString()).isEqualTo("原有批注");
      assertThat(comment.getAuthor()).isEqualTo("示例");
    }
    try (XSSFWorkbook marked = Workbooks.open(first)) {
      assertThat(
              marked.getSheet("数据").getRow(3).getCell(3).getCellComment().getString().getString())
          .isEqualTo("原有批注\n\n补充");
    }
  }

  @Test
  void aMembersOwnSheetOfTheNameStaysAndOursTakesAnother() throws IOException {
    Path own = folder.resolve("own.xlsx");
    try (XSSFWorkbook workbook = Workbooks.open(original);
        OutputStream out = Files.newOutputStream(own)) {
      workbook.createSheet("核查意见").createRow(0).createCell(0).setCellValue("本单位自查");
      workbook.write(out);
    }
    Path first = annotate("first", own, SampleRemarks.BAD);
    for (Path copy : List.of(first, annotate("second", first, SampleRemarks.BAD))) {
      try (XSSFWorkbook workbook = Workbooks.open(copy)) {
        assertThat(workbook.getSheetName(0)).isEqualTo("核查意见2");
        assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
        assertThat(workbook.getSheet("核查意见").getRow(0).getCell(0)).hasToString("本单位自查");
      }
    }
  }

  @Test
  void theSameRemarksGiveTheSameBytes() throws IOException {
    assertThat(annotate("a", original, SampleRemarks.BAD, SampleRemarks.BLANK))
        .hasSameBinaryContentAs(annotate("b", original, SampleRemarks.BAD, SampleRemarks.BLANK));
  }

  @Test
  void macrosAreLeftOut() throws IOException {
    Path macros = folder.resolve("macros.xlsm");
    try (XSSFWorkbook workbook = Workbooks.open(original);
        OutputStream out = Files.newOutputStream(macros)) {
      workbook.setWorkbookType(XSSFWorkbookType.XLSM);
      workbook.setVBAProject(new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
      workbook.write(out);
    }
    Path copy = annotate("copy", macros, SampleRemarks.BAD);
    try (XSSFWorkbook workbook = Workbooks.open(copy);
        var zip = new java.util.zip.ZipFile(copy.toFile())) {
      assertThat(workbook.isMacroEnabled()).isFalse();
      assertThat(zip.stream().map(java.util.zip.ZipEntry::getName))
          .noneMatch(name -> name.contains("vba"));
    }
  }

  @Test
  void whatIsNoWorkbookOrTooLargeGetsTheIndexAlone() throws IOException {
    Path text = Files.writeString(folder.resolve("text.xlsx"), "no workbook");
    Path large = folder.resolve("large.xlsx");
    Files.copy(original, large);
    try (var out = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      out.setLength((20L << 20) + 1);
    }
    for (Path refused : List.of(text, large)) {
      Path target = folder.resolve("index-of-" + refused.getFileName());
      var written =
          WorkbookAnnotator.annotate(
              refused, List.of(SampleRemarks.BAD), SampleRemarks.index(), target);
      assertThat(written.copy()).isEqualTo(Copy.INDEX_ONLY);
      try (XSSFWorkbook workbook = Workbooks.open(written.file())) {
        assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
        assertThat(workbook.getSheetAt(0).getRow(1).getCell(0)).hasToString("未附原表");
      }
    }
  }
}
