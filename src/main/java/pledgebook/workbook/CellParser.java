package pledgebook.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/// Turns the `c` element one stands on into a cell.
final class CellParser {
  /// What Excel shows of a binary fraction.
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int LONGEST_NUMBER = 1200;
  private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);

  /// The first serial number that is no day any more: 10000-01-01.
  private static final BigDecimal LAST_SERIAL_1900 = new BigDecimal(2_958_466);

  private static final int DAYS_BETWEEN_SYSTEMS = 1462;

  private final XmlPart xml;
  private final Context context;
  private final WorkbookLimits limits;

  /// What a cell's meaning depends on besides itself.
  record Context(SharedStrings strings, NumberFormats formats, boolean since1904) {}

  CellParser(XmlPart xml, Context context, WorkbookLimits limits) {
    this.xml = xml;
    this.context = context;
    this.limits = limits;
  }

  /// The cell, whose element is left; empty when it is blank.
  Optional<Cell> parse(CellAddress address) throws WorkbookRefused {
    String type = xml.attribute("t");
    NumberFormats.Format format = context.formats.of(xml.number("s", 0)).orElseThrow(xml::damaged);
    String formula = null;
    String value = null;
    String inline = "";
    while (xml.child()) {
      switch (xml.element()) {
        case "f" -> formula = xml.text(limits.cellLength());
        case "v" -> value = xml.text(limits.cellLength());
        case "is" -> inline = RichText.read(xml, limits.cellLength());
        default -> xml.skip();
      }
    }
    boolean valued = value != null && (!value.isBlank() || "str".equals(type));
    if (formula != null && !valued) {
      return Optional.of(new Cell.Uncalculated(address, formula));
    }
    if ("inlineStr".equals(type)) {
      return text(address, inline);
    }
    return value == null ? Optional.empty() : cell(address, type, value, format);
  }

  private Optional<Cell> cell(
      CellAddress address, @Nullable String type, String value, NumberFormats.Format format)
      throws WorkbookRefused {
    String stripped = value.strip();
    if ("str".equals(type)) {
      return text(address, RichText.unescape(value));
    }
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    return switch (type == null ? "n" : type) {
      case "n" -> Optional.of(number(address, stripped, format));
      case "s" -> text(address, shared(stripped));
      case "b" -> Optional.of(new Cell.Flag(address, flag(stripped)));
      case "e" -> Optional.of(new Cell.Fault(address, stripped));
      case "d" -> Optional.of(day(address, stripped, format));
      default -> throw xml.damaged();
    };
  }

  private static Optional<Cell> text(CellAddress address, String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Cell.Text(address, text));
  }

  private String shared(String written) throws WorkbookRefused {
    int index = xml.number(written);
    if (index >= context.strings.size()) {
      throw xml.damaged();
    }
    return context.strings.get(index);
  }

  private boolean flag(String written) throws WorkbookRefused {
    return switch (written) {
      case "1", "true", "TRUE" -> true;
      case "0", "false", "FALSE" -> false;
      default -> throw xml.damaged();
    };
  }

  /// What a program wrote as a number and is none (NaN) is delivered as text: whoever looks for a
  /// number there can then name the cell.
  private Cell number(CellAddress address, String raw, NumberFormats.Format format) {
    Optional<BigDecimal> exact = decimal(raw);
    if (exact.isEmpty()) {
      return new Cell.Text(address, raw);
    }
    BigDecimal value = exact.get().round(SHOWN);
    if (format.moment() && isSerial(value)) {
      LocalDateTime moment =
          DateUtil.getLocalDateTime(value.doubleValue(), context.since1904, false);
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

  private boolean isSerial(BigDecimal value) {
    BigDecimal since1900 =
        context.since1904 ? value.add(BigDecimal.valueOf(DAYS_BETWEEN_SYSTEMS)) : value;
    return value.signum() >= 0 && since1900.compareTo(LAST_SERIAL_1900) < 0;
  }

  /// A day or moment in ISO 8601; anything else is text.
  private Cell day(CellAddress address, String raw, NumberFormats.Format format) {
    try {
      return new Cell.Moment(address, moment(raw), raw, format.code());
    } catch (DateTimeException e) {
      return new Cell.Text(address, raw);
    }
  }

  private LocalDateTime moment(String raw) {
    int time = raw.indexOf('T');
    if (time < 0 && raw.indexOf(':') > 0) {
      LocalDate zero = context.since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 31);
      return zero.atTime(LocalTime.parse(raw));
    }
    if (time < 0) {
      return LocalDate.parse(raw).atStartOfDay();
    }
    boolean zoned = raw.endsWith("Z") || raw.indexOf('+') > time || raw.indexOf('-', time) > 0;
    return zoned ? OffsetDateTime.parse(raw).toLocalDateTime() : LocalDateTime.parse(raw);
  }
}
