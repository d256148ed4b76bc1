package pledgebook.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.hssf.record.HyperlinkRecord;
import org.apache.poi.hssf.record.WindowOneRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.IndexSheet;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// A binary workbook of Excel 97–2003 to be annotated.
final class BinaryCopy extends AnnotatedCopy {
  private static final String STREAM = "Workbook";

  /// What is written anew, what holds macros, and signatures of what is no longer the same; in
  /// capitals.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "WORKBOOK",
          "BOOK",
          "_VBA_PROJECT_CUR",
          "_VBA_PROJECT",
          "_SIGNATURES",
          "_XMLSIGNATURES",
          "ENCRYPTION");

  /// Records that say there are macros ([MS-XLS] 2.4.187 ObProj, 2.4.185 ObNoMacros).
  private static final Set<Short> OF_MACROS = Set.of((short) 0xD3, (short) 0x1BD);

  private final HSSFWorkbook workbook;
  private final BinaryPalette palette;

  private BinaryCopy(HSSFWorkbook workbook, BinaryPalette palette) {
    super(workbook, new BinaryCellMarks(workbook, palette));
    this.workbook = workbook;
    this.palette = palette;
  }

  /// The annotated workbook.
  ///
  /// @throws IOException when it cannot be written whole: it is too large to be held in memory, has
  ///   macros among its sheets, or something of it would be lost
  static byte[] of(byte[] original, List<Annotation> annotations, IndexSheet index)
      throws IOException, InvalidFormatException {
    try (POIFSFileSystem from = new POIFSFileSystem(new ByteArrayInputStream(original))) {
      BiffInventory before = BiffInventory.of(from.getRoot());
      byte[] copy = copy(from.getRoot(), annotations, index);
      try (POIFSFileSystem written = new POIFSFileSystem(new ByteArrayInputStream(copy))) {
        if (!BiffInventory.of(written.getRoot()).equals(before)) {
          throw new IOException("not all of it was kept");
        }
      }
      return copy;
    }
  }

  private static byte[] copy(DirectoryNode from, List<Annotation> annotations, IndexSheet index)
      throws IOException, InvalidFormatException {
    try (HSSFWorkbook workbook = new HSSFWorkbook(from, false);
        POIFSFileSystem to = new POIFSFileSystem()) {
      if (workbook.getNumberOfSheets() != workbook.getInternalWorkbook().getNumSheets()) {
        throw new IOException("a sheet of a kind that is not kept");
      }
      Sheet first =
          new BinaryCopy(workbook, BinaryPalette.of(workbook)).annotate(annotations, index);
      TabOrder order = new TabOrder(workbook.getSheetIndex(first));
      order.applyTo(workbook.getInternalWorkbook());
      byte[] stream = order.applyTo(workbook.getBytes());
      to.createDocument(new ByteArrayInputStream(stream), STREAM);
      for (Entry entry : from) {
        if (!LEFT_OUT.contains(entry.getName().toUpperCase(Locale.ROOT))) {
          EntryUtils.copyNodeRecursively(entry, to.getRoot());
        }
      }
      to.getRoot().setStorageClsid(from.getStorageClsid());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      to.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  /// The sheet stays, emptied: taken out, it would leave references to other files astray.
  @Override
  void takeAway(Sheet index) {
    HSSFSheet earlier = (HSSFSheet) index;
    int last = earlier.getNumMergedRegions();
    earlier.removeMergedRegions(IntStream.range(0, last).boxed().toList());
    earlier.getSheet().getRecords().removeIf(HyperlinkRecord.class::isInstance);
    for (int row = earlier.getLastRowNum(); row >= 0; row--) {
      if (earlier.getRow(row) != null) {
        earlier.removeRow(earlier.getRow(row));
      }
    }
  }

  @Override
  HSSFSheet insert(SheetContent index) {
    HSSFSheet known = workbook.getSheet(index.name());
    HSSFSheet sheet = known == null ? workbook.createSheet(index.name()) : known;
    try {
      BinaryIndex.write(index, sheet, palette);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    workbook.setSheetHidden(workbook.getSheetIndex(sheet), false);
    workbook.forEach(each -> ((HSSFSheet) each).setActive(each == sheet));
    // It is brought to the front when all is written.
    WindowOneRecord window = workbook.getInternalWorkbook().getWindowOne();
    window.setActiveSheetIndex(0);
    window.setFirstVisibleTab(0);
    window.setNumSelectedTabs((short) 1);
    return sheet;
  }

  @Override
  void finish(IndexSheet index) {
    var records = workbook.getInternalWorkbook().getWorkbookRecordList();
    records.getRecords().stream()
        .filter(next -> OF_MACROS.contains(next.getSid()))
        .toList()
        .forEach(records::remove);
  }
}
