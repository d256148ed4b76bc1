package pledgebook.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pledgebook.finding.SkippedRule;

/// The rules a round adds to the program's own: every `.sql` file in `jobs/<year>/rules/`, by name.
/// A file that cannot be read is a rule that is skipped, never the end of a run.
///
/// @param unread files that cannot be read, and why
public record RoundRules(List<RoundRule> rules, List<SkippedRule> unread) {
  private static final String FOLDER = "/rules/";
  private static final String ENDING = ".sql";

  public RoundRules {
    rules = List.copyOf(rules);
    unread = List.copyOf(unread);
  }

  /// A round without rules of its own.
  public static RoundRules none() {
    return new RoundRules(List.of(), List.of());
  }

  /// Reads them.
  ///
  /// @param jobs the folder jobs/
  public static RoundRules read(Path jobs, int year) {
    List<RoundRule> rules = new ArrayList<>();
    List<SkippedRule> unread = new ArrayList<>();
    for (String name : names(jobs.resolve(year + FOLDER))) {
      Faults faults = new Faults();
      Optional<DefinitionFile> file =
          DefinitionFile.read(jobs, year + FOLDER + name + ENDING, faults);
      file.ifPresent(read -> rules.add(new RoundRule(name, read.text())));
      faults
          .inOrder()
          .forEach(fault -> unread.add(new SkippedRule(RoundRule.PREFIX + name, fault.message())));
    }
    return new RoundRules(rules, unread);
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
