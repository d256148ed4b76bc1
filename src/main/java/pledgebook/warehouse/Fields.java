package pledgebook.warehouse;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of one row while it is read. Asking for a column that is not there, or for a value
/// of one that is null, is a fault of ours and ends the run.
public final class Fields {
  private final ResultSet row;

  Fields(ResultSet row) {
    this.row = row;
  }

  /// A text that is there.
  public String text(String column) {
    return present(column, optionalText(column));
  }

  /// A text, or null.
  public @Nullable String optionalText(String column) {
    return get(() -> row.getString(column));
  }

  /// An exact decimal that is there.
  public BigDecimal decimal(String column) {
    return present(column, optionalDecimal(column));
  }

  /// An exact decimal, or null.
  public @Nullable BigDecimal optionalDecimal(String column) {
    return get(() -> row.getBigDecimal(column));
  }

  /// A whole number that is there.
  public int integer(String column) {
    return present(column, get(() -> row.getObject(column, Integer.class)));
  }

  /// True or false.
  public boolean flag(String column) {
    return present(column, get(() -> row.getObject(column, Boolean.class)));
  }

  /// A day, or null.
  public @Nullable LocalDate optionalDate(String column) {
    return get(() -> row.getObject(column, LocalDate.class));
  }

  /// A list of texts; a null list is an empty one, null elements are left out.
  public List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    for (String text : optionalTexts(column)) {
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }

  /// A list of texts, each perhaps null; a null list is an empty one.
  public List<@Nullable String> optionalTexts(String column) {
    Array array = get(() -> row.getArray(column));
    if (array == null) {
      return List.of();
    }
    List<@Nullable String> texts = new ArrayList<>();
    for (Object element : present(column, get(() -> (Object[]) array.getArray()))) {
      texts.add(element == null ? null : element.toString());
    }
    return Collections.unmodifiableList(texts);
  }

  /// Name and value of every column, as the named holes of a message take them; null becomes 空.
  Object[] holes() {
    try {
      var columns = row.getMetaData();
      Object[] holes = new Object[2 * columns.getColumnCount()];
      for (int i = 0; i < columns.getColumnCount(); i++) {
        String value = row.getString(i + 1);
        holes[2 * i] = columns.getColumnName(i + 1);
        holes[2 * i + 1] = value == null ? "空" : value;
      }
      return holes;
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column " + column + " is null");
    }
    return value;
  }

  private static <T> @Nullable T get(Getter<T> getter) {
    try {
      return getter.get();
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  private interface Getter<T> {
    @Nullable T get() throws SQLException;
  }
}
