package pledgebook.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Comma-separated values (RFC 4180): UTF-8, lines end in CR LF, null is an empty field.
final class Csv implements AutoCloseable {
  /// What Excel recognises UTF-8 by.
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?%?");
  private static final String FORMULA_STARTS = "=+-@＝＋－＠";
  private static final String CONTROL_STARTS = "\t\r\n";

  private final Writer writer;
  private final boolean forPeople;

  private Csv(Writer writer, boolean forPeople) {
    this.writer = writer;
    this.forPeople = forPeople;
  }

  /// For programs: every value exactly as it is.
  static Csv raw(Path file) throws IOException {
    return new Csv(Files.newBufferedWriter(file, StandardCharsets.UTF_8), false);
  }

  /// For programs: every value exactly as it is.
  static Csv raw(Writer writer) {
    return new Csv(writer, false);
  }

  /// For people with a spreadsheet program: with a byte order mark, and with an apostrophe before
  /// what such a program would take for a formula (OWASP, CSV injection).
  static Csv forPeople(Path file) throws IOException {
    Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    return new Csv(writer, true);
  }

  /// Writes a line.
  ///
  /// @throws UncheckedIOException when it cannot be written
  void row(List<? extends @Nullable String> values) {
    try {
      String separator = "";
      for (String value : values) {
        writer.write(separator);
        if (value != null) {
          writer.write(quoted(forPeople ? harmless(value) : value));
        }
        separator = ",";
      }
      writer.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text no spreadsheet program computes. Numbers with a sign stay numbers.
  static String harmless(String value) {
    String start = value.strip();
    boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
    boolean control = !value.isEmpty() && CONTROL_STARTS.indexOf(value.charAt(0)) >= 0;
    return control || (formula && !NUMBER.matcher(value).matches()) ? "'" + value : value;
  }

  private static String quoted(String value) {
    boolean special = value.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
