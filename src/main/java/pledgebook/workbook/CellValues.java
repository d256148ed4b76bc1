package pledgebook.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the words of a `c` element mean as a cell, whoever read them.
final class CellValues {
  private final Context context;
  private final String part;

  /// What a cell's meaning depends on besides itself.
  record Context(SharedStrings strings, NumberFormats formats, boolean since1904) {}

  /// What stands in the element.
  ///
  /// @param type the attribute `t`
  /// @param formula content of `f`; null: there is none
  /// @param value content of `v`; null: there is none
  /// @param inline text of `is`
  record Written(
      @Nullable String type, @Nullable String formula, @Nullable String value, String inline) {}

  /// @param part named where it is damaged
  CellValues(Context context, String part) {
    this.context = context;
    this.part = part;
  }

  /// The format of a style.
  NumberFormats.Format format(int style) throws WorkbookRefused {
    return context.formats.of(style).orElseThrow(this::damaged);
  }

  /// The cell; empty when it is blank.
  Optional<Cell> cell(CellAddress address, NumberFormats.Format format, Written written)
      throws WorkbookRefused {
    String type = written.type();
    String value = written.value();
    boolean valued = value != null && (!value.isBlank() || "str".equals(type));
    if (written.formula() != null && !valued) {
      return Optional.of(new Cell.Uncalculated(address, written.formula()));
    }
    if ("inlineStr".equals(type)) {
      return text(address, written.inline());
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
      default -> throw damaged();
    };
  }

  private static Optional<Cell> text(CellAddress address, String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new Cell.Text(address, text));
  }

  private String shared(String written) throws WorkbookRefused {
    int index = XmlPart.wholeNumber(written).orElseThrow(this::damaged);
    if (index >= context.strings.size()) {
      throw damaged();
    }
    return context.strings.get(index);
  }

  private boolean flag(String written) throws WorkbookRefused {
    return switch (written) {
      case "1", "true", "TRUE" -> true;
      case "0", "false", "FALSE" -> false;
      default -> throw damaged();
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

  private WorkbookRefused damaged() {
    return new WorkbookRefused(new WorkbookFault.Damaged(part));
  }
}
