package pledgebook.reconciliation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// What the figures of a round are made of, as charts show it.
///
/// @param members by indicator, the exact value of each member that reported one
/// @param reached by coverage indicator, the codes of the reference list that are reached
public record Breakdown(
    Map<IndicatorCode, Map<EntityCode, BigDecimal>> members,
    Map<IndicatorCode, Set<String>> reached) {
  public Breakdown {
    members = Map.copyOf(members);
    reached = Map.copyOf(reached);
  }

  /// Nothing to draw.
  public static Breakdown none() {
    return new Breakdown(Map.of(), Map.of());
  }

  /// The values of an indicator by member; empty where there are none.
  public Map<EntityCode, BigDecimal> membersOf(IndicatorCode indicator) {
    return members.getOrDefault(indicator, Map.of());
  }

  /// The codes an indicator reached; empty where there are none.
  public Set<String> reachedBy(IndicatorCode indicator) {
    return reached.getOrDefault(indicator, Set.of());
  }
}
