package pledgebook.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.job.JobRunner;
import pledgebook.job.YearEnd;
import pledgebook.observation.Resolution;
import pledgebook.observation.Resolved;
import pledgebook.publication.Edition;
import pledgebook.publication.PublishedEdition.PublishedFile;
import pledgebook.registry.DefinitionRefused;
import pledgebook.statement.Statement;

/// `year-end <year>`: from the received files to the booklet.
@Command(name = "year-end", mixinStandardHelpOptions = true)
final class YearEndCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Parameters(paramLabel = "YEAR")
  private int year;

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Mixin private Folders folders = new Folders();

  YearEndCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    requirePast();
    LibraryLogs.ofRun();
    YearEnd.Request request =
        new YearEnd.Request(
            year, folders.jobs, folders.input, folders.output, ProgramVersion.text(), asOf);
    try {
      YearEnd.Result result = run(request);
      report(result);
      return (result.published().draft() ? ExitStatus.FINDINGS : ExitStatus.DONE).code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  /// What will have been received by a day to come nobody can tell yet.
  private void requirePast() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Door.LEGAL_TIME);
    if (asOf != null && asOf.isAfter(today)) {
      String code = "cli.as-of-to-come";
      throw new Failure(
          code, ExitStatus.USAGE, Door.MESSAGES.text(code, "day", asOf, "today", today));
    }
  }

  private YearEnd.Result run(YearEnd.Request request) throws DefinitionRefused {
    try (ProgressBar bar = ProgressBar.on(terminal)) {
      return new JobRunner(request, bar).run();
    }
  }

  private void report(YearEnd.Result result) {
    Edition edition = result.edition();
    if (result.resumed()) {
      say("cli.resumed");
    }
    say(
        edition.draft() ? "cli.draft" : "cli.final",
        "title",
        edition.statements().title(),
        "hash",
        edition.hash().abbreviated());
    if (asOf != null) {
      say("cli.as-of", "date", asOf);
    }
    if (edition.round().demonstration()) {
      say("cli.demonstration");
    }
    projects(edition).lines().forEach(terminal.out()::println);
    terminal.out().println(edition.statements().overall());
    findings(edition.openFindings());
    settled(edition.resolvedFindings());
    if (edition.countsFindings()) {
      say("cli.findings-counted");
    }
    files(result.published().files()).lines().forEach(terminal.out()::println);
    result.published().notes().forEach(terminal.out()::println);
  }

  private static TextTable projects(Edition edition) {
    TextTable table = new TextTable();
    for (Statement statement : edition.statements().projects()) {
      String exceeded = statement.exceeded() ? Door.MESSAGES.text("cli.exceeded") : "";
      table.row(
          String.format(Locale.ROOT, "%2d", statement.project()),
          statement.title(),
          statement.verdict().label() + exceeded);
    }
    return table;
  }

  private void findings(List<Finding> findings) {
    for (Severity severity : Severity.values()) {
      long count = Finding.count(findings, severity);
      if (count > 0) {
        say("cli.findings", "severity", severity.label(), "count", count);
      }
    }
  }

  /// What was explained, waived or returned is counted, too: it is printed with the rest.
  private void settled(List<Resolved> resolved) {
    if (resolved.stream().allMatch(Resolved::isOpen)) {
      return;
    }
    say(
        "cli.findings-settled",
        "explained",
        count(resolved, Resolution.Explained.class),
        "waived",
        count(resolved, Resolution.Waived.class),
        "returned",
        count(resolved, Resolution.Returned.class));
  }

  private static long count(List<Resolved> resolved, Class<? extends Resolution> kind) {
    return Finding.count(
        resolved.stream()
            .filter(each -> kind.isInstance(each.resolution()))
            .map(Resolved::finding)
            .toList());
  }

  private static TextTable files(List<PublishedFile> files) {
    TextTable table = new TextTable();
    files.forEach(file -> table.row(file.label(), file.path().toString()));
    return table;
  }

  private void say(String key, Object... holes) {
    terminal.out().println(Door.MESSAGES.text(key, holes));
  }
}
