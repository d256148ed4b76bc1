package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs in one process do not take each other's steps.
class TwoRunsTests {
  @TempDir private Path folder;

  private boolean draft(String output) throws Exception {
    YearEnd.Request request =
        new YearEnd.Request(
            2024, Path.of("jobs"), Path.of("input"), folder.resolve(output), "test");
    return new JobRunner(request, Progress.silent()).run().published().draft();
  }

  @Test
  void bothEndAsTheyWouldAlone() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> one = threads.submit(() -> draft("one"));
      Future<Boolean> two = threads.submit(() -> draft("two"));
      assertThat(one.get()).isFalse();
      assertThat(two.get()).isFalse();
    }
  }
}
