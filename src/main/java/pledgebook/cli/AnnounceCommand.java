package pledgebook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pledgebook.finding.ExitStatus;
import pledgebook.publication.Announcement;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;

/// `announce <year>`: the list of what is promised, as a newspaper prints it. Nothing needs to have
/// been received.
@Command(name = "announce", mixinStandardHelpOptions = true)
final class AnnounceCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DefinedRound asked = new DefinedRound();

  AnnounceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      Round round = RoundReader.read(asked.jobs, asked.year);
      Path folder = asked.output.resolve(asked.year + "-announcement");
      Path file = Announcement.write(round, ProgramVersion.text(), folder);
      terminal.out().println(Door.MESSAGES.text("cli.announced", "year", asked.year, "file", file));
      return ExitStatus.DONE.code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }
}
