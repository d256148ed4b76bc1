package pledgebook.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A .sql file of the program.
///
/// @param path below `sql/`
record SqlFile(String path, String text) {
  /// Reads a file from the program.
  ///
  /// @throws IllegalStateException when the program was packed without it
  static SqlFile of(String path) {
    try (InputStream in = SqlFile.class.getResourceAsStream("/sql/" + path)) {
      if (in == null) {
        throw new IllegalStateException("no sql/" + path);
      }
      return new SqlFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tells whether it says itself what it makes, a table to be appended to or a view, rather than
  /// selecting a derived table.
  boolean declares() {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("--") && !line.isEmpty())
        .findFirst()
        .orElse("")
        .startsWith("create ");
  }
}
