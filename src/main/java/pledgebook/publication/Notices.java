package pledgebook.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    lines.addAll(asOf(edition));
    if (edition.draft()) {
      lines.add(draft(edition));
    }
    if (edition.round().demonstration()) {
      lines.add(demonstration());
    }
    return new Notices(lines);
  }

  /// That it looks back, where it does.
  static List<String> asOf(Edition edition) {
    LocalDate asOf = edition.asOf();
    return asOf == null
        ? List.of()
        : List.of(MESSAGES.text("notice.as-of", "date", Days.text(asOf)));
  }

  /// What stands in the way of a draft.
  static String draft(Edition edition) {
    List<Finding> findings = edition.openFindings();
    long missing =
        edition.reconciled().indicators().stream()
            .filter(i -> !i.coverage().missing().isEmpty())
            .count();
    String open =
        joined(
            part("notice.draft.errors", count(findings, Severity.ERROR)),
            part("notice.draft.verifications", count(findings, Severity.VERIFY)));
    String unresolved = open.isEmpty() ? "" : MESSAGES.text("notice.draft.open", "open", open);
    String uncollected = part("notice.draft.missing", missing);
    String separator =
        unresolved.isEmpty() || uncollected.isEmpty() ? "" : MESSAGES.text("notice.draft.comma");
    return MESSAGES.text("notice.draft", "why", unresolved + separator + uncollected);
  }

  /// What there is none of is not told.
  private static String part(String key, long count) {
    return count == 0 ? "" : MESSAGES.text(key, "count", count);
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(MESSAGES.text("digest.separator")));
  }

  /// That the data is not real.
  static String demonstration() {
    return MESSAGES.text("notice.demonstration");
  }

  /// All in one text.
  String text() {
    return String.join("", lines);
  }

  private static long count(List<Finding> findings, Severity severity) {
    return Finding.count(findings, severity);
  }
}
