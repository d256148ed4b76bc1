package pledgebook.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Evidence.KeyColumn;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Form.ColumnType;
import pledgebook.vocabulary.IndicatorCode;

/// Rules on the rows an indicator rests on: they have to fit its kind and the form.
final class EvidenceRules {
  private final RoundDraft draft;
  private final Faults faults;
  private final Indicator indicator;
  private final Evidence evidence;
  private final Form form;

  private EvidenceRules(
      RoundDraft draft, Faults faults, Indicator indicator, Evidence evidence, Form form) {
    this.draft = draft;
    this.faults = faults;
    this.indicator = indicator;
    this.evidence = evidence;
    this.form = form;
  }

  static void check(RoundDraft draft, Faults faults) {
    for (Indicator indicator : draft.indicators()) {
      Evidence evidence = indicator.evidence();
      if (evidence == null) {
        if (indicator.kind().isCountedFromKeys()) {
          new KindFaults(draft, faults).add("evidence-missing", indicator, "kind");
        }
      } else if (indicator.kind() != Kind.RATIO) {
        draft
            .formOf(indicator)
            .map(form -> new EvidenceRules(draft, faults, indicator, evidence, form))
            .ifPresent(EvidenceRules::check);
      }
    }
  }

  private void check() {
    key();
    value();
    reference();
    where();
    window();
    type("date", evidence.date(), ColumnType.DATE);
    type("whole", evidence.whole(), ColumnType.NUMBER);
    unit("whole", evidence.whole());
    if (evidence.whole() != null && evidence.value() == null) {
      add("whole-without-value", "whole");
    }
  }

  private void key() {
    if (indicator.kind().isCountedFromKeys() && evidence.key().isEmpty()) {
      add("key-missing", "form");
    }
  }

  /// What is counted from keys has nothing to add up; what is added up needs a column.
  private void value() {
    switch (indicator.kind()) {
      case DISTINCT, COMMON, COVERAGE -> {
        if (evidence.value() != null) {
          add("value-of-counted", "value");
        }
      }
      case FLOW, STOCK, DURATION -> {
        valueIsThere();
        type("value", evidence.value(), ColumnType.NUMBER);
        unit("value", evidence.value());
      }
      case MILESTONE -> {
        valueIsThere();
        type("value", evidence.value(), ColumnType.FLAG);
      }
      case RATIO, NARRATIVE -> {}
    }
  }

  private void valueIsThere() {
    if (evidence.value() == null) {
      add("value-column-missing", "form");
    }
  }

  private void reference() {
    boolean coverage = indicator.kind() == Kind.COVERAGE;
    String reference = evidence.reference();
    if (coverage != (reference != null)) {
      add(
          coverage ? "reference-missing" : "reference-superfluous",
          coverage ? "form" : "reference");
    } else if (reference != null) {
      List<KeyColumn> key = evidence.key();
      Optional<String> list =
          key.size() == 1
              ? column(key.getFirst().column()).map(c -> String.valueOf(c.list()))
              : Optional.of("");
      if (list.isPresent() && !list.get().equals(reference)) {
        faults.add("reference-differs", place("reference"), "reference", reference);
      }
    }
  }

  /// A row is chosen by an entry of the column's list, or by the indicator's own code.
  private void where() {
    evidence
        .where()
        .forEach((name, value) -> {
          boolean other =
              IndicatorCode.isWellFormed(value) && !value.equals(indicator.code().value());
          if (other) {
            faults.add(
                "where-other-indicator",
                place("where." + name),
                "found",
                value,
                "indicator",
                indicator.code());
          }
          column(name).ifPresent(column -> whereIsListed(name, value, column));
        });
  }

  /// What came within the year is told apart from what was there before by its day, or by a column.
  private void window() {
    if (!evidence.ofTheYear()) {
      return;
    }
    switch (indicator.kind()) {
      case DISTINCT, COMMON, COVERAGE -> {
        if (evidence.date() == null && evidence.where().isEmpty()) {
          add("window-open", "window");
        }
      }
      case FLOW, STOCK, DURATION, MILESTONE, RATIO, NARRATIVE ->
          add("window-superfluous", "window");
    }
  }

  private void whereIsListed(String name, String value, Column column) {
    String list = column.list();
    List<CodeList> lists = draft.codeLists().stream().filter(c -> c.name().equals(list)).toList();
    if (!lists.isEmpty()
        && lists.stream()
            .flatMap(c -> c.entries().stream())
            .noneMatch(e -> e.code().equals(value))) {
      faults.add(
          "where-not-listed", place("where." + name), "found", value, "list", String.valueOf(list));
    }
  }

  private void type(String field, @Nullable String name, ColumnType expected) {
    column(name)
        .filter(c -> c.type() != expected)
        .ifPresent(c ->
            faults.add(
                "column-type",
                place(field),
                "column",
                c.code(),
                "found",
                IndicatorRules.word(c.type()),
                "expected",
                IndicatorRules.word(expected)));
  }

  private void unit(String field, @Nullable String name) {
    column(name)
        .filter(c -> c.unit() != null && !c.unit().equals(indicator.unit()))
        .ifPresent(c ->
            faults.add(
                "unit-differs",
                place(field),
                "column",
                c.code(),
                "found",
                String.valueOf(c.unit()),
                "indicator",
                indicator.code(),
                "expected",
                indicator.unit()));
  }

  private Optional<Column> column(@Nullable String name) {
    return form.columns().stream().filter(c -> c.code().equals(name)).findFirst();
  }

  private DefinitionPlace place(String field) {
    return draft.place(indicator, "evidence." + field);
  }

  private void add(String rule, String field) {
    new KindFaults(draft, faults).add(rule, indicator, "evidence." + field);
  }
}
