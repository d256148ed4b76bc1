package pledgebook.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Rules on the round as a whole: year, period, entities, numbering of the projects.
final class HeadRules {
  private HeadRules() {}

  static void check(RoundDraft draft, int year, Faults faults) {
    DefinitionItem head = draft.tree().item().item("round");
    yearIsTheFolder(draft, head, year, faults);
    if (draft.tree().item().has("round") && draft.isSound("round")) {
      periodIsInTheYear(head, faults);
      collectionFollowsThePeriod(head, faults);
    }
    entitiesAreRegions(draft, head, faults);
    projectsAreNumbered(draft, faults);
    codesNameTheirProject(draft, faults);
  }

  private static void yearIsTheFolder(
      RoundDraft draft, DefinitionItem head, int year, Faults faults) {
    if (draft.year() != 0 && draft.year() != year) {
      faults.add("year-differs", head.place("year"), "found", draft.year(), "expected", year);
    }
  }

  private static void periodIsInTheYear(DefinitionItem head, Faults faults) {
    DefinitionItem period = head.item("period");
    LocalDate start = period.date("start");
    LocalDate end = period.date("end");
    int year = head.integer("year", 0);
    if (end.isBefore(start) || start.getYear() != year || end.getYear() != year) {
      faults.add("period", head.place("period"), "start", start, "end", end, "year", year);
    }
  }

  private static void collectionFollowsThePeriod(DefinitionItem head, Faults faults) {
    LocalDate end = head.item("period").date("end");
    LocalDate start = head.date("collection_start");
    LocalDate deadline = head.date("deadline");
    if (deadline.isBefore(start) || deadline.isBefore(end)) {
      faults.add(
          "collection", head.place("deadline"), "deadline", deadline, "start", start, "end", end);
    }
  }

  private static void entitiesAreRegions(RoundDraft draft, DefinitionItem head, Faults faults) {
    List<Region> provinces =
        draft.regions().stream().filter(r -> r.level().equals("province")).toList();
    for (DefinitionItem entity : head.items("entities")) {
      String code = entity.find("code").orElse("");
      String name = entity.find("name").orElse("");
      if (!provinces.isEmpty()
          && draft.isSound(entity.key())
          && provinces.stream().noneMatch(r -> r.code().equals(code) && r.name().equals(name))) {
        faults.add("entity-not-region", entity.place("code"), "code", code, "name", name);
      }
    }
  }

  private static void projectsAreNumbered(RoundDraft draft, Faults faults) {
    List<DefinitionItem> projects = draft.tree().item().items("projects");
    List<Integer> numbers = projects.stream().map(p -> p.integer("number", 0)).toList();
    if (numbers.contains(0)) {
      return;
    }
    List<Integer> missing =
        IntStream.rangeClosed(1, projects.size())
            .filter(n -> !numbers.contains(n))
            .boxed()
            .toList();
    if (!missing.isEmpty()) {
      DefinitionPlace place = draft.tree().place("projects");
      faults.add("project-numbers", place, "count", numbers.size(), "missing", listed(missing));
    }
  }

  private static String listed(List<Integer> numbers) {
    return String.join("、", numbers.stream().map(String::valueOf).toList());
  }

  /// A03-01 belongs to project 3; those of the digest have a letter of their own.
  private static void codesNameTheirProject(RoundDraft draft, Faults faults) {
    for (Indicator indicator : draft.indicators()) {
      String code = indicator.code().value();
      Integer project = indicator.project();
      if (project == null && code.startsWith("A")) {
        faults.add("digest-code", draft.place(indicator, "code"), "code", code);
      } else if (project != null
          && project > 0
          && !code.startsWith(String.format(Locale.ROOT, "A%02d-", project))) {
        int named = Integer.parseInt(code.substring(1, 3));
        faults.add(
            "indicator-project",
            draft.place(indicator, "code"),
            "code",
            code,
            "named",
            named,
            "project",
            project);
      }
    }
  }
}
