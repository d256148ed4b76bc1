package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        SealedEditions.folders(output, year).stream()
            .filter(EditionFolder::isSealed)
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
}
