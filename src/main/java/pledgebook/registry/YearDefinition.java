package pledgebook.registry;

import java.nio.file.Path;
import java.util.Optional;

/// A file beside round.yml that says more of its year, read against a schema of its own.
final class YearDefinition {
  private YearDefinition() {}

  /// What the schema cannot say.
  @FunctionalInterface
  interface Rules {
    /// Adds every fault to `faults`; what is not sound is left alone.
    void check(DefinitionItem root, SpoiltKeys spoilt, Faults faults);
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
