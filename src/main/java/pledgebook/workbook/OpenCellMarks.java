package pledgebook.workbook;

import java.util.HexFormat;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;
import pledgebook.workbook.WorkbookAnnotator.Mark;

/// Marks in an .xlsx, in colours of any kind. The library's own way to copy a style overwrites the
/// workbook's last named style, so the record itself is copied.
final class OpenCellMarks extends CellMarks {
  private final StylesTable styles;

  OpenCellMarks(StylesTable styles) {
    this.styles = styles;
  }

  @Override
  String colour(Mark mark) {
    return hex(mark.colour());
  }

  @Override
  String ground(CellStyle style) {
    XSSFColor colour =
        style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
            ? ((XSSFCellStyle) style).getFillForegroundXSSFColor()
            : null;
    byte[] rgb = colour == null ? null : colour.getRGBWithTint();
    return rgb == null || rgb.length != 3 ? NONE : HexFormat.of().withUpperCase().formatHex(rgb);
  }

  @Override
  XSSFCellStyle like(CellStyle style, String ground) {
    CTXf format = (CTXf) ((XSSFCellStyle) style).getCoreXf().copy();
    XSSFCellFill fill = new XSSFCellFill();
    fill.setPatternType(ground.equals(NONE) ? STPatternType.NONE : STPatternType.SOLID);
    if (!ground.equals(NONE)) {
      fill.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex(ground)));
    }
    format.setFillId(styles.putFill(fill));
    format.setApplyFill(true);
    return styles.getStyleAt(styles.putCellXf(format) - 1);
  }
}
