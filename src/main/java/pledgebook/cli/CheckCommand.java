package pledgebook.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.finding.SkippedRule;
import pledgebook.job.FileCheck;
import pledgebook.observation.Resolution;
import pledgebook.observation.Resolved;
import pledgebook.publication.CheckedFile;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.submission.SubmissionReader;

/// `check <file>… [--year <year>]`: what a run would say of a file, before it is sent. Nothing is
/// stored. Without a year, the one the files state is meant, else the latest defined.
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  /// How the judgement is told.
  enum Format {
    /// To a person.
    text,
    /// To a program.
    json
  }

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> files = List.of();

  @Option(names = "--year", paramLabel = "YEAR")
  private @Nullable Integer year;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
  private Format format = Format.text;

  @Option(names = "--jobs", paramLabel = "DIR", defaultValue = "${sys:pledgebook.jobs:-jobs}")
  private Path jobs = Path.of("jobs");

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int year = year();
    try {
      FileCheck check = FileCheck.of(jobs, year);
      List<CheckedFile> checked = new ArrayList<>();
      files.forEach(file -> checked.add(check.check(file)));
      switch (format) {
        case json -> terminal.out().print(CheckedFile.json(year, checked));
        case text -> checked.forEach(file -> tell(check.round(), file));
      }
      boolean blocks = checked.stream().anyMatch(CheckedFile::blocks);
      return (blocks ? ExitStatus.FINDINGS : ExitStatus.DONE).code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  private int year() {
    if (year != null) {
      return year;
    }
    List<Integer> stated =
        files.stream()
            .flatMap(file -> SubmissionReader.statedYear(file).stream())
            .distinct()
            .sorted()
            .toList();
    if (stated.size() > 1) {
      String years = String.join("、", stated.stream().map(String::valueOf).toList());
      String code = "cli.two-years";
      throw new Failure(code, ExitStatus.USAGE, Door.MESSAGES.text(code, "years", years));
    }
    return stated.stream()
        .findFirst()
        .or(() -> RoundReader.years(jobs).stream().reduce((earlier, later) -> later))
        .orElseThrow(() ->
            new Failure(
                "cli.year-unknown",
                ExitStatus.USAGE,
                Door.MESSAGES.text("cli.year-unknown", "folder", jobs)));
  }

  private void tell(Round round, CheckedFile file) {
    FindingLines lines = new FindingLines(terminal);
    List<Finding> findings = file.judgement().findings();
    lines.say(
        findings.isEmpty() ? "cli.checked-clean" : "cli.checked",
        "file",
        file.file(),
        "entity",
        Optional.ofNullable(file.entity())
            .flatMap(round::findEntity)
            .map(ReportingEntity::name)
            .orElseGet(() -> Door.MESSAGES.text("cli.unknown-member")),
        "errors",
        Finding.count(findings, Severity.ERROR),
        "verifications",
        Finding.count(findings, Severity.VERIFY),
        "notes",
        Finding.count(findings, Severity.NOTE),
        "settled",
        file.judgement().settled());
    lines.say(findings);
    List<Resolved> settled =
        file.judgement().resolved().stream().filter(resolved -> !resolved.isOpen()).toList();
    settled.stream().limit(FindingLines.SCREENFUL).forEach(resolved -> tell(lines, resolved));
    lines.rest(settled.stream().map(Resolved::finding).toList(), "cli.rest-settled");
    for (SkippedRule rule : file.judgement().skipped()) {
      lines.say("cli.checked-skipped", "code", rule.code(), "reason", rule.reason());
    }
  }

  private static void tell(FindingLines lines, Resolved resolved) {
    Location place = resolved.finding().location();
    lines.say(
        "cli.explained",
        "resolution",
        label(resolved.resolution()),
        "place",
        place.sheet() + "!" + place.cell(),
        "code",
        resolved.finding().code());
  }

  private static String label(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Open _ -> "";
      case Resolution.Returned _ -> Door.MESSAGES.text("cli.resolution.returned");
      case Resolution.Explained _ -> Door.MESSAGES.text("cli.resolution.explained");
      case Resolution.Waived _ -> Door.MESSAGES.text("cli.resolution.waived");
    };
  }
}
