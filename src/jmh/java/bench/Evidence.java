package bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pledgebook.job.FileCheck;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;

/// Long evidence: what pledgebook takes from the file to staged, typed and checked rows, against
/// its peers and the floor, in turn, in one run. Prints medians and ratios.
public final class Evidence {
  private static final String TITLE = "归集岗位";

  private Evidence() {}

  /// Arguments: folder of definitions, year, how many turns, two files.
  public static void main(String[] arguments) throws Exception {
    Path jobs = Path.of(arguments[0]);
    int year = Integer.parseInt(arguments[1]);
    int turns = Integer.parseInt(arguments[2]);
    Path first = Path.of(arguments[3]);
    Path second = Path.of(arguments[4]);
    Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    contenders.put("inflate", () -> Peers.inflate(first));
    contenders.put("reader", () -> read(first));
    contenders.put("poi", () -> count(Peers::poi, first));
    contenders.put("fastexcel", () -> count(Peers::fastexcel, first));
    contenders.put("poi+appender", () -> Peers.appended(Peers::poi, first, TITLE));
    contenders.put("fastexcel+appender", () -> Peers.appended(Peers::fastexcel, first, TITLE));
    contenders.put("checked", () -> check(jobs, year, first));
    contenders.put("two checked at once", () -> both(jobs, year, first, second));
    Map<String, List<Long>> times = new LinkedHashMap<>();
    for (int turn = 0; turn < turns; turn++) {
      for (Map.Entry<String, Callable<?>> contender : contenders.entrySet()) {
        long begin = System.nanoTime();
        Object said = contender.getValue().call();
        long taken = (System.nanoTime() - begin) / 1_000_000;
        times.computeIfAbsent(contender.getKey(), name -> new ArrayList<>()).add(taken);
        System.out.printf("turn %d  %-20s %7d ms  %s%n", turn + 1, contender.getKey(), taken, said);
      }
    }
    tell(times);
  }

  private static void tell(Map<String, List<Long>> times) {
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, taken) -> {
      Collections.sort(taken);
      medians.put(name, (double) taken.get(taken.size() / 2));
    });
    double inflate = medians.get("inflate");
    double checked = medians.get("checked");
    System.out.printf(
        "reader / inflate               %.2f (at most 4)%n", medians.get("reader") / inflate);
    System.out.printf(
        "poi / reader                   %.2f (at least 4)%n",
        medians.get("poi") / medians.get("reader"));
    System.out.printf("checked / inflate              %.2f (at most 6)%n", checked / inflate);
    System.out.printf(
        "poi+appender / checked         %.2f (at least 4)%n",
        medians.get("poi+appender") / checked);
    System.out.printf(
        "fastexcel+appender / checked   %.2f (at least 2.5)%n",
        medians.get("fastexcel+appender") / checked);
    System.out.printf(
        "rows/s of two at once / of one %.2f (at least 1.3)%n",
        2 * checked / medians.get("two checked at once"));
  }

  private static long read(Path file) throws Exception {
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

  private static long count(Peers.Source source, Path file) throws Exception {
    long[] cells = {0};
    source.read(
        file,
        TITLE,
        row -> {
          for (String cell : row) {
            cells[0] += cell == null ? 0 : 1;
          }
        });
    return cells[0];
  }

  private static String check(Path jobs, int year, Path file) throws Exception {
    var checked = FileCheck.of(jobs, year).check(file);
    return checked.judgement().findings().size() + " findings";
  }

  private static String both(Path jobs, int year, Path first, Path second) throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      Future<String> one = threads.submit(() -> check(jobs, year, first));
      Future<String> two = threads.submit(() -> check(jobs, year, second));
      return one.get() + ", " + two.get();
    }
  }
}
