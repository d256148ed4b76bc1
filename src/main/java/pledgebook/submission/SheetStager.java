package pledgebook.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.workbook.Cell;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookRefused;

/// Reads one sheet as one form: finds the headings, hands on the rows below as text. Every row of
/// the file is either staged or told of.
final class SheetStager {
  private static final Pattern SUMMARY = Pattern.compile("(本页|本表)?(合计|小计|总计)([:(].*)?");

  private final Form form;
  private final Sheet sheet;
  private final Staging staging;
  private final ReadingFindings findings;
  private final List<IndicatorCode> touched;
  private final List<Row> firstRows = new ArrayList<>();

  private @Nullable Headings headings;
  private int staged;
  private boolean gaps;
  private int strayRows;
  private @Nullable CellAddress firstStray;
  private int firstHidden;
  private int lastHidden;
  private int hiddenRows;

  /// @param touched the indicators a fault of the sheet touches
  SheetStager(
      Form form,
      Sheet sheet,
      List<IndicatorCode> touched,
      Staging staging,
      ReadingFindings findings) {
    this.form = form;
    this.sheet = sheet;
    this.touched = touched;
    this.staging = staging;
    this.findings = findings;
  }

  /// Reads the sheet.
  void stage() throws WorkbookRefused {
    if (sheet.hidden()) {
      findings.add(ReadingRule.HIDDEN_SHEET, sheetAt(), "sheet", sheet.name());
    }
    sheet.read(this::visit);
    if (headings == null) {
      chooseHeadings();
    }
    endOfHidden();
    if (headings == null) {
      return;
    }
    if (strayRows > 0 && firstStray != null) {
      findings.add(
          ReadingRule.STRAY_CELLS, sheetAt(), "count", strayRows, "cell", firstStray.toString());
    }
    if (staged == 0) {
      findings.add(ReadingRule.EMPTY_SHEET, sheetAt(), "sheet", sheet.name());
    }
    if (gaps) {
      tellMerged(headings);
    }
  }

  private boolean visit(Row row) {
    if (headings != null) {
      take(row, headings);
      return true;
    }
    if (row.number() <= Layout.HEADING_ROWS) {
      firstRows.add(row);
      if (Headings.isComplete(form, row)) {
        chooseHeadings();
      }
      return true;
    }
    chooseHeadings();
    if (headings == null) {
      return false;
    }
    take(row, headings);
    return true;
  }

  /// Decides on the headings and takes the rows that were waiting for them.
  private void chooseHeadings() {
    Headings found = Headings.find(form, firstRows).orElse(null);
    if (found == null) {
      findings.add(
          ReadingRule.MISSING_HEADING,
          sheetAt(),
          "sheet",
          sheet.name(),
          "rows",
          Layout.HEADING_ROWS,
          "expected",
          form.columns().stream().map(Column::heading).collect(Collectors.joining("、")));
      return;
    }
    headings = found;
    staging.sheet(sheet.name(), form.code(), found.rowNumber(), found.letters());
    tellColumns(found);
    for (Row row : firstRows) {
      if (row.number() > found.rowNumber()) {
        take(row, found);
      }
    }
  }

  private void tellColumns(Headings found) {
    for (Column column : found.missing()) {
      findings.add(
          column.required() ? ReadingRule.MISSING_COLUMN : ReadingRule.MISSING_OPTIONAL_COLUMN,
          new At(sheet.name(), null, null, column.heading(), touched),
          "sheet",
          sheet.name(),
          "column",
          column.heading());
    }
    for (Cell cell : found.duplicates()) {
      findings.add(
          ReadingRule.DUPLICATE_COLUMN,
          cellAt(cell, cell.plain()),
          "sheet",
          sheet.name(),
          "column",
          cell.plain(),
          "first",
          found.firstOf(cell));
    }
    for (Cell cell : found.extra()) {
      findings.add(
          ReadingRule.EXTRA_COLUMN,
          cellAt(cell, cell.plain()),
          "sheet",
          sheet.name(),
          "column",
          cell.plain());
    }
  }

  private void take(Row row, Headings found) {
    @Nullable String[] cells = new @Nullable String[form.columns().size()];
    @Nullable String[] raw = new @Nullable String[cells.length];
    boolean anything = false;
    CellAddress stray = null;
    for (Cell cell : row.cells()) {
      int position = found.position(cell.address().column());
      boolean blank = cell.plain().isBlank();
      if (!blank && position >= 0) {
        anything = true;
        takeCell(cell, position, cells, raw);
      } else if (!blank && stray == null) {
        stray = cell.address();
      }
    }
    if (!anything) {
      tellStray(stray);
    } else if (isData(row, found)) {
      tellHidden(row);
      staging.row(
          sheet.name(),
          form.code(),
          row.number(),
          Arrays.asList(cells),
          Arrays.stream(raw).allMatch(text -> text == null) ? null : Arrays.asList(raw));
      staged++;
      gaps |= hasGap(cells);
    }
  }

