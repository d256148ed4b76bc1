package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A binary workbook of Excel 97–2003 (BIFF8 in OLE2; WPS writes .et the same way), read record by
/// record. Only values are taken: no formula is computed, no macro looked at.
record BiffWorkbook(List<Sheet> sheets, Set<WorkbookNote> notes) {
  private static final long MOST_BYTES = 20L << 20;

  static BiffWorkbook read(Path file, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new WorkbookRefused(new WorkbookFault.TooLarge("bytes", MOST_BYTES));
      }
      try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
        return read(system.getRoot(), limits, deadline);
      }
    } catch (EncryptedDocumentException e) {
      throw new WorkbookRefused(new WorkbookFault.PasswordProtected());
    } catch (OldExcelFormatException e) {
      throw new WorkbookRefused(new WorkbookFault.LegacyFormat());
    } catch (IOException | RuntimeException e) {
      // Whatever the library stumbles over, the file is at fault.
      throw new WorkbookRefused(new WorkbookFault.Damaged("Workbook"));
    }
  }

  private static BiffWorkbook read(DirectoryNode root, WorkbookLimits limits, Deadline deadline)
      throws IOException, WorkbookRefused {
    Set<WorkbookNote> notes = EnumSet.of(WorkbookNote.LEGACY_FORMAT);
    if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
      notes.add(WorkbookNote.MACROS);
    }
    BiffRecords records = records(root, limits, deadline, (next, sheet) -> {});
    if (records.hasMacroSheet()) {
      notes.add(WorkbookNote.MACROS);
    }
    List<Sheet> sheets = records.sheets();
    if (sheets.isEmpty()) {
      throw new WorkbookRefused(new WorkbookFault.Damaged("Workbook"));
    }
    return new BiffWorkbook(sheets, Set.copyOf(notes));
  }

  /// Takes what each record of the workbook says.
  ///
  /// @param also sees every record in its turn
  static BiffRecords records(
      DirectoryNode root, WorkbookLimits limits, Deadline deadline, RecordVisitor also)
      throws IOException, WorkbookRefused {
    BiffRecords records = new BiffRecords(limits);
    try (InputStream in =
        root.createDocumentInputStream(root.getEntryCaseInsensitive("Workbook"))) {
      RecordFactoryInputStream stream = new RecordFactoryInputStream(in, false);
      for (var next = stream.nextRecord(); next != null; next = stream.nextRecord()) {
        records.take(next);
        also.visit(next, records.tab());
        if (deadline.passed()) {
          throw new WorkbookRefused(deadline.fault());
        }
      }
    }
    return records;
  }

  /// Sees the records of a workbook.
  interface RecordVisitor {
    /// Sees the next one.
    ///
    /// @param sheet the name on the tab the record belongs to; empty for those of the workbook
    void visit(Record next, String sheet) throws IOException;
  }
}
