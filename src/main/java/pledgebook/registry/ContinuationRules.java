package pledgebook.registry;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pledgebook.registry.Project.Continuation;
import pledgebook.vocabulary.IndicatorCode;

/// Rules on what a project says it carries on. Whether the round before has it is looked up where
/// that round is defined.
final class ContinuationRules {
  private final RoundDraft draft;
  private final Optional<RoundBefore> before;
  private final Faults faults;
  private final Set<IndicatorCode> continued = new HashSet<>();

  private ContinuationRules(RoundDraft draft, Optional<RoundBefore> before, Faults faults) {
    this.draft = draft;
    this.before = before;
    this.faults = faults;
  }

  static void check(RoundDraft draft, Optional<RoundBefore> before, Faults faults) {
    ContinuationRules rules = new ContinuationRules(draft, before, faults);
    for (Project project : draft.projects()) {
      Continuation continues = project.continues();
      if (continues != null) {
        rules.check(project, continues);
      }
    }
  }

  /// What is carried on cannot be looked up: whoever refers to a round before that is there and no
  /// YAML is told why, and in which file.
  ///
  /// @param theirs what keeps the round before from being read; none where it is not there
  static void tellUnreadable(RoundDraft draft, int year, Faults theirs, Faults faults) {
    for (DefinitionFault fault : theirs.inOrder()) {
      for (Project project : draft.projects()) {
        Continuation continues = project.continues();
        if (continues != null && continues.year() == year) {
          faults.add(
              "before-unreadable",
              draft.place(project, "continues"),
              "year",
              year,
              "file",
              fault.place().file(),
              "line",
              fault.place().line(),
              "fault",
              fault.message());
          return;
        }
      }
    }
  }

  private void check(Project project, Continuation continues) {
    Optional<RoundBefore> that = before.filter(round -> round.year() == continues.year());
    if (that.isPresent() && !that.get().projects().containsKey(continues.project())) {
      faults.add(
          "continues-project",
          draft.place(project, "continues.project"),
          "year",
          continues.year(),
          "found",
          continues.project());
    }
    for (Map.Entry<IndicatorCode, IndicatorCode> link : continues.indicators().entrySet()) {
      DefinitionPlace place = draft.place(project, "continues.indicators." + link.getKey());
      if (draft.indicatorsOf(project).stream().noneMatch(i -> i.code().equals(link.getKey()))
          && draft.isSound(project.place().key() + ".indicators")) {
        faults.add("continues-own", place, "found", link.getKey(), "project", project.number());
      }
      if (that.isPresent()
          && !that.get()
              .projects()
              .getOrDefault(continues.project(), Map.of())
              .containsKey(link.getValue().value())) {
        faults.add(
            "continues-indicator",
            place,
            "found",
            link.getValue(),
            "year",
            continues.year(),
            "project",
            continues.project());
      }
      if (!continued.add(link.getValue())) {
        faults.add("continues-twice", place, "found", link.getValue());
      }
    }
  }
}
