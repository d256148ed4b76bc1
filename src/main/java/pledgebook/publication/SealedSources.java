package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.audit.Anchor;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.publication.EditionFolders.EditionFolder;

/// What a sealed edition was made from, as its archive keeps it.
///
/// @param number of the edition within its year
/// @param program the version that made it
/// @param jobs its definitions
/// @param input its received files
public record SealedSources(Path folder, int number, String program, Path jobs, Path input) {

  /// The sources of a sealed edition.
  ///
  /// @param output the folder the editions lie in
  /// @param number of the edition; null for the newest that is sealed
  /// @throws pledgebook.finding.Failure `publication.nothing-sealed`, `publication.archive-altered`
  ///   or `publication.edition-not-readable`
  public static SealedSources of(Path output, int year, @Nullable Integer number) {
    EditionFolder folder =
        sealed(output, year).stream()
            .filter(edition -> number == null || edition.number() == number)
            .reduce((a, b) -> b)
            .orElseThrow(() -> PublicationFailures.nothingSealed(year));
    Manifest manifest = PublishedBooklet.manifest(folder.path());
    EditionArchive archive = new EditionArchive(folder.path());
    try {
      List<String> differing = new ArrayList<>(Seal.read(folder).differences());
      differing.addAll(archive.differences(manifest));
      if (!differing.isEmpty()) {
        throw PublicationFailures.archiveAltered(folder.path(), differing);
      }
    } catch (IOException e) {
      throw PublicationFailures.notReadable(folder.path(), e);
    }
    return new SealedSources(
        folder.path(), folder.number(), manifest.program(), archive.jobs(), archive.input());
  }

  private static List<EditionFolder> sealed(Path output, int year) {
    try {
      return new EditionFolders(output, year)
          .editions().stream().filter(EditionFolder::isSealed).toList();
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  /// The outputs in which an edition made again differs from the sealed one; none where every one
  /// has the same bytes.
  ///
  /// @param again the folder of the edition made again
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  public List<String> differences(Path again) {
    try {
      Manifest manifest = Manifest.read(folder);
      List<String> differing = new ArrayList<>(manifest.differencesIn(again));
      differing.addAll(manifest.differencesIn(folder));
      if (differing.isEmpty() && !Manifest.read(again).equals(manifest)) {
        differing.add(Manifest.NAME);
      }
      return differing.stream().distinct().sorted().toList();
    } catch (IOException e) {
      throw PublicationFailures.notReadable(again, e);
    }
  }

  /// The hashes of the audit log that the seals of a year carry.
  ///
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  public static List<Anchor> anchors(Path output, int year) {
    List<Anchor> anchors = new ArrayList<>();
    for (EditionFolder folder : sealed(output, year)) {
      Anchor end = Seal.read(folder).end();
      if (end != null) {
        anchors.add(end);
      }
    }
    return anchors;
  }

  /// What of the sealed editions of a year is no longer what was sealed.
  ///
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  public static List<Finding> findings(Path output, int year) {
    List<Finding> findings = new ArrayList<>();
    for (EditionFolder folder : sealed(output, year)) {
      try {
        Manifest manifest = Manifest.read(folder.path());
        List<String> differing = new ArrayList<>(Seal.read(folder).differences());
        differing.addAll(manifest.differencesIn(folder.path()));
        if (Seal.read(folder).end() != null) {
          differing.addAll(new EditionArchive(folder.path()).differences(manifest));
        }
        differing.forEach(file -> findings.add(altered(folder, file)));
      } catch (IOException e) {
        throw PublicationFailures.notReadable(folder.path(), e);
      }
    }
    return findings;
  }

  private static Finding altered(EditionFolder folder, String file) {
    String place = folder.path().getFileName() + "/" + file;
    String code = "publication.sealed-altered";
    return new Finding(
        code,
        Severity.ERROR,
        null,
        Location.ofFile(place),
        null,
        null,
        null,
        null,
        PublicationFailures.MESSAGES.text(code, "file", place),
        List.of());
  }
}
