package pledgebook.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The two files that say what a year opens with, `opening.csv` and `opening.yml`.
///
/// @param origin opening.yml, where it is there
/// @param before the round of the year before, where it is defined
record Openings(
    Path jobs,
    DefinitionFile values,
    Optional<DefinitionFile> origin,
    Optional<RoundBefore> before) {
  private static final String SCHEMA = "opening.schema.json";

  List<OpeningValue> read(RoundDraft draft, Faults faults) {
    boolean demonstration =
        draft.tree().item().item("round").flag("demonstration")
            || !draft.isSound("round.demonstration");
    if (origin.isEmpty()) {
      if (!demonstration && holdsValues()) {
        faults.add("opening-without-origin", new DefinitionPlace(values.name(), 1, ""));
      }
      return OpeningReading.read(values, draft, Optional.empty(), before, faults);
    }
    // Where the origin cannot be read, what the values are is not known either.
    return tree(origin.get(), faults)
        .map(tree -> OpeningOrigin.of(values, draft, tree, demonstration, faults))
        .map(of -> OpeningReading.read(values, draft, Optional.of(of), before, faults))
        .orElse(List.of());
  }

  private boolean holdsValues() {
    return values.text().lines().filter(l -> !l.isBlank() && !l.startsWith("#")).count() > 1;
  }

  private Optional<DefinitionTree> tree(DefinitionFile file, Faults faults) {
    Faults own = new Faults();
    Optional<DefinitionTree> tree = DefinitionTree.read(file, own);
    DefinitionFile.read(jobs, SCHEMA, own)
        .ifPresent(schema -> tree.ifPresent(t -> DefinitionSchema.of(schema).check(t, own)));
    faults.addAll(own);
    return own.isEmpty() ? tree : Optional.empty();
  }
}
