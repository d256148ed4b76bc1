package pledgebook.cli;

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
    terminal
        .err()
        .println(Door.MESSAGES.text("cli.definition-refused", "count", refused.faults().size()));
    for (DefinitionFault fault : refused.faults()) {
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
                  fault.place().key(),
                  "message",
                  fault.message(),
                  "code",
                  fault.code()));
    }
    return ExitStatus.USAGE.code();
  }
}
