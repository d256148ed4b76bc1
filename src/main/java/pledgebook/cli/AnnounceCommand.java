package pledgebook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

  @Parameters(paramLabel = "YEAR")
  private int year;

  @Option(names = "--jobs", paramLabel = "DIR", defaultValue = "${sys:pledgebook.jobs:-jobs}")
  private Path jobs = Path.of("jobs");

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  AnnounceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      Round round = RoundReader.read(jobs, year);
      Path folder = output.resolve(year + "-announcement");
      Path file = Announcement.write(round, ProgramVersion.text(), folder);
      terminal.out().println(Door.MESSAGES.text("cli.announced", "year", year, "file", file));
      return ExitStatus.DONE.code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }
}
