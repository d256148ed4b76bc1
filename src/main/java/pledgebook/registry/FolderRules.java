package pledgebook.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A file of definitions under a name nobody reads would be passed over without a word:
/// `differences.yaml` with an open difference in it. Only what looks like a definition is held to
/// this.
final class FolderRules {
  private static final Set<String> KNOWN =
      Set.of(
          "round.yml",
          "booklet.yml",
          "digest.yml",
          "waivers.yml",
          "differences.yml",
          "opening.yml",
          "opening.csv");

  private FolderRules() {}

  /// Looks through `jobs/<year>`; what lies in folders below is their readers' business.
  static void check(Path jobs, int year, Faults faults) {
    try (Stream<Path> files = Files.list(jobs.resolve(String.valueOf(year)))) {
      List<String> unknown =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("(?i)[^.~].*\\.(ya?ml|csv|json)"))
              .filter(name -> !KNOWN.contains(name))
              .sorted()
              .toList();
      for (String name : unknown) {
        faults.add(
            "file-unknown",
            new DefinitionPlace(year + "/" + name, 1, ""),
            "known",
            String.join("、", KNOWN.stream().sorted().toList()));
      }
    } catch (IOException e) {
      // A folder that cannot be read has no round.yml either, which is told.
      return;
    }
  }
}
