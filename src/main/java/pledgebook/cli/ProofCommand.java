package pledgebook.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.publication.Proof;
import pledgebook.publication.Proof.Proofed;

/// `proof <pdf> --year <year>`: sets every number of a PDF a printing house has worked on against
/// the edition.
@Command(name = "proof", mixinStandardHelpOptions = true)
final class ProofCommand implements Callable<Integer> {
  private final FindingLines lines;

  @Parameters(paramLabel = "PDF")
  private Path pdf = Path.of("");

  @Option(names = "--year", paramLabel = "YEAR", required = true)
  private int year;

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  ProofCommand(Terminal terminal) {
    this.lines = new FindingLines(terminal);
  }

  @Override
  public Integer call() {
    Proofed proofed = new Proof(output).compare(year, pdf);
    boolean equal = proofed.findings().isEmpty();
    lines.say(
        equal ? "cli.proofed-equal" : "cli.proofed",
        "file",
        pdf,
        "year",
        year,
        "number",
        proofed.number(),
        "hash",
        proofed.edition().abbreviated(),
        "numbers",
        proofed.numbers(),
        "compared",
        proofed.compared(),
        "count",
        proofed.findings().size());
    proofed.findings().forEach(lines::say);
    return (equal ? ExitStatus.DONE : ExitStatus.FINDINGS).code();
  }
}
