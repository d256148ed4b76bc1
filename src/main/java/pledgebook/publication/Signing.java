package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.signature.SigningKey;
import pledgebook.typesetting.SignedCopy;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// Signing: a copy of the booklet with a signature behind it, beside the edition and outside of
/// what its manifest tells of. The booklet itself stays as it is.
public final class Signing {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Path output;

  /// @param output the folder the editions lie in
  public Signing(Path output) {
    this.output = output;
  }

  /// A signed copy.
  ///
  /// @param number of the edition within its year, from 1
  /// @param before the copies that were there already, untouched
  public record SignedBooklet(int number, Sha256 edition, Path file, List<Path> before) {
    public SignedBooklet {
      before = List.copyOf(before);
    }
  }

  /// Signs the booklet of the newest edition of a year; a copy signed before stays as it is.
  ///
  /// @param at the signing time, kept to the second
  /// @throws pledgebook.finding.Failure `publication.nothing-to-compare`,
  ///   `publication.draft-not-signable`, `publication.booklet-altered`,
  ///   `publication.edition-not-readable`, `publication.not-written` or `signature.not-signed`
  public SignedBooklet sign(int year, SigningKey key, Instant at) {
    EditionFolder edition = PublishedBooklet.newestEdition(output, year);
    Manifest manifest = PublishedBooklet.manifest(edition.path());
    if (manifest.draft()) {
      throw PublicationFailures.draftNotSignable(edition.path());
    }
    byte[] booklet = PublishedBooklet.read(edition.path(), manifest);
    byte[] signed =
        SignedCopy.append(booklet, at.truncatedTo(ChronoUnit.SECONDS), key.holder(), key::sign);
    try {
      List<Path> before = SignedCopies.in(edition.path());
      Path file = SignedCopies.add(edition.path(), signed);
      return new SignedBooklet(edition.number(), manifest.edition(), file, before);
    } catch (IOException e) {
      throw PublicationFailures.notWritten(MESSAGES.text("signed-copy"), e);
    }
  }
}
