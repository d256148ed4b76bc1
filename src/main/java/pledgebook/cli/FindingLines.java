package pledgebook.cli;

import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;

/// Findings told to a person at a terminal, and what goes with them.
final class FindingLines {
  private final Terminal terminal;

  FindingLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A sentence of the door's messages. What comes from a file must not steer a terminal.
  void say(String key, Object... holes) {
    terminal.out().println(Door.MESSAGES.text(key, holes).replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }

  /// How much it weighs, where, what to do, what stands there and what should.
  void say(Finding finding) {
    String sheet = finding.location().sheet();
    String cell = finding.location().cell();
    say(
        "cli.finding",
        "severity",
        finding.severity().label(),
        "place",
        (sheet == null ? "" : sheet) + (cell == null ? "" : "!" + cell),
        "message",
        finding.message(),
        "code",
        finding.code());
    values(finding.found(), finding.expected());
  }

  /// A value nobody expects is not expected to be blank either.
  private void values(@Nullable String found, @Nullable String expected) {
    if (found != null && expected != null) {
      say("cli.values", "found", found, "expected", expected);
    } else if (found != null) {
      say("cli.found", "found", found);
    } else if (expected != null) {
      say("cli.expected", "expected", expected);
    }
  }
}
