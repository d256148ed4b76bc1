package pledgebook.publication;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import pledgebook.audit.Anchor;
import pledgebook.audit.AuditEntry;
import pledgebook.audit.AuditEvent.Kind;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.publication.Seal.SealedEdition;

/// The sealed editions of a year, held against themselves and against what the audit log tells of
/// their being sealed. A seal says what its edition is; the log says what the seal was; so neither
/// can be written anew without the other.
public final class SealedEditions {
  private final int year;
  private final List<EditionFolder> folders;

  private SealedEditions(int year, List<EditionFolder> folders) {
    this.year = year;
    this.folders = folders;
  }

  /// What of the sealed editions of a year is no longer what was sealed.
  ///
  /// @param output the folder the editions lie in
  /// @param entries of the audit log of the year
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  public static List<Finding> findings(Path output, int year, List<AuditEntry> entries) {
    return new SealedEditions(year, folders(output, year)).findings(entries);
  }

  /// The hashes of the audit log that the seals of a year carry; what cannot be read carries none
  /// and is told by [#findings(Path, int, List)].
  ///
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  public static List<Anchor> anchors(Path output, int year) {
    List<Anchor> anchors = new ArrayList<>();
    for (EditionFolder folder : folders(output, year)) {
      try {
        Anchor end = folder.isSealed() ? Seal.reading(folder).end() : null;
        if (end != null) {
          anchors.add(end);
        }
      } catch (IOException e) {
        requireAccess(folder, e);
      }
    }
    return anchors;
  }

  /// The editions of a year, sealed or not.
  static List<EditionFolder> folders(Path output, int year) {
    try {
      return new EditionFolders(output, year).editions();
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  /// Tells whether the log says that what lies in a folder was sealed, though there is no seal: its
  /// writing was interrupted, or somebody took it away.
  static boolean isSealMissing(EditionFolder folder, int year, List<AuditEntry> entries) {
    try {
      String manifest = SealRecord.detail(folder);
      return !folder.isSealed()
          && entries.stream()
              .map(AuditEntry::event)
              .filter(event -> event.kind() == Kind.SEALED)
              .filter(event -> event.subject().equals(SealRecord.subject(year, folder.number())))
              .anyMatch(event -> event.detail().equals(manifest));
    } catch (IOException e) {
      return false;
    }
  }

  private List<Finding> findings(List<AuditEntry> entries) {
    Map<String, AuditEntry> seals = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> entry.event().kind() == Kind.SEALED)
        .forEach(entry -> seals.put(entry.event().subject(), entry));
    List<Finding> findings = new ArrayList<>();
    for (EditionFolder folder : folders) {
      AuditEntry entry = seals.remove(SealRecord.subject(year, folder.number()));
      if (folder.isSealed()) {
        findings.addAll(sealed(folder, Optional.ofNullable(entry)));
      } else if (entry != null) {
        findings.add(told("seal-missing", Severity.ERROR, folder.path(), Seal.NAME, entry));
      }
    }
    seals.values().forEach(entry -> findings.add(gone(entry)));
    return findings;
  }

  private List<Finding> sealed(EditionFolder folder, Optional<AuditEntry> entry) {
    List<Finding> findings = new ArrayList<>();
    try {
      SealedEdition seal = Seal.reading(folder);
      for (String file : differing(folder, seal)) {
        findings.add(altered(folder, file));
      }
      if (entry.isPresent() && !isTold(folder, seal, entry.get())) {
        findings.add(told("seal-differs", Severity.ERROR, folder.path(), Seal.NAME, entry.get()));
      }
    } catch (IOException e) {
      requireAccess(folder, e);
      findings.add(altered(folder, Seal.NAME));
    }
    return findings;
  }

  private List<String> differing(EditionFolder folder, SealedEdition seal) {
    TreeSet<String> differing = new TreeSet<>();
    try {
      differing.addAll(seal.differences());
      Manifest manifest = Manifest.read(folder.path());
      differing.addAll(manifest.differencesIn(folder.path()));
      if (seal.end() != null) {
        differing.addAll(new EditionArchive(folder.path()).differences(manifest));
      }
      if (!manifest.edition().equals(seal.edition()) || seal.number() != folder.number()) {
        differing.add(Seal.NAME);
      }
    } catch (IOException e) {
      requireAccess(folder, e);
      differing.add(Manifest.NAME);
    }
    return List.copyOf(differing);
  }

  /// A seal and its entry say the same: which edition, which manifest, who, when, and the entry
  /// itself.
  private static boolean isTold(EditionFolder folder, SealedEdition seal, AuditEntry entry) {
    try {
      Anchor end = seal.end();
      return entry.event().sha256().equals(seal.edition())
          && entry.event().detail().equals(SealRecord.detail(folder))
          && entry.event().by().equals(seal.by())
          && instant(entry).equals(Optional.of(seal.at()))
          && end != null
          && end.sequence() == entry.sequence()
          && end.hash().equals(entry.hash());
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Instant> instant(AuditEntry entry) {
    try {
      return Optional.of(OffsetDateTime.parse(entry.at()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// What the system keeps from us is a failure of ours, not a fault of the edition.
  private static void requireAccess(EditionFolder folder, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      throw PublicationFailures.notReadable(folder.path(), cause);
    }
  }

  private static Finding altered(EditionFolder folder, String file) {
    String place = folder.path().getFileName() + "/" + file;
    return finding("sealed-altered", Severity.ERROR, place, "file", place);
  }

  private static Finding told(
      String name, Severity severity, Path folder, String file, AuditEntry entry) {
    String place = folder.getFileName() + "/" + file;
    return finding(name, severity, place, "file", place, "line", entry.sequence() + 1);
  }

  /// Outputs may lie elsewhere or be deleted; what was sealed is worth a word.
  private static Finding gone(AuditEntry entry) {
    return finding(
        "sealed-elsewhere",
        Severity.NOTE,
        entry.event().subject(),
        "subject",
        entry.event().subject(),
        "line",
        entry.sequence() + 1,
        "edition",
        entry.event().sha256().abbreviated());
  }

  private static Finding finding(String name, Severity severity, String place, Object... holes) {
    String code = "publication." + name;
    return new Finding(
        code,
        severity,
        null,
        Location.ofFile(place),
        null,
        null,
        null,
        null,
        PublicationFailures.MESSAGES.text(code, holes),
        List.of());
  }
}
