package pledgebook.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.job.JobRunner;
import pledgebook.job.YearEnd;
import pledgebook.publication.SealedSources;
import pledgebook.registry.DefinitionRefused;

/// `rebuild <year>`: makes a sealed edition again of its archive, beside, and compares every byte.
@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final FindingLines lines;

  @Parameters(paramLabel = "YEAR")
  private int year;

  @Option(names = "--edition", paramLabel = "N")
  private @Nullable Integer edition;

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  private Path output = Path.of("output");

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
    this.lines = new FindingLines(terminal);
  }

  @Override
  public Integer call() {
    LibraryLogs.ofRun();
    SealedSources sources = SealedSources.of(output, year, edition);
    String program = ProgramVersion.text();
    if (!program.equals(sources.program())) {
      throw new Failure(
          "cli.other-program",
          ExitStatus.USAGE,
          Door.MESSAGES.text(
              "cli.other-program",
              "number",
              sources.number(),
              "sealed",
              sources.program(),
              "program",
              program));
    }
    Path beside = output.resolve("rebuilt").resolve(year + "-" + sources.number());
    YearEnd.Request request =
        new YearEnd.Request(year, sources.jobs(), sources.input(), beside, program);
    try (ProgressBar bar = ProgressBar.on(terminal)) {
      Path folder = new JobRunner(request, bar).run().published().folder();
      return report(sources, folder).code();
    } catch (DefinitionRefused refused) {
      return DefinitionFaults.print(terminal, refused);
    }
  }

  private ExitStatus report(SealedSources sources, Path folder) {
    List<String> differing = sources.differences(folder);
    lines.say(
        differing.isEmpty() ? "cli.rebuilt" : "cli.rebuilt-differs",
        "number",
        sources.number(),
        "folder",
        folder,
        "count",
        differing.size());
    differing.forEach(file -> lines.say("cli.rebuilt-file", "file", file));
    return differing.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }
}
