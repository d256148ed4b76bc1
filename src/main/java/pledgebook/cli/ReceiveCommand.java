package pledgebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.submission.Inbox;
import pledgebook.submission.Intake;
import pledgebook.submission.ReadingRule;

/// `receive <file>… --year <year> --from <name>`: the only way into input/.
@Command(name = "receive", mixinStandardHelpOptions = true)
final class ReceiveCommand implements Callable<Integer> {
  /// What is said of files that were received before.
  private static final Set<String> KNOWN =
      Set.of(
          ReadingRule.NO_CHANGE.code(),
          ReadingRule.SAME_VALUES.code(),
          ReadingRule.SUPERSEDED_AGAIN.code());

  private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠]");

  private final Terminal terminal;
  private final Clock clock;

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files = List.of();

  @Option(names = "--year", paramLabel = "YEAR", required = true)
  private int year;

  @Option(names = "--from", paramLabel = "NAME", required = true)
  private String from = "";

  @Mixin private Folders folders = new Folders();

  ReceiveCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    requirePlainSender();
    try {
      Round round = RoundReader.read(folders.jobs, year);
      Inbox inbox = new Inbox(folders.input, round);
      ExitStatus status = ExitStatus.DONE;
      for (Path file : files) {
        Intake intake = inbox.receive(file, clock.instant(), from);
        if (report(file, intake) == ExitStatus.FINDINGS) {
          status = ExitStatus.FINDINGS;
        }
      }
      return status.code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  /// The list of what was received is opened in spreadsheet programs, which would compute such a
  /// name.
  private void requirePlainSender() {
    if (from.isBlank() || FORMULA.matcher(from).find()) {
      String code = "cli.sender";
      throw new Failure(code, ExitStatus.USAGE, Door.MESSAGES.text(code, "from", from));
    }
  }

  private ExitStatus report(Path file, Intake intake) {
    FindingLines lines = new FindingLines(terminal);
    return switch (intake) {
      case Intake.Received received -> {
        boolean known = received.findings().stream().anyMatch(f -> KNOWN.contains(f.code()));
        lines.say(
            known ? "cli.known" : "cli.received",
            "file",
            file.getFileName(),
            "stored",
            received.file());
        lines.say(received.findings());
        yield received.findings().stream().anyMatch(f -> f.severity().blocks())
            ? ExitStatus.FINDINGS
            : ExitStatus.DONE;
      }
      case Intake.Rejected rejected -> {
        lines.say("cli.rejected", "file", file.getFileName(), "stored", rejected.file());
        lines.say(rejected.reason());
        yield ExitStatus.FINDINGS;
      }
    };
  }
}
