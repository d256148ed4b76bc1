package pledgebook.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A received file as sheets of rows. The file is hostile until shown otherwise: it is recognised
/// by content and bounded by [WorkbookLimits]; every part's checksum is verified, that of a large
/// one at the end of its walk, and [#verify()] sees to those nobody walked through.
public final class WorkbookReader implements AutoCloseable {
  private final AutoCloseable source;
  private final Verification verification;
  private final List<Sheet> sheets;
  private final Set<WorkbookNote> notes;

  /// Reads what was not read yet, to see that it is whole.
  @FunctionalInterface
  private interface Verification {
    void verify() throws WorkbookRefused;
  }

  private WorkbookReader(
      AutoCloseable source,
      Verification verification,
      List<Sheet> sheets,
      Set<WorkbookNote> notes) {
    this.source = source;
    this.verification = verification;
    this.sheets = sheets;
    this.notes = notes;
  }

  /// Opens a file.
  ///
  /// @throws WorkbookRefused when it is no workbook that can be read
  /// @throws UncheckedIOException when there is no such file, or the machine does not let us see it
  public static WorkbookReader open(Path file, WorkbookLimits limits) throws WorkbookRefused {
    boolean isArchive;
    try {
      isArchive = FileKind.isArchive(file, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Deadline deadline = Deadline.in(limits.time());
    if (!isArchive) {
      BiffWorkbook workbook = BiffWorkbook.read(file, limits, deadline);
      return new WorkbookReader(() -> {}, () -> {}, workbook.sheets(), workbook.notes());
    }
    Archive archive = Archive.open(file, limits, deadline);
    try {
      return new WorkbookReader(
          archive,
          () -> archive.verifyRest(Deadline.in(limits.time())),
          sheets(archive, limits, deadline),
          notes(archive));
    } catch (WorkbookRefused | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static Set<WorkbookNote> notes(Archive archive) {
    boolean programs =
        archive.holds(name -> name.endsWith("vbaproject.bin") || name.contains("/macrosheets/"));
    return programs ? Set.of(WorkbookNote.MACROS) : Set.of();
  }

  static List<Sheet> sheets(Archive archive, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    WorkbookParts parts = WorkbookParts.read(archive, limits, deadline);
    CellValues.Context context =
        new CellValues.Context(
            SharedStrings.read(archive, parts.strings(), limits, deadline),
            NumberFormats.read(archive, parts.styles(), deadline),
            parts.since1904());
    return parts.tabs().stream()
        .<Sheet>map(tab -> new SheetPart(archive, tab, context, limits))
        .toList();
  }

  /// Makes sure that the whole file is as it was written, the parts nobody looked into included.
  ///
  /// @throws WorkbookRefused when it is damaged; rows delivered before are then not to be trusted
  public void verify() throws WorkbookRefused {
    verification.verify();
  }

  /// What is to be said of the file although it can be read.
  public Set<WorkbookNote> notes() {
    return notes;
  }

  /// The sheets of cells in the order of their tabs, hidden ones included; at least one.
  public List<Sheet> sheets() {
    return sheets;
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (Exception e) {
      // read only: nothing is lost
    }
  }
}
