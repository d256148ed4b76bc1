package pledgebook.workbook;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookAnnotator.Mark;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// The index as a sheet of a binary workbook: laid out as it is in the other format, then carried
/// over in the colours there are. It has no filter, which in this format is a row of drawn boxes.
final class BinaryIndex {
  /// Tints that are too pale for the colours of the format, and what stands for them; and letters
  /// dark enough to be read on those.
  private static final Map<Integer, Integer> STANDARD =
      Map.of(0xDCE3EC, 0xC0C0C0, 0xE6F1E4, 0xCCFFCC, 0x9C1C1C, 0x800000, 0x7A5200, 0x333300);

  /// Tints of the marks: the index has the colours of the cells it speaks of.
  private static final Map<Integer, Mark> MARKS =
      Map.of(0xF9E1E0, Mark.BAD, 0xFCEFD2, Mark.WARNING);

  private final HSSFSheet target;
  private final BinaryPalette palette;
  private final Map<Short, CellStyle> styles = new HashMap<>();
  private final Map<Integer, Font> fonts = new HashMap<>();

  private BinaryIndex(HSSFSheet target, BinaryPalette palette) {
    this.target = target;
    this.palette = palette;
  }

  /// Fills an empty sheet.
  static void write(SheetContent content, HSSFSheet target, BinaryPalette palette)
      throws IOException {
    try (XSSFWorkbook drawn = new XSSFWorkbook()) {
      XSSFSheet sheet = drawn.createSheet(content.name());
      new SheetWriter(sheet, sheet, content, CellStyles.ofOwn(drawn)).write();
      new BinaryIndex(target, palette).carry(sheet, content);
    }
  }

  private void carry(XSSFSheet from, SheetContent content) {
    for (int column = 0; column < content.widths().size(); column++) {
      target.setColumnWidth(column, from.getColumnWidth(column));
    }
    target.createFreezePane(content.frozenColumns(), content.frozenRows());
    target.setDisplayGridlines(false);
    from.getMergedRegions().forEach(target::addMergedRegion);
    print(from);
    for (Row row : from) {
      Row carried = target.createRow(row.getRowNum());
      carried.setHeightInPoints(row.getHeightInPoints());
      row.forEach(cell -> carry(cell, carried.createCell(cell.getColumnIndex())));
    }
    for (Hyperlink link : from.getHyperlinkList()) {
      if (link.getType() == HyperlinkType.DOCUMENT) {
        Hyperlink carried =
            target.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        carried.setAddress(link.getAddress());
        target.getRow(link.getFirstRow()).getCell(link.getFirstColumn()).setHyperlink(carried);
      }
    }
  }

  private void print(XSSFSheet from) {
    target.getPrintSetup().setPaperSize(from.getPrintSetup().getPaperSize());
    target.getPrintSetup().setLandscape(from.getPrintSetup().getLandscape());
    target.setFitToPage(true);
    // The library has the two switches for each other ([MS-XLS] 2.4.351, WsBool).
    target.setAutobreaks(true);
    target.getPrintSetup().setFitWidth(from.getPrintSetup().getFitWidth());
    target.getPrintSetup().setFitHeight(from.getPrintSetup().getFitHeight());
    target.setHorizontallyCenter(true);
    for (PageMargin margin : PageMargin.values()) {
      target.setMargin(margin, from.getMargin(margin));
    }
    target.getFooter().setCenter(from.getFooter().getCenter());
    target.setRepeatingRows(from.getRepeatingRows());
  }

  private void carry(Cell from, Cell to) {
    XSSFCellStyle style = (XSSFCellStyle) from.getCellStyle();
    to.setCellStyle(styles.computeIfAbsent(style.getIndex(), index -> style(style)));
    if (from.getCellType() == CellType.NUMERIC) {
      to.setCellValue(from.getNumericCellValue());
    } else if (from.getCellType() == CellType.STRING) {
      to.setCellValue(from.getStringCellValue());
    }
  }

  private CellStyle style(XSSFCellStyle from) {
    HSSFWorkbook workbook = target.getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setFont(fonts.computeIfAbsent(from.getFontIndex(), index -> font(from.getFont())));
    style.setDataFormat(workbook.createDataFormat().getFormat(from.getDataFormatString()));
    style.setAlignment(from.getAlignment());
    style.setVerticalAlignment(from.getVerticalAlignment());
    style.setWrapText(from.getWrapText());
    style.setQuotePrefixed(from.getQuotePrefixed());
    style.setLocked(from.getLocked());
    style.setBorderTop(from.getBorderTop());
    style.setBorderRight(from.getBorderRight());
    style.setBorderBottom(from.getBorderBottom());
    style.setBorderLeft(from.getBorderLeft());
    XSSFColor line = from.getTopBorderXSSFColor();
    if (line != null) {
      style.setTopBorderColor(colour(line));
      style.setRightBorderColor(colour(line));
      style.setBottomBorderColor(colour(line));
      style.setLeftBorderColor(colour(line));
    }
    style.setFillPattern(from.getFillPattern());
    if (from.getFillForegroundXSSFColor() != null) {
      style.setFillForegroundColor(colour(from.getFillForegroundXSSFColor()));
    }
    return style;
  }

  private Font font(XSSFFont from) {
    Font font = target.getWorkbook().createFont();
    font.setFontName(from.getFontName());
    font.setFontHeight(from.getFontHeight());
    font.setCharSet(from.getCharSet());
    font.setBold(from.getBold());
    font.setUnderline(from.getUnderline());
    font.setColor(colour(from.getXSSFColor()));
    return font;
  }

  private short colour(@Nullable XSSFColor colour) {
    byte[] rgb = colour == null ? null : colour.getRGB();
    if (rgb == null) {
      return Font.COLOR_NORMAL;
    }
    int wanted = (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | (rgb[2] & 0xFF);
    Mark mark = MARKS.get(wanted);
    return mark == null ? palette.nearest(STANDARD.getOrDefault(wanted, wanted)) : palette.of(mark);
  }
}
