package pledgebook.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.publication.CommitmentReport;
import pledgebook.registry.CommitmentChange;
import pledgebook.registry.CommitmentChange.Promised;
import pledgebook.registry.CommitmentComparison;
import pledgebook.registry.CommitmentComparison.Compared;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;

/// `compare <year>`: what a round promises against the round of the year before. Nothing needs to
/// have been received.
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DefinedRound asked = new DefinedRound();

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      Round round = RoundReader.read(asked.jobs, asked.year);
      if (!RoundReader.years(asked.jobs).contains(asked.year - 1)) {
        throw new Failure(
            "cli.no-year-before",
            ExitStatus.USAGE,
            Door.MESSAGES.text("cli.no-year-before", "year", asked.year, "before", asked.year - 1));
      }
      Compared compared = CommitmentComparison.withYearBefore(asked.jobs, round);
      if (!compared.faults().isEmpty()) {
        return DefinitionFaults.printBefore(terminal, asked.year - 1, compared.faults());
      }
      List<CommitmentChange> changes = compared.changes();
      TextTable table = new TextTable();
      changes.forEach(change -> row(table, change));
      table.lines().forEach(terminal.out()::println);
      terminal.out().println(CommitmentReport.counts(changes));
      CommitmentReport.write(round, changes, asked.output.resolve(asked.year + "-comparison"))
          .forEach(terminal.out()::println);
      return ExitStatus.DONE.code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  private static void row(TextTable table, CommitmentChange change) {
    Promised before = change.before();
    Promised now = change.indicator();
    boolean whole = before == null && now == null;
    String was = whole ? title(change.projectBefore(), change.titleBefore()) : of(before);
    String is = whole ? title(change.project(), change.title()) : of(now);
    String arrow = was.isEmpty() || is.isEmpty() ? was + is : was + " → " + is;
    String indent = whole ? "" : "  ";
    String detail = change.detail().isEmpty() ? "" : "（" + change.detail() + "）";
    table.row(change.change().label(), indent + arrow + detail);
  }

  private static String title(@Nullable Integer number, @Nullable String title) {
    return number == null ? "" : number + " " + title;
  }

  private static String of(@Nullable Promised promised) {
    return promised == null
        ? ""
        : (promised.code() + " " + promised.name() + " " + promised.target()).strip();
  }
}
