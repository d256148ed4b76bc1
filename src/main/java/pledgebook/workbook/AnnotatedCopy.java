package pledgebook.workbook;

import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.IndexSheet;
import pledgebook.workbook.WorkbookAnnotator.Mark;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// A workbook of somebody else's, in memory, to be annotated.
final class AnnotatedCopy {
  private final XSSFWorkbook workbook;
  private final CellMarks marks;
  private final Remarks remarks;

  AnnotatedCopy(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.marks = new CellMarks(workbook.getStylesSource());
    this.remarks = new Remarks(marks);
  }

  void annotate(List<Annotation> annotations, IndexSheet index) throws InvalidFormatException {
    int earlier = workbook.getSheetIndex(index.beside().name());
    if (earlier >= 0) {
      workbook.removeSheetAt(earlier);
    }
    workbook.forEach(sheet -> remarks.clear((XSSFSheet) sheet));
    byCell(annotations).forEach(this::annotate);
    insert(index.beside());
    withoutMacros();
    POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
    if (properties.getModified() == null) {
      // Otherwise the library writes the present moment.
      Date day = Date.from(index.date().atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
      properties.setModified(Optional.of(day));
    }
  }

  /// A cell of a sheet that is there; of joined cells the one that is seen.
  private record Place(XSSFSheet sheet, int row, int column) {}

  private Map<Place, List<Annotation>> byCell(List<Annotation> annotations) {
    Map<Place, List<Annotation>> byCell = new LinkedHashMap<>();
    for (Annotation annotation : annotations) {
      XSSFSheet sheet = workbook.getSheet(annotation.sheet());
      if (sheet != null) {
        byCell
            .computeIfAbsent(place(sheet, annotation.cell()), place -> new ArrayList<>())
            .add(annotation);
      }
    }
    return byCell;
  }

  private static Place place(XSSFSheet sheet, CellAddress cell) {
    int row = cell.row() - 1;
    int column = cell.column() - 1;
    for (CellRangeAddress joined : sheet.getMergedRegions()) {
      if (joined.isInRange(row, column)) {
        return new Place(sheet, joined.getFirstRow(), joined.getFirstColumn());
      }
    }
    return new Place(sheet, row, column);
  }

  private void annotate(Place place, List<Annotation> annotations) {
    Mark mark = annotations.stream().map(Annotation::mark).sorted().findFirst().orElseThrow();
    String text = String.join("\n\n", annotations.stream().map(Annotation::remark).toList());
    XSSFCell cell = cell(place);
    String before = marks.mark(cell, mark);
    remarks.add(cell, before, text);
  }

  /// A blank cell that is not in the file looks as its row or its column does.
  private static XSSFCell cell(Place place) {
    XSSFRow known = place.sheet.getRow(place.row);
    XSSFRow row = known == null ? place.sheet.createRow(place.row) : known;
    XSSFCell cell = row.getCell(place.column);
    if (cell != null) {
      return cell;
    }
    XSSFCell created = row.createCell(place.column);
    CellStyle style = row.getRowStyle();
    created.setCellStyle(style == null ? place.sheet.getColumnStyle(place.column) : style);
    return created;
  }

  private void insert(SheetContent index) {
    XSSFSheet sheet = workbook.createSheet(index.name());
    new SheetWriter(sheet, sheet, index, new CellStyles(workbook)).write();
    workbook.setSheetOrder(index.name(), 0);
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      // Several selected sheets would all take what is typed into one.
      workbook.getSheetAt(i).setSelected(i == 0);
    }
    workbook.setActiveSheet(0);
    workbook.setFirstVisibleTab(0);
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
