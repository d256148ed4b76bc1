package pledgebook.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/// Numbers as cells hold them: a day where the format says so, a decimal of 15 digits otherwise.
final class NumberCells {
  /// What Excel shows of a binary fraction.
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int LONGEST_NUMBER = 1200;
  private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);

  /// The first serial number that is no day any more: 10000-01-01.
  private static final BigDecimal LAST_SERIAL_1900 = new BigDecimal(2_958_466);

  private static final int DAYS_BETWEEN_SYSTEMS = 1462;

  private NumberCells() {}

  /// What a program wrote as a number and is none (NaN) is delivered as text: whoever looks for a
  /// number there can then name the cell.
  static Cell of(CellAddress address, String raw, NumberFormats.Format format, boolean since1904) {
    Optional<BigDecimal> exact = decimal(raw);
    if (exact.isEmpty()) {
      return new Cell.Text(address, raw);
    }
    BigDecimal value = exact.get().round(SHOWN);
    if (format.moment() && isSerial(value, since1904)) {
      LocalDateTime moment = DateUtil.getLocalDateTime(value.doubleValue(), since1904, false);
      if (moment != null) {
        return new Cell.Moment(address, moment, raw, format.code());
      }
    }
    return new Cell.Decimal(address, value, raw, format.code());
  }

  private static Optional<BigDecimal> decimal(String raw) {
    boolean plain =
        raw.length() <= LONGEST_NUMBER
            && raw.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
    if (!plain) {
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(raw);
      if (value.signum() == 0 || value.precision() - (long) value.scale() < -320) {
        return Optional.of(BigDecimal.ZERO);
      }
      boolean held = value.precision() - (long) value.scale() < 320;
      return held && value.abs().compareTo(LARGEST) <= 0 ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isSerial(BigDecimal value, boolean since1904) {
    BigDecimal since1900 = since1904 ? value.add(BigDecimal.valueOf(DAYS_BETWEEN_SYSTEMS)) : value;
    return value.signum() >= 0 && since1900.compareTo(LAST_SERIAL_1900) < 0;
  }
}
