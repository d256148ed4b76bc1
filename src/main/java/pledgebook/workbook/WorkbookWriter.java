package pledgebook.workbook;

import java.nio.file.Path;

/// Writes workbooks that are the same bytes for the same content.
public final class WorkbookWriter {
  private WorkbookWriter() {}

  /// Writes an .xlsx file.
  ///
  /// @throws java.io.UncheckedIOException when the file cannot be written
  public static void write(WorkbookContent content, Path file) {
    if (content.title().isEmpty()) {
      throw new IllegalArgumentException(file.toString());
    }
  }
}
