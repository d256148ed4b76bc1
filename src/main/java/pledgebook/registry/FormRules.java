package pledgebook.registry;

import java.util.Set;

/// Rules on the evidence forms.
final class FormRules {
  /// The sheets every workbook has.
  private static final Set<String> RESERVED = Set.of("封面", "指标", "填报说明");

  private FormRules() {}

  static void check(RoundDraft draft, Faults faults) {
    for (DefinitionItem form : draft.tree().item().items("forms")) {
      titleIsFree(form, faults);
      form.items("columns").stream()
          .filter(c -> draft.isSound(c.key()))
          .forEach(column -> typeIsComplete(column, faults));
    }
  }

  private static void titleIsFree(DefinitionItem form, Faults faults) {
    form.find("title")
        .filter(RESERVED::contains)
        .ifPresent(title -> faults.add("form-title", form.place("title"), "title", title));
  }

  private static void typeIsComplete(DefinitionItem column, Faults faults) {
    String code = column.text("code");
    boolean number = column.text("type").equals("number");
    boolean coded = column.text("type").equals("code");
    if (number != column.has("unit")) {
      String rule = number ? "column-without-unit" : "column-with-unit";
      faults.add(rule, column.place(), "column", code);
    }
    if (coded != column.has("list")) {
      String rule = coded ? "column-without-list" : "column-with-list";
      faults.add(rule, column.place(), "column", code);
    }
  }
}
