package pledgebook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Workbooks as a spreadsheet program opens, changes and saves them.
public final class Workbooks {
  private Workbooks() {}

  /// Opens a file as a whole; nothing is written back to it.
  public static XSSFWorkbook open(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Saves a changed copy.
  public static Path changed(Path original, Path copy, Consumer<XSSFWorkbook> change) {
    try (XSSFWorkbook workbook = open(original);
        OutputStream out = Files.newOutputStream(copy)) {
      change.accept(workbook);
      workbook.write(out);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Zhejiang's sample with three faults: a text for a number (指标!G8), a total that differs from
  /// its evidence (指标!E4), a milestone without its day (里程碑!D4).
  public static Path broken(Path original, Path copy) {
    return changed(
        original,
        copy,
        workbook -> {
          row(workbook.getSheet("指标"), "A01-01").getCell(4).setCellValue(999);
          row(workbook.getSheet("指标"), "A02-02").getCell(6).setCellValue("约17.8万个");
          workbook.getSheet("里程碑").getRow(3).getCell(3).setBlank();
        });
  }

  private static Row row(XSSFSheet sheet, String indicator) {
    for (Row row : sheet) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(indicator)) {
        return row;
      }
    }
    throw new IllegalArgumentException("no row " + indicator);
  }

  /// The same values, formats and hidden sheets as Excel 97–2003 and WPS (.et) keep them.
  public static HSSFWorkbook binary(XSSFWorkbook from) {
    HSSFWorkbook to = new HSSFWorkbook();
    Map<String, CellStyle> styles = new HashMap<>();
    for (Sheet sheet : from) {
      Sheet copy = to.createSheet(sheet.getSheetName());
      for (Row row : sheet) {
        Row copied = copy.createRow(row.getRowNum());
        row.forEach(cell -> copy(cell, copied.createCell(cell.getColumnIndex()), styles));
      }
      to.setSheetHidden(
          to.getSheetIndex(copy), from.isSheetHidden(from.getSheetIndex(sheet.getSheetName())));
    }
    return to;
  }

  private static void copy(Cell from, Cell to, Map<String, CellStyle> styles) {
    switch (from.getCellType()) {
      case STRING -> to.setCellValue(from.getStringCellValue());
      case NUMERIC -> to.setCellValue(from.getNumericCellValue());
      default -> to.setBlank();
    }
    Workbook workbook = to.getSheet().getWorkbook();
    to.setCellStyle(
        styles.computeIfAbsent(
            from.getCellStyle().getDataFormatString(),
            format -> {
              CellStyle style = workbook.createCellStyle();
              style.setDataFormat(workbook.createDataFormat().getFormat(format));
              return style;
            }));
  }
}
