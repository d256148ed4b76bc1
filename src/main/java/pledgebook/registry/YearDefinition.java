package pledgebook.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A file beside round.yml that says more of its year, read against a schema of its own.
final class YearDefinition {
  private YearDefinition() {}

  /// What the schema cannot say.
  @FunctionalInterface
  interface Rules {
    /// Adds every fault to `faults`; what is not sound is left alone.
    void check(DefinitionItem root, SpoiltKeys spoilt, Faults faults);
  }

  /// What the schema cannot say of one item of a list.
  @FunctionalInterface
  interface ItemRules {
    /// Adds every fault of a sound item to `faults`.
    void check(DefinitionItem item, Faults faults);
  }

  /// Reads and examines `jobs/<year>/<list>.yml`, whose root holds one list of that name, against
  /// `jobs/<list>.schema.json`.
  ///
  /// @param jobs the folder jobs/
  /// @return empty where the year has no such file
  /// @throws DefinitionRefused with every fault at once, by line
  static <T> List<T> listed(
      Path jobs, int year, String list, ItemRules rules, Function<DefinitionItem, T> mapper)
      throws DefinitionRefused {
    String name = year + "/" + list + ".yml";
    if (!Files.exists(jobs.resolve(name))) {
      return List.of();
    }
    DefinitionItem root =
        read(
            jobs,
            name,
            list + ".schema.json",
            (item, spoilt, faults) ->
                item.items(list).stream()
                    .filter(listed -> spoilt.isSound(listed.key()))
                    .forEach(listed -> rules.check(listed, faults)));
    return root.items(list).stream().map(mapper).toList();
  }

  /// Reads and examines it.
  ///
  /// @param jobs the folder jobs/
  /// @param name below jobs/
  /// @param schema below jobs/
  /// @return its root, free of faults
  /// @throws DefinitionRefused with every fault at once, by line
  static DefinitionItem read(Path jobs, String name, String schema, Rules rules)
      throws DefinitionRefused {
    Faults faults = new Faults();
    Optional<DefinitionFile> schemaFile = DefinitionFile.read(jobs, schema, faults);
    Optional<DefinitionTree> tree =
        DefinitionFile.read(jobs, name, faults).flatMap(file -> DefinitionTree.read(file, faults));
    if (schemaFile.isPresent() && tree.isPresent()) {
      SpoiltKeys spoilt = DefinitionSchema.of(schemaFile.get()).check(tree.get(), faults);
      rules.check(tree.get().item(), spoilt, faults);
    }
    if (tree.isEmpty() || !faults.isEmpty()) {
      throw new DefinitionRefused(faults.inOrder());
    }
    return tree.get().item();
  }
}
