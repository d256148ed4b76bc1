package pledgebook.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// Writes the rows of a sheet.
final class SheetWriter {
  /// Excel keeps no more digits of a number.
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_EVEN);

  /// Excel declares a sheet with more of them damaged.
  private static final int MOST_LINKS = 65_530;

  /// Takes the rows: the sheet itself, or one that sends them to disk.
  private final org.apache.poi.ss.usermodel.Sheet rows;

  private final XSSFSheet sheet;
  private final SheetContent content;
  private final CellStyles styles;
  private final RowHeights heights;
  private final Comments comments;

  /// The look of cells that are covered by a joined one, so that its border goes all around.
  private final Map<CellAddress, CellLook> covered = new HashMap<>();

  private final int lastCovered;
  private int links;

  SheetWriter(
      org.apache.poi.ss.usermodel.Sheet rows,
      XSSFSheet sheet,
      SheetContent content,
      CellStyles styles) {
    this.rows = rows;
    this.sheet = sheet;
    this.content = content;
    this.styles = styles;
    this.heights = new RowHeights(content);
    this.lastCovered =
        content.merged().stream().mapToInt(merged -> merged.last().column()).max().orElse(0);
    this.comments = new Comments(sheet, content, heights);
  }

  void write() {
    SheetLayout.apply(sheet, content);
    content.merged().forEach(this::cover);
    for (int number = 1; number <= content.rows().size(); number++) {
      row(number, content.rows().get(number - 1));
    }
  }

  private void cover(MergedCells merged) {
    CellContent shown = cell(merged.first());
    if (shown == null) {
      return;
    }
    for (int row = merged.first().row(); row <= merged.last().row(); row++) {
      for (int column = merged.first().column(); column <= merged.last().column(); column++) {
        covered.put(new CellAddress(row, column), shown.look());
      }
    }
  }

  private @Nullable CellContent cell(CellAddress at) {
    if (at.row() > content.rows().size()) {
      return null;
    }
    List<@Nullable CellContent> cells = content.rows().get(at.row() - 1).cells();
    return at.column() > cells.size() ? null : cells.get(at.column() - 1);
  }

  private void row(int number, RowContent row) {
    Row target = rows.createRow(number - 1);
    float height = heights.of(number, row);
    if (row.height() > 0 || height > RowHeights.STANDARD) {
      target.setHeightInPoints(height);
      if (row.height() == 0 && !heights.joined(number) && target instanceof XSSFRow kept) {
        kept.getCTRow().unsetCustomHeight();
      }
    }
    int columns = Math.max(row.cells().size(), lastCovered);
    for (int column = 1; column <= columns; column++) {
      CellAddress at = new CellAddress(number, column);
      CellContent cell = cell(at);
      if (cell != null) {
        fill(target.createCell(column - 1), at, cell);
      } else if (covered.containsKey(at)) {
        CellLook look = covered.getOrDefault(at, CellLook.of(WorkbookContent.Role.BODY));
        target.createCell(column - 1).setCellStyle(styles.of(look, new CellValue.Blank()));
      }
    }
  }

  private void fill(org.apache.poi.ss.usermodel.Cell target, CellAddress at, CellContent cell) {
    target.setCellStyle(styles.of(cell.look(), cell.value()));
    switch (cell.value()) {
      case CellValue.Blank _ -> {}
      case CellValue.Text text -> text(target, text.text());
      case CellValue.Decimal decimal -> number(target, decimal.number());
      case CellValue.Day day -> target.setCellValue(day.day());
      case CellValue.SheetLink link -> {
        text(target, link.text());
        countLink();
        Links.add(sheet, at, link.sheet(), link.address());
      }
      case CellValue.FileLink link -> {
        text(target, link.text());
        countLink();
        Links.add(sheet, at, link.path(), link.sheet(), link.address());
      }
    }
    if (cell.comment() != null) {
      comments.add(at, cell.comment());
    }
  }

  private void countLink() {
    links++;
    if (links > MOST_LINKS) {
      throw new IllegalArgumentException("more links than a sheet can hold: " + content.name());
    }
  }

  private static void text(org.apache.poi.ss.usermodel.Cell target, String text) {
    if (!text.isEmpty()) {
      target.setCellValue(RichText.escape(text));
    }
  }

  private static void number(org.apache.poi.ss.usermodel.Cell target, BigDecimal number) {
    BigDecimal kept = number.round(KEPT);
    target.setCellValue(kept.doubleValue());
    if (target instanceof XSSFCell cell) {
      cell.getCTCell().setV(kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString());
    }
  }
}
