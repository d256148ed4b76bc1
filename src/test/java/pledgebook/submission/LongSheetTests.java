package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pledgebook.warehouse.Warehouse;

/// A long sheet is kept as a load: the same rows as one by one, all of them or none.
@Timeout(60)
class LongSheetTests {
  private static final int ROWS = 9_001;

  private static byte @Nullable [] text(int row, String name) {
    return row % 7 == 0 ? null : (name + row).getBytes(StandardCharsets.UTF_8);
  }

  private static void stage(Staging staging, int rows) {
    staging.sheet("岗位", "jobs", 1, List.of("A", "B"));
    for (int row = 2; row < rows + 2; row++) {
      byte[] @Nullable [] cells = {text(row, "沪"), "x".getBytes(StandardCharsets.UTF_8)};
      byte[] @Nullable [] raw = {null, row % 5 == 0 ? text(row, "原") : null};
      if (row % 3 == 0) {
        List<@Nullable String> raws = RowStaging.strings(raw);
        boolean none = raws.stream().allMatch(text -> text == null);
        staging.row(row, RowStaging.strings(cells), none ? null : raws);
      } else {
        staging.texts(row, cells, raw);
      }
    }
    staging.end();
  }

  private static List<String> kept(Warehouse warehouse) {
    return warehouse.read(
        Submissions.STAGED_ROW,
        row ->
            row.text("submission")
                + row.text("sheet")
                + row.text("form")
                + row.integer("row_number")
                + row.optionalText("cells")
                + row.optionalText("raw"));
  }

  private static List<String> expected() {
    Recording recording = new Recording();
    stage(recording, ROWS);
    List<String> rows = new ArrayList<>();
    for (Recording.StagedRow row : recording.rows.getOrDefault("jobs", List.of())) {
      List<@Nullable String> raw = row.raw();
      rows.add(
          "s岗位jobs" + row.number() + listed(row.cells()) + (raw == null ? "null" : listed(raw)));
    }
    return rows;
  }

  private static String listed(List<@Nullable String> texts) {
    return Arrays.toString(texts.stream().map(t -> t == null ? "NULL" : t).toArray());
  }

  @Test
  void everyRowIsKeptAsItIs() {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      warehouse.replace(
          "s", Submissions.TABLES, appenders -> stage(Staging.into(appenders, "s"), ROWS));
      assertThat(kept(warehouse)).containsExactlyElementsOf(expected());
    }
  }

  @Test
  void twoSheetsAndTwoFilesAreKeptEachAsItIs() {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      Thread other =
          new Thread(() ->
              warehouse.replace(
                  "t", Submissions.TABLES, appenders -> stage(Staging.into(appenders, "t"), ROWS)));
      other.start();
      warehouse.replace(
          "s",
          Submissions.TABLES,
          appenders -> {
            Staging staging = Staging.into(appenders, "s");
            stage(staging, ROWS);
            stage(staging, 2_100);
          });
      assertThat(joined(other)).isTrue();
      assertThat(kept(warehouse)).hasSize(2 * ROWS + 2_100);
    }
  }

  private static boolean joined(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void aFailureWhileReadingLeavesNoRowAndNobodyWaiting() {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      assertThatThrownBy(() ->
              warehouse.replace(
                  "s",
                  Submissions.TABLES,
                  appenders -> {
                    Staging staging = Staging.into(appenders, "s");
                    staging.sheet("岗位", "jobs", 1, List.of("A", "B"));
                    for (int row = 2; row < ROWS; row++) {
                      byte[] @Nullable [] none = {null, null};
                      staging.texts(row, none, none);
                    }
                    throw new IllegalArgumentException("cut in the middle");
                  }))
          .hasMessage("cut in the middle");
      assertThat(kept(warehouse)).isEmpty();
      stageAgain(warehouse);
    }
  }

  private static void stageAgain(Warehouse warehouse) {
    warehouse.replace(
        "s", Submissions.TABLES, appenders -> stage(Staging.into(appenders, "s"), ROWS));
    assertThat(kept(warehouse)).hasSize(ROWS);
  }
}
