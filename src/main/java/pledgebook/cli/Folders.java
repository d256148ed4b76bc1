package pledgebook.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The three folders a command works with.
final class Folders {
  @Option(names = "--jobs", paramLabel = "DIR", defaultValue = "${sys:pledgebook.jobs:-jobs}")
  Path jobs = Path.of("jobs");

  @Option(names = "--input", paramLabel = "DIR", defaultValue = "input")
  Path input = Path.of("input");

  @Option(names = "--output", paramLabel = "DIR", defaultValue = "output")
  Path output = Path.of("output");
}
