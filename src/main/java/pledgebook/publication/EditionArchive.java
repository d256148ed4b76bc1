package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pledgebook.submission.Inbox;
import pledgebook.vocabulary.Sha256;

/// The folder archive/ of a sealed edition: a copy of every definition and every received file it
/// rests on, laid out as jobs/ and input/ are, so that the same program makes the same edition of
/// it again whatever became of the originals.
final class EditionArchive {
  static final String NAME = "archive";

  private static final String BUILDING = ".archive.building";

  private final Path folder;

  /// @param edition the edition's folder
  EditionArchive(Path edition) {
    this.folder = edition.resolve(NAME);
  }

  Path jobs() {
    return folder.resolve("jobs");
  }

  Path input() {
    return folder.resolve("input");
  }

  /// Tells whether a path of an edition's folder is part of its archive.
  static boolean holds(String path) {
    return path.startsWith(NAME + "/") || path.startsWith(BUILDING + "/");
  }

  /// Copies what a manifest tells of. received.csv may have grown since: its first bytes are what
  /// it was.
  ///
  /// @return the files that are no longer what the edition was made from; then nothing is written
  List<String> write(Manifest manifest, Path jobs, Path input) throws IOException {
    Path building = folder.resolveSibling(BUILDING);
    EditionFolders.delete(building);
    List<String> changed = new ArrayList<>();
    for (HashedFile file : files(manifest)) {
      byte[] bytes = bytes(file, jobs, input);
      if (Sha256.of(bytes).equals(file.sha256())) {
        Path copy = inside(building, file.path());
        Files.createDirectories(copy.resolveSibling(""));
        Files.write(copy, bytes);
      } else {
        changed.add(file.path());
      }
    }
    if (changed.isEmpty()) {
      EditionFolders.delete(folder);
      Files.createDirectories(building);
      EditionFolders.forceToDisk(building);
      Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
    } else {
      EditionFolders.delete(building);
    }
    return changed;
  }

  /// Is it there as it should be, as a sealing that was interrupted behind it leaves it?
  boolean isWhole(Manifest manifest) throws IOException {
    return Files.isDirectory(folder) && differences(manifest).isEmpty();
  }

  /// The archived files that are not what the edition was made from, and those that are too many.
  List<String> differences(Manifest manifest) throws IOException {
    List<HashedFile> held = new ArrayList<>(HashedFile.under(folder, NAME + "/"));
    List<String> differing = new ArrayList<>();
    for (HashedFile file : files(manifest)) {
      HashedFile wanted = new HashedFile(NAME + "/" + file.path(), file.bytes(), file.sha256());
      if (!held.remove(wanted)) {
        differing.add(wanted.path());
      }
    }
    held.stream()
        .map(HashedFile::path)
        .filter(path -> !differing.contains(path))
        .forEach(differing::add);
    return differing;
  }

  private static List<HashedFile> files(Manifest manifest) {
    return Stream.concat(manifest.definitions().stream(), manifest.inputs().stream()).toList();
  }

  /// What lies where the edition found a file; nothing where nothing does.
  private static byte[] bytes(HashedFile file, Path jobs, Path input) throws IOException {
    int slash = file.path().indexOf('/');
    Path root = file.path().substring(0, slash).equals("jobs") ? jobs : input;
    String name = file.path().substring(slash + 1);
    Path source = inside(root, name);
    if (Files.notExists(source)) {
      // A file system may keep names decomposed; paths are told composed.
      source = inside(root, Normalizer.normalize(name, Normalizer.Form.NFD));
    }
    if (!Files.isRegularFile(source)) {
      return new byte[0];
    }
    byte[] bytes = Files.readAllBytes(source);
    boolean grows = root.equals(input) && name.endsWith("/" + Inbox.LIST);
    return grows && bytes.length > file.bytes() ? Arrays.copyOf(bytes, (int) file.bytes()) : bytes;
  }

  /// A manifest could be anybody's: its paths lead nowhere else.
  private static Path inside(Path root, String path) throws IOException {
    Path base = root.toAbsolutePath().normalize();
    Path file = base.resolve(path).normalize();
    if (!file.startsWith(base)) {
      throw new IOException("outside: " + path);
    }
    return file;
  }
}
