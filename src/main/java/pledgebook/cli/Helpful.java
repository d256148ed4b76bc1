package pledgebook.cli;

import picocli.CommandLine.Option;

/// What every command has: `--help`.
abstract class Helpful {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  private boolean help;
}
