package pledgebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pledgebook.vocabulary.Sha256;

/// The files of a folder with their hashes, to compare two runs.
public final class OutputHashes {
  private OutputHashes() {}

  /// Path below the folder, with slashes, to hash.
  public static Map<String, Sha256> of(Path folder) throws IOException {
    Map<String, Sha256> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
      }
    }
    return hashes;
  }

  /// Copies a folder with everything in it.
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
