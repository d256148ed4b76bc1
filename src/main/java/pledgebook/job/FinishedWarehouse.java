package pledgebook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pledgebook.vocabulary.Sha256;

/// The warehouse a finished run left, with a note of its hash beside it. While both agree nobody
/// touched it, and what was read into it may stand for the next run; whoever opened and changed it
/// pays with a run that reads everything anew, never with a wrong figure.
final class FinishedWarehouse {
  private FinishedWarehouse() {}

  /// Notes that a run has finished and closed its warehouse. Where nothing can be noted the next
  /// run reads anew.
  ///
  /// @param program the version of the program that made it
  static void note(Path file, String program) {
    try {
      Files.writeString(place(file), sentence(file, program));
    } catch (IOException e) {
      // It only costs time.
      return;
    }
  }

  /// Tells whether a file is as a finished run of this program left it.
  static boolean stands(Path file, String program) {
    try {
      return Files.isRegularFile(place(file))
          && Files.size(place(file)) < 4096
          && !Files.exists(file.resolveSibling(file.getFileName() + ".wal"))
          && Files.readString(place(file)).equals(sentence(file, program));
    } catch (IOException e) {
      return false;
    }
  }

  /// Takes the note away, before anything is written.
  static void begin(Path file) throws IOException {
    Files.deleteIfExists(place(file));
  }

  private static String sentence(Path file, String program) throws IOException {
    return Sha256.of(file).hex() + "  " + program + "\n";
  }

  private static Path place(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }
}
