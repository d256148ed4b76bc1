package pledgebook.workbook;

import java.util.HexFormat;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import pledgebook.workbook.WorkbookAnnotator.Mark;

/// Marks in a binary workbook, in colours its palette has.
final class BinaryCellMarks extends CellMarks {
  private final HSSFWorkbook workbook;
  private final BinaryPalette palette;

  BinaryCellMarks(HSSFWorkbook workbook, BinaryPalette palette) {
    this.workbook = workbook;
    this.palette = palette;
  }

  @Override
  String colour(Mark mark) {
    return hex(palette.rgb(palette.of(mark)).orElseThrow());
  }

  @Override
  String ground(CellStyle style) {
    return style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
        ? palette.rgb(style.getFillForegroundColor()).map(CellMarks::hex).orElse(NONE)
        : NONE;
  }

  @Override
  CellStyle like(CellStyle style, String ground) {
    HSSFCellStyle made = workbook.createCellStyle();
    made.cloneStyleFrom(style);
    boolean none = ground.equals(NONE);
    made.setFillPattern(none ? FillPatternType.NO_FILL : FillPatternType.SOLID_FOREGROUND);
    made.setFillForegroundColor(
        none
            ? IndexedColors.AUTOMATIC.getIndex()
            : palette.nearest(HexFormat.fromHexDigits(ground)));
    return made;
  }
}
