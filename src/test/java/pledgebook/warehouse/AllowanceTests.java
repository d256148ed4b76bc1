package pledgebook.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;

/// What a warehouse takes of the machine has bounds, and what it cannot have is said.
class AllowanceTests {
  private static final Relation ATTEMPT = new Relation("job", "attempt");

  @TempDir private Path folder;

  @Test
  void memoryFollowsTheHeap() {
    assertThat(Allowance.byHeap(512L << 20)).isEqualTo(640);
    assertThat(Allowance.byHeap(16L << 20)).as("DuckDB needs some").isEqualTo(256);
  }

  @Test
  void whatDoesNotFitIsHeldInTheFolderWhichGoesWithTheWarehouse() throws IOException {
    Path spill = Files.createDirectory(folder.resolve("spill"));
    try (Warehouse warehouse = Warehouse.inMemory(new Allowance(32, spill))) {
      fill(warehouse, 400_000);
      try (var held = Files.list(spill)) {
        assertThat(held).isNotEmpty();
      }
      assertThat(warehouse.read(ATTEMPT, row -> row.integer("attempt"))).hasSize(400_000);
    }
    assertThat(spill).doesNotExist();
  }

  @Test
  void memoryThatIsTooSmallForAnythingIsSaid() {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> {
              try (Warehouse warehouse =
                  Warehouse.inMemory(new Allowance(1, folder.resolve("no/folder")))) {
                fill(warehouse, 400_000);
              }
            });
    assertThat(failure).hasMessageContaining("内存不足");
    assertThat(failure.code()).isEqualTo("warehouse.out-of-memory");
    assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void aMachineWithoutATemporaryFolderIsSaid() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> Allowance.under(folder.resolve("there is no such folder")));
    assertThat(failure.code()).isEqualTo("warehouse.no-spill-folder");
    assertThat(failure).hasMessageContaining("临时文件夹（不存在）");
  }

  /// Whatever is written to /dev/full finds the disk full.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaid() {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      fill(warehouse, 10);
      Failure failure =
          catchThrowableOfType(
              Failure.class, () -> warehouse.writeParquet(ATTEMPT, Path.of("/dev/full")));
      assertThat(failure.code()).isEqualTo("warehouse.disk-full");
      assertThat(failure).hasMessageContaining("磁盘已满");
    }
  }

  private static void fill(Warehouse warehouse, int rows) {
    warehouse.create(ATTEMPT);
    warehouse.replace(
        null,
        List.of(ATTEMPT),
        tables -> {
          for (int i = 0; i < rows; i++) {
            tables.to(ATTEMPT).row((i * 2654435761L) + "-".repeat(200) + i, i);
          }
        });
  }
}
