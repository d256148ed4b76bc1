package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Form.ColumnType;
import pledgebook.workbook.Cell;
import pledgebook.workbook.Row;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;

/// Law: what is taken as a plain row would be staged with the same texts after every question of a
/// row was asked, and nothing would be told of it.
class PlainRowsTests {
  private static final Form FORM =
      new Form(
          "jobs",
          "岗位",
          "",
          List.of(
              column("code", "岗位编号", ColumnType.TEXT),
              column("place", "地点", ColumnType.CODE),
              column("posted", "发布日期", ColumnType.DATE),
              column("number", "人数", ColumnType.NUMBER)));
  private static final String[] TEXTS = {
    "GW001",
    "上海市",
    "合计",
    "小 计",
    "其中：上海",
    "其中",
    "注：以上",
    "备注",
    "岗位编号",
    "地点",
    "（一）",
    "单位(公章)",
    "全省合计",
    "计算机",
    "其他",
    " ",
    "",
    "　",
    "１２",
    "南京第一科技有限公司",
    "*地点",
    "人数",
    "共計",
    "a:b",
    "限",
    "中"
  };

  @TempDir Path folder;

  private static Column column(String code, String heading, ColumnType type) {
    return new Column(code, heading, type, null, null, true, false, 10);
  }

  private Path workbook(Random random, int rows) throws IOException {
    Path file = folder.resolve("岗位.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat((short) 14);
      CellStyle share = workbook.createCellStyle();
      share.setDataFormat((short) 10);
      CellStyle scaled = workbook.createCellStyle();
      scaled.setDataFormat(workbook.createDataFormat().getFormat("#,##0,"));
      CellStyle grouped = workbook.createCellStyle();
      grouped.setDataFormat((short) 4);
      var sheet = workbook.createSheet("岗位");
      XSSFRow headings = sheet.createRow(0);
      for (int i = 0; i < FORM.columns().size(); i++) {
        headings.createCell(i).setCellValue(FORM.columns().get(i).heading());
      }
      for (int number = 1; number <= rows; number++) {
        XSSFRow row = sheet.createRow(number);
        for (int i = random.nextInt(3) == 0 ? random.nextInt(5) : 0; i < 7; i++) {
          fill(row.createCell(i), random, day, List.of(share, scaled, grouped));
        }
      }
      workbook.write(out);
    }
    return file;
  }

  private static void fill(
      org.apache.poi.ss.usermodel.Cell cell, Random random, CellStyle day, List<CellStyle> styles) {
    switch (random.nextInt(10)) {
      case 0 -> cell.setCellValue(random.nextInt(100_000));
      case 1 -> {
        cell.setCellValue(45_000 + random.nextInt(9) / 2.0);
        cell.setCellStyle(day);
      }
      case 2 -> {
        cell.setCellValue(random.nextInt(9) / 4.0);
        cell.setCellStyle(styles.get(random.nextInt(3)));
      }
      case 3 -> cell.setCellValue(1e17 + random.nextInt(9));
      case 4 -> cell.setCellValue(random.nextBoolean());
      case 5 -> cell.setCellFormula("1+1");
      default -> cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsTakenAsPlainHasNothingToTell(long seed) throws Exception {
    int[] taken = {0};
    Path file = workbook(new Random(seed), 800);
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      List<Row> first = new ArrayList<>();
      reader
          .sheets()
          .getFirst()
          .read(row -> {
            first.add(row);
            return false;
          });
      Headings headings = Headings.find(FORM, first).orElseThrow();
      PlainRows plain = new PlainRows(FORM, headings);
      reader
          .sheets()
          .getFirst()
          .scan(raw -> {
            if (plain.take(raw)) {
              taken[0]++;
              requireSame(raw.row(), headings, plain);
            }
            return true;
          });
    }
    assertThat(taken[0]).isBetween(20, 780);
  }

  private static void requireSame(Row row, Headings headings, PlainRows plain) {
    List<Cell> inForm =
        row.cells().stream()
            .filter(cell -> headings.position(cell.address().column()) >= 0)
            .filter(cell -> !cell.plain().isBlank())
            .toList();
    assertThat(headings.repeatedBy(row)).as(row.toString()).isFalse();
    assertThat(RowKind.of(FORM, inForm, row.number() - 1, false))
        .as(row.toString())
        .isEqualTo(RowKind.DATA);
    ShownFigures shown = new ShownFigures();
    @Nullable String[] cells = new @Nullable String[FORM.columns().size()];
    @Nullable String[] raws = new @Nullable String[cells.length];
    for (Cell cell : inForm) {
      int position = headings.position(cell.address().column());
      Column column = FORM.columns().get(position);
      assertThat(cell).isNotInstanceOfAny(Cell.Fault.class, Cell.Uncalculated.class);
      if (cell instanceof Cell.Decimal number && column.type() == ColumnType.NUMBER) {
        shown.take(position, number, null);
      }
      if (cell instanceof Cell.Decimal number && column.type() == ColumnType.TEXT) {
        assertThat(number.plain()).hasSizeLessThanOrEqualTo(15);
      }
      StagedText.of(cell, column, false).into(position, cells, raws);
    }
    assertThat(shown.columns()).as(row.toString()).isEmpty();
    assertThat(RowStaging.strings(plain.cells())).as(row.toString()).containsExactly(cells);
    assertThat(RowStaging.strings(plain.raw())).as(row.toString()).containsExactly(raws);
  }
}
