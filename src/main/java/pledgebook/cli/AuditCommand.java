package pledgebook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pledgebook.audit.Anchor;
import pledgebook.audit.AuditTrail;
import pledgebook.audit.AuditTrail.Verified;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.publication.SealedEditions;
import pledgebook.submission.Inbox;
import pledgebook.vocabulary.Sha256;

/// `audit`: what was done with a round, and whether the log of it is whole.
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.USAGE.code();
  }

  /// `audit verify <year>`: the log against itself, received.csv, the received files, the seals and
  /// a hash somebody noted.
  @Command(name = "verify", mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final FindingLines lines;

    @Parameters(paramLabel = "YEAR")
    private int year;

    @Option(names = "--head", paramLabel = "HASH")
    private List<String> heads = List.of();

    @Mixin private Folders folders = new Folders();

    Verify(Terminal terminal) {
      this.lines = new FindingLines(terminal);
    }

    @Override
    public Integer call() {
      Path folder = folders.input.resolve(String.valueOf(year));
      if (!Files.isDirectory(folder)) {
        throw usage("audit.no-round", "folder", folder);
      }
      Verified verified =
          new AuditTrail(folders.input, year)
              .verify(Inbox.listings(folders.input, year), anchors());
      List<Finding> findings = new ArrayList<>(verified.findings());
      findings.addAll(SealedEditions.findings(folders.output, year, verified.entries()));
      findings.forEach(lines::say);
      boolean sound = findings.stream().noneMatch(finding -> finding.severity().blocks());
      tell(sound, verified.end());
      return (sound ? ExitStatus.DONE : ExitStatus.FINDINGS).code();
    }

    private void tell(boolean sound, Optional<Anchor> end) {
      if (end.isEmpty()) {
        lines.say(sound ? "cli.audit-empty" : "cli.audit-none", "year", year);
      } else {
        lines.say(
            sound ? "cli.audit-whole" : "cli.audit-broken",
            "year",
            year,
            "count",
            end.get().sequence(),
            "hash",
            end.get().hash());
      }
    }

    private List<Anchor> anchors() {
      List<Anchor> anchors = new ArrayList<>(SealedEditions.anchors(folders.output, year));
      for (String head : heads) {
        if (!HASH.matcher(head).matches()) {
          throw usage("audit.head-not-a-hash", "text", head);
        }
        anchors.add(new Anchor("--head", 0, new Sha256(head)));
      }
      return anchors;
    }

    private static Failure usage(String code, Object... holes) {
      return new Failure(code, ExitStatus.USAGE, Door.MESSAGES.text(code, holes));
    }
  }
}
