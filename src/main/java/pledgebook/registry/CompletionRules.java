package pledgebook.registry;

import java.util.Optional;

/// Rules on what the booklet is to say: every digit printed is bound.
final class CompletionRules {
  private CompletionRules() {}

  static void check(RoundDraft draft, Faults faults) {
    ClauseRules rules =
        new ClauseRules(
            name ->
                draft.indicatorItems().stream()
                    .anyMatch(i -> i.find("code").equals(Optional.of(name))),
            draft::indicator,
            "completion-figure",
            faults);
    for (Project project : draft.projects()) {
      project.completion().forEach(clause -> rules.check(clause, project.quoted()));
    }
  }
}
