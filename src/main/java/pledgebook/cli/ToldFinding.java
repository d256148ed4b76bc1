package pledgebook.cli;

import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;

/// A finding as it is told on a terminal: one line that says what to do, one that sets what was
/// found against what was expected.
final class ToldFinding {
  private ToldFinding() {}

  static void tell(Terminal terminal, Finding finding) {
    String sheet = finding.location().sheet();
    String cell = finding.location().cell();
    say(
        terminal,
        "cli.checked-finding",
        "severity",
        finding.severity().label(),
        "place",
        (sheet == null ? "" : sheet) + (cell == null ? "" : "!" + cell),
        "message",
        finding.message(),
        "code",
        finding.code());
    if (finding.found() != null || finding.expected() != null) {
      say(
          terminal,
          "cli.checked-values",
          "found",
          shown(finding.found()),
          "expected",
          shown(finding.expected()));
    }
  }

  private static String shown(@Nullable String value) {
    return value == null ? Door.MESSAGES.text("cli.checked-nothing") : value;
  }

  /// What comes from a file must not steer a terminal.
  static void say(Terminal terminal, String key, Object... holes) {
    terminal.out().println(Door.MESSAGES.text(key, holes).replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }
}
