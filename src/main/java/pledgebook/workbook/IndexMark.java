package pledgebook.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import pledgebook.vocabulary.Sha256;

/// What tells an index of remarks of ours from a member's sheet of the same name: a hidden column
/// behind its table, which holds for every row a short hash of each text we wrote there. So the
/// index is known under whatever name, and what somebody typed into it is seen.
public final class IndexMark {
  private static final String MARK = WorkbookWriter.CREATOR + ":index";

  /// Rows somebody may have put above.
  private static final int FIRST_ROWS = 10;

  private static final int HASH = 8;

  private IndexMark() {}

  /// Tells whether a sheet is an index of ours.
  ///
  /// @throws WorkbookRefused when the sheet is damaged
  public static boolean isOn(Sheet sheet) throws WorkbookRefused {
    Set<String> marks = new HashSet<>();
    sheet.read(row -> {
      row.cells().stream().map(Cell::plain).filter(IndexMark::isMark).forEach(marks::add);
      return marks.isEmpty() && row.number() < FIRST_ROWS;
    });
    return !marks.isEmpty();
  }

  /// The cells of an index that do not say what we wrote there.
  ///
  /// @param most the number of cells after which no more are looked for
  /// @throws WorkbookRefused when the sheet is damaged
  public static List<Cell> typedInto(Sheet sheet, int most) throws WorkbookRefused {
    List<Cell> typed = new ArrayList<>();
    sheet.read(row -> {
      Set<String> own = new HashSet<>();
      for (Cell cell : row.cells()) {
        if (isMark(cell.plain())) {
          own.addAll(List.of(cell.plain().split(" ", -1)));
        }
      }
      row.cells().stream()
          .filter(cell -> !cell.plain().isBlank() && !isMark(cell.plain()))
          .filter(cell -> !own.contains(hash(cell.plain())))
          .forEach(typed::add);
      return typed.size() < most;
    });
    return List.copyOf(typed.subList(0, Math.min(most, typed.size())));
  }

  /// Marks a sheet that was just written.
  ///
  /// @param column of the mark, from 0; behind every column of the sheet
  static void put(org.apache.poi.ss.usermodel.Sheet sheet, int column) {
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      StringBuilder mark = new StringBuilder(MARK);
      for (org.apache.poi.ss.usermodel.Cell cell : row) {
        String text = text(cell);
        if (!text.isBlank()) {
          mark.append(' ').append(hash(text));
        }
      }
      row.createCell(column).setCellValue(mark.toString());
    }
    sheet.setColumnHidden(column, true);
  }

  /// Tells whether a sheet held in memory is an index of ours.
  static boolean isOn(org.apache.poi.ss.usermodel.Sheet sheet) {
    for (org.apache.poi.ss.usermodel.Row row : sheet) {
      if (row.getRowNum() >= FIRST_ROWS) {
        return false;
      }
      for (org.apache.poi.ss.usermodel.Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && isMark(cell.getStringCellValue())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMark(String text) {
    return text.equals(MARK) || text.startsWith(MARK + " ");
  }

  private static String text(org.apache.poi.ss.usermodel.Cell cell) {
    return switch (cell.getCellType()) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC ->
          BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
      case FORMULA, BLANK, BOOLEAN, ERROR, _NONE -> "";
    };
  }

  /// Of a text without what programs change on the way: blanks, line ends.
  static String hash(String text) {
    String letters = text.replaceAll("[\\s\\p{Z}\\p{Cntrl}\\p{Cf}]", "");
    return Sha256.of(letters).hex().substring(0, HASH);
  }
}
