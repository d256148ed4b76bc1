package pledgebook.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// Writes workbooks that are the same bytes for the same content.
public final class WorkbookWriter {
  static final String CREATOR = "pledgebook";

  /// Above it rows go to disk as they are written instead of staying in memory.
  private static final int ROWS_IN_MEMORY = 5_000;

  private static final int WINDOW = 100;

  private WorkbookWriter() {}

  /// Writes an .xlsx file. Numbers keep 15 significant digits, which is all the format's programs
  /// keep.
  ///
  /// @throws UncheckedIOException when the file cannot be written
  /// @throws IllegalArgumentException when the content breaks a bound of the format, such as the
  ///   length of a sheet's name
  public static void write(WorkbookContent content, Path file) {
    int rows = content.sheets().stream().mapToInt(sheet -> sheet.rows().size()).sum();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      properties(workbook.getProperties(), content);
      if (rows > ROWS_IN_MEMORY) {
        try (SXSSFWorkbook streaming = new SXSSFWorkbook(workbook, WINDOW)) {
          // No part of ours is beyond 4 GiB, and without the longer form the archive can be read
          // again as a stream.
          streaming.setZip64Mode(Zip64Mode.Never);
          fill(streaming, workbook, content);
          streaming.write(bytes);
        }
      } else {
        fill(workbook, workbook, content);
        workbook.write(bytes);
      }
      FixedArchive.write(bytes.toByteArray(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void properties(POIXMLProperties properties, WorkbookContent content) {
    Date day = Date.from(content.date().atStartOfDay(ZoneOffset.UTC).toInstant());
    properties.getCoreProperties().setTitle(content.title());
    properties.getCoreProperties().setCreator(CREATOR);
    properties.getCoreProperties().setCreated(Optional.of(day));
    properties.getCoreProperties().setModified(Optional.of(day));
    properties.getCoreProperties().setLastModifiedByUser(CREATOR);
    properties.getExtendedProperties().setApplication(CREATOR);
  }

  private static void fill(Workbook target, XSSFWorkbook workbook, WorkbookContent content) {
    CellStyles styles = CellStyles.ofOwn(workbook);
    for (SheetContent sheet : content.sheets()) {
      var rows = target.createSheet(sheet.name());
      XSSFSheet kept = workbook.getSheetAt(workbook.getNumberOfSheets() - 1);
      new SheetWriter(rows, kept, sheet, styles).write();
    }
    show(workbook, content);
  }

  /// Hides what is hidden and opens the first sheet that is not.
  private static void show(XSSFWorkbook workbook, WorkbookContent content) {
    boolean opened = false;
    for (int index = 0; index < content.sheets().size(); index++) {
      boolean hidden = content.sheets().get(index).hidden();
      boolean opens = !hidden && !opened;
      workbook.getSheetAt(index).setSelected(opens);
      if (hidden) {
        workbook.setSheetVisibility(index, SheetVisibility.VERY_HIDDEN);
      }
      if (opens) {
        workbook.setActiveSheet(index);
        workbook.setFirstVisibleTab(index);
        opened = true;
      }
    }
  }
}
