package pledgebook.cli;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;

/// The door of the program: finds the command, lets it speak, and turns whatever happens into a
/// clear message and an exit status. A stack trace never reaches a user.
public final class Door {
  static final Messages MESSAGES = Messages.of("cli");

  /// The members' legal time, by which days are told.
  static final ZoneOffset LEGAL_TIME = ZoneOffset.ofHours(8);

  private final Terminal terminal;
  private final Clock clock;

  private Door(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /// Runs a command of this process.
  ///
  /// @return the exit status ([ExitStatus])
  public static int enter(String... arguments) {
    LibraryLogs.silence();
    return new Door(Terminal.ofProcess(), Clock.systemUTC()).run(arguments);
  }

  static int enter(Terminal terminal, Clock clock, String... arguments) {
    return new Door(terminal, clock).run(arguments);
  }

  private int run(String... arguments) {
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new AnnounceCommand(terminal))
            .addSubcommand(new TemplatesCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new ReceiveCommand(terminal, clock))
            .addSubcommand(new YearEndCommand(terminal, clock))
            .addSubcommand(new SealCommand(terminal, clock))
            .addSubcommand(new OpenCommand(terminal, clock))
            .addSubcommand(new CompareCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(
                new CommandLine(new AuditCommand())
                    .addSubcommand(new AuditCommand.Verify(terminal)))
            .addSubcommand(new DiffCommand(terminal))
            .addSubcommand(new RebuildCommand(terminal))
            .addSubcommand(new ProveCommand(terminal))
            .addSubcommand(new ProofCommand(terminal))
            .addSubcommand(new SignCommand(terminal, System.getenv()))
            .addSubcommand(new VerifyCommand(terminal))
            .setResourceBundle(ResourceBundle.getBundle("messages.help"))
            .setOut(terminal.writer(terminal.out()))
            .setErr(terminal.writer(terminal.err()))
            .setUsageHelpWidth(100)
            .setUsageHelpAutoWidth(false)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
            .setParameterExceptionHandler(this::misused)
            .setExecutionExceptionHandler(this::failed);
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError error) {
      return unexpected(error);
    }
  }

  private int misused(ParameterException exception, String[] arguments) {
    terminal.err().println(Misuse.message(exception));
    terminal
        .err()
        .println(
            MESSAGES.text(
                "cli.see-help",
                "command",
                exception.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitStatus.USAGE.code();
  }

  private int failed(Exception exception, CommandLine line, CommandLine.ParseResult arguments) {
    if (exception instanceof Failure failure) {
      return say(failure.code(), failure.getMessage(), failure.exitStatus());
    }
    return unexpected(exception);
  }

  private int say(String code, String message, ExitStatus exit) {
    terminal.err().println(MESSAGES.text("cli.failure", "code", code, "message", message));
    return exit.code();
  }

  private int unexpected(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return say("cli.out-of-memory", MESSAGES.text("cli.out-of-memory"), ExitStatus.FAILED);
    }
    String reason = thrown.getClass().getSimpleName();
    terminal.err().println(MESSAGES.text("cli.unexpected", "reason", reason));
    return ExitStatus.FAILED.code();
  }

  /// The program itself: without a command it shows its help.
  @Command(
      name = "pledgebook",
      mixinStandardHelpOptions = true,
      versionProvider = ProgramVersion.class)
  static final class Root implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
      spec.commandLine().usage(spec.commandLine().getErr());
      return ExitStatus.USAGE.code();
    }
  }
}
