package pledgebook.registry;

/// Faults of what an indicator's kind does not allow, at a key of the indicator's definition.
record KindFaults(RoundDraft draft, Faults faults) {
  /// @param field the key below the indicator
  void add(String rule, Indicator indicator, String field) {
    faults.add(
        rule,
        draft.place(indicator, field),
        "indicator",
        indicator.code(),
        "kind",
        IndicatorRules.word(indicator.kind()));
  }
}
