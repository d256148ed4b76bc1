package pledgebook.workbook;

/// A cell's place in its sheet; row and column count from 1.
public record CellAddress(int row, int column) implements Comparable<CellAddress> {
  /// The last row and column a sheet can have (ECMA-376, as Excel limits it).
  public static final int LAST_ROW = 1_048_576;

  public static final int LAST_COLUMN = 16_384;

  /// @throws IllegalArgumentException outside a sheet
  public CellAddress {
    if (row < 1 || row > LAST_ROW || column < 1 || column > LAST_COLUMN) {
      throw new IllegalArgumentException("outside a sheet: row " + row + " column " + column);
    }
  }

  /// The letters of a column: 1 is A, 27 is AA.
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /// As people write it: `F12`.
  @Override
  public String toString() {
    return letters(column) + row;
  }

  @Override
  public int compareTo(CellAddress other) {
    int byRow = Integer.compare(row, other.row);
    return byRow != 0 ? byRow : Integer.compare(column, other.column);
  }
}
