package pledgebook.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pledgebook.vocabulary.Sha256;

/// A definition file as text, read whole within a bound and strictly as UTF-8.
///
/// @param name the path below jobs/, with slashes
/// @param checksum of the bytes as they lie on disk
record DefinitionFile(String name, String text, Sha256 checksum) {
  /// No definition comes near it; what does is no definition.
  static final int LARGEST = 1 << 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// Reads a file below jobs/; empty, with a fault, when it cannot be read.
  static Optional<DefinitionFile> read(Path jobs, String name, Faults faults) {
    DefinitionPlace place = new DefinitionPlace(name, 1, "");
    Path path = jobs.resolve(name);
    if (!Files.isRegularFile(path)) {
      faults.add("file-missing", place, "file", name);
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        faults.add("file-too-large", place, "file", name, "largest", LARGEST >> 10);
        return Optional.empty();
      }
      return decode(name, bytes, faults);
    } catch (IOException e) {
      faults.add("file-unreadable", place, "file", name);
      return Optional.empty();
    }
  }

  private static Optional<DefinitionFile> decode(String name, byte[] bytes, Faults faults) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      faults.add("file-not-utf8", new DefinitionPlace(name, line, ""), "file", name);
      return Optional.empty();
    }
    String decoded = text.toString();
    String body = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
    return Optional.of(new DefinitionFile(name, body, Sha256.of(bytes)));
  }

  /// The rows of a plain comma-separated file: comment lines (`#`) and blank lines apart, no
  /// quoting. A wrong heading or a row of another width is a fault; such rows are left out.
  List<CsvRow> rows(List<String> heading, Faults faults) {
    List<CsvRow> rows = new ArrayList<>();
    boolean headed = false;
    int line = 0;
    for (String text : text().split("\r?\n", -1)) {
      line++;
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(text.split(",", -1)).stream().map(String::strip).toList();
      DefinitionPlace place = new DefinitionPlace(name, line, "");
      if (!headed) {
        headed = true;
        if (!cells.equals(heading)) {
          faults.add("csv-heading", place, "expected", String.join(",", heading), "found", text);
          return List.of();
        }
      } else if (cells.size() != heading.size() || text.indexOf('"') >= 0) {
        faults.add("csv-row", place, "expected", heading.size(), "found", text);
      } else {
        rows.add(new CsvRow(place, cells));
      }
    }
    if (!headed) {
      DefinitionPlace place = new DefinitionPlace(name, Math.max(1, line), "");
      faults.add("csv-heading", place, "expected", String.join(",", heading), "found", "");
    }
    return rows;
  }

  /// One row, with where it stands.
  record CsvRow(DefinitionPlace place, List<String> cells) {}
}
