package pledgebook.cli;

import java.util.List;
import pledgebook.finding.ExitStatus;
import pledgebook.registry.DefinitionFault;
import pledgebook.registry.DefinitionRefused;

/// Says what is wrong with a definition: every fault with file, line and key.
final class DefinitionFaults {
  private DefinitionFaults() {}

  /// Prints the faults.
  ///
  /// @return the exit status of a faulty round
  static int print(Terminal terminal, DefinitionRefused refused) {
    return print(
        terminal,
        Door.MESSAGES.text("cli.definition-refused", "count", refused.faults().size()),
        refused.faults());
  }

  /// Prints the faults of the year before, of which this year's definition is free.
  ///
  /// @return the exit status of a faulty round
  static int printBefore(Terminal terminal, int year, List<DefinitionFault> faults) {
    return print(
        terminal,
        Door.MESSAGES.text("cli.before-refused", "year", year, "count", faults.size()),
        faults);
  }

  private static int print(Terminal terminal, String heading, List<DefinitionFault> faults) {
    terminal.err().println(heading);
    for (DefinitionFault fault : faults) {
      terminal
          .err()
          .println(
              Door.MESSAGES.text(
                  "cli.definition-fault",
                  "file",
                  fault.place().file(),
                  "line",
                  fault.place().line(),
                  "key",
                  fault.place().key().isEmpty() ? "" : " " + fault.place().key(),
                  "message",
                  fault.message(),
                  "code",
                  fault.code()));
    }
    return ExitStatus.USAGE.code();
  }
}
