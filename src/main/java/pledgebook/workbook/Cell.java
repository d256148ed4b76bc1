package pledgebook.workbook;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/// A cell that holds something. A cell that is not there, or holds nothing but a style, is blank
/// and is not delivered.
public sealed interface Cell {
  /// Where it stands.
  CellAddress address();

  /// What a person would call its content, in one plain form: the text itself; a number as a plain
  /// decimal without exponent or trailing zeros; a day as 2024-12-26, a moment as
  /// 2024-12-26T08:30:00; TRUE or FALSE; an error as #N/A.
  String plain();

  /// What the file holds where that is not the plain form: 6.676E2, 0.30000000000000004, 45652 for
  /// a date; otherwise equal to [#plain()].
  String raw();

  /// Text; never empty, but it may be blanks.
  record Text(CellAddress address, String plain) implements Cell {
    @Override
    public String raw() {
      return plain;
    }
  }

  /// A number. Excel computes in binary fractions and shows 15 significant digits; the value is
  /// rounded to those 15, so that a sum shown as 667.6 is 667.6.
  ///
  /// @param format the number format of the cell, such as `0.00%` or `General`
  record Decimal(CellAddress address, BigDecimal value, String raw, String format) implements Cell {
    @Override
    public String plain() {
      return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
  }

  /// A number that its format shows as a day or a moment; the 1904 system is taken into account.
  record Moment(CellAddress address, LocalDateTime value, String raw, String format)
      implements Cell {
    @Override
    public String plain() {
      return value.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
          ? value.toLocalDate().toString()
          : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value.withNano(0));
    }
  }

  /// TRUE or FALSE.
  record Flag(CellAddress address, boolean value) implements Cell {
    @Override
    public String plain() {
      return value ? "TRUE" : "FALSE";
    }

    @Override
    public String raw() {
      return plain();
    }
  }

  /// An error such as #N/A.
  record Fault(CellAddress address, String plain) implements Cell {
    @Override
    public String raw() {
      return plain;
    }
  }

  /// A formula whose value the file does not hold; a formula with a value is delivered as the
  /// value.
  ///
  /// @param formula without the equals sign; empty where the file shares it with another cell
  record Uncalculated(CellAddress address, String formula) implements Cell {
    @Override
    public String plain() {
      return "=" + formula;
    }

    @Override
    public String raw() {
      return plain();
    }
  }
}