  private static void takeCell(
      Cell cell, int position, @Nullable String[] cells, @Nullable String[] raw) {
    switch (cell) {
      case Cell.Fault fault -> raw[position] = fault.raw();
      case Cell.Uncalculated formula -> raw[position] = formula.raw();
      case Cell.Text text -> cells[position] = text.plain();
      case Cell.Flag flag -> cells[position] = flag.plain();
      case Cell.Decimal number -> both(number, position, cells, raw);
      case Cell.Moment moment -> both(moment, position, cells, raw);
    }
  }

  private static void both(
      Cell cell, int position, @Nullable String[] cells, @Nullable String[] raw) {
    cells[position] = cell.plain();
    raw[position] = cell.raw().equals(cell.plain()) ? null : cell.raw();
  }

  private boolean hasGap(@Nullable String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == null && form.columns().get(i).required()) {
        return true;
      }
    }
    return false;
  }

  /// Rows of totals and repeated headings are told of, not staged; cells without a value are told
  /// of where the row is staged.
  private boolean isData(Row row, Headings found) {
    List<Cell> inForm =
        row.cells().stream()
            .filter(cell -> found.position(cell.address().column()) >= 0)
            .filter(cell -> !cell.plain().isBlank())
            .toList();
    for (Cell cell : inForm) {
      if (cell instanceof Cell.Text text) {
        String plain = Layout.plainName(text.plain());
        if (SUMMARY.matcher(plain).matches()) {
          findings.add(
              ReadingRule.SUMMARY_ROW,
              cellAt(cell, text.plain()),
              "row",
              row.number(),
              "found",
              text.plain().strip());
          return false;
        }
        break;
      }
    }
    if (found.repeatedBy(row)) {
      Cell first = inForm.getFirst();
      findings.add(ReadingRule.REPEATED_HEADING, cellAt(first, first.plain()), "row", row.number());
      return false;
    }
    inForm.forEach(cell -> tellValueless(cell, inForm.getFirst()));
    return true;
  }

  private void tellValueless(Cell cell, Cell first) {
    At at = At.cell(sheet.name(), cell.address(), cell.plain(), touchedBy(first));
    if (cell instanceof Cell.Fault) {
      findings.add(ReadingRule.ERROR_CELL, at, "found", cell.plain());
    } else if (cell instanceof Cell.Uncalculated) {
      findings.add(ReadingRule.UNCALCULATED, at);
    }
  }

  /// A row of 指标 touches its own indicator alone.
  private List<IndicatorCode> touchedBy(Cell first) {
    String code = Layout.plainName(first.plain());
    return form.equals(Layout.INDICATORS) && IndicatorCode.isWellFormed(code)
        ? List.of(new IndicatorCode(code))
        : touched;
  }

  private void tellStray(@Nullable CellAddress stray) {
    if (stray != null) {
      strayRows++;
      firstStray = firstStray == null ? stray : firstStray;
    }
  }

  /// Neighbouring hidden rows are one finding with their number.
  private void tellHidden(Row row) {
    if (!row.hidden()) {
      endOfHidden();
      return;
    }
    firstHidden = hiddenRows == 0 ? row.number() : firstHidden;
    lastHidden = row.number();
    hiddenRows++;
  }

  private void endOfHidden() {
    if (hiddenRows > 0) {
      findings.add(
          ReadingRule.HIDDEN_ROWS,
          At.cell(sheet.name(), new CellAddress(firstHidden, 1), null, touched),
          "first",
          firstHidden,
          "last",
          lastHidden,
          "count",
          hiddenRows);
      hiddenRows = 0;
    }
  }

  private void tellMerged(Headings found) throws WorkbookRefused {
    for (MergedCells merged : sheet.merged()) {
      if (found.spoiltBy(merged.first(), merged.last())) {
        CellAddress first = merged.first();
        findings.add(
            ReadingRule.MERGED_CELLS,
            At.cell(sheet.name(), first, first + ":" + merged.last(), touched),
            "first",
            first.toString(),
            "last",
            merged.last().toString());
      }
    }
  }

  private At sheetAt() {
    return At.sheet(sheet.name(), touched);
  }

  private At cellAt(Cell cell, String found) {
    return At.cell(sheet.name(), cell.address(), found, touched);
  }
}
