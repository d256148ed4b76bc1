package pledgebook.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in Chinese.
final class Misuse {
  private Misuse() {}

  static String message(ParameterException exception) {
    return switch (exception) {
      case UnmatchedArgumentException unmatched ->
          Door.MESSAGES.text(
              "cli.unmatched", "arguments", String.join(" ", unmatched.getUnmatched()));
      case MissingParameterException missing ->
          Door.MESSAGES.text("cli.missing", "arguments", names(missing));
      case OverwrittenOptionException twice ->
          Door.MESSAGES.text("cli.twice", "argument", name(twice.getOverwritten()));
      default -> invalid(exception);
    };
  }

  private static String names(MissingParameterException missing) {
    return missing.getMissing().stream().map(Misuse::name).collect(Collectors.joining("、"));
  }

  private static String invalid(ParameterException exception) {
    ArgSpec argument = exception.getArgSpec();
    String value = exception.getValue();
    return argument == null
        ? Door.MESSAGES.text("cli.invalid-line")
        : Door.MESSAGES.text(
            "cli.invalid", "argument", name(argument), "value", value == null ? "" : value);
  }

  private static String name(ArgSpec argument) {
    return argument.isOption()
        ? ((picocli.CommandLine.Model.OptionSpec) argument).longestName()
        : argument.paramLabel();
  }
}
