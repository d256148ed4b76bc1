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

/// The first step of a run, from a workbook to rows in the warehouse's file: read, against loaded
/// from what was read before. Prints wall and processor time of both, in turn, and ratios.
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
    List<Double> walls = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int turn = 0; turn < Integer.parseInt(arguments[2]); turn++) {
      kept.keepOnly(List.of());
      long[] first = take(kept, received, folder.resolve("warehouse.duckdb"), false);
      long[] second = take(kept, received, folder.resolve("warehouse.duckdb"), true);
      walls.add(100.0 * second[0] / first[0]);
      processor.add(100.0 * second[1] / first[1]);
      System.out.printf(
          "turn %d  first %d ms (processor %d ms)  again %d ms (%d ms), kept %d kB%n",
          turn + 1,
          first[0],
          first[1],
          second[0],
          second[1],
          size(folder.resolve("staging")) / 1024);
    }
    Collections.sort(walls);
    Collections.sort(processor);
    System.out.printf(
        "again / first: %.1f %% of the time, %.1f %% of the processor time (at most 5)%n",
        walls.get(walls.size() / 2), processor.get(processor.size() / 2));
  }

  private static long[] take(KeptReadings kept, ReceivedFile received, Path place, boolean loaded)
      throws Exception {
    Files.deleteIfExists(place);
    Files.deleteIfExists(place.resolveSibling(place.getFileName() + ".wal"));
    try (Warehouse warehouse = Warehouse.open(place)) {
      Submissions.declare(warehouse);
      long begin = System.nanoTime();
      long before = processor();
      if (kept.read(received, warehouse) != loaded) {
        throw new IllegalStateException("loaded should be " + loaded);
      }
      return new long[] {
        (System.nanoTime() - begin) / 1_000_000, (processor() - before) / 1_000_000
      };
    }
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
