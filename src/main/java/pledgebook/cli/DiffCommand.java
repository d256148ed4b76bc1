package pledgebook.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.publication.EditionDifference;
import pledgebook.publication.FigureChange;
import pledgebook.publication.FigureChange.Cause;
import pledgebook.publication.FigureChange.Said;
import pledgebook.reconciliation.Outcome;

/// `diff <edition> <edition>`: which figures two editions do not say alike, and why.
@Command(name = "diff", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
  private static final int CAUSES_SHOWN = 8;

  private final Terminal terminal;
  private final FindingLines lines;

  @Parameters(paramLabel = "EDITION", index = "0")
  private String earlier = "";

  @Parameters(paramLabel = "EDITION", index = "1")
  private String later = "";

  @Option(names = "--year", paramLabel = "YEAR")
  private @Nullable Integer year;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
  private Format format = Format.text;

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  /// How the answer is written; the names are what a person types.
  enum Format {
    text,
    csv,
    json
  }

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
    this.lines = new FindingLines(terminal);
  }

  @Override
  public Integer call() {
    EditionDifference difference = EditionDifference.of(folder(earlier), folder(later));
    switch (format) {
      case text -> report(difference);
      case csv -> terminal.out().print(difference.csv());
      case json -> terminal.out().print(difference.json());
    }
    return ExitStatus.DONE.code();
  }

  /// A folder, a manifest.json in one, or the number of an edition of the year.
  private Path folder(String edition) {
    if (year != null && edition.matches("[1-9]\\d{0,5}")) {
      return existing(output.resolve(edition.equals("1") ? "" + year : year + "-" + edition));
    }
    Path path = Path.of(edition);
    return existing(path.endsWith("manifest.json") ? path.resolveSibling("") : path);
  }

  private static Path existing(Path folder) {
    Path real = folder.toString().isEmpty() ? Path.of(".") : folder;
    if (!Files.isRegularFile(real.resolve("manifest.json"))) {
      String code = "cli.no-edition";
      throw new Failure(code, ExitStatus.USAGE, Door.MESSAGES.text(code, "edition", folder));
    }
    return real;
  }

  private void report(EditionDifference difference) {
    lines.say(
        difference.figures().isEmpty() ? "cli.diff-none" : "cli.diff",
        "earlier",
        difference.earlier().abbreviated(),
        "later",
        difference.later().abbreviated(),
        "count",
        difference.figures().size());
    difference.figures().forEach(this::report);
    difference.common().forEach(cause -> say("  ", cause));
  }

  private void report(FigureChange figure) {
    lines.say(
        "cli.diff-figure",
        "code",
        figure.indicator(),
        "name",
        figure.name(),
        "unit",
        figure.unit(),
        "earlier",
        text(figure.earlier()),
        "later",
        text(figure.later()));
    List<Cause> cells = figure.causes().stream().filter(c -> c.kind().isOfCell()).toList();
    cells.stream().limit(CAUSES_SHOWN).forEach(cause -> say("    ", cause));
    if (cells.size() > CAUSES_SHOWN) {
      lines.say("cli.diff-more", "count", cells.size() - CAUSES_SHOWN);
    }
  }

  private static String text(Said said) {
    String target = said.target().isEmpty() ? "—" : said.target();
    String actual = said.actual().isEmpty() ? "—" : said.actual();
    return Door.MESSAGES.text("cli.diff-said", "actual", actual, "target", target)
        + (said.outcome().isEmpty() ? "" : Outcome.valueOf(said.outcome()).label());
  }

  private static boolean isOfKey(Cause cause) {
    return cause.kind() == FigureChange.Kind.DEFINITION && !cause.cell().isEmpty();
  }

  private void say(String indent, Cause cause) {
    lines.say(
        "cli.diff." + cause.kind() + (isOfKey(cause) ? "_KEY" : ""),
        "indent",
        indent,
        "file",
        cause.file(),
        "sheet",
        cause.sheet(),
        "cell",
        cause.cell(),
        "earlier",
        cause.earlier(),
        "later",
        cause.later());
  }
}
