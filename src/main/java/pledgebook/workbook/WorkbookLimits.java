package pledgebook.workbook;

import java.time.Duration;

/// Bounds for files from outside: beyond them a file is refused, not read.
public record WorkbookLimits(
    long bytes,
    long inflatedBytes,
    long inflationRatio,
    int entries,
    int rows,
    int columns,
    int cellLength,
    int sharedStrings,
    long stringBytes,
    Duration time) {

  /// Wide enough for evidence by the million rows, narrow enough that no file exhausts the machine.
  public static WorkbookLimits standard() {
    return new WorkbookLimits(
        512L << 20,
        4L << 30,
        200,
        10_000,
        CellAddress.LAST_ROW,
        256,
        32_767,
        5_000_000,
        192L << 20,
        Duration.ofMinutes(5));
  }
}
