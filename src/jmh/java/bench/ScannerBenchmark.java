package bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;

/// The cells of a workbook of 20,000 rows (src/jmh/micro makes it), and its bare inflating.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ScannerBenchmark {
  private final Path file = Path.of(System.getProperty("bench.file"));

  @Benchmark
  public long inflate() throws Exception {
    return Peers.inflate(file);
  }

  @Benchmark
  public long cells() throws Exception {
    long[] cells = {0};
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      for (Sheet sheet : reader.sheets()) {
        sheet.read(row -> {
          cells[0] += row.cells().size();
          return true;
        });
      }
    }
    return cells[0];
  }
}
