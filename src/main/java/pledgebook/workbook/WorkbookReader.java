package pledgebook.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// A received file as sheets of rows. The file is hostile until shown otherwise: it is recognised
/// by content, bounded by [WorkbookLimits], and every entry's checksum is verified before the first
/// row is delivered.
public final class WorkbookReader implements AutoCloseable {
  private final Archive archive;
  private final List<Sheet> sheets;

  private WorkbookReader(Archive archive, List<Sheet> sheets) {
    this.archive = archive;
    this.sheets = sheets;
  }

  /// Opens a file.
  ///
  /// @throws WorkbookRefused when it is no workbook that can be read
  /// @throws UncheckedIOException when there is no such file, or the machine does not let us see it
  public static WorkbookReader open(Path file, WorkbookLimits limits) throws WorkbookRefused {
    try {
      FileKind.requireArchive(file, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Deadline deadline = Deadline.in(limits.time());
    Archive archive = Archive.open(file, limits, deadline);
    try {
      return new WorkbookReader(archive, sheets(archive, limits, deadline));
    } catch (WorkbookRefused | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static List<Sheet> sheets(Archive archive, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    WorkbookParts parts = WorkbookParts.read(archive, limits, deadline);
    CellParser.Context context =
        new CellParser.Context(
            SharedStrings.read(archive, parts.strings(), limits, deadline),
            NumberFormats.read(archive, parts.styles(), deadline),
            parts.since1904());
    return parts.tabs().stream()
        .<Sheet>map(tab -> new SheetPart(archive, tab, context, limits))
        .toList();
  }

  /// The sheets of cells in the order of their tabs, hidden ones included; at least one.
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public void close() {
    archive.close();
  }
}
