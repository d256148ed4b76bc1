package pledgebook.warehouse;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Appends rows to one table, column by column in the table's order.
public final class RowAppender {
  /// Every decimal column has six decimals; the appender takes no other scale.
  private static final int DECIMALS = 6;

  private final DuckDBAppender appender;

  RowAppender(DuckDBAppender appender) {
    this.appender = appender;
  }

  /// Appends one row: text, whole numbers, decimals, flags, days, lists of texts or null.
  ///
  /// @throws IllegalArgumentException for a value of another type
  /// @throws ArithmeticException for a decimal finer than six decimals: nothing is rounded here
  public void row(@Nullable Object... values) {
    try {
      appender.beginRow();
      for (Object value : values) {
        append(value);
      }
      appender.endRow();
    } catch (SQLException e) {
      throw WarehouseFailures.unexpected(e);
    }
  }

  private void append(@Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String text -> appender.append(text);
      case Integer number -> appender.append(number);
      case Boolean flag -> appender.append(flag);
      case LocalDate day -> appender.append(day);
      case BigDecimal number -> appender.append(number.setScale(DECIMALS));
      case List<?> texts -> appender.append(texts);
      default -> throw new IllegalArgumentException("no column takes " + value.getClass());
    }
  }
}
