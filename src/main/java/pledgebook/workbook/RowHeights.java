package pledgebook.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// How high a row must be for its wrapped text to be seen whole. Programs work this out themselves
/// for single cells, but not for joined ones, and not all of them before printing.
final class RowHeights {
  /// Of a single line of the standard font.
  static final float STANDARD = 18;

  private static final int DEFAULT_WIDTH = 8;
  private static final float HIGHEST = 409;

  private final SheetContent sheet;
  private final Map<CellAddress, MergedCells> joined = new HashMap<>();
  private final Set<Integer> joinedRows = new HashSet<>();

  RowHeights(SheetContent sheet) {
    this.sheet = sheet;
    for (MergedCells each : sheet.merged()) {
      joined.put(each.first(), each);
      joinedRows.add(each.first().row());
    }
  }

  /// In points.
  ///
  /// @param row from 1
  float of(int row, RowContent content) {
    if (content.height() > 0) {
      return content.height();
    }
    float highest = STANDARD;
    for (int column = 1; column <= content.cells().size(); column++) {
      CellContent cell = content.cells().get(column - 1);
      if (cell != null) {
        highest = Math.max(highest, height(cell, row, column));
      }
    }
    return Math.min(highest, HIGHEST);
  }

  /// Tells whether a text of the row spreads over joined cells, for which no program finds the
  /// height by itself.
  boolean joined(int row) {
    return joinedRows.contains(row);
  }

  private float height(CellContent cell, int row, int column) {
    int points = CellStyles.points(cell.look().role());
    float line = points * 1.5f;
    MergedCells spread = joined.get(new CellAddress(row, column));
    int lines =
        CellStyles.wraps(cell.look().role())
            ? lines(text(cell.value()), width(column, spread) * 10 / points)
            : 1;
    int rows = spread == null ? 1 : spread.last().row() - spread.first().row() + 1;
    return (lines * line + 3) / rows;
  }

  private int width(int column, @Nullable MergedCells spread) {
    int last = spread == null ? column : spread.last().column();
    int width = 0;
    for (int each = column; each <= last; each++) {
      width += width(sheet.widths(), each);
    }
    return width;
  }

  /// In characters.
  static int width(List<Integer> widths, int column) {
    return column <= widths.size() ? widths.get(column - 1) : DEFAULT_WIDTH;
  }

  /// The lines a text takes. A Han character is as wide as two digits; one sign is kept free, since
  /// a line is not broken before a closing mark.
  static int lines(String text, int width) {
    int usable = Math.max(2, width - 1);
    int lines = 0;
    for (String paragraph : text.split("\r\n|\r|\n", -1)) {
      int units = paragraph.codePoints().map(RowHeights::units).sum();
      lines += Math.max(1, Math.ceilDiv(units, usable));
    }
    return lines;
  }

  private static int units(int codePoint) {
    return codePoint < 0x1100 ? 1 : 2;
  }

  private static String text(CellValue value) {
    return switch (value) {
      case CellValue.Text text -> text.text();
      case CellValue.SheetLink link -> link.text();
      case CellValue.FileLink link -> link.text();
      case CellValue.Blank _, CellValue.Decimal _, CellValue.Day _ -> "";
    };
  }
}
