package pledgebook.audit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;

/// What can be wrong with a trail: a closed set.
enum AuditRule {
  /// Something was received, but there is no log.
  NO_LOG(Severity.ERROR),
  /// The first line is not the heading.
  HEADING(Severity.ERROR),
  /// A line is not what its own hash was taken over.
  LINE_ALTERED(Severity.ERROR),
  /// A line does not follow the one before it: something is missing, inserted or in another order.
  CHAIN_BROKEN(Severity.ERROR),
  /// The last line has no end: writing it was interrupted.
  TORN_LINE(Severity.ERROR),
  /// A line of received.csv that the log does not tell of.
  NOT_RECORDED(Severity.ERROR),
  /// A line of received.csv says other than the log.
  LIST_DIFFERS(Severity.ERROR),
  /// Something was received by the log that received.csv does not list.
  NOT_LISTED(Severity.ERROR),
  /// received.csv lists in another order.
  LIST_ORDER(Severity.ERROR),
  /// A received file is gone.
  FILE_MISSING(Severity.ERROR),
  /// A received file is not what was received.
  FILE_ALTERED(Severity.ERROR),
  /// A hash that stands elsewhere is not in the log: it was cut short or written anew.
  HEAD_DIFFERS(Severity.ERROR),
  /// An entry was written later than what it tells of.
  RECORDED_LATE(Severity.NOTE);

  private static final Messages MESSAGES = Messages.of("audit");

  private final Severity severity;

  AuditRule(Severity severity) {
    this.severity = severity;
  }

  /// Room and name.
  String code() {
    return "audit." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @param file what it is about
  /// @param line of it; null for the whole file
  Finding on(String file, @Nullable Integer line, Object... holes) {
    return about(file, line, null, null, holes);
  }

  /// @param found a hash as it is
  /// @param expected as it should be
  Finding about(
      String file,
      @Nullable Integer line,
      @Nullable String found,
      @Nullable String expected,
      Object... holes) {
    String member = file.replaceAll("/.*", "");
    return new Finding(
        code(),
        severity,
        EntityCode.isWellFormed(member) ? new EntityCode(member) : null,
        new Location(file, null, line == null ? null : String.valueOf(line)),
        found,
        expected,
        null,
        null,
        MESSAGES.text(code(), holes),
        List.of());
  }
}
