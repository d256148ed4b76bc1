package pledgebook.workbook;

import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// What holds for a sheet as a whole: columns, panes, print, filter, protection.
final class SheetLayout {
  /// A column is a little wider than its characters: 5 pixels of 7 a character.
  private static final int MARGIN = 182;

  private SheetLayout() {}

  static void apply(XSSFSheet sheet, SheetContent content) {
    for (int column = 0; column < content.widths().size(); column++) {
      sheet.setColumnWidth(column, Math.min(255, content.widths().get(column)) * 256 + MARGIN);
    }
    sheet.setDefaultRowHeightInPoints(RowHeights.STANDARD);
    if (content.frozenRows() > 0 || content.frozenColumns() > 0) {
      sheet.createFreezePane(content.frozenColumns(), content.frozenRows());
    }
    sheet.setDisplayGridlines(false);
    for (MergedCells merged : content.merged()) {
      sheet.addMergedRegion(range(merged));
    }
    print(sheet, content);
    filter(sheet, content);
    if (content.locked()) {
      protect(sheet);
    }
    content.inputRules().forEach(rule -> InputRules.add(sheet, rule));
  }

  private static CellRangeAddress range(MergedCells merged) {
    return new CellRangeAddress(
        merged.first().row() - 1,
        merged.last().row() - 1,
        merged.first().column() - 1,
        merged.last().column() - 1);
  }

  private static void print(XSSFSheet sheet, SheetContent content) {
    XSSFPrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PaperSize.A4_PAPER);
    setup.setLandscape(content.landscape());
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    sheet.setMargin(PageMargin.LEFT, 0.5);
    sheet.setMargin(PageMargin.RIGHT, 0.5);
    sheet.setMargin(PageMargin.TOP, 0.6);
    sheet.setMargin(PageMargin.BOTTOM, 0.7);
    sheet.getFooter().setCenter(footer(content.footer()));
    if (content.frozenRows() > 0) {
      sheet.setRepeatingRows(new CellRangeAddress(0, content.frozenRows() - 1, -1, -1));
    }
  }

  private static String footer(@Nullable String text) {
    String before = text == null || text.isEmpty() ? "" : text.replace("&", "&&") + "　";
    return before + "第 &P 页，共 &N 页";
  }

  private static void filter(XSSFSheet sheet, SheetContent content) {
    int columns = content.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int rows = content.rows().size();
    if (columns == 0) {
      return;
    }
    sheet.addIgnoredErrors(
        new CellRangeAddress(0, rows - 1, 0, columns - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    if (content.autoFilterRow() > 0) {
      int heading = content.autoFilterRow();
      int headings = content.rows().get(heading - 1).cells().size();
      sheet.setAutoFilter(new CellRangeAddress(heading - 1, rows - 1, 0, headings - 1));
    }
  }

  /// Keeps people from typing beside the entry cells; a mistake is prevented, not an intent, so
  /// there is no password, and what harms nothing stays allowed.
  private static void protect(XSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
    sheet.lockAutoFilter(false);
    sheet.lockObjects(true);
  }
}
