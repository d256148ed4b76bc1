package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.signature.Signatory;
import pledgebook.typesetting.DocumentRefused;
import pledgebook.typesetting.ForeignDocument;
import pledgebook.typesetting.SignedCopy;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// Verification: whether a PDF is one of an edition's, unchanged, and who signed it.
public final class Verification {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Path output;

  /// @param output the folder the editions lie in
  public Verification(Path output) {
    this.output = output;
  }

  /// The edition a file belongs to.
  ///
  /// @param folder where it lies
  /// @param name of the output the file is
  /// @param draft it was never a result
  public record Origin(
      int year, int number, Sha256 edition, Path folder, String name, boolean draft) {}

  /// Who signed, and when as the signature says.
  public record Signed(Signatory by, @Nullable Instant time) {}

  /// What came of the verification.
  ///
  /// @param origin null where no edition is known that the file is from
  /// @param signed null where it bears no whole signature
  /// @param findings why the file is not what it seems; empty when it is unchanged
  public record Verified(@Nullable Origin origin, @Nullable Signed signed, List<Finding> findings) {
    public Verified {
      findings = List.copyOf(findings);
    }
  }

  /// Verifies a file against every edition in the output folder.
  ///
  /// @throws pledgebook.finding.Failure `publication.file-not-readable`,
  ///   `publication.edition-not-readable` or `publication.booklet-altered`
  public Verified verify(Path pdf) {
    String name = String.valueOf(pdf.getFileName());
    try {
      return verify(name, ForeignDocument.bytes(pdf));
    } catch (DocumentRefused refused) {
      return doubtful(null, Proof.refused(name, "verify", refused.reason()));
    } catch (IOException e) {
      throw PublicationFailures.fileNotReadable(pdf, e);
    }
  }

  private Verified verify(String name, byte[] file) throws DocumentRefused {
    List<Path> folders = folders();
    for (Path folder : folders) {
      Manifest manifest = PublishedBooklet.manifest(folder);
      Sha256 hash = Sha256.of(file);
      for (HashedFile known : manifest.outputs()) {
        if (known.sha256().equals(hash)) {
          return new Verified(origin(folder, manifest, known.path()), null, List.of());
        }
      }
    }
    for (Path folder : folders) {
      Optional<Verified> signed = signed(name, file, folder);
      if (signed.isPresent()) {
        return signed.get();
      }
    }
    return altered(name, file, folders);
  }

  /// Is the file the folder's booklet with something behind it?
  private static Optional<Verified> signed(String name, byte[] file, Path folder)
      throws DocumentRefused {
    Manifest manifest = PublishedBooklet.manifest(folder);
    HashedFile booklet =
        manifest.outputs().stream()
            .filter(output -> output.path().equals(PublishedBooklet.NAME))
            .findFirst()
            .orElse(null);
    if (booklet == null || file.length <= booklet.bytes()) {
      return Optional.empty();
    }
    byte[] original = Arrays.copyOf(file, (int) booklet.bytes());
    if (!Sha256.of(original).equals(booklet.sha256())) {
      return Optional.empty();
    }
    Origin origin = origin(folder, manifest, PublishedBooklet.NAME);
    Optional<SignedCopy> copy = SignedCopy.of(original, file);
    if (copy.isEmpty()) {
      return Optional.of(doubtful(origin, changed(name, origin, manifest)));
    }
    Optional<Signatory> signatory = Signatory.of(copy.get().cms(), copy.get().content());
    if (signatory.isEmpty()) {
      return Optional.of(doubtful(origin, told(name, "signature-broken", origin)));
    }
    Signed signed = new Signed(signatory.get(), copy.get().time().orElse(null));
    return Optional.of(new Verified(origin, signed, expired(name, signed)));
  }

  private static List<Finding> expired(String name, Signed signed) {
    Instant time = signed.time();
    Signatory by = signed.by();
    if (time != null && by.isValidAt(time)) {
      return List.of();
    }
    String message =
        MESSAGES.text(
            "verify.certificate-expired",
            "time",
            time == null ? MESSAGES.text("value.none") : time,
            "from",
            by.validFrom(),
            "to",
            by.validTo());
    return List.of(finding(name, "certificate-expired", message));
  }

  /// A file that is no edition's may still say which one it was made from.
  private Verified altered(String name, byte[] file, List<Path> folders) throws DocumentRefused {
    String identity = ForeignDocument.identity(file).orElse("");
    for (Path folder : folders) {
      Manifest manifest = PublishedBooklet.manifest(folder);
      if (!identity.isEmpty() && manifest.edition().hex().startsWith(identity)) {
        Origin origin = origin(folder, manifest, PublishedBooklet.NAME);
        return doubtful(origin, changed(name, origin, manifest));
      }
    }
    String message = MESSAGES.text("verify.unknown", "folder", output);
    return doubtful(null, finding(name, "unknown", message));
  }

  private static Verified doubtful(@Nullable Origin origin, Finding finding) {
    return new Verified(origin, null, List.of(finding));
  }

  /// Advice to take the original is none where the original is not there any more.
  private static Finding changed(String name, Origin origin, Manifest manifest) {
    boolean stands = manifest.stands(origin.folder(), origin.name());
    return told(name, stands ? "altered" : "original-altered", origin);
  }

  private static Finding told(String name, String kind, Origin origin) {
    return finding(
        name,
        kind,
        MESSAGES.text(
            "verify." + kind,
            "year",
            origin.year(),
            "number",
            origin.number(),
            "edition",
            origin.edition().abbreviated(),
            "name",
            origin.name(),
            "folder",
            origin.folder(),
            "file",
            origin.folder().resolve(origin.name())));
  }

  private static Finding finding(String file, String kind, String message) {
    return new Finding(
        "publication.verify-" + kind,
        Severity.ERROR,
        null,
        Location.ofFile(file),
        null,
        null,
        null,
        null,
        message,
        List.of());
  }

  private static Origin origin(Path folder, Manifest manifest, String name) {
    String[] parts = String.valueOf(folder.getFileName()).split("-", 2);
    int number = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
    return new Origin(manifest.year(), number, manifest.edition(), folder, name, manifest.draft());
  }

  /// The folders of all editions, in order.
  private List<Path> folders() {
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(output)) {
      List<Path> folders = new ArrayList<>();
      for (Path entry : entries.sorted().toList()) {
        String name = String.valueOf(entry.getFileName());
        if (name.matches("\\d{4}(-[1-9]\\d{0,5})?") && Files.exists(entry.resolve(Manifest.NAME))) {
          folders.add(entry);
        }
      }
      return folders;
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }
}
