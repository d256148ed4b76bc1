package pledgebook.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Comments of ours in a workbook of somebody else's. The author's name of each tells how to take
/// it away again, wherever its cell has moved: the ground the cell had, and how much of the comment
/// was there before.
final class Remarks {
  private static final Pattern AUTHOR =
      Pattern.compile(
          WorkbookWriter.CREATOR + ":(none|[0-9A-F]{6}):(\\d{1,5}):(.*)", Pattern.DOTALL);

  /// Comments of the threaded kind name their thread as author and must keep it.
  private static final String THREADED = "tc=";

  private static final int LONGEST = 4_000;
  private static final int WIDTH = 44;
  private static final int PIXELS = WIDTH * 7;

  private final CellMarks marks;

  Remarks(CellMarks marks) {
    this.marks = marks;
  }

  /// Adds a remark behind what others commented on the cell.
  ///
  /// @param ground the ground of the cell before it was marked
  void add(XSSFCell cell, String ground, String text) {
    String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    XSSFComment known = cell.getCellComment();
    if (known != null && known.getAuthor().startsWith(THREADED)) {
      return;
    }
    XSSFRichTextString shown;
    if (known == null) {
      XSSFComment comment = create(cell, kept);
      shown = new XSSFRichTextString(RichText.escape(kept));
      shown.applyFont(cell.getSheet().getWorkbook().getFontAt(0));
      comment.setString(shown);
      comment.setAuthor(author(ground, 0, ""));
    } else {
      shown = known.getString();
      int before = shown.length();
      shown.append(RichText.escape("\n\n" + kept));
      String author = known.getAuthor();
      known.setString(shown);
      known.setAuthor(author(ground, before, author));
    }
  }

  private static String author(String ground, int before, String author) {
    return WorkbookWriter.CREATOR + ":" + ground + ":" + before + ":" + author;
  }

  /// A box beside the cell, large enough for the text.
  private static XSSFComment create(XSSFCell cell, String text) {
    XSSFSheet sheet = cell.getSheet();
    int column = cell.getColumnIndex();
    int row = cell.getRowIndex();
    int lastColumn = column;
    for (float width = 0; width < PIXELS && lastColumn + 1 < CellAddress.LAST_COLUMN; ) {
      lastColumn++;
      width += sheet.getColumnWidthInPixels(lastColumn);
    }
    float wanted = (RowHeights.lines(text, WIDTH) + 1) * 15f;
    int lastRow = row;
    for (float height = 0; height < wanted && lastRow + 1 < CellAddress.LAST_ROW; ) {
      height += height(sheet, lastRow);
      lastRow++;
    }
    // It is tied to the cell its box begins in.
    int right = Math.max(0, Math.round(sheet.getColumnWidthInPixels(column)) - 4);
    XSSFClientAnchor box =
        new XSSFClientAnchor(
            right * Units.EMU_PER_PIXEL,
            0,
            0,
            0,
            column,
            row,
            Math.max(column + 1, lastColumn),
            lastRow);
    XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(box);
    comment.setVisible(false);
    return comment;
  }

  private static float height(XSSFSheet sheet, int row) {
    XSSFRow known = sheet.getRow(row);
    return Math.max(
        1, known == null ? sheet.getDefaultRowHeightInPoints() : known.getHeightInPoints());
  }

  /// Takes away what an earlier return left on a sheet: colours and remarks.
  void clear(XSSFSheet sheet) {
    List<XSSFComment> comments = List.copyOf(sheet.getCellComments().values());
    for (XSSFComment comment : comments) {
      Matcher author = AUTHOR.matcher(String.valueOf(comment.getAuthor()));
      if (author.matches()) {
        clear(sheet, comment, author);
      }
    }
  }

  private void clear(XSSFSheet sheet, XSSFComment comment, Matcher author) {
    XSSFRow known = sheet.getRow(comment.getRow());
    XSSFRow row = known == null ? sheet.createRow(comment.getRow()) : known;
    XSSFCell present = row.getCell(comment.getColumn());
    XSSFCell cell = present == null ? row.createCell(comment.getColumn()) : present;
    marks.restore(cell, author.group(1));
    int before = Integer.parseInt(author.group(2));
    String text = comment.getString().getString();
    if (before == 0) {
      cell.removeCellComment();
    } else {
      comment.setString(
          new XSSFRichTextString(
              RichText.escape(text.substring(0, Math.min(before, text.length())))));
      comment.setAuthor(author.group(3));
    }
    if (present == null) {
      row.removeCell(cell);
    }
  }
}
