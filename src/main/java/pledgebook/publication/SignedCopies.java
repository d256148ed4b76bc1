package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.vocabulary.Sha256;

/// The signed copies in the folder of an edition: 完成情况-签名.pdf, 完成情况-签名-2.pdf, … They are outside of
/// what the manifest tells of. Somebody answers for each of them, so none is ever replaced or
/// deleted: a run that replaces an edition takes them along when the edition is the same, else sets
/// them aside.
final class SignedCopies {
  private static final String STEM = "完成情况-签名";
  private static final String NAME = STEM + ".pdf";
  private static final String BUILDING = "." + NAME + ".building";
  private static final Pattern FORM = Pattern.compile(STEM + "(-[1-9]\\d{0,5})?\\.pdf");

  private static final Comparator<Path> ORDER =
      Comparator.comparingInt((Path file) -> file.toString().length())
          .thenComparing(Comparator.naturalOrder());

  private SignedCopies() {}

  /// Is this path below an edition's folder a signed copy, or one being written?
  static boolean isOne(String path) {
    return FORM.matcher(path).matches() || path.equals(BUILDING);
  }

  /// The signed copies in a folder, as they were numbered.
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> FORM.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(ORDER)
          .toList();
    }
  }

  /// Puts a copy into a folder under the first name that is free; the same bytes are not put there
  /// twice.
  ///
  /// @return where it lies
  static Path add(Path folder, byte[] copy) throws IOException {
    Path file = folder.resolve(NAME);
    for (int number = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); number++) {
      if (Files.isRegularFile(file) && Sha256.of(file).equals(Sha256.of(copy))) {
        return file;
      }
      file = folder.resolve(STEM + "-" + number + ".pdf");
    }
    Path building = Files.write(folder.resolve(BUILDING), copy);
    return Files.move(building, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Copies what is signed out of a folder that is about to be replaced: into what replaces it when
  /// that is the same edition, else into a folder of the earlier edition beside.
  ///
  /// @param building what will replace it
  /// @return Chinese sentences on what became of them
  static List<String> keep(EditionFolder replaced, Path building) throws IOException {
    List<Path> copies = in(replaced.path());
    if (copies.isEmpty()) {
      return List.of();
    }
    String earlier = edition(replaced.path());
    boolean same = earlier.equals(Manifest.read(building).edition().abbreviated());
    Path aside = replaced.path().resolveSibling(replaced.path().getFileName() + "-signed");
    Path target = same ? building : Files.createDirectories(aside.resolve(earlier));
    List<String> notes = new ArrayList<>();
    for (Path copy : copies) {
      Path kept = add(target, Files.readAllBytes(copy));
      if (!same) {
        notes.add(
            PublicationFailures.MESSAGES.text(
                "note.signed-aside", "edition", earlier, "file", kept));
      }
    }
    return notes;
  }

  /// Which edition a folder holds; a manifest somebody damaged must not cost anybody a signature.
  private static String edition(Path folder) {
    try {
      return Manifest.read(folder).edition().abbreviated();
    } catch (IOException e) {
      return PublicationFailures.MESSAGES.text("note.unknown-edition");
    }
  }
}
