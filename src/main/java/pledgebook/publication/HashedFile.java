package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pledgebook.vocabulary.Leftover;
import pledgebook.vocabulary.Sha256;

/// A file known by its content.
///
/// @param path below the folder it was looked for in, with slashes, in Unicode's composed form
///   (NFC) whatever the file system keeps
record HashedFile(String path, long bytes, Sha256 sha256) {

  private static final Comparator<HashedFile> ORDER =
      Comparator.comparing(HashedFile::path).thenComparing(HashedFile::sha256);

  /// One file.
  static HashedFile of(Path file, String path) throws IOException {
    return new HashedFile(
        Normalizer.normalize(path, Normalizer.Form.NFC), Files.size(file), Sha256.of(file));
  }

  /// Every file below a folder but what programs left lying there, sorted by path; none when there
  /// is no such folder.
  ///
  /// @param prefix put before each path
  static List<HashedFile> under(Path folder, String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files =
          tree.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> !Leftover.is(file))
              .toList();
    }
    List<HashedFile> hashed = new ArrayList<>();
    for (Path file : files) {
      hashed.add(of(file, prefix + slashed(folder.relativize(file))));
    }
    return hashed.stream().sorted(ORDER).toList();
  }

  private static String slashed(Path relative) {
    return String.join(
        "/", StreamSupport.stream(relative.spliterator(), false).map(Path::toString).toList());
  }
}
