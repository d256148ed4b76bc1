package pledgebook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.publication.Publisher;
import pledgebook.publication.WholeFile;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.submission.Filling;
import pledgebook.submission.SubmissionTemplate;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookWriter;

/// `templates <year>`: a blank workbook per member, ready to be sent out.
@Command(name = "templates", mixinStandardHelpOptions = true)
final class TemplatesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private DefinedRound asked = new DefinedRound();

  @Option(names = "--entity", paramLabel = "CODE")
  private List<String> entities = List.of();

  TemplatesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      Round round = RoundReader.read(asked.jobs, asked.year);
      List<ReportingEntity> members = members(round);
      Path folder = asked.output.resolve(asked.year + "-templates");
      Publisher.requireWritable(folder);
      TextTable table = new TextTable();
      for (ReportingEntity member : members) {
        table.row(member.name(), write(round, member, folder).toString());
      }
      say("cli.templates", "count", members.size(), "deadline", round.deadline());
      table.lines().forEach(terminal.out()::println);
      return ExitStatus.DONE.code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  /// Those asked for, else all, in customary order.
  private List<ReportingEntity> members(Round round) {
    List<String> unknown = new ArrayList<>(entities);
    round.entities().forEach(member -> unknown.removeIf(member.code().value()::equals));
    if (!unknown.isEmpty()) {
      throw new Failure(
          "cli.unknown-entity",
          ExitStatus.USAGE,
          Door.MESSAGES.text(
              "cli.unknown-entity",
              "found",
              String.join("、", unknown),
              "year",
              asked.year,
              "expected",
              String.join("、", round.entities().stream().map(this::named).toList())));
    }
    return round.entities().stream()
        .filter(member -> entities.isEmpty() || entities.contains(member.code().value()))
        .toList();
  }

  private String named(ReportingEntity member) {
    return member.code() + member.name();
  }

  private Path write(Round round, ReportingEntity member, Path folder) {
    String name =
        Door.MESSAGES.text("cli.template-name", "year", asked.year, "entity", member.name());
    String safe = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_");
    try {
      WorkbookContent template = SubmissionTemplate.of(round, member.code(), Filling.none());
      return WholeFile.write(folder, safe, file -> WorkbookWriter.write(template, file));
    } catch (IOException | UncheckedIOException e) {
      throw new Failure(
          "cli.template-not-written",
          ExitStatus.FAILED,
          Door.MESSAGES.text("cli.template-not-written", "file", folder.resolve(safe)),
          e);
    }
  }

  private void say(String key, Object... holes) {
    terminal.out().println(Door.MESSAGES.text(key, holes));
  }
}
