package pledgebook.registry;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.OpeningValue.Correction;

/// Where the values of opening.csv come from, and what of them was corrected: `opening.yml`,
/// against `jobs/opening.schema.json`.
final class OpeningOrigin {
  /// What the first line of a sealed closing.csv says of its edition.
  private static final Pattern HEADING = Pattern.compile("# (\\d{4})年度第(\\d+)版.*([0-9a-f]{64}).*");

  private final DefinitionFile csv;
  private final RoundDraft draft;
  private final DefinitionItem root;
  private final Faults faults;

  private OpeningOrigin(DefinitionFile csv, RoundDraft draft, DefinitionItem root, Faults faults) {
    this.csv = csv;
    this.draft = draft;
    this.root = root;
    this.faults = faults;
  }

  /// Reads and examines it.
  ///
  /// @param tree opening.yml as its schema let it pass
  static OpeningOrigin of(
      DefinitionFile csv,
      RoundDraft draft,
      DefinitionTree tree,
      boolean demonstration,
      Faults faults) {
    OpeningOrigin origin = new OpeningOrigin(csv, draft, tree.item(), faults);
    if (origin.isSealed()) {
      origin.sealed();
    } else if (!demonstration) {
      faults.add("opening-invented", origin.opening().place("origin"));
    }
    return origin;
  }

  /// The values are those of a sealed edition, under the codes of its year.
  boolean isSealed() {
    return opening().find("origin").equals(Optional.of("sealed"));
  }

  int year() {
    return opening().integer("year", 0);
  }

  private DefinitionItem opening() {
    return root.item("opening");
  }

  private void sealed() {
    DefinitionItem opening = opening();
    if (year() != draft.year() - 1) {
      faults.add(
          "opening-year", opening.place("year"), "found", year(), "expected", draft.year() - 1);
    }
    if (!csv.checksum().hex().equals(opening.text("closing"))) {
      faults.add(
          "opening-altered",
          opening.place("closing"),
          "found",
          csv.checksum(),
          "expected",
          opening.text("closing"));
    }
    Matcher heading = HEADING.matcher(csv.text().lines().findFirst().orElse("").strip());
    if (!heading.matches()) {
      faults.add("opening-heading", new DefinitionPlace(csv.name(), 1, ""));
    } else if (!heading.group(3).equals(opening.text("edition"))
        || !heading.group(1).equals(String.valueOf(year()))
        || !heading.group(2).equals(String.valueOf(opening.integer("number", 0)))) {
      faults.add(
          "opening-other-edition",
          opening.place("edition"),
          "year",
          heading.group(1),
          "number",
          heading.group(2),
          "found",
          heading.group(3));
    }
  }

  /// The values with the declared corrections.
  List<OpeningValue> corrected(List<OpeningValue> values) {
    Map<List<String>, DefinitionItem> corrections = new HashMap<>();
    for (DefinitionItem item : root.items("corrections")) {
      List<String> key = List.of(item.text("indicator"), item.text("entity"));
      if (corrections.putIfAbsent(key, item) != null) {
        faults.add("correction-twice", item.place(), "indicator", key.get(0), "entity", key.get(1));
      } else if (values.stream().noneMatch(value -> key(value).equals(key))) {
        faults.add(
            "correction-without-value",
            item.place(),
            "indicator",
            key.get(0),
            "entity",
            key.get(1));
      }
    }
    return values.stream().map(value -> corrected(value, corrections.get(key(value)))).toList();
  }

  private static List<String> key(OpeningValue value) {
    return List.of(value.indicator().value(), value.entity().value());
  }

  private OpeningValue corrected(OpeningValue value, @Nullable DefinitionItem item) {
    if (item == null) {
      return value;
    }
    BigDecimal old = item.figure("old").orElseThrow();
    BigDecimal corrected = item.figure("new").orElseThrow();
    if (old.compareTo(value.value()) != 0) {
      faults.add(
          "correction-old",
          item.place("old"),
          "found",
          old.toPlainString(),
          "expected",
          value.value().toPlainString());
    } else if (corrected.compareTo(old) == 0) {
      faults.add("correction-nothing", item.place("new"), "found", corrected.toPlainString());
    }
    return new OpeningValue(
        value.indicator(),
        value.entity(),
        corrected,
        new Correction(value.value(), item.text("reason"), item.text("by"), item.date("on")));
  }
}
