package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.vocabulary.Sha256;

/// The booklet of an edition that was published, as its manifest tells of it.
final class PublishedBooklet {
  static final String NAME = "完成情况.pdf";

  private PublishedBooklet() {}

  /// The newest edition of a year.
  ///
  /// @throws pledgebook.finding.Failure `publication.nothing-to-compare` or
  ///   `publication.edition-not-readable`
  static EditionFolder newestEdition(Path output, int year) {
    try {
      return new EditionFolders(output, year)
          .newest()
          .orElseThrow(() -> PublicationFailures.nothingToCompare(year));
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  static Manifest manifest(Path folder) {
    try {
      return Manifest.read(folder);
    } catch (IOException e) {
      throw PublicationFailures.notReadable(folder, e);
    }
  }

  /// @throws pledgebook.finding.Failure `publication.booklet-altered` or
  ///   `publication.edition-not-readable`
  static byte[] read(Path folder, Manifest manifest) {
    try {
      byte[] booklet = Files.readAllBytes(folder.resolve(NAME));
      HashedFile found = new HashedFile(NAME, booklet.length, Sha256.of(booklet));
      if (!manifest.outputs().contains(found)) {
        throw PublicationFailures.bookletAltered(folder);
      }
      return booklet;
    } catch (IOException e) {
      throw PublicationFailures.notReadable(folder, e);
    }
  }
}
