package pledgebook.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.publication.Verification;
import pledgebook.publication.Verification.Origin;
import pledgebook.publication.Verification.Signed;
import pledgebook.publication.Verification.Verified;

/// `verify <pdf>`: is it an edition's, unchanged, and who signed it?
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final FindingLines lines;

  @Parameters(paramLabel = "PDF")
  private Path pdf = Path.of("");

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  VerifyCommand(Terminal terminal) {
    this.lines = new FindingLines(terminal);
  }

  @Override
  public Integer call() {
    Verified verified = new Verification(output).verify(pdf);
    boolean sound = verified.findings().isEmpty();
    Origin origin = verified.origin();
    Signed signed = verified.signed();
    if (sound && origin != null) {
      tell(signed == null ? "cli.verified-unsigned" : "cli.verified-signed", origin);
      if (origin.draft()) {
        lines.say("cli.verified-draft");
      }
    } else {
      lines.say("cli.not-verified", "file", pdf);
    }
    if (signed != null) {
      tell(signed);
    }
    verified.findings().forEach(lines::say);
    return (sound ? ExitStatus.DONE : ExitStatus.FINDINGS).code();
  }

  private void tell(String key, Origin origin) {
    lines.say(
        key,
        "file",
        pdf,
        "year",
        origin.year(),
        "number",
        origin.number(),
        "edition",
        origin.edition().abbreviated(),
        "name",
        origin.name());
  }

  private void tell(Signed signed) {
    Instant time = signed.time();
    lines.say("cli.verified-by", "by", signed.by().name());
    if (time != null) {
      lines.say("cli.verified-time", "time", time);
    }
    lines.say("cli.verified-issuer", "issuer", signed.by().issuer());
    lines.say("cli.verified-fingerprint", "fingerprint", signed.by().fingerprint());
    if (signed.by().weak()) {
      lines.say("cli.weak-key");
    }
  }
}
