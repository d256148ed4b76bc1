package pledgebook.publication;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders of one year's editions: `2024`, and once that is sealed `2024-2`, `2024-3`, …
///
/// An edition is written to `.2024.building`. Then the one it replaces is renamed to
/// `.<name>.previous`, the new one takes its name, and only then the previous one is deleted. So a
/// run that dies at any point leaves either the old edition or the new one, whole; where it died
/// between the two renames, [#restore()] gives the old one its name back.
final class EditionFolders {
  private static final String PREVIOUS = ".previous";

  private final Path output;
  private final String year;

  EditionFolders(Path output, int year) {
    this(output, year, null);
  }

  /// @param asOf the day the editions look back to, `2024-as-of-2025-02-20`: they stand apart from
  ///   the others, and nothing is ever sealed there; null for the others
  EditionFolders(Path output, int year, @Nullable LocalDate asOf) {
    this.output = output;
    this.year = year + (asOf == null ? "" : "-as-of-" + asOf);
  }

  /// A folder that holds an edition.
  ///
  /// @param number 1 for `2024`, 2 for `2024-2`
  record EditionFolder(int number, Path path) {
    boolean isSealed() {
      return Files.exists(path.resolve(Seal.NAME));
    }
  }

  /// The editions that are there, the newest last.
  List<EditionFolder> editions() throws IOException {
    Pattern form = Pattern.compile(year + "(?:-([1-9]\\d{0,5}))?");
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(output)) {
      return entries
          .filter(Files::isDirectory)
          .flatMap(path -> edition(path, form).stream())
          .sorted(Comparator.comparingInt(EditionFolder::number))
          .toList();
    }
  }

  private static Optional<EditionFolder> edition(Path path, Pattern form) {
    Matcher matcher = form.matcher(path.getFileName().toString());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(1);
    return Optional.of(new EditionFolder(number == null ? 1 : Integer.parseInt(number), path));
  }

  /// The newest edition, where there is one.
  Optional<EditionFolder> newest() throws IOException {
    List<EditionFolder> editions = editions();
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
  }

  /// The folder of an edition that need not be there.
  EditionFolder numbered(int number) {
    return new EditionFolder(number, output.resolve(number == 1 ? year : year + "-" + number));
  }

  /// Makes good what a run that died left: an edition set aside but not replaced gets its name
  /// back, one that was replaced is deleted.
  void restore() throws IOException {
    Pattern form =
        Pattern.compile("\\.(" + year + "(?:-[1-9]\\d{0,5})?)" + Pattern.quote(PREVIOUS));
    if (!Files.isDirectory(output)) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> listed = Files.list(output)) {
      entries = listed.sorted().toList();
    }
    for (Path previous : entries) {
      Matcher matcher = form.matcher(previous.getFileName().toString());
      if (matcher.matches()) {
        Path edition = output.resolve(matcher.group(1));
        if (Files.exists(edition)) {
          delete(previous);
        } else {
          Files.move(previous, edition, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    }
  }

  /// A fresh folder to write an edition into.
  Path startBuilding() throws IOException {
    Path building = output.resolve("." + year + ".building");
    delete(building);
    return Files.createDirectories(building);
  }

  /// Puts what was built in the place of an edition.
  void moveIntoPlace(Path building, EditionFolder edition) throws IOException {
    forceToDisk(building);
    Path target = edition.path();
    Path previous = output.resolve("." + target.getFileName() + PREVIOUS);
    delete(previous);
    if (Files.exists(target)) {
      Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      restore();
      throw e;
    }
    delete(previous);
  }

  /// A rename may reach the disk before the bytes do; after a power cut that would leave empty
  /// files under good names.
  static void forceToDisk(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  /// Deletes a folder and all below it; links are deleted, not followed.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
