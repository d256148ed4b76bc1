package pledgebook.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whatever a definition names is declared.
final class ReferenceRules {
  private final RoundDraft draft;
  private final DefinitionItem root;
  private final Faults faults;

  private ReferenceRules(RoundDraft draft, Faults faults) {
    this.draft = draft;
    this.root = draft.tree().item();
    this.faults = faults;
  }

  static void check(RoundDraft draft, Faults faults) {
    ReferenceRules rules = new ReferenceRules(draft, faults);
    rules.units();
    rules.entities();
    rules.indicators();
    rules.forms();
    rules.codeLists();
    rules.columns();
  }

  private void units() {
    Set<String> declared = declared(root.items("units"), "symbol");
    List<DefinitionItem> users = new ArrayList<>(draft.indicatorItems());
    columnsOfForms().forEach(users::add);
    users.forEach(user -> known("unknown-unit", user, "unit", declared));
  }

  private void entities() {
    Set<String> declared = declared(root.item("round").items("entities"), "code");
    for (DefinitionItem indicator : draft.indicatorItems()) {
      allKnown("unknown-entity", indicator, "reported_by", declared);
    }
    for (DefinitionItem project : root.items("projects")) {
      for (DefinitionItem responsible : project.items("responsible")) {
        known("unknown-entity", responsible, "entity", declared);
      }
    }
  }

  private void indicators() {
    Set<String> declared = declared(draft.indicatorItems(), "code");
    for (DefinitionItem indicator : draft.indicatorItems()) {
      known("unknown-indicator", indicator, "numerator", declared);
      known("unknown-indicator", indicator, "denominator", declared);
      known("unknown-indicator", indicator, "flow", declared);
    }
    for (DefinitionItem project : root.items("projects")) {
      for (DefinitionItem clause : project.items("completion")) {
        allKnown("unknown-indicator", clause, "rests_on", declared);
      }
    }
  }

  private void forms() {
    Set<String> declared = declared(root.items("forms"), "code");
    evidence().forEach(e -> known("unknown-form", e, "form", declared));
  }

  private void codeLists() {
    Set<String> declared = new HashSet<>(declared(root.items("code_lists"), "name"));
    draft.regions().forEach(r -> declared.add(CodeList.REGIONS + r.level()));
    if (draft.regions().isEmpty()) {
      return; // regions.csv itself is at fault
    }
    evidence().forEach(e -> known("unknown-code-list", e, "reference", declared));
    columnsOfForms().forEach(c -> known("unknown-code-list", c, "list", declared));
  }

  private void columns() {
    for (DefinitionItem evidence : evidence().toList()) {
      form(evidence).ifPresent(form -> columns(evidence, declared(form.items("columns"), "code")));
    }
  }

  private void columns(DefinitionItem evidence, Set<String> declared) {
    known("unknown-column", evidence, "value", declared);
    known("unknown-column", evidence, "date", declared);
    known("unknown-column", evidence, "whole", declared);
    evidence.items("key").forEach(key -> known("unknown-column", key, "column", declared));
    DefinitionItem where = evidence.item("where");
    for (String column : evidence.map("where").keySet()) {
      if (!declared.contains(column)) {
        unknown("unknown-column", where.place(column), column, declared);
      }
    }
  }

  private Optional<DefinitionItem> form(DefinitionItem evidence) {
    return root.items("forms").stream()
        .filter(f -> f.find("code").equals(evidence.find("form")))
        .findFirst();
  }

  private Stream<DefinitionItem> evidence() {
    return draft.indicatorItems().stream()
        .filter(i -> i.has("evidence"))
        .map(i -> i.item("evidence"));
  }

  private Stream<DefinitionItem> columnsOfForms() {
    return root.items("forms").stream().flatMap(f -> f.items("columns").stream());
  }

  private static Set<String> declared(List<DefinitionItem> items, String name) {
    return items.stream().flatMap(i -> i.find(name).stream()).collect(Collectors.toSet());
  }

  private void known(String rule, DefinitionItem item, String name, Set<String> declared) {
    item.find(name)
        .filter(value -> !declared.contains(value))
        .ifPresent(value -> unknown(rule, item.place(name), value, declared));
  }

  private void allKnown(String rule, DefinitionItem item, String name, Set<String> declared) {
    for (DefinitionItem element : item.items(name)) {
      String value = element.node().asString("");
      if (!declared.contains(value)) {
        unknown(rule, element.place(), value, declared);
      }
    }
  }

  private void unknown(String rule, DefinitionPlace place, String value, Set<String> declared) {
    if (draft.isSound(place.key())) {
      String known = declared.stream().sorted().collect(Collectors.joining("、"));
      faults.add(rule, place, "found", value, "declared", known);
    }
  }
}
