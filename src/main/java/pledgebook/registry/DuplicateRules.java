package pledgebook.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Nothing is declared twice.
final class DuplicateRules {
  private DuplicateRules() {}

  static void check(RoundDraft draft, Faults faults) {
    DefinitionItem root = draft.tree().item();
    List<DefinitionItem> forms = root.items("forms");
    List<DefinitionItem> lists = root.items("code_lists");
    once("duplicate-entity", root.item("round").items("entities"), "code", faults);
    once("duplicate-unit", root.items("units"), "symbol", faults);
    once("duplicate-code-list", lists, "name", faults);
    once("duplicate-project", root.items("projects"), "number", faults);
    once("duplicate-indicator", draft.indicatorItems(), "code", faults);
    once("duplicate-form", forms, "code", faults);
    once("duplicate-form-title", forms, "title", faults);
    for (DefinitionItem list : lists) {
      once("duplicate-entry", list.items("entries"), "code", faults);
      once("duplicate-entry", list.items("entries"), "name", faults);
    }
    for (DefinitionItem form : forms) {
      once("duplicate-column", form.items("columns"), "code", faults);
      once("duplicate-heading", form.items("columns"), "heading", faults);
    }
    for (DefinitionItem project : root.items("projects")) {
      once("duplicate-responsible", project.items("responsible"), "entity", faults);
    }
  }

  private static void once(String rule, List<DefinitionItem> items, String name, Faults faults) {
    Map<String, Integer> lines = new HashMap<>();
    for (DefinitionItem item : items) {
      item.find(name)
          .ifPresent(value -> {
            DefinitionPlace place = item.place(name);
            Integer first = lines.putIfAbsent(value, place.line());
            if (first != null) {
              faults.add(rule, place, "value", value, "first", first);
            }
          });
    }
  }
}
