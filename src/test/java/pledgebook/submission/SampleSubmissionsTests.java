package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.vocabulary.Sha256;

/// The committed samples are what the generator makes; with -Dgolden=accept they are made again.
class SampleSubmissionsTests {
  private static final Path INPUT = Path.of("input");

  @TempDir private static Path made;

  @BeforeAll
  static void makeSamples() throws IOException, DefinitionRefused {
    Round round = RoundReader.read(Path.of("jobs"), 2024);
    new SampleSubmissions(round).write(made);
    if ("accept".equals(System.getProperty("golden"))) {
      accept();
    }
  }

  private static void accept() throws IOException {
    Path year = INPUT.resolve("2024");
    if (Files.exists(year)) {
      try (Stream<Path> old = Files.walk(year)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    try (Stream<Path> files = Files.walk(made)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        Path target = INPUT.resolve(made.relativize(path).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(path, target);
      }
    }
  }

  @Test
  void theCommittedSamplesAreWhatTheGeneratorMakes() throws IOException {
    assertThat(hashes(INPUT.resolve("2024"))).isEqualTo(hashes(made.resolve("2024")));
  }

  @Test
  void nothingIsToBeSaidOfTheSamples() {
    Inbox inbox = new Inbox(INPUT, Rounds.of(2024));
    assertThat(inbox.contents().findings()).isEmpty();
    assertThat(inbox.files())
        .hasSize(4)
        .allSatisfy(file ->
            assertThat(new SubmissionReader(Rounds.of(2024)).examine(file))
                .isInstanceOfSatisfying(
                    Intake.Received.class, received -> assertThat(received.findings()).isEmpty()));
  }

  private static Map<String, Sha256> hashes(Path folder) throws IOException {
    Map<String, Sha256> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(path).toString(), Sha256.of(path));
      }
    }
    return hashes;
  }
}
