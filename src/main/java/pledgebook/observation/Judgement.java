package pledgebook.observation;

import java.util.List;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;

/// What the rules had to say of the submissions: faults of reading and rules on held values.
///
/// @param resolved every finding with what became of it, in their listing order
/// @param skipped rules that could not run
public record Judgement(List<Resolved> resolved, List<SkippedRule> skipped) {
  public Judgement {
    resolved = resolved.stream().sorted(Resolved.ORDER).toList();
    skipped = List.copyOf(skipped);
  }

  /// How many places the findings that do not stand speak of.
  public long settled() {
    return Finding.count(
        resolved.stream().filter(each -> !each.isOpen()).map(Resolved::finding).toList());
  }

  /// The findings that stand: neither explained nor waived nor returned.
  public List<Finding> findings() {
    return resolved.stream().filter(Resolved::isOpen).map(Resolved::finding).toList();
  }
}
