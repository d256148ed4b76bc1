package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Workbooks nobody made for us: whatever lies in the folder -Dforeign.corpus names is read to the
/// end or refused with a reason, in bounded time. The files are never part of the repository.
class ForeignWorkbooksTests {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Test
  void everyForeignWorkbookIsReadOrRefused() throws IOException {
    String folder = System.getProperty("foreign.corpus", "");
    assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder)), "no foreign workbooks");
    Map<String, String> failed = new TreeMap<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      long begun = System.nanoTime();
      try {
        outcomes.merge(outcome(file), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        failed.put(file.getFileName().toString(), e.toString());
      }
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        failed.put(file.getFileName().toString(), "slow");
      }
    }
    assertThat(failed).as("of %s files: %s", files.size(), outcomes).isEmpty();
    assertThat(files).isNotEmpty();
    Files.writeString(Path.of("target/foreign-corpus.txt"), outcomes + "\n");
  }

  private static String outcome(Path file) {
    try (WorkbookReader workbook = WorkbookReader.open(file, WorkbookLimits.standard())) {
      for (Sheet sheet : workbook.sheets()) {
        sheet.read(row -> row.cells().stream().allMatch(cell -> !cell.plain().isEmpty()));
        sheet.merged();
      }
      return "read";
    } catch (WorkbookRefused e) {
      return e.fault().toString().replaceAll("Damaged.*", "Damaged");
    }
  }
}
