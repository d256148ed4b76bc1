package pledgebook.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.IndexSheet;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// An .xlsx or .xlsm to be annotated.
final class OpenCopy extends AnnotatedCopy {
  private final XSSFWorkbook workbook;

  private OpenCopy(XSSFWorkbook workbook) {
    super(workbook, new OpenCellMarks(workbook.getStylesSource()));
    this.workbook = workbook;
  }

  /// The annotated workbook, not yet packed for good.
  static byte[] of(byte[] original, List<Annotation> annotations, IndexSheet index)
      throws IOException, InvalidFormatException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(original))) {
      new OpenCopy(workbook).annotate(annotations, index);
      ByteArrayOutputStream annotated = new ByteArrayOutputStream();
      workbook.write(annotated);
      return annotated.toByteArray();
    }
  }

  @Override
  void takeAway(Sheet index) {
    workbook.removeSheetAt(workbook.getSheetIndex(index));
  }

  @Override
  XSSFSheet insert(SheetContent index) {
    XSSFSheet sheet = workbook.createSheet(index.name());
    new SheetWriter(sheet, sheet, index, new CellStyles(workbook)).write();
    workbook.setSheetOrder(index.name(), 0);
    workbook.setActiveSheet(0);
    workbook.setFirstVisibleTab(0);
    return sheet;
  }

  @Override
  void finish(IndexSheet index) throws InvalidFormatException {
    withoutMacros();
    POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
    if (properties.getModified() == null) {
      // Otherwise the library writes the present moment.
      Date day = Date.from(index.date().atStartOfDay(ZoneOffset.UTC).toInstant());
      properties.setModified(Optional.of(day));
    }
  }

  /// What is named .xlsx must not hold macros, and nobody needs them to read remarks.
  private void withoutMacros() throws InvalidFormatException {
    if (!workbook.isMacroEnabled()) {
      return;
    }
    workbook.setWorkbookType(XSSFWorkbookType.XLSX);
    List<PackageRelationship> macros = new ArrayList<>();
    workbook
        .getPackagePart()
        .getRelationshipsByType(XSSFRelation.VBA_MACROS.getRelation())
        .forEach(macros::add);
    for (PackageRelationship macro : macros) {
      workbook.getPackagePart().removeRelationship(macro.getId());
      workbook.getPackage().removePart(PackagingURIHelper.createPartName(macro.getTargetURI()));
    }
  }
}
