package pledgebook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.job.OutputLock;
import pledgebook.publication.Signing;
import pledgebook.publication.Signing.SignedBooklet;
import pledgebook.signature.SigningKey;

/// `sign <year> --key <file> --time <moment>`: a signed copy of the booklet. The password is never
/// an argument: those stand in the list of processes for all to see.
@Command(name = "sign", mixinStandardHelpOptions = true)
final class SignCommand implements Callable<Integer> {
  static final String PASSWORD = "PLEDGEBOOK_KEY_PASSWORD";

  private final FindingLines lines;
  private final Map<String, String> environment;

  @Parameters(paramLabel = "YEAR")
  private int year;

  @Option(names = "--key", paramLabel = "FILE", required = true)
  private Path key = Path.of("");

  @Option(names = "--time", paramLabel = "TIME", required = true)
  private OffsetDateTime time = OffsetDateTime.MIN;

  @Option(names = "--password-file", paramLabel = "FILE")
  private @Nullable Path passwordFile;

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  SignCommand(Terminal terminal, Map<String, String> environment) {
    this.lines = new FindingLines(terminal);
    this.environment = environment;
  }

  @Override
  public Integer call() {
    SigningKey opened = SigningKey.open(key, password());
    if (!opened.isValidAt(time.toInstant())) {
      String code = "cli.time-outside-certificate";
      throw new Failure(code, ExitStatus.USAGE, Door.MESSAGES.text(code, "time", time));
    }
    try (OutputLock _ = OutputLock.take(output)) {
      SignedBooklet signed = new Signing(output).sign(year, opened, time.toInstant());
      lines.say(
          "cli.signed",
          "number",
          signed.number(),
          "hash",
          signed.edition().abbreviated(),
          "by",
          opened.holder(),
          "at",
          time,
          "file",
          signed.file());
      if (!signed.before().isEmpty()) {
        lines.say("cli.signed-before", "count", signed.before().size());
      }
      if (opened.isWeak()) {
        lines.say("cli.weak-key");
      }
      return ExitStatus.DONE.code();
    }
  }

  private char[] password() {
    Path file = passwordFile;
    if (file != null) {
      try {
        return Files.readString(file, StandardCharsets.UTF_8)
            .lines()
            .findFirst()
            .orElse("")
            .toCharArray();
      } catch (IOException e) {
        throw new Failure(
            "cli.password-not-readable",
            ExitStatus.USAGE,
            Door.MESSAGES.text("cli.password-not-readable", "file", file),
            e);
      }
    }
    String password = environment.get(PASSWORD);
    if (password == null) {
      throw new Failure(
          "cli.password-missing", ExitStatus.USAGE, Door.MESSAGES.text("cli.password-missing"));
    }
    return password.toCharArray();
  }
}
