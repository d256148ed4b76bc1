package pledgebook.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the round of the year before declares, as far as this year's refers to it. Its own faults
/// are told when it is read itself.
///
/// @param year of that round
/// @param projects the indicators' codes and their units, by number of the project
record RoundBefore(int year, Map<Integer, Map<String, String>> projects) {

  /// Reads it; empty where there is none, or none that is YAML.
  ///
  /// @param theirs takes why it is none
  static Optional<RoundBefore> read(Path jobs, int year, Faults theirs) {
    String name = year + "/round.yml";
    if (!Files.isRegularFile(jobs.resolve(name))) {
      return Optional.empty();
    }
    return DefinitionFile.read(jobs, name, theirs)
        .flatMap(file -> DefinitionTree.read(file, theirs))
        .map(tree -> new RoundBefore(year, projects(tree.item())));
  }

  private static Map<Integer, Map<String, String>> projects(DefinitionItem root) {
    Map<Integer, Map<String, String>> projects = new HashMap<>();
    for (DefinitionItem project : root.items("projects")) {
      Map<String, String> units = new HashMap<>();
      project
          .items("indicators")
          .forEach(
              i -> i.find("code").ifPresent(code -> units.put(code, i.find("unit").orElse(""))));
      projects.put(project.integer("number", 0), units);
    }
    return projects;
  }

  /// Tells whether some project declares the indicator.
  boolean declares(String indicator) {
    return projects.values().stream().anyMatch(units -> units.containsKey(indicator));
  }
}
