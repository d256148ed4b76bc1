package pledgebook.registry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pledgebook.registry.Difference.Signature;
import pledgebook.registry.Difference.Sourced;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// Reads where members' figures and other figures differ: `jobs/<year>/differences.yml`, against
/// `jobs/differences.schema.json`. A year without that file has none.
public final class Differences {
  private Differences() {}

  /// Reads and examines them.
  ///
  /// @param jobs the folder jobs/
  /// @throws DefinitionRefused with every fault at once, by line
  public static List<Difference> read(Path jobs, Round round) throws DefinitionRefused {
    Set<String> told = new HashSet<>();
    return YearDefinition.listed(
        jobs,
        round.year(),
        "differences",
        (item, faults) -> check(item, round, told, faults),
        Differences::difference);
  }

  private static void check(DefinitionItem item, Round round, Set<String> told, Faults faults) {
    String entity = item.text("entity");
    if (round.findEntity(new EntityCode(entity)).isEmpty()) {
      faults.add("unknown-entity", item.place("entity"), "found", entity);
    }
    String code = item.text("indicator");
    Optional<Indicator> indicator = round.findIndicator(new IndicatorCode(code));
    if (indicator.isEmpty()) {
      faults.add("unknown-indicator", item.place("indicator"), "found", code);
    }
    indicator.ifPresent(declared -> reported(item, declared, entity, faults));
    if (value(item, "sent").compareTo(value(item, "other")) == 0) {
      faults.add("difference-none", item.place("other"));
    }
    if (!told.add(code + " " + entity + " " + item.item("other").text("source"))) {
      faults.add("difference-twice", item.place());
    }
    if (item.text("status").equals("settled")) {
      settled(item, faults);
    }
  }

  /// The member must have sent a figure of the indicator.
  private static void reported(
      DefinitionItem item, Indicator indicator, String entity, Faults faults) {
    switch (indicator.kind()) {
      case RATIO, NARRATIVE, MILESTONE ->
          faults.add(
              "difference-without-figure", item.place("indicator"), "found", indicator.code());
      case FLOW, STOCK, DISTINCT, COMMON, COVERAGE, DURATION -> {
        if (!indicator.reportedBy().contains(new EntityCode(entity))) {
          faults.add(
              "difference-not-reported",
              item.place("entity"),
              "found",
              entity,
              "indicator",
              indicator.code());
        }
      }
    }
  }

  private static void settled(DefinitionItem item, Faults faults) {
    if (item.figure("agreed").isEmpty()) {
      faults.add("difference-unagreed", item.place());
    }
    long signatories =
        item.items("signed").stream()
            .map(signature -> signatory(signature.text("by")))
            .filter(signatory -> !signatory.isEmpty())
            .distinct()
            .count();
    if (signatories < 2) {
      DefinitionPlace place = item.has("signed") ? item.place("signed") : item.place();
      faults.add("difference-unsigned", place, "count", signatories);
    }
  }

  /// The same name is the same in any width, with whatever cannot be seen in it.
  private static String signatory(String by) {
    return Normalizer.normalize(by, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{C}]", "");
  }

  private static Difference difference(DefinitionItem item) {
    return new Difference(
        new IndicatorCode(item.text("indicator")),
        new EntityCode(item.text("entity")),
        sourced(item.item("sent")),
        sourced(item.item("other")),
        item.text("cause"),
        item.text("status").equals("settled"),
        item.figure("agreed").orElse(null),
        item.items("signed").stream()
            .map(signature -> new Signature(signature.text("by"), signature.date("on")))
            .toList(),
        item.place());
  }

  private static Sourced sourced(DefinitionItem item) {
    return new Sourced(item.figure("value").orElseThrow(), item.text("source"));
  }

  private static BigDecimal value(DefinitionItem item, String name) {
    return item.item(name).figure("value").orElseThrow();
  }
}
