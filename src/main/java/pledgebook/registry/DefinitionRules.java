package pledgebook.registry;

/// The rules of meaning, one after the other; none stops at the first fault.
final class DefinitionRules {
  private DefinitionRules() {}

  static void check(RoundDraft draft, int year, Faults faults) {}
}
