package pledgebook.workbook;

import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// Puts down what is shown when a cell is pointed at, in a box its text fits into.
final class Comments {
  private static final int WIDTH = 36;

  private final XSSFSheet sheet;
  private final SheetContent content;
  private final RowHeights heights;

  Comments(XSSFSheet sheet, SheetContent content, RowHeights heights) {
    this.sheet = sheet;
    this.content = content;
    this.heights = heights;
  }

  void add(CellAddress at, String text) {
    int firstColumn = Math.min(at.column() + 1, CellAddress.LAST_COLUMN - WIDTH);
    int firstRow = Math.max(1, at.row() - 1);
    int lastColumn = firstColumn;
    int width = 0;
    for (; width < WIDTH; lastColumn++) {
      width += RowHeights.width(content.widths(), lastColumn);
    }
    float wanted = (RowHeights.lines(text, width) + 1) * 15f;
    int lastRow = firstRow;
    for (float height = 0; height < wanted; lastRow++) {
      height += height(lastRow);
    }
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(
            0, 0, 0, 0, firstColumn - 1, firstRow - 1, lastColumn - 1, lastRow - 1);
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
    comment.setAddress(at.row() - 1, at.column() - 1);
    comment.setAuthor(WorkbookWriter.CREATOR);
    XSSFRichTextString shown = new XSSFRichTextString(RichText.escape(text));
    shown.applyFont(sheet.getWorkbook().getFontAt(0));
    comment.setString(shown);
    comment.setVisible(false);
  }

  private float height(int row) {
    return row <= content.rows().size()
        ? heights.of(row, content.rows().get(row - 1))
        : RowHeights.STANDARD;
  }
}
