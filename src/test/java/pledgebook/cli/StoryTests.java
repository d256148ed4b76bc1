package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder below `src/test/resources/stories`, played from the received workbooks to the
/// booklet. `-Dgolden=accept` writes what came of it, `-Dstory=<name>` plays one.
class StoryTests {
  private static final boolean ACCEPT = "accept".equals(System.getProperty("golden"));

  static Stream<String> stories() {
    String only = System.getProperty("story", "");
    return Story.names().stream().filter(name -> only.isEmpty() || name.equals(only));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void endsAsExpected(String name, @TempDir Path stage) throws Exception {
    Map<String, List<String>> outcome = Story.play(name, stage);

    Path expected = Story.expected(name);
    for (Map.Entry<String, List<String>> file : outcome.entrySet()) {
      Path golden = expected.resolve(file.getKey());
      if (ACCEPT) {
        Files.createDirectories(expected);
        Files.write(golden, file.getValue());
      }
      assertThat(file.getValue()).as(golden.toString()).isEqualTo(Files.readAllLines(golden));
    }
    try (Stream<Path> goldens = Files.list(expected)) {
      assertThat(goldens.map(golden -> golden.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(outcome.keySet());
    }
  }
}
