package pledgebook.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.publication.ClosingCopy;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Indicator;
import pledgebook.registry.OpeningValue;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;

/// `open <year> --by <name>`: what last year's sealed edition closed with becomes what this year
/// opens with, as a copy somebody has reviewed.
@Command(name = "open", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Parameters(paramLabel = "YEAR")
  private int year;

  @Option(names = "--by", paramLabel = "NAME", required = true)
  private String by = "";

  @Option(names = "--from", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--replace")
  private boolean replace;

  @Option(names = "--jobs", paramLabel = "DIR", defaultValue = "jobs")
  private Path jobs = Path.of("jobs");

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  OpenCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    try {
      if (!RoundReader.years(jobs).contains(year)) {
        RoundReader.read(jobs, year);
      }
      ClosingCopy closing = ClosingCopy.find(output, year - 1, files);
      ClosingCopy.Opened opened =
          closing.writeTo(jobs, by, LocalDate.ofInstant(clock.instant(), Door.LEGAL_TIME), replace);
      say(
          opened.before() ? "cli.opened-before" : "cli.opened",
          "year",
          closing.year(),
          "number",
          closing.number(),
          "hash",
          closing.edition().abbreviated(),
          "file",
          opened.file(),
          "closing",
          closing.sha256());
      tell(RoundReader.read(jobs, year));
      return ExitStatus.DONE.code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  /// What this year opens with; what it does not carry on is not told value by value.
  private void tell(Round round) {
    TextTable table = new TextTable();
    for (Indicator indicator : round.indicators()) {
      List<OpeningValue> values =
          round.opening().stream()
              .filter(value -> value.indicator().equals(indicator.code()))
              .toList();
      if (!values.isEmpty()) {
        table.row(
            indicator.code().value(),
            indicator.name(),
            values.stream()
                    .map(value ->
                        round.findEntity(value.entity()).orElseThrow().name()
                            + value.value().stripTrailingZeros().toPlainString())
                    .collect(Collectors.joining("，"))
                + "（"
                + indicator.unit()
                + "）");
      }
    }
    List<String> lines = table.lines();
    lines.forEach(terminal.out()::println);
    if (lines.isEmpty()) {
      say("cli.opened-nothing");
    }
  }

  private void say(String key, Object... holes) {
    terminal.out().println(Door.MESSAGES.text(key, holes));
  }
}
