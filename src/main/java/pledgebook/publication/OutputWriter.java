package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;

/// Writes one output of an edition: a file, or a folder of files.
interface OutputWriter {
  /// The name of the file or folder within the edition's folder.
  String name();

  /// Tells whether an edition has it; a year may define no digest.
  default boolean applies(Edition edition) {
    return true;
  }

  /// Writes it. The same edition gives the same bytes, wherever and whenever it is written.
  ///
  /// @param target where; nothing stands there yet, and nothing else is written
  void write(Edition edition, Path target) throws IOException;
}
