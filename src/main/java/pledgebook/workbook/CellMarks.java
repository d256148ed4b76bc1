package pledgebook.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import pledgebook.workbook.WorkbookAnnotator.Mark;

/// Changes the ground of single cells and nothing else of their look.
abstract sealed class CellMarks permits OpenCellMarks, BinaryCellMarks {
  /// No ground, or one that is no plain colour.
  static final String NONE = "none";

  /// What stood for [Mark#WARNING] in binary workbooks given back earlier.
  private static final String FORMER = "FFCC99";

  private final Map<Key, CellStyle> made = new HashMap<>();

  private record Key(int style, String ground) {}

  /// Colours a cell.
  ///
  /// @return the ground it had: six hexadecimal digits, or [#NONE]
  final String mark(Cell cell, Mark mark) {
    String before = ground(cell.getCellStyle());
    paint(cell, colour(mark));
    return before;
  }

  /// Gives a cell back the ground it had, where the colour of a mark still stands there; in
  /// whichever of the formats it was put there.
  final void restore(Cell cell, String ground) {
    String now = ground(cell.getCellStyle());
    if (Arrays.stream(Mark.values())
        .flatMap(mark -> Stream.of(hex(mark.colour()), hex(mark.standard()), colour(mark), FORMER))
        .anyMatch(now::equals)) {
      paint(cell, ground);
    }
  }

  private void paint(Cell cell, String ground) {
    Key key = new Key(cell.getCellStyle().getIndex(), ground);
    CellStyle style = made.get(key);
    if (style == null) {
      style = like(cell.getCellStyle(), ground);
      made.put(key, style);
    }
    cell.setCellStyle(style);
  }

  static String hex(int rgb) {
    return HexFormat.of().withUpperCase().toHexDigits(rgb, 6);
  }

  /// The colour of a mark in this workbook.
  abstract String colour(Mark mark);

  /// Six hexadecimal digits, or [#NONE].
  abstract String ground(CellStyle style);

  /// A style that differs from another in its ground alone.
  abstract CellStyle like(CellStyle style, String ground);
}
