package pledgebook.observation;

import java.util.List;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;

/// What the rules had to say of the submissions: faults of reading and rules on held values.
///
/// @param findings those that stand, in their listing order
/// @param skipped rules that could not run
public record Judgement(List<Finding> findings, List<SkippedRule> skipped) {
  public Judgement {
    findings = findings.stream().sorted(Finding.ORDER).toList();
    skipped = List.copyOf(skipped);
  }
}
