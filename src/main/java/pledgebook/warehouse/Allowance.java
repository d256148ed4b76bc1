package pledgebook.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What a warehouse may take of the machine: as much memory as the heap of the process and a
/// quarter more, so that `-Xmx` says how large the whole becomes; what does not fit goes to a
/// folder.
///
/// @param megabytes memory the database may take
/// @param spill the folder, made for this warehouse alone; null: beside the file of the warehouse
record Allowance(long megabytes, @Nullable Path spill) {
  private static final long LEAST = 256;

  /// For a warehouse in a file.
  static Allowance besideFile() {
    return new Allowance(byHeap(Runtime.getRuntime().maxMemory()), null);
  }

  /// For a warehouse without a file.
  static Allowance inMemory() {
    return under(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /// Only its owner may look into the folder.
  static Allowance under(Path parent) {
    try {
      return new Allowance(
          byHeap(Runtime.getRuntime().maxMemory()),
          Files.createTempDirectory(parent, "pledgebook"));
    } catch (IOException e) {
      throw WarehouseFailures.noSpillFolder(e);
    }
  }

  /// @param heap the largest the heap may become, in bytes
  static long byHeap(long heap) {
    return Math.max(LEAST, heap / (1 << 20) * 5 / 4);
  }

  void into(Properties settings) {
    settings.setProperty("memory_limit", megabytes + "MiB");
    if (spill != null) {
      settings.setProperty("temp_directory", spill.toString());
    }
  }

  /// The folder goes with its warehouse.
  void release() {
    if (spill != null && Files.exists(spill)) {
      Snapshot.delete(spill);
    }
  }
}
