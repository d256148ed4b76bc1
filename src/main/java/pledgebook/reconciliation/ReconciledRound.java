package pledgebook.reconciliation;

import java.util.List;
import pledgebook.vocabulary.IndicatorCode;

/// The whole round, promise against performance, in the order of its definition.
public record ReconciledRound(
    List<ReconciledIndicator> indicators, List<ReconciledProject> projects) {
  public ReconciledRound {
    indicators = List.copyOf(indicators);
    projects = List.copyOf(projects);
  }

  /// The indicator under a code of the round.
  ///
  /// @throws IllegalArgumentException when the round does not declare it
  public ReconciledIndicator indicator(IndicatorCode code) {
    return indicators.stream()
        .filter(i -> i.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no indicator " + code));
  }

  /// The project under a number of the round.
  ///
  /// @throws IllegalArgumentException when the round does not declare it
  public ReconciledProject project(int number) {
    return projects.stream()
        .filter(p -> p.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no project " + number));
  }

  /// 全部完成: every project is.
  public boolean allCompleted() {
    return projects.stream().allMatch(p -> p.verdict() == ProjectVerdict.COMPLETED);
  }
}
