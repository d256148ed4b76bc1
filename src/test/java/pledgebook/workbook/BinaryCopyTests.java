package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.UnknownRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.Copy;
import pledgebook.workbook.WorkbookAnnotator.Mark;
import pledgebook.workbook.WorkbookAnnotator.Written;

/// A workbook of Excel 97–2003 given back as one.
class BinaryCopyTests {
  private static final Annotation BESIDE =
      new Annotation("数据", new CellAddress(4, 4), Mark.NOTED, "补充");

  /// The record that says there are macros.
  private static final int OBJ_PROJ = 0xD3;

  @TempDir private Path folder;

  private Path original;

  @BeforeEach
  void make() throws IOException {
    original = folder.resolve("original.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      fill(workbook);
      save(workbook, original);
    }
  }

  private static void save(HSSFWorkbook workbook, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  private static HSSFWorkbook open(Path file) throws IOException {
    return new HSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private static void fill(HSSFWorkbook workbook) {
    workbook.getCustomPalette().setColorAtIndex((short) 20, (byte) 1, (byte) 2, (byte) 3);
    HSSFSheet sheet = workbook.createSheet("数据");
    HSSFCellStyle percent = workbook.createCellStyle();
    percent.setDataFormat(workbook.createDataFormat().getFormat("0.00%"));
    percent.setBorderTop(BorderStyle.DOUBLE);
    HSSFCellStyle green = workbook.createCellStyle();
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
    sheet.getRow(5).setZeroHeight(true);
    sheet.setColumnWidth(1, 7_777);
    sheet.addMergedRegion(new CellRangeAddress(6, 7, 0, 1));
    var helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"是", "否"}),
            new CellRangeAddressList(0, 5, 2, 2)));
    comment(sheet, 3, 3);
    others(workbook);
  }

  private static void comment(HSSFSheet sheet, int row, int column) {
    HSSFComment comment =
        sheet
            .createDrawingPatriarch()
            .createCellComment(
                new HSSFClientAnchor(0, 0, 0, 0, (short) column, row, (short) (column + 2), 6));
    HSSFRichTextString text = new HSSFRichTextString("原有批注");
    text.applyFont(0, 2, bold(sheet.getWorkbook()));
    comment.setString(text);
    comment.setAuthor("示例");
    comment.setAddress(row, column);
  }

  private static org.apache.poi.ss.usermodel.Font bold(HSSFWorkbook workbook) {
    var bold = workbook.createFont();
    bold.setBold(true);
    return bold;
  }

  /// A second and a hidden third sheet, which refer to each other crosswise, and a file besides.
  private static void others(HSSFWorkbook workbook) {
    HSSFSheet second = workbook.createSheet("第二张");
    HSSFSheet third = workbook.createSheet("第三张");
    second.createRow(0).createCell(0).setCellFormula("第三张!A1*2");
    third.createRow(0).createCell(0).setCellFormula("数据!E1*2");
    workbook.setSheetHidden(2, true);
    workbook.createName().setNameName("区域");
    workbook.getName("区域").setRefersToFormula("数据!$A$1:$B$2");
    workbook.setPrintArea(1, "$A$1:$C$3");
    try (HSSFWorkbook other = new HSSFWorkbook()) {
      other.createSheet("甲");
      workbook.linkExternalWorkbook("other.xls", other);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    second.createRow(1).createCell(0).setCellFormula("[other.xls]甲!A1+1");
    workbook.setActiveSheet(1);
  }

  private Path annotate(String name, Path from, Annotation... annotations) {
    Written written =
        WorkbookAnnotator.annotate(
            from, List.of(annotations), SampleRemarks.index(), folder.resolve(name));
    assertThat(written).isEqualTo(new Written(folder.resolve(name + ".xls"), Copy.WHOLE));
    return written.file();
  }

  private Path indexAlone(Path from) {
    Written written =
        WorkbookAnnotator.annotate(
            from, List.of(SampleRemarks.BAD), SampleRemarks.index(), folder.resolve("alone"));
    assertThat(written).isEqualTo(new Written(folder.resolve("alone.xlsx"), Copy.INDEX_ONLY));
    return written.file();
  }

  /// All that makes a cell but its remark, by sheet and address.
  private static Map<String, String> cells(HSSFWorkbook workbook) {
    Map<String, String> cells = new TreeMap<>();
    workbook.forEach(sheet ->
        sheet.forEach(row ->
            row.forEach(each -> {
              HSSFCell cell = (HSSFCell) each;
              cells.put(
                  sheet.getSheetName() + "!" + cell.getAddress(),
                  cell.getCellType() + ":" + cell + ":" + look(cell) + ":" + ground(cell));
            })));
    return cells;
  }

  private static String look(HSSFCell cell) {
    HSSFCellStyle style = cell.getCellStyle();
    return List.of(
            style.getDataFormatString(),
            style.getFontIndex(),
            style.getBorderTop(),
            style.getLocked(),
            style.getAlignment())
        .toString();
  }

  private static String ground(HSSFCell cell) {
    HSSFCellStyle style = cell.getCellStyle();
    return style.getFillPattern() + " " + style.getFillForegroundColor();
  }

  private static List<String> rows(Path file) throws WorkbookRefused {
    List<String> rows = new ArrayList<>();
    try (WorkbookReader workbook = WorkbookReader.open(file, WorkbookLimits.standard())) {
      for (Sheet sheet : workbook.sheets()) {
        if (!sheet.name().equals("核查意见")) {
          rows.add(sheet.name() + sheet.hidden() + sheet.merged() + sheet.hiddenColumns());
          sheet.read(row -> {
            rows.add(row.toString());
            return true;
          });
        }
      }
    }
    return rows;
  }

  @Test
  void exactlyTheCellsOfTheRemarksAreColouredAndNothingElseChanges() throws Exception {
    Path copy = annotate("copy", original, SampleRemarks.BAD, SampleRemarks.BLANK, BESIDE);
    assertThat(rows(copy)).isEqualTo(rows(original)).hasSizeGreaterThan(8);
    try (HSSFWorkbook before = open(original);
        HSSFWorkbook after = open(copy)) {
      Map<String, String> was = cells(before);
      Map<String, String> is = cells(after);
      is.keySet().removeIf(cell -> cell.startsWith("核查意见"));
      assertThat(is).containsKeys(was.keySet().toArray(String[]::new));
      is.entrySet().removeIf(cell -> cell.getValue().equals(was.get(cell.getKey())));
      assertThat(is).containsOnlyKeys("数据!B2", "数据!D4", "数据!E9");
      HSSFSheet sheet = after.getSheet("数据");
      HSSFCell bad = sheet.getRow(1).getCell(1);
      assertThat(ground(bad)).isEqualTo("SOLID_FOREGROUND " + IndexedColors.CORAL.getIndex());
      assertThat(look(bad)).isEqualTo(look(before.getSheet("数据").getRow(1).getCell(1)));
      assertThat(ground(sheet.getRow(8).getCell(4)))
          .isEqualTo("SOLID_FOREGROUND " + IndexedColors.GOLD.getIndex());
      assertThat(ground(sheet.getRow(3).getCell(3)))
          .isEqualTo("SOLID_FOREGROUND " + IndexedColors.PALE_BLUE.getIndex());
      assertThat(sheet.getColumnWidth(1)).isEqualTo(7_777);
      assertThat(sheet.getRow(5).getZeroHeight()).isTrue();
      assertThat(sheet.getDataValidations()).hasSize(1);
      assertThat(sheet.getMergedRegions()).hasSize(1);
      assertThat(after.getCustomPalette().getColor((short) 20).getTriplet())
          .containsExactly(1, 2, 3);
      for (short i = 0; i < before.getNumCellStyles(); i++) {
        assertThat(after.getCellStyleAt(i)).isEqualTo(before.getCellStyleAt(i));
      }
    }
  }

  @Test
  void aWorkbookWithThePaletteOfTheFormatGetsNoneOfItsOwn() throws IOException {
    Path plain = folder.resolve("plain.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("数据").createRow(1).createCell(1).setCellValue(1);
      save(workbook, plain);
    }
    try (HSSFWorkbook copy = open(annotate("copy", plain, SampleRemarks.BAD))) {
      assertThat(copy.getInternalWorkbook().getWorkbookRecordList().getPalettepos()).isEqualTo(-1);
      assertThat(ground(copy.getSheet("数据").getRow(1).getCell(1))).endsWith(" 29");
    }
  }

  /// Red, green, blue of a ground; the first eight no palette can change.
  private static int[] rgb(HSSFCell cell) {
    short index = cell.getCellStyle().getFillForegroundColor();
    short[] rgb = cell.getSheet().getWorkbook().getCustomPalette().getColor(index).getTriplet();
    return new int[] {rgb[0], rgb[1], rgb[2]};
  }

  private static int distance(int[] one, int[] other) {
    return IntStream.range(0, 3).map(i -> (one[i] - other[i]) * (one[i] - other[i])).sum();
  }

  private Path withPalette(IntFunction<int[]> colours) throws IOException {
    Path file = folder.resolve("palette.xls");
    try (HSSFWorkbook workbook = open(original)) {
      for (int index = 8; index < 64; index++) {
        int[] rgb = colours.apply(index);
        workbook
            .getCustomPalette()
            .setColorAtIndex((short) index, (byte) rgb[0], (byte) rgb[1], (byte) rgb[2]);
      }
      save(workbook, file);
    }
    return file;
  }

  private static final int[] WHITE = {255, 255, 255};

  private static void areClear(int[] bad, int[] warning) {
    assertThat(distance(bad, WHITE)).isGreaterThan(20_000);
    assertThat(distance(warning, WHITE)).isGreaterThan(20_000);
    assertThat(distance(bad, warning)).isGreaterThan(20_000);
  }

  @Test
  void bothWeightsAreClearAndDistinctInThePaletteTheLibraryWrites() throws IOException {
    Path copy = annotate("copy", original, SampleRemarks.BAD, SampleRemarks.BLANK);
    try (HSSFWorkbook after = open(copy)) {
      HSSFSheet sheet = after.getSheet("数据");
      areClear(rgb(sheet.getRow(1).getCell(1)), rgb(sheet.getRow(8).getCell(4)));
    }
  }

  @Test
  void aPaletteOfTintsAloneLeavesTheColoursNoneCanChange() throws IOException {
    Path tints = withPalette(index -> new int[] {255, 255 - index / 4, 255 - index / 2});
    Path copy = annotate("copy", tints, SampleRemarks.BAD, SampleRemarks.BLANK);
    try (HSSFWorkbook before = open(tints);
        HSSFWorkbook after = open(copy)) {
      HSSFSheet sheet = after.getSheet("数据");
      assertThat(ground(sheet.getRow(1).getCell(1))).isEqualTo("SOLID_FOREGROUND 2");
      assertThat(ground(sheet.getRow(8).getCell(4))).isEqualTo("SOLID_FOREGROUND 5");
      for (short index = 8; index < 64; index++) {
        assertThat(after.getCustomPalette().getColor(index).getTriplet())
            .isEqualTo(before.getCustomPalette().getColor(index).getTriplet());
      }
      Map<String, String> was = cells(before);
      try (HSSFWorkbook again = open(annotate("again", copy))) {
        Map<String, String> is = cells(again);
        is.keySet().removeIf(cell -> cell.startsWith("核查意见") || cell.equals("数据!E9"));
        assertThat(is).isEqualTo(was);
      }
    }
  }

  @Test
  void theIndexComesFirstAndFormulasStillLeadWhereTheyLed() throws IOException {
    try (HSSFWorkbook copy = open(annotate("copy", original, SampleRemarks.BAD))) {
      assertThat(copy.getSheetName(0)).isEqualTo("核查意见");
      assertThat(copy.getActiveSheetIndex()).isZero();
      assertThat(copy.getFirstVisibleTab()).isZero();
      assertThat(copy.getSheetAt(0).isSelected()).isTrue();
      assertThat(copy.getSheetAt(2).isSelected()).isFalse();
      assertThat(copy.isSheetHidden(3)).isTrue();
      assertThat(copy.getSheetAt(0).getHyperlinkList())
          .singleElement()
          .satisfies(link -> assertThat(link.getAddress()).isEqualTo("'数据'!B2"))
          .satisfies(link -> assertThat(link.getFirstRow()).isEqualTo(1));
      assertThat(copy.getSheetAt(0).getColumnWidth(0)).isEqualTo(20 * 256 + 182);
      HSSFSheet second = copy.getSheet("第二张");
      assertThat(second.getRow(0).getCell(0).getCellFormula()).isEqualTo("第三张!A1*2");
      assertThat(second.getRow(1).getCell(0).getCellFormula()).isEqualTo("[other.xls]甲!A1+1");
      assertThat(copy.getSheet("第三张").getRow(0).getCell(0).getCellFormula()).isEqualTo("数据!E1*2");
      assertThat(copy.getName("区域").getRefersToFormula()).isEqualTo("数据!$A$1:$B$2");
      assertThat(copy.getPrintArea(2)).isEqualTo("第二张!$A$1:$C$3");
    }
  }

  @Test
  void whatComesFromOutsideBecomesNoFormula() throws IOException {
    try (HSSFWorkbook copy = open(annotate("copy", original, SampleRemarks.BAD))) {
      HSSFCell shown = copy.getSheetAt(0).getRow(0).getCell(0);
      assertThat(shown.getCellType()).isEqualTo(CellType.STRING);
      assertThat(shown.getCellStyle().getQuotePrefixed()).isTrue();
      HSSFComment comment = copy.getSheet("数据").getRow(1).getCell(1).getCellComment();
      assertThat(comment.getString().getString()).isEqualTo(SampleRemarks.FORMULA);
      assertThat(comment.isVisible()).isFalse();
    }
  }

  @Test
  void aCommentThatWasThereStaysBeforeOurs() throws IOException {
    try (HSSFWorkbook copy = open(annotate("copy", original, BESIDE))) {
      HSSFComment comment = copy.getSheet("数据").getRow(3).getCell(3).getCellComment();
      HSSFRichTextString text = comment.getString();
      assertThat(text.getString()).isEqualTo("原有批注\n\n补充");
      assertThat(copy.getFontAt(text.getFontAtIndex(0)).getBold()).isTrue();
      assertThat(copy.getFontAt(text.getFontAtIndex(3)).getBold()).isFalse();
      assertThat(copy.getSheet("数据").getCellComments()).hasSize(1);
    }
  }

  @Test
  void anEarlierReturnIsTakenAwayFirst() throws Exception {
    Path first = annotate("first", original, SampleRemarks.BAD, SampleRemarks.BLANK, BESIDE);
    Path second = annotate("second", first);
    assertThat(rows(second)).isEqualTo(rows(original));
    try (HSSFWorkbook before = open(original);
        HSSFWorkbook after = open(second)) {
      assertThat(after.getNumberOfSheets()).isEqualTo(4);
      Map<String, String> was = cells(before);
      Map<String, String> is = cells(after);
      is.keySet().removeIf(cell -> cell.startsWith("核查意见") || cell.equals("数据!E9"));
      assertThat(is).isEqualTo(was);
      HSSFSheet sheet = after.getSheet("数据");
      assertThat(ground(sheet.getRow(8).getCell(4))).startsWith("NO_FILL");
      assertThat(sheet.getCellComments()).hasSize(1);
      HSSFComment comment = sheet.getRow(3).getCell(3).getCellComment();
      assertThat(comment.getString().getString()).isEqualTo("原有批注");
      assertThat(comment.getAuthor()).isEqualTo("示例");
      assertThat(after.getSheetAt(0).getHyperlinkList()).hasSize(1);
      assertThat(after.getSheet("第二张").getRow(1).getCell(0).getCellFormula())
          .isEqualTo("[other.xls]甲!A1+1");
    }
  }

  @Test
  void theSameRemarksGiveTheSameBytes() {
    assertThat(annotate("a", original, SampleRemarks.BAD, SampleRemarks.BLANK, BESIDE))
        .hasSameBinaryContentAs(
            annotate("b", original, SampleRemarks.BAD, SampleRemarks.BLANK, BESIDE));
  }

  @Test
  void macrosAreLeftOutAndOtherPartsKept() throws IOException {
    Path macros = folder.resolve("macros.xls");
    try (HSSFWorkbook workbook = open(original)) {
      var records = workbook.getInternalWorkbook().getWorkbookRecordList();
      records.add(records.getBspos(), new UnknownRecord(OBJ_PROJ, new byte[0]));
      for (String part : List.of("_VBA_PROJECT_CUR", "MBD0001")) {
        workbook
            .getDirectory()
            .createDirectory(part)
            .createDocument("CONTENTS", new ByteArrayInputStream(new byte[] {1, 2, 3}));
      }
      save(workbook, macros);
    }
    Path copy = annotate("copy", macros, SampleRemarks.BAD);
    try (POIFSFileSystem system = new POIFSFileSystem(copy.toFile(), true)) {
      assertThat(system.getRoot().getEntryNames()).contains("Workbook", "MBD0001");
      assertThat(system.getRoot().getEntryNames()).noneMatch(name -> name.contains("VBA"));
    }
    try (HSSFWorkbook workbook = open(copy)) {
      assertThat(workbook.getInternalWorkbook().findFirstRecordBySid((short) OBJ_PROJ)).isNull();
    }
  }

  @Test
  void whatIsTooLargeOrBrokenGetsTheIndexAlone() throws IOException {
    Path large = folder.resolve("large.xls");
    Files.copy(original, large);
    try (var out = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      out.setLength((10L << 20) + 1);
    }
    indexAlone(large);
    byte[] bytes = Files.readAllBytes(original);
    Path cut = Files.write(folder.resolve("cut.xls"), java.util.Arrays.copyOf(bytes, 3_000));
    indexAlone(cut);
  }

  @Test
  void moreCellsThanAreHeldInMemoryGiveTheIndexAlone() throws IOException {
    Path many = folder.resolve("many.xls");
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("数据");
      for (int row = 0; row <= 400_000 / 250; row++) {
        Row created = sheet.createRow(row);
        for (int column = 0; column < 250; column++) {
          created.createCell(column);
        }
      }
      save(workbook, many);
    }
    assertThat(Files.size(many)).isLessThan(10L << 20);
    indexAlone(many);
  }

  @Test
  void aChartAmidTheDrawingsGivesTheIndexAlone() throws IOException {
    Path chart = folder.resolve("chart.xls");
    try (HSSFWorkbook workbook = open(original)) {
      var records = workbook.getSheet("第二张").getSheet().getRecords();
      records.add(records.size() - 1, BOFRecord.createSheetBOF());
      records.add(records.size() - 1, EOFRecord.instance);
      save(workbook, chart);
    }
    indexAlone(chart);
  }
}
