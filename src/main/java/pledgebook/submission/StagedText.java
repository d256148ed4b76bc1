package pledgebook.submission;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Form.ColumnType;
import pledgebook.workbook.Cell;

/// A cell as text to be staged: what a person would call its content, and what the file holds where
/// that is something else.
///
/// @param text null where the cell has no value (an error, a formula never computed)
/// @param raw null where it is the text
record StagedText(@Nullable String text, @Nullable String raw) {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
  private static final BigDecimal DAYS_BETWEEN_SYSTEMS = BigDecimal.valueOf(1462);

  /// Beyond it stands no day count, but a day written as 20241226.
  private static final BigDecimal LAST_COUNT = BigDecimal.valueOf(100_000);

  static StagedText of(Cell cell, Column column, boolean since1904) {
    return switch (cell) {
      case Cell.Fault fault -> new StagedText(null, fault.raw());
      case Cell.Uncalculated formula -> new StagedText(null, formula.raw());
      case Cell.Text text -> new StagedText(text.plain(), null);
      case Cell.Flag flag -> new StagedText(flag.plain(), null);
      case Cell.Decimal number -> of(number, column, since1904);
      case Cell.Moment moment -> plain(moment);
    };
  }

  /// A share shown as per cent is what its reader sees, 85% and not 0.85. A day without its format
  /// is a day count; it is staged as counted from 1900, wherever its workbook counts from.
  private static StagedText of(Cell.Decimal number, Column column, boolean since1904) {
    if (QUOTED.matcher(number.format()).replaceAll("").contains("%")) {
      String hundredfold = number.value().movePointRight(2).stripTrailingZeros().toPlainString();
      return new StagedText(hundredfold + "%", null);
    }
    boolean counts = number.value().compareTo(LAST_COUNT) < 0;
    if (since1904 && counts && column.type() == ColumnType.DATE) {
      String count = number.value().add(DAYS_BETWEEN_SYSTEMS).stripTrailingZeros().toPlainString();
      return new StagedText(count, number.raw());
    }
    return plain(number);
  }

  private static StagedText plain(Cell cell) {
    return new StagedText(cell.plain(), cell.raw().equals(cell.plain()) ? null : cell.raw());
  }

  /// No value, though something stands there.
  StagedText withheld(Cell cell) {
    return new StagedText(null, raw == null ? cell.plain() : raw);
  }

  void into(int position, @Nullable String[] cells, @Nullable String[] raws) {
    cells[position] = text;
    raws[position] = raw;
  }
}
