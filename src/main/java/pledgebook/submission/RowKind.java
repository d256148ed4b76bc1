package pledgebook.submission;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.Cell;

/// What a row below the headings is.
enum RowKind {
  /// A row of the form.
  DATA,
  /// The headings once more.
  HEADING,
  /// Totals of other rows.
  SUMMARY,
  /// 其中 and a name: a detail, or a part of a total.
  PART,
  /// A remark under the table.
  NOTE,
  /// A single cell far from the rows.
  STRAY;

  private static final Pattern TOTAL = Pattern.compile("(本页|本表)?(合计|小计|总计|共计|其中)([:(].*)?");

  /// Totals of a region: 全省合计, 苏南小计.
  private static final Pattern NAMED_TOTAL = Pattern.compile(".{1,8}(合计|小计|总计|共计)[:]?");

  private static final Pattern PART_OF = Pattern.compile("其中[:,].+");

  private static final Pattern REMARK =
      Pattern.compile(
          "(注|注释|备注|说明|填表说明|填报说明|补充说明|数据来源|资料来源|单位|计量单位|填表人|填报人|制表人|审核人|复核人|负责人|单位负责人"
              + "|联系人|联系电话|电话|填报日期|填表日期|日期|盖章|填报单位)\\d{0,2}([:].*|\\(.*\\))",
          Pattern.DOTALL);

  /// So many rows without anything lie between the rows and what is far from them.
  private static final int FAR = 10;

  /// @param cells those within the form's columns that are not blank; at least one
  /// @param lastRow number of the last row of data; the headings' before the first
  /// @param afterNote the row before was a remark
  static RowKind of(Form form, List<Cell> cells, int lastRow, boolean afterNote) {
    Cell first = cells.getFirst();
    String start = Layout.plainName(first.plain());
    if (!(form.equals(Layout.INDICATORS) && IndicatorCode.isWellFormed(start))) {
      List<String> texts =
          cells.stream()
              .filter(Cell.Text.class::isInstance)
              .limit(2)
              .map(cell -> Layout.plainName(cell.plain()))
              .toList();
      if (texts.stream().anyMatch(text -> TOTAL.matcher(text).matches())) {
        return texts.stream().anyMatch(RowKind::namesPart) ? PART : SUMMARY;
      }
      if (!texts.isEmpty() && NAMED_TOTAL.matcher(texts.getFirst()).matches()) {
        return SUMMARY;
      }
      if (texts.stream().anyMatch(RowKind::namesPart)) {
        return PART;
      }
      if (isRemark(cells, afterNote)) {
        return NOTE;
      }
      if (isStray(form, cells, lastRow)) {
        return STRAY;
      }
    }
    return DATA;
  }

  /// Tells whether a cell is what makes its row one of totals or parts.
  static boolean marks(Cell cell) {
    String text = Layout.plainName(cell.plain());
    return TOTAL.matcher(text).matches() || NAMED_TOTAL.matcher(text).matches() || namesPart(text);
  }

  private static boolean namesPart(String text) {
    return PART_OF.matcher(text).matches();
  }

  /// Every cell is a label with its text, or is what a label before it asks for, or the one cell
  /// goes on with the remark above.
  private static boolean isRemark(List<Cell> cells, boolean afterNote) {
    boolean asked = afterNote && cells.size() == 1;
    for (Cell cell : cells) {
      String label = label(cell);
      boolean isLabel = cell instanceof Cell.Text && REMARK.matcher(label).matches();
      if (!isLabel && !asked) {
        return false;
      }
      asked = isLabel && label.endsWith(":");
    }
    return true;
  }

  /// The trailing colon of a label stays: it is what makes it one.
  private static String label(Cell cell) {
    return Normalizer.normalize(cell.plain(), Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
  }

  private static boolean isStray(Form form, List<Cell> cells, int lastRow) {
    return cells.size() == 1
        && cells.getFirst().address().row() - lastRow > FAR
        && form.columns().stream().filter(Column::required).count() > 1;
  }
}
