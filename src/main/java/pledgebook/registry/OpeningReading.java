package pledgebook.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pledgebook.registry.DefinitionFile.CsvRow;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// Last year's closing values, `opening.csv`: indicator, entity, value.
final class OpeningReading {
  private static final List<String> HEADING = List.of("indicator", "entity", "value");
  private static final Pattern VALUE = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

  private OpeningReading() {}

  static List<OpeningValue> read(DefinitionFile file, RoundDraft draft, Faults faults) {
    List<OpeningValue> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvRow row : file.rows(HEADING, faults)) {
      String code = row.cells().get(0);
      String entity = row.cells().get(1);
      String value = row.cells().get(2);
      if (isSound(row, draft, faults) && !seen.add(code + " " + entity)) {
        faults.add("duplicate-opening", row.place(), "indicator", code, "entity", entity);
      } else if (VALUE.matcher(value).matches()
          && IndicatorCode.isWellFormed(code)
          && EntityCode.isWellFormed(entity)) {
        values.add(
            new OpeningValue(
                new IndicatorCode(code), new EntityCode(entity), new BigDecimal(value)));
      }
    }
    return values;
  }

  private static boolean isSound(CsvRow row, RoundDraft draft, Faults faults) {
    String code = row.cells().get(0);
    String entity = row.cells().get(1);
    String value = row.cells().get(2);
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
    return isReported(row, draft, faults) && sound;
  }

  /// Only who reports an indicator, and only what is entered as a figure, has a closing value.
  private static boolean isReported(CsvRow row, RoundDraft draft, Faults faults) {
    String code = row.cells().get(0);
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
