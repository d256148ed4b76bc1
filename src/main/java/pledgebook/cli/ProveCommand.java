package pledgebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.publication.CellProof;
import pledgebook.vocabulary.Sha256;

/// `prove <cell>`: that a cell belongs to what an edition rests on; `prove --check <file>`: does a
/// proof hold? Checking needs nothing but the proof.
@Command(name = "prove", mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int CELL_WORDS = 6;

  private final Terminal terminal;
  private final FindingLines lines;

  @Parameters(paramLabel = "CELL", arity = "0..1")
  private @Nullable String what;

  @Option(names = "--check", paramLabel = "FILE")
  private @Nullable Path check;

  @Option(names = "--printed", paramLabel = "HASH")
  private @Nullable String printed;

  @Option(names = "--year", paramLabel = "YEAR")
  private @Nullable Integer year;

  @Option(names = "--edition", paramLabel = "N")
  private @Nullable Integer edition;

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  ProveCommand(Terminal terminal) {
    this.terminal = terminal;
    this.lines = new FindingLines(terminal);
  }

  @Override
  public Integer call() {
    if (what != null && check == null) {
      int of = year == null ? onlyYear() : year;
      terminal.out().print(CellProof.of(output, of, edition, what).text());
      return ExitStatus.DONE.code();
    }
    if (what == null && check != null) {
      return check(check).code();
    }
    throw usage("cli.prove-what");
  }

  private int onlyYear() {
    List<Integer> years = CellProof.years(output);
    if (years.size() > 1) {
      throw usage("cli.prove-year", "output", output);
    }
    if (years.isEmpty()) {
      throw usage("cli.prove-none", "output", output);
    }
    return years.getFirst();
  }

  private ExitStatus check(Path file) {
    CellProof proof = CellProof.read(file);
    Optional<Finding> fault = proof.fault(file, printed());
    if (fault.isPresent()) {
      lines.say(fault.get());
      return ExitStatus.FINDINGS;
    }
    lines.say("cli.proved", "file", file, "edition", proof.edition());
    List<String> said = proof.said();
    if (said.size() == CELL_WORDS) {
      lines.say(
          "cli.proved-cell",
          "file",
          said.get(2),
          "sheet",
          said.get(3),
          "cell",
          said.get(4),
          "text",
          said.get(5),
          "hash",
          said.get(1));
    } else {
      lines.say("cli.proved-other", "what", String.join(" ", said));
    }
    return ExitStatus.DONE;
  }

  private @Nullable Sha256 printed() {
    if (printed == null) {
      return null;
    }
    String hash = printed.replace(" ", "");
    if (!HASH.matcher(hash).matches()) {
      throw usage("cli.not-an-edition", "text", printed);
    }
    return new Sha256(hash);
  }

  private static Failure usage(String code, Object... holes) {
    return new Failure(code, ExitStatus.USAGE, Door.MESSAGES.text(code, holes));
  }
}
