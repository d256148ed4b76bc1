package pledgebook.workbook;

import java.time.LocalDate;
import java.util.List;
import pledgebook.workbook.WorkbookAnnotator.Annotation;
import pledgebook.workbook.WorkbookAnnotator.IndexSheet;
import pledgebook.workbook.WorkbookAnnotator.Mark;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// Remarks on a sheet 数据, and their index.
final class SampleRemarks {
  static final String FORMULA = "=HYPERLINK(\"http://example.invalid\",\"示例\")";
  static final Annotation BAD = new Annotation("数据", new CellAddress(2, 2), Mark.BAD, FORMULA);
  static final Annotation BLANK = new Annotation("数据", new CellAddress(9, 5), Mark.WARNING, "未填");

  private SampleRemarks() {}

  static IndexSheet index() {
    return new IndexSheet(
        sheet(new CellValue.SheetLink("B2", "数据", new CellAddress(2, 2))),
        sheet(new CellValue.Text("未附原表")),
        "核查意见",
        LocalDate.of(2025, 6, 7));
  }

  private static SheetContent sheet(CellValue value) {
    return new SheetContent(
        "核查意见",
        List.of(20),
        1,
        0,
        List.of(
            RowContent.of(List.of(CellContent.text(FORMULA, CellLook.of(Role.HEADING)))),
            RowContent.of(List.of(CellContent.of(value, CellLook.of(Role.LINK))))),
        List.of(),
        List.of(),
        true,
        null,
        0,
        false,
        false);
  }
}
