package pledgebook.warehouse;

import org.duckdb.DuckDBDataChunkWriter;
import org.jspecify.annotations.Nullable;

/// As many rows as the database takes at once, column by column.
final class TextBatch {
  /// The size of a vector of DuckDB.
  static final int ROWS = 2048;

  /// No more rows come.
  static final TextBatch END = new TextBatch(0);

  /// No more rows come, and those that came are not to stay.
  static final TextBatch FAILED = new TextBatch(0);

  private final int[] numbers;
  private final byte[][] @Nullable [] columns;
  private int rows;

  TextBatch(int width) {
    this.numbers = new int[width == 0 ? 0 : ROWS];
    this.columns = new byte[2 * width][ROWS] @Nullable [];
  }

  void add(int number, byte[] @Nullable [] first, byte[] @Nullable [] second) {
    int width = columns.length / 2;
    numbers[rows] = number;
    for (int i = 0; i < width; i++) {
      columns[i][rows] = first[i];
      columns[width + i][rows] = second[i];
    }
    rows++;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows == ROWS;
  }

  /// Writes the rows into the vectors; answers how many they are.
  long into(DuckDBDataChunkWriter chunk) {
    var number = chunk.vector(0);
    for (int i = 0; i < rows; i++) {
      number.setInt(i, numbers[i]);
    }
    for (int i = 0; i < columns.length; i++) {
      byte[] @Nullable [] texts = new byte[rows] @Nullable [];
      System.arraycopy(columns[i], 0, texts, 0, rows);
      chunk.vector(i + 1L).setStringUtf8Batch(0, texts);
    }
    return rows;
  }
}
