package pledgebook.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads what [Csv] wrote for programs, row by row (RFC 4180). An empty field is an empty text.
final class CsvRows {
  private final BufferedReader reader;

  private CsvRows(BufferedReader reader) {
    this.reader = reader;
  }

  /// Hands every row over, the heading first.
  static void read(Path file, Consumer<List<String>> row) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CsvRows rows = new CsvRows(reader);
      for (List<String> next = rows.next(); !next.isEmpty(); next = rows.next()) {
        row.accept(next);
      }
    }
  }

  /// The next row; empty behind the last.
  private List<String> next() throws IOException {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      switch (c) {
        case '"' -> quoted(field);
        case ',', '\n' -> {
          fields.add(field.toString());
          field.setLength(0);
          if (c == '\n') {
            return fields;
          }
        }
        case '\r' -> {}
        default -> field.append((char) c);
      }
    }
    return fields;
  }

  /// Everything up to the closing quotation mark; a doubled one is one.
  private void quoted(StringBuilder field) throws IOException {
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '"') {
        reader.mark(1);
        if (reader.read() != '"') {
          reader.reset();
          return;
        }
      }
      field.append((char) c);
    }
  }
}
