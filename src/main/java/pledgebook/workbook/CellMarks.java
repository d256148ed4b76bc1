package pledgebook.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;
import pledgebook.workbook.WorkbookAnnotator.Mark;

/// Changes the ground of single cells and nothing else of their look. The library's own way to copy
/// a style overwrites the workbook's last named style, so the record itself is copied.
final class CellMarks {
  /// No ground, or one that is no plain colour.
  static final String NONE = "none";

  private final StylesTable styles;
  private final Map<Key, Integer> made = new HashMap<>();

  private record Key(int style, String ground) {}

  CellMarks(StylesTable styles) {
    this.styles = styles;
  }

  /// Colours a cell.
  ///
  /// @return the ground it had: six hexadecimal digits, or [#NONE]
  String mark(XSSFCell cell, Mark mark) {
    String before = ground(cell);
    paint(cell, hex(mark));
    return before;
  }

  /// Gives a cell back the ground it had, where the colour of a mark still stands there.
  void restore(XSSFCell cell, String ground) {
    String now = ground(cell);
    if (Arrays.stream(Mark.values()).map(CellMarks::hex).anyMatch(now::equals)) {
      paint(cell, ground);
    }
  }

  private static String hex(Mark mark) {
    return HexFormat.of().withUpperCase().toHexDigits(mark.colour(), 6);
  }

  private static String ground(XSSFCell cell) {
    XSSFCellStyle style = cell.getCellStyle();
    XSSFColor colour =
        style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
            ? style.getFillForegroundXSSFColor()
            : null;
    byte[] rgb = colour == null ? null : colour.getRGBWithTint();
    return rgb == null || rgb.length != 3 ? NONE : HexFormat.of().withUpperCase().formatHex(rgb);
  }

  private void paint(XSSFCell cell, String ground) {
    Key key = new Key(cell.getCellStyle().getIndex(), ground);
    Integer style = made.get(key);
    if (style == null) {
      style = style(cell.getCellStyle(), ground);
      made.put(key, style);
    }
    cell.getCTCell().setS(style);
  }

  private int style(XSSFCellStyle like, String ground) {
    CTXf format = (CTXf) like.getCoreXf().copy();
    XSSFCellFill fill = new XSSFCellFill();
    fill.setPatternType(ground.equals(NONE) ? STPatternType.NONE : STPatternType.SOLID);
    if (!ground.equals(NONE)) {
      fill.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(ground)));
    }
    format.setFillId(styles.putFill(fill));
    format.setApplyFill(true);
    return styles.putCellXf(format) - 1;
  }
}
