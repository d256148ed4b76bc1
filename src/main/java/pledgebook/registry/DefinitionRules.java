package pledgebook.registry;

/// The rules of meaning, family by family; none stops at the first fault.
final class DefinitionRules {
  private DefinitionRules() {}

  /// @param year the year that was asked for, the name of the folder
  static void check(RoundDraft draft, int year, Faults faults) {
    HeadRules.check(draft, year, faults);
    DuplicateRules.check(draft, faults);
    ReferenceRules.check(draft, faults);
    FormRules.check(draft, faults);
    IndicatorRules.check(draft, faults);
    EvidenceRules.check(draft, faults);
    TargetRules.check(draft, faults);
    CommitmentRules.check(draft, faults);
    CompletionRules.check(draft, faults);
  }
}
