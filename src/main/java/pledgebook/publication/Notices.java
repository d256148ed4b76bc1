package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.vocabulary.Messages;

/// What every output says of itself: whether it is a draft and why, whether its data is real.
///
/// @param lines Chinese sentences; empty for a final edition of real data
record Notices(List<String> lines) {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  Notices {
    lines = List.copyOf(lines);
  }

  /// The notices of an edition.
  static Notices of(Edition edition) {
    List<String> lines = new ArrayList<>();
    List<Finding> findings = edition.openFindings();
    if (edition.draft()) {
      lines.add(
          MESSAGES.text(
              "notice.draft",
              "errors",
              count(findings, Severity.ERROR),
              "verifications",
              count(findings, Severity.VERIFY),
              "missing",
              edition.reconciled().indicators().stream()
                  .filter(i -> !i.coverage().missing().isEmpty())
                  .count()));
    }
    if (edition.round().demonstration()) {
      lines.add(MESSAGES.text("notice.demonstration"));
    }
    return new Notices(lines);
  }

  /// All in one text.
  String text() {
    return String.join("", lines);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }
}
