package pledgebook.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the `c` element one stands on into a cell.
final class CellParser {
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
      case "n" -> Optional.of(NumberCells.of(address, stripped, format, context.since1904));
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
