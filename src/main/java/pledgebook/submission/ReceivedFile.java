package pledgebook.submission;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.Sha256;

/// A file lying in input/<year>/<entity>/, before anyone has looked into it.
///
/// @param file its path below input/<year>, with slashes
/// @param receivedAt ISO 8601 from received.csv; null when it is not listed there
/// @param origin from received.csv; null when it is not listed there
public record ReceivedFile(
    Path path, String file, Sha256 sha256, @Nullable String receivedAt, @Nullable String origin) {

  /// @param listed its line in received.csv, where it has one
  static ReceivedFile of(Path path, String file, Sha256 sha256, Optional<ReceivedLog.Line> listed) {
    return new ReceivedFile(
        path,
        file,
        sha256,
        listed.map(ReceivedLog.Line::receivedAt).orElse(null),
        listed.map(ReceivedLog.Line::origin).orElse(null));
  }
}
