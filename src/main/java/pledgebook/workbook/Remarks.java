package pledgebook.workbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/// Comments of ours in a workbook of somebody else's. The author's name of each tells how to take
/// it away again, wherever its cell has moved: the ground the cell had, and how much of the comment
/// was there before; and by a short hash of the whole, whether somebody typed into it.
final class Remarks {
  private static final Pattern AUTHOR =
      Pattern.compile(
          WorkbookWriter.CREATOR + ":(none|[0-9A-F]{6}):(\\d{1,5}):(?:([0-9a-f]{8}):)?(.*)",
          Pattern.DOTALL);

  /// Comments of the threaded kind name their thread as author and must keep it.
  private static final String THREADED = "tc=";

  /// Of an author's name in a binary workbook ([MS-XLS] 2.4.179, NoteSh).
  private static final int LONGEST_BINARY_AUTHOR = 54;

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
  void add(Cell cell, String ground, String text) {
    String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    Workbook workbook = cell.getSheet().getWorkbook();
    Comment known = cell.getCellComment();
    if (known == null) {
      Comment comment = create(cell, kept);
      RichTextString shown = plain(workbook, kept);
      shown.applyFont(workbook.getFontAt(0));
      comment.setString(shown);
      comment.setAuthor(author(ground, 0, kept, ""));
      return;
    }
    RichTextString before = known.getString();
    String all = before.getString() + "\n\n" + kept;
    String author = author(ground, before.length(), all, known.getAuthor());
    if (!known.getAuthor().startsWith(THREADED) && fits(author, workbook)) {
      known.setString(joined(before, "\n\n" + kept));
      known.setAuthor(author);
    }
  }

  private static String author(String ground, int before, String text, String author) {
    return String.join(
        ":", WorkbookWriter.CREATOR, ground, String.valueOf(before), IndexMark.hash(text), author);
  }

  /// Tells whether a comment says what we wrote and nothing else. Copies of before bore no hash.
  static boolean isOurs(String author, String text) {
    Matcher matcher = AUTHOR.matcher(author);
    if (!matcher.matches()) {
      return author.equals(WorkbookWriter.CREATOR);
    }
    String hash = matcher.group(3);
    return matcher.group(2).equals("0") && (hash == null || hash.equals(IndexMark.hash(text)));
  }

  /// A comment whose author's name has no room for ours must stay as it is.
  private static boolean fits(String author, Workbook workbook) {
    return workbook.getSpreadsheetVersion() != SpreadsheetVersion.EXCEL97
        || author.length() <= LONGEST_BINARY_AUTHOR;
  }

  private static RichTextString plain(Workbook workbook, String text) {
    boolean binary = workbook.getSpreadsheetVersion() == SpreadsheetVersion.EXCEL97;
    return workbook.getCreationHelper().createRichTextString(binary ? text : RichText.escape(text));
  }

  /// The letters of what was there stay as they are.
  private static RichTextString joined(RichTextString before, String more) {
    if (before instanceof XSSFRichTextString known) {
      known.append(RichText.escape(more));
      return known;
    }
    HSSFRichTextString known = (HSSFRichTextString) before;
    HSSFRichTextString joined = new HSSFRichTextString(known.getString() + more);
    int runs = known.numFormattingRuns();
    for (int run = 0; run < runs; run++) {
      int end = run + 1 < runs ? known.getIndexOfFormattingRun(run + 1) : known.length();
      joined.applyFont(known.getIndexOfFormattingRun(run), end, known.getFontOfFormattingRun(run));
    }
    return joined;
  }

  /// A box beside the cell, large enough for the text.
  private static Comment create(Cell cell, String text) {
    Sheet sheet = cell.getSheet();
    int column = cell.getColumnIndex();
    int row = cell.getRowIndex();
    int end = sheet.getWorkbook().getSpreadsheetVersion().getLastColumnIndex();
    int lastColumn = column;
    for (float width = 0; width < PIXELS && lastColumn < end; ) {
      lastColumn++;
      width += sheet.getColumnWidthInPixels(lastColumn);
    }
    float wanted = (RowHeights.lines(text, WIDTH) + 1) * 15f;
    int lastRow = row;
    int bottom = sheet.getWorkbook().getSpreadsheetVersion().getLastRowIndex();
    for (float height = 0; height < wanted && lastRow < bottom; ) {
      height += height(sheet, lastRow);
      lastRow++;
    }
    ClientAnchor box = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    box.setCol1(column);
    box.setRow1(row);
    box.setDx1(nearlyAcross(sheet, column));
    box.setCol2(lastColumn);
    box.setRow2(lastRow);
    Comment comment = sheet.createDrawingPatriarch().createCellComment(box);
    comment.setAddress(row, column);
    comment.setVisible(false);
    return comment;
  }

  /// Where a box begins in the cell it is tied to: four pixels before its right edge. A binary
  /// workbook counts in parts of the column, the other in lengths.
  private static int nearlyAcross(Sheet sheet, int column) {
    float width = sheet.getColumnWidthInPixels(column);
    int right = Math.max(0, Math.round(width) - 4);
    return sheet instanceof HSSFSheet
        ? Math.min(1023, Math.round(1024 * right / Math.max(1, width)))
        : right * Units.EMU_PER_PIXEL;
  }

  private static float height(Sheet sheet, int row) {
    Row known = sheet.getRow(row);
    return Math.max(
        1, known == null ? sheet.getDefaultRowHeightInPoints() : known.getHeightInPoints());
  }

  /// Takes away what an earlier return left on a sheet: colours and remarks.
  void clear(Sheet sheet) {
    if (sheet instanceof HSSFSheet && sheet.getDrawingPatriarch() == null) {
      // Asked for its comments, the library would put a drawing there.
      return;
    }
    List<Comment> comments = List.copyOf(sheet.getCellComments().values());
    for (Comment comment : comments) {
      Matcher author = AUTHOR.matcher(String.valueOf(comment.getAuthor()));
      if (author.matches()) {
        clear(sheet, comment, author);
      }
    }
  }

  private void clear(Sheet sheet, Comment comment, Matcher author) {
    Row known = sheet.getRow(comment.getRow());
    Row row = known == null ? sheet.createRow(comment.getRow()) : known;
    Cell present = row.getCell(comment.getColumn());
    Cell cell = present == null ? row.createCell(comment.getColumn()) : present;
    marks.restore(cell, author.group(1));
    int before = Integer.parseInt(author.group(2));
    String text = comment.getString().getString();
    if (before == 0) {
      cell.removeCellComment();
    } else {
      String left = text.substring(0, Math.min(before, text.length()));
      comment.setString(plain(sheet.getWorkbook(), left));
      comment.setAuthor(author.group(4));
    }
    if (present == null) {
      row.removeCell(cell);
    }
  }
}
