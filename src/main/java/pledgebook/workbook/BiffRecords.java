package pledgebook.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.MergedCells;

/// The records of a binary workbook in the order of its stream ([MS-XLS] 2.1): first what holds for
/// all sheets, then one stretch per sheet.
final class BiffRecords {
  /// A 20 MB file of nothing but numbers holds fewer.
  private static final int MOST_CELLS = 1_500_000;

  private final WorkbookLimits limits;
  private final List<BoundSheetRecord> tabs = new ArrayList<>();
  private final Map<BoundSheetRecord, BiffSheet> sheets = new HashMap<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final Map<Integer, NumberFormats.Format> known = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private @Nullable SSTRecord strings;
  private boolean since1904;
  private boolean macroSheet;
  private int depth;
  private int stretch = -1;
  private int cells;
  private String tab = "";
  private @Nullable BiffSheet current;
  private @Nullable CellAddress awaitsText;

  BiffRecords(WorkbookLimits limits) {
    this.limits = limits;
  }

  /// Takes the next record.
  void take(Record next) throws WorkbookRefused {
    switch (next) {
      case BOFRecord beginning -> begin(beginning);
      case EOFRecord end -> depth--;
      case BoundSheetRecord tab -> tabs.add(tab);
      case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
      case SSTRecord table -> strings = table;
      case FormatRecord format -> formats.put(format.getIndexCode(), format.getFormatString());
      case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
      default -> takeOfSheet(next);
    }
  }

  /// A stretch begins, or something embedded in one (a chart).
  private void begin(BOFRecord beginning) {
    depth++;
    if (depth > 1) {
      return;
    }
    stretch++;
    current = null;
    awaitsText = null;
    macroSheet |= beginning.getType() == BOFRecord.TYPE_EXCEL_4_MACRO;
    BoundSheetRecord[] inStream = BoundSheetRecord.orderByBofPosition(tabs);
    if (stretch > 0 && stretch <= inStream.length) {
      BoundSheetRecord bound = inStream[stretch - 1];
      tab = bound.getSheetname();
      if (beginning.getType() == BOFRecord.TYPE_WORKSHEET) {
        boolean hidden = bound.isHidden() || bound.isVeryHidden();
        current = new BiffSheet(tab, hidden, since1904);
        sheets.put(bound, current);
      }
    }
  }

  /// The name on the tab of the sheet the last record belongs to; empty for those of the workbook.
  String tab() {
    return tab;
  }

  private void takeOfSheet(Record next) throws WorkbookRefused {
    BiffSheet sheet = current;
    if (sheet == null || depth != 1) {
      return;
    }
    switch (next) {
      case RowRecord row when row.getZeroHeight() -> sheet.hide(row.getRowNumber() + 1);
      case ColumnInfoRecord columns when columns.getHidden() ->
          sheet.hideColumns(
              columns.getFirstColumn() + 1, Math.min(columns.getLastColumn() + 1, 256));
      case MergeCellsRecord merged -> merge(sheet, merged);
      case ObjRecord object
          when !object.getSubRecords().isEmpty()
              && object.getSubRecords().getFirst() instanceof CommonObjectDataSubRecord common ->
          sheet.drawn(common.getObjectId());
      case TextObjectRecord text when text.getStr() != null ->
          sheet.drawnText(text.getStr().getString());
      case NoteRecord note ->
          sheet.comment(
              address(note.getRow(), note.getColumn()), note.getAuthor(), note.getShapeId());
      case StringRecord text when awaitsText != null -> {
        addText(sheet, awaitsText, text.getString());
        awaitsText = null;
      }
      case LabelRecord label ->
          addText(sheet, address(label.getRow(), label.getColumn()), label.getValue());
      case CellRecord cell -> takeCell(sheet, cell);
      default -> {}
    }
  }

  private void takeCell(BiffSheet sheet, CellRecord cell) throws WorkbookRefused {
    CellAddress address = address(cell.getRow(), cell.getColumn());
    switch (cell) {
      case NumberRecord number -> addNumber(sheet, address, number.getValue(), cell);
      case LabelSSTRecord label -> addText(sheet, address, shared(label.getSSTIndex()));
      case BoolErrRecord value when value.isBoolean() ->
          add(sheet, new Cell.Flag(address, value.getBooleanValue()));
      case BoolErrRecord value -> add(sheet, fault(address, value.getErrorValue()));
      case FormulaRecord formula -> takeFormula(sheet, address, formula);
      default -> {}
    }
  }

  private void takeFormula(BiffSheet sheet, CellAddress address, FormulaRecord formula)
      throws WorkbookRefused {
    awaitsText = null;
    switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> addNumber(sheet, address, formula.getValue(), formula);
      case BOOLEAN -> add(sheet, new Cell.Flag(address, formula.getCachedBooleanValue()));
      case ERROR -> add(sheet, fault(address, formula.getCachedErrorValue()));
      case STRING -> awaitsText = address;
      case BLANK, FORMULA, _NONE -> {}
    }
  }

  private void addNumber(BiffSheet sheet, CellAddress address, double value, CellRecord cell)
      throws WorkbookRefused {
    String raw =
        Double.isFinite(value)
            ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
            : Double.toString(value);
    add(sheet, NumberCells.of(address, raw, format(cell.getXFIndex()), since1904));
  }

  private NumberFormats.Format format(int style) {
    if (style < 0 || style >= styles.size()) {
      return NumberFormats.GENERAL;
    }
    return known.computeIfAbsent(styles.get(style), id -> NumberFormats.format(id, formats));
  }

  private static Cell fault(CellAddress address, int code) {
    return new Cell.Fault(address, FormulaError.forInt((byte) code).getString());
  }

  private String shared(int index) throws WorkbookRefused {
    if (strings == null || index < 0 || index >= strings.getNumUniqueStrings()) {
      throw new WorkbookRefused(new WorkbookFault.Damaged("Workbook"));
    }
    return strings.getString(index).getString();
  }

  private void addText(BiffSheet sheet, CellAddress address, @Nullable String text)
      throws WorkbookRefused {
    if (text == null || text.isEmpty()) {
      return;
    }
    if (text.length() > limits.cellLength()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("cell length", limits.cellLength()));
    }
    add(sheet, new Cell.Text(address, text));
  }

  private void add(BiffSheet sheet, Cell cell) throws WorkbookRefused {
    if (++cells > MOST_CELLS) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("cells", MOST_CELLS));
    }
    if (cell.address().row() > limits.rows()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("rows", limits.rows()));
    }
    if (cell.address().column() > limits.columns()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("columns", limits.columns()));
    }
    sheet.add(cell);
  }

  private static void merge(BiffSheet sheet, MergeCellsRecord merged) {
    for (int i = 0; i < merged.getNumAreas(); i++) {
      CellRangeAddress area = merged.getAreaAt(i);
      sheet.merge(
          new MergedCells(
              address(area.getFirstRow(), area.getFirstColumn()),
              address(area.getLastRow(), area.getLastColumn())));
    }
  }

  private static CellAddress address(int row, int column) {
    return new CellAddress(row + 1, (column & 0xFFFF) + 1);
  }

  /// Tells whether a sheet of macro commands was met (Excel 4.0); it is left out.
  boolean hasMacroSheet() {
    return macroSheet;
  }

  /// The sheets of cells in the order of their tabs.
  List<Sheet> sheets() {
    List<Sheet> inOrder = new ArrayList<>();
    for (BoundSheetRecord tab : tabs) {
      BiffSheet sheet = sheets.get(tab);
      if (sheet != null) {
        inOrder.add(sheet);
      }
    }
    return inOrder;
  }
}
