package pledgebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.publication.Explanation;

/// `explain <indicator|figure>`: where a figure comes from, from the printed text to the cells.
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FIGURE")
  private String figure = "";

  @Option(names = "--year", paramLabel = "YEAR")
  private @Nullable Integer year;

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--json")
  private boolean json;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Explanation explanation = Explanation.of(output, year);
    if (json) {
      terminal.out().print(explanation.json(figure));
    } else {
      List<String> lines = explanation.lines(figure, all);
      explanation.heading().forEach(this::say);
      lines.forEach(this::say);
    }
    return ExitStatus.DONE.code();
  }

  /// What comes from a file must not steer a terminal.
  private void say(String line) {
    terminal.out().println(line.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }
}
