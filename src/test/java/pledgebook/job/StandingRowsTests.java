package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;

/// What a finished run read stands for the next, as long as nobody touched it.
class StandingRowsTests {
  private static final Path SAMPLE = Path.of("input/2024");

  @TempDir private Path folder;

  private Path input() {
    return folder.resolve("input");
  }

  private Path output() {
    return folder.resolve("output");
  }

  private Path warehouse() {
    return output().resolve("warehouse/2024.duckdb");
  }

  /// Runs the year; returns the files that were not read again.
  private List<String> run() throws Exception {
    Queue<String> parts = new ConcurrentLinkedQueue<>();
    Progress progress =
        new Progress() {
          @Override
          public void begin(String label, int done, int of) {}

          @Override
          public void part(String name) {
            parts.add(name);
          }

          @Override
          public void note(String sentence) {}
        };
    YearEnd.Request request = new YearEnd.Request(2024, Path.of("jobs"), input(), output(), "test");
    new JobRunner(request, progress).run();
    return parts.stream().filter(part -> part.contains("沿用")).sorted().toList();
  }

  private void spoil(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + warehouse());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  @Test
  void whatStandsGivesTheSameBytesAsReading() throws Exception {
    OutputHashes.copy(SAMPLE, input().resolve("2024"));
    assertThat(run()).isEmpty();
    var read = OutputHashes.of(output().resolve("2024"));
    assertThat(run()).hasSize(4);
    assertThat(OutputHashes.of(output().resolve("2024"))).isEqualTo(read);

    // One that is gone leaves nothing; when it is back, it alone is read.
    Path anhui = input().resolve("2024/340000/2024-340000-v1.xlsx");
    move(anhui, folder.resolve("aside.xlsx"));
    assertThat(run()).hasSize(3).noneMatch(part -> part.contains("340000"));
    assertThat(OutputHashes.of(output().resolve("2024"))).isNotEqualTo(read);
    move(folder.resolve("aside.xlsx"), anhui);
    assertThat(run()).hasSize(3).noneMatch(part -> part.contains("340000"));
    assertThat(OutputHashes.of(output().resolve("2024"))).isEqualTo(read);

    // A warehouse somebody changed is made anew.
    spoil("delete from submission.staged_row where row_number = 7");
    assertThat(run()).isEmpty();
    assertThat(OutputHashes.of(output().resolve("2024"))).isEqualTo(read);
  }
}
