package pledgebook.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.job.OutputLock;
import pledgebook.publication.Seal;
import pledgebook.publication.Seal.SealedEdition;

/// `seal <year> --by <name>`: a person answers for an edition; from then on nothing changes it.
@Command(name = "seal", mixinStandardHelpOptions = true)
final class SealCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Parameters(paramLabel = "YEAR")
  private int year;

  @Option(names = "--by", paramLabel = "NAME", required = true)
  private String by = "";

  @Mixin private Folders folders = new Folders();

  SealCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try (OutputLock _ = OutputLock.take(folders.output)) {
      SealedEdition sealed =
          new Seal(folders.jobs, folders.input, folders.output).seal(year, by, clock.instant());
      terminal
          .out()
          .println(
              Door.MESSAGES.text(
                  sealed.before() ? "cli.sealed-before" : "cli.sealed",
                  "number",
                  sealed.number(),
                  "hash",
                  sealed.edition().abbreviated(),
                  "by",
                  sealed.by(),
                  "at",
                  sealed.at(),
                  "folder",
                  sealed.folder()));
      return ExitStatus.DONE.code();
    }
  }
}
