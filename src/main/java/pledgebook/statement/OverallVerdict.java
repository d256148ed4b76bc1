package pledgebook.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledProject;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.vocabulary.Messages;

/// What is said of the whole round. Projects are named in Chinese numerals: a number in print is a
/// result or a name, and an Arabic one would have to be bound.
final class OverallVerdict {
  private static final Messages MESSAGES = Messages.of("statement");
  private static final String NUMERALS = "零一二三四五六七八九";

  private OverallVerdict() {}

  /// 全部完成, or which projects are not, in the order of verdicts.
  static String of(ReconciledRound reconciled) {
    if (reconciled.allCompleted()) {
      return MESSAGES.text("statement.all-completed");
    }
    List<String> parts = new ArrayList<>();
    for (ProjectVerdict verdict : ProjectVerdict.values()) {
      List<ReconciledProject> projects =
          reconciled.projects().stream().filter(p -> p.verdict() == verdict).toList();
      if (!projects.isEmpty()) {
        parts.add(part(verdict, projects));
      }
    }
    return MESSAGES.text(
        "statement.not-all-completed",
        "parts",
        String.join(MESSAGES.text("statement.clause-separator"), parts));
  }

  private static String part(ProjectVerdict verdict, List<ReconciledProject> projects) {
    if (verdict == ProjectVerdict.COMPLETED) {
      return MESSAGES.text("statement.others-completed");
    }
    String named =
        projects.stream()
            .map(p -> MESSAGES.text("statement.project", "number", numeral(p.number())))
            .collect(Collectors.joining(MESSAGES.text("statement.list-separator")));
    return MESSAGES.text(
        "statement.projects-with-verdict", "projects", named, "verdict", verdict.label());
  }

  /// A number from 1 to 99 in Chinese numerals; codes of indicators leave a project two digits.
  static String numeral(int number) {
    if (number < 1 || number > 99) {
      throw new IllegalArgumentException("not a project's number: " + number);
    }
    int tens = number / 10;
    int ones = number % 10;
    String head = tens == 0 ? "" : tens == 1 ? "十" : NUMERALS.charAt(tens) + "十";
    return ones == 0 ? head : head + NUMERALS.charAt(ones);
  }
}
