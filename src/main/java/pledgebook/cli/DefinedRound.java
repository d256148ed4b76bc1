package pledgebook.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a command takes that needs the definition of a round alone, and nothing received.
final class DefinedRound {
  @Parameters(paramLabel = "YEAR")
  int year;

  @Option(names = "--jobs", paramLabel = "DIR", defaultValue = "${sys:pledgebook.jobs:-jobs}")
  Path jobs = Path.of("jobs");

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  Path output = Path.of("output");
}
