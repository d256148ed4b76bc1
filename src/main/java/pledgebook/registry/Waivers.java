package pledgebook.registry;

import java.nio.file.Path;
import java.util.List;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// Reads what the secretariat waived: `jobs/<year>/waivers.yml`, against
/// `jobs/waivers.schema.json`. A year without that file has no waivers.
public final class Waivers {
  private Waivers() {}

  /// Reads and examines them.
  ///
  /// @param jobs the folder jobs/
  /// @throws DefinitionRefused with every fault at once, by line
  public static List<Waiver> read(Path jobs, Round round) throws DefinitionRefused {
    return YearDefinition.listed(
        jobs,
        round.year(),
        "waivers",
        (item, faults) -> check(item, round, faults),
        Waivers::waiver);
  }

  private static void check(DefinitionItem item, Round round, Faults faults) {
    String entity = item.text("entity");
    if (round.findEntity(new EntityCode(entity)).isEmpty()) {
      faults.add("unknown-entity", item.place("entity"), "found", entity);
    }
    item.find("indicator")
        .filter(code -> round.findIndicator(new IndicatorCode(code)).isEmpty())
        .ifPresent(code -> faults.add("unknown-indicator", item.place("indicator"), "found", code));
    if (!item.has("file") && !item.has("indicator") && !(item.has("sheet") && item.has("cell"))) {
      faults.add("waiver-without-place", item.place());
    }
  }

  private static Waiver waiver(DefinitionItem item) {
    return new Waiver(
        item.text("code"),
        new EntityCode(item.text("entity")),
        item.find("file").orElse(null),
        item.find("sheet").orElse(null),
        item.find("cell").orElse(null),
        item.find("indicator").map(IndicatorCode::new).orElse(null),
        item.find("found").orElse(null),
        item.text("reason"),
        item.text("by"),
        item.date("on"),
        item.place());
  }
}
