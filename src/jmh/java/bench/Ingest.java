package bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.submission.KeptReadings;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// The first step of a run, from a workbook to rows in the warehouse's file: read, against left
/// standing in the warehouse the run before left (its hash is taken, it is opened, its rows are
/// known), and against loaded from what was read before. Prints wall and processor time of each, in
/// turn, and ratios.
public final class Ingest {
  private Ingest() {}

  /// Arguments: folder of definitions, year, how many turns, folder to work in, file.
  public static void main(String[] arguments) throws Exception {
    Round round = RoundReader.read(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Path folder = Files.createDirectories(Path.of(arguments[3]));
    Path file = Path.of(arguments[4]);
    String name = file.getFileName().toString();
    ReceivedFile received =
        new ReceivedFile(
            file,
            name.substring(5, 11) + "/" + name,
            Sha256.of(file),
            "2026-02-01T09:00:00+08:00",
            "示例");
    KeptReadings kept = new KeptReadings(folder.resolve("staging"), round, "bench");
    Path warehouse = folder.resolve("warehouse.duckdb");
    List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>());
    for (int turn = 0; turn < Integer.parseInt(arguments[2]); turn++) {
      kept.keepOnly(List.of());
      long[] first = take(kept, received, warehouse, true);
      long[] stands = take(kept, received, warehouse, false);
      long[] loaded = take(kept, received, warehouse, true);
      ratios.get(0).add(100.0 * stands[1] / first[1]);
      ratios.get(1).add(100.0 * loaded[1] / first[1]);
      System.out.printf(
          "turn %d  first %d ms (processor %d ms)  stands %d ms (%d ms)  loaded %d ms (%d ms)%n",
          turn + 1, first[0], first[1], stands[0], stands[1], loaded[0], loaded[1]);
    }
    System.out.printf(
        "kept %d kB, warehouse %d kB%n",
        size(folder.resolve("staging")) / 1024, Files.size(warehouse) / 1024);
    ratios.forEach(Collections::sort);
    System.out.printf(
        "of the processor time of the first: standing %.1f %% (at most 5), loaded %.1f %%%n",
        ratios.get(0).get(ratios.get(0).size() / 2), ratios.get(1).get(ratios.get(1).size() / 2));
  }

  private static long[] take(KeptReadings kept, ReceivedFile received, Path place, boolean afresh)
      throws Exception {
    if (afresh) {
      Files.deleteIfExists(place);
      Files.deleteIfExists(place.resolveSibling(place.getFileName() + ".wal"));
    }
    long begin = System.nanoTime();
    long before = processor();
    if (!afresh) {
      Sha256.of(place);
    }
    try (Warehouse warehouse = Warehouse.open(place)) {
      Submissions.declare(warehouse);
      if (!kept.read(received, warehouse) && !afresh) {
        throw new IllegalStateException("does not stand");
      }
    }
    return new long[] {(System.nanoTime() - begin) / 1_000_000, (processor() - before) / 1_000_000};
  }

  private static long processor() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private static long size(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }
}
