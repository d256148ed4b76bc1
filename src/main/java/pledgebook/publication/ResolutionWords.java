package pledgebook.publication;

import java.time.LocalDate;
import pledgebook.finding.Severity;
import pledgebook.observation.Resolution;
import pledgebook.observation.Resolved;
import pledgebook.vocabulary.Messages;

/// What became of a finding, in the words the outputs print.
///
/// @param state of programs: open, explained, waived or returned
/// @param label as printed; empty for a note, which nobody has to settle
/// @param text the member's explanation, or why it was waived; empty while it stands
/// @param cell where the member wrote it
/// @param by who waived it
/// @param on the day it was waived, ISO 8601
record ResolutionWords(String state, String label, String text, String cell, String by, String on) {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  static ResolutionWords of(Resolved resolved) {
    return switch (resolved.resolution()) {
      case Resolution.Open _ -> open(resolved.finding().severity());
      case Resolution.Returned _ ->
          new ResolutionWords("returned", label("returned"), "", "", "", "");
      case Resolution.Explained(String text, String cell) ->
          new ResolutionWords("explained", label("explained"), text, cell, "", "");
      case Resolution.Waived(String reason, String by, LocalDate on) ->
          new ResolutionWords("waived", label("waived"), reason, "", by, on.toString());
    };
  }

  private static ResolutionWords open(Severity severity) {
    return new ResolutionWords("open", severity.blocks() ? label("open") : "", "", "", "", "");
  }

  private static String label(String state) {
    return MESSAGES.text("resolution." + state);
  }

  /// The explanation or the reason with its source, in one text; empty while it stands.
  String sentence() {
    return switch (state) {
      case "explained" -> MESSAGES.text("resolution.by-member", "text", text, "cell", cell);
      case "waived" -> MESSAGES.text("resolution.by-secretariat", "text", text, "by", by, "on", on);
      default -> "";
    };
  }
}
