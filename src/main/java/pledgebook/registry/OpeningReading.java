package pledgebook.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pledgebook.registry.DefinitionFile.CsvRow;
import pledgebook.registry.Project.Continuation;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// Last year's closing values, `opening.csv`: indicator, entity, value; of a sealed edition its
/// closing.csv byte for byte, with the unit, under the codes of last year.
final class OpeningReading {
  private static final List<String> HEADING = List.of("indicator", "entity", "value");
  private static final List<String> SEALED = List.of("indicator", "entity", "unit", "value");
  private static final Pattern VALUE = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

  private final RoundDraft draft;
  private final Faults faults;
  private final List<OpeningValue> values = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private OpeningReading(RoundDraft draft, Faults faults) {
    this.draft = draft;
    this.faults = faults;
  }

  /// @param origin empty where opening.yml is not there or was refused
  /// @param before the round of the year before, where it is defined
  static List<OpeningValue> read(
      DefinitionFile file,
      RoundDraft draft,
      Optional<OpeningOrigin> origin,
      Optional<RoundBefore> before,
      Faults faults) {
    OpeningReading reading = new OpeningReading(draft, faults);
    if (origin.filter(OpeningOrigin::isSealed).isPresent()) {
      reading.sealed(file.rows(SEALED, faults), origin.get().year(), before);
    } else {
      file.rows(HEADING, faults)
          .forEach(row -> reading.row(row, row.cells().get(0), row.cells().get(2)));
    }
    return origin.map(o -> o.corrected(reading.values)).orElse(reading.values);
  }

  /// Only what this year carries on is taken over; the rest closed with its year.
  private void sealed(List<CsvRow> rows, int year, Optional<RoundBefore> before) {
    Map<String, String> carried = carried(year);
    Set<String> found = new HashSet<>();
    for (CsvRow row : rows) {
      String old = row.cells().get(0);
      found.add(old);
      if (before.filter(round -> round.year() == year && !round.declares(old)).isPresent()) {
        faults.add("opening-unknown", row.place(), "found", old, "year", year);
      }
      String code = carried.get(old);
      if (code != null && sameUnit(row, code)) {
        row(row, code, row.cells().get(3));
      }
    }
    for (Indicator indicator : draft.indicators()) {
      carried.forEach((old, code) -> {
        if (indicator.kind() == Kind.STOCK
            && indicator.code().value().equals(code)
            && !found.contains(old)) {
          faults.add("opening-not-carried", indicator.place(), "indicator", code, "old", old);
        }
      });
    }
  }

  /// This year's codes by last year's.
  private Map<String, String> carried(int year) {
    Map<String, String> carried = new HashMap<>();
    for (Project project : draft.projects()) {
      Continuation continues = project.continues();
      if (continues != null && continues.year() == year) {
        continues.indicators().forEach((code, old) -> carried.put(old.value(), code.value()));
      }
    }
    return carried;
  }

  private boolean sameUnit(CsvRow row, String code) {
    String unit = row.cells().get(2);
    for (Indicator indicator : draft.indicators()) {
      if (indicator.code().value().equals(code) && !indicator.unit().symbol().equals(unit)) {
        faults.add(
            "opening-unit",
            row.place(),
            "indicator",
            code,
            "found",
            unit,
            "expected",
            indicator.unit().symbol());
        return false;
      }
    }
    return true;
  }

  /// @param code of this year
  private void row(CsvRow row, String code, String value) {
    String entity = row.cells().get(1);
    if (isSound(row, code, value) && !seen.add(code + " " + entity)) {
      faults.add("duplicate-opening", row.place(), "indicator", code, "entity", entity);
    } else if (VALUE.matcher(value).matches()
        && IndicatorCode.isWellFormed(code)
        && EntityCode.isWellFormed(entity)) {
      values.add(
          new OpeningValue(new IndicatorCode(code), new EntityCode(entity), new BigDecimal(value)));
    }
  }

  private boolean isSound(CsvRow row, String code, String value) {
    String entity = row.cells().get(1);
    boolean sound = true;
    if (draft.indicatorItems().stream().noneMatch(i -> i.find("code").equals(Optional.of(code)))) {
      faults.add("unknown-indicator", row.place(), "found", code);
      sound = false;
    }
    if (draft.tree().item().item("round").items("entities").stream()
        .noneMatch(e -> e.find("code").equals(Optional.of(entity)))) {
      faults.add("unknown-entity", row.place(), "found", entity);
      sound = false;
    }
    if (!VALUE.matcher(value).matches()) {
      faults.add("opening-number", row.place(), "found", value);
      sound = false;
    }
    return isReported(row, code) && sound;
  }

  /// Only who reports an indicator, and only what is entered as a figure, has a closing value.
  private boolean isReported(CsvRow row, String code) {
    String entity = row.cells().get(1);
    for (Indicator indicator : draft.indicators()) {
      if (indicator.code().value().equals(code)) {
        if (!indicator.kind().isEntered() || indicator.kind() == Kind.NARRATIVE) {
          faults.add("opening-without-figure", row.place(), "indicator", code);
          return false;
        }
        if (indicator.reportedBy().stream().noneMatch(e -> e.value().equals(entity))
            && draft.entities().stream().anyMatch(e -> e.code().value().equals(entity))) {
          faults.add("opening-not-reported", row.place(), "indicator", code, "entity", entity);
          return false;
        }
      }
    }
    return true;
  }
}
