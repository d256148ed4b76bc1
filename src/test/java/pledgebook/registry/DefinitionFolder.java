package pledgebook.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder jobs/ with the small round of the test resources, to be spoilt by tests.
final class DefinitionFolder {
  private static final Path BASE = Path.of("src/test/resources/registry");

  private final Path jobs;

  /// @param jobs an empty folder
  DefinitionFolder(Path jobs) throws IOException {
    this.jobs = jobs;
    Files.createDirectories(jobs.resolve("2024"));
    for (String name : List.of("regions.csv", "2024/opening.csv", "2024/round.yml")) {
      Files.copy(BASE.resolve(name), jobs.resolve(name));
    }
    for (String schema : List.of("round.schema.json", "opening.schema.json")) {
      Files.copy(Path.of("jobs").resolve(schema), jobs.resolve(schema));
    }
  }

  Path file(String name) {
    return jobs.resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  /// Replaces the first occurrence, which has to be there.
  void replace(String name, String old, String by) throws IOException {
    String text = text(name);
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException("not in " + name + ": " + old);
    }
    String spoilt = text.substring(0, at) + by + text.substring(at + old.length());
    Files.writeString(file(name), spoilt);
  }

  /// The line, from 1, of the first occurrence of a text.
  int line(String name, String text) throws IOException {
    List<String> lines = text(name).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("not in " + name + ": " + text);
  }

  /// The faults of the folder as it stands; empty when the round is read.
  List<DefinitionFault> faults() {
    try {
      RoundReader.read(jobs, 2024);
      return List.of();
    } catch (DefinitionRefused refused) {
      return refused.faults();
    }
  }
}
