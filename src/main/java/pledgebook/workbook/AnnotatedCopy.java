package pledgebook.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.IndexSheet;
import pledgebook.workbook.WorkbookAnnotator.Mark;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// A workbook of somebody else's, in memory, to be annotated; what both formats share.
abstract sealed class AnnotatedCopy permits OpenCopy, BinaryCopy {
  private final Workbook workbook;
  private final CellMarks marks;
  private final Remarks remarks;

  /// The names of the indexes that came with the original.
  private final Set<String> earlier = new LinkedHashSet<>();

  AnnotatedCopy(Workbook workbook, CellMarks marks) {
    this.workbook = workbook;
    this.marks = marks;
    this.remarks = new Remarks(marks);
  }

  /// Annotates the workbook and puts the index in, which is answered.
  final Sheet annotate(List<Annotation> annotations, IndexSheet index)
      throws InvalidFormatException {
    takeAwayEarlier();
    workbook.forEach(remarks::clear);
    byCell(annotations).forEach(this::annotate);
    SheetContent content = index.beside().named(freeName(index.beside().name()));
    Sheet first = insert(content);
    IndexMark.put(first, content.widths().size());
    // Several selected sheets would all take what is typed into one.
    workbook.forEach(sheet -> sheet.setSelected(sheet.equals(first)));
    finish(index);
    return first;
  }

  private void takeAwayEarlier() {
    for (int tab = workbook.getNumberOfSheets() - 1; tab >= 0; tab--) {
      Sheet sheet = workbook.getSheetAt(tab);
      if (IndexMark.isOn(sheet)) {
        earlier.add(sheet.getSheetName());
        takeAway(sheet);
      }
    }
  }

  /// That of an emptied index; else, where a member's own sheet has the name, ours is numbered.
  private String freeName(String wanted) {
    String name = wanted;
    for (int number = 2; workbook.getSheet(name) != null; number++) {
      name = wanted + number;
    }
    return earlier.stream().filter(n -> workbook.getSheet(n) != null).findFirst().orElse(name);
  }

  /// Takes an earlier index away, as far as the new one does not take its place.
  abstract void takeAway(Sheet index);

  /// Puts the index in as the first sheet, to be opened.
  abstract Sheet insert(SheetContent index);

  /// Leaves macros out, and settles what else a program would only notice on opening the file.
  abstract void finish(IndexSheet index) throws InvalidFormatException;

  /// A cell of a sheet that is there; of joined cells the one that is seen.
  private record Place(Sheet sheet, int row, int column) {}

  private Map<Place, List<Annotation>> byCell(List<Annotation> annotations) {
    Map<Place, List<Annotation>> byCell = new LinkedHashMap<>();
    for (Annotation annotation : annotations) {
      Sheet sheet = workbook.getSheet(annotation.sheet());
      if (sheet != null && !earlier.contains(annotation.sheet())) {
        byCell
            .computeIfAbsent(place(sheet, annotation.cell()), place -> new ArrayList<>())
            .add(annotation);
      }
    }
    return byCell;
  }

  private static Place place(Sheet sheet, CellAddress cell) {
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
    Cell cell = cell(place);
    String before = marks.mark(cell, mark);
    remarks.add(cell, before, text);
  }

  /// A blank cell that is not in the file looks as its row or its column does.
  private static Cell cell(Place place) {
    Row known = place.sheet.getRow(place.row);
    Row row = known == null ? place.sheet.createRow(place.row) : known;
    Cell cell = row.getCell(place.column);
    if (cell != null) {
      return cell;
    }
    Cell created = row.createCell(place.column);
    CellStyle style = row.getRowStyle();
    created.setCellStyle(style == null ? place.sheet.getColumnStyle(place.column) : style);
    return created;
  }
}
