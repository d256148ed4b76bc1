package pledgebook.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.Cell;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.RawRow;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookRefused;

/// Reads one sheet as one form: finds the headings, hands on the rows below as text. Every row of
/// the file is either staged or told of.
final class SheetStager {
  private static final Messages MESSAGES = Messages.of("submission");

  private final Form form;
  private final Sheet sheet;
  private final Staging staging;
  private final ReadingFindings findings;
  private final List<IndicatorCode> touched;
  private final List<Row> firstRows = new ArrayList<>();

  private @Nullable Headings headings;
  private @Nullable PlainRows plainRows;
  private final BitSet rows = new BitSet();
  private boolean afterNote;
  private int strayRows;
  private @Nullable CellAddress firstStray;
  private List<Integer> hiddenColumns = List.of();
  private final HiddenRows hidden = new HiddenRows();
  private final ShownFigures shown = new ShownFigures();

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
  ///
  /// @return how many rows were staged
  int stage() throws WorkbookRefused {
    if (sheet.hidden()) {
      findings.add(ReadingRule.HIDDEN_SHEET, sheetAt(), "sheet", sheet.name());
    }
    hiddenColumns = sheet.hiddenColumns();
    sheet.scan(this::scan);
    if (headings == null) {
      chooseHeadings();
    }
    staging.end();
    if (headings == null) {
      return 0;
    }
    hidden.runs().forEach(this::tellHidden);
    tellHiddenColumns(headings);
    shown.columns().forEach(this::tellShown);
    if (strayRows > 0 && firstStray != null) {
      At at = At.cell(sheet.name(), firstStray, null, touched);
      findings.add(ReadingRule.STRAY_CELLS, at, "count", strayRows, "cell", firstStray.toString());
    }
    if (rows.isEmpty()) {
      CellAddress heading = headings.first();
      CellAddress below = new CellAddress(heading.row() + 1, heading.column());
      findings.add(
          ReadingRule.EMPTY_SHEET,
          At.cell(sheet.name(), below, null, touched),
          "sheet",
          sheet.name(),
          "cell",
          below.toString());
    }
    tellMerged(headings);
    return rows.cardinality();
  }

  private void tellHiddenColumns(Headings found) {
    List<Integer> hidden =
        hiddenColumns.stream().filter(column -> found.position(column) >= 0).toList();
    if (!hidden.isEmpty()) {
      String letters = hidden.stream().map(CellAddress::letters).collect(Collectors.joining("、"));
      findings.add(
          ReadingRule.HIDDEN_COLUMNS,
          At.cell(sheet.name(), found.cell(hidden.getFirst()), letters, touched),
          "sheet",
          sheet.name(),
          "columns",
          letters);
    }
  }

  /// Of most rows of long evidence there is nothing to tell.
  private boolean scan(RawRow row) {
    if (plainRows != null && !afterNote && plainRows.take(row)) {
      hidden.take(row.number(), row.hidden());
      staging.texts(row.number(), plainRows.cells(), plainRows.raw());
      rows.set(row.number());
      return true;
    }
    return visit(row.row());
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
          At.cell(sheet.name(), new CellAddress(EntrySheets.HEADING_ROW, 1), null, touched),
          "row",
          EntrySheets.HEADING_ROW,
          "sheet",
          sheet.name(),
          "rows",
          Layout.HEADING_ROWS,
          "expected",
          form.columns().stream().map(Column::heading).collect(Collectors.joining("、")));
      return;
    }
    headings = found;
    plainRows = form.equals(Layout.INDICATORS) ? null : new PlainRows(form, found);
    staging.sheet(sheet.name(), form.code(), found.rowNumber(), found.letters());
    tellColumns(found);
    for (Row row : firstRows) {
      if (row.number() > found.rowNumber()) {
        take(row, found);
      }
    }
  }

  private void tellColumns(Headings found) {
    if (found.areJoined()) {
      findings.add(
          ReadingRule.JOINED_HEADINGS,
          At.cell(sheet.name(), found.first(), null, touched),
          "sheet",
          sheet.name(),
          "first",
          found.rowNumber() - 1,
          "last",
          found.rowNumber());
    }
    found.withOtherUnit().forEach(this::tellOtherUnit);
    for (Column column : found.missing()) {
      if (column.equals(Form.EXPLANATION)) {
        tellNoExplanation(found);
        continue;
      }
      findings.add(
          column.required() ? ReadingRule.MISSING_COLUMN : ReadingRule.MISSING_OPTIONAL_COLUMN,
          new At(sheet.name(), found.behind().toString(), null, column.heading(), touched),
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
          found.firstOf(cell),
          "hidden",
          hiddenAmong(found.firstOf(cell), CellAddress.letters(cell.address().column())));
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

  /// A column nobody sees is named: who looks for the second of two sees but one.
  private String hiddenAmong(String... letters) {
    List<String> unseen = hiddenColumns.stream().map(CellAddress::letters).toList();
    String named = Arrays.stream(letters).filter(unseen::contains).collect(Collectors.joining("、"));
    return named.isEmpty() ? "" : MESSAGES.text("duplicate.hidden", "columns", named);
  }

  /// Templates of before had no such column; once a workbook is enough.
  private void tellNoExplanation(Headings found) {
    ReadingRule rule = ReadingRule.NO_EXPLANATION_COLUMN;
    if (findings.all().stream().noneMatch(f -> f.code().equals(rule.code()))) {
      At at = At.cell(sheet.name(), found.behind(), null, List.of());
      findings.add(rule, at, "sheet", sheet.name());
    }
  }

  private void tellOtherUnit(Column column, Cell heading) {
    String unit = column.unit() == null ? "" : column.unit().symbol();
    findings.add(
        ReadingRule.OTHER_UNIT,
        new At(
            sheet.name(),
            heading.address().toString(),
            heading.plain(),
            Layout.heading(form, column),
            touched),
        "found",
        heading.plain(),
        "unit",
        unit.isEmpty() ? "计量单位" : unit,
        "column",
        Layout.heading(form, column));
  }

  private static @Nullable CellAddress firstFilled(Row row) {
    return row.cells().stream()
        .filter(cell -> !cell.plain().isBlank())
        .map(Cell::address)
        .findFirst()
        .orElse(null);
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
        // A row that only explains holds nothing to explain.
        anything |= !form.columns().get(position).heading().equals(Form.EXPLANATION.heading());
        StagedText text = StagedText.of(cell, form.columns().get(position), sheet.since1904());
        (found.isInOtherUnit(position) ? text.withheld(cell) : text).into(position, cells, raw);
      } else if (!blank && stray == null) {
        stray = cell.address();
      }
    }
    if (!anything) {
      tellStray(stray == null ? firstFilled(row) : stray);
    } else if (isData(row, found)) {
      hidden.take(row.number(), row.hidden());
      staging.row(
          row.number(),
          Arrays.asList(cells),
          Arrays.stream(raw).allMatch(text -> text == null) ? null : Arrays.asList(raw));
      rows.set(row.number());
    }
  }

  /// Rows that are none of the form's are told of, not staged; cells without a value are told of
  /// where the row is staged.
  private boolean isData(Row row, Headings found) {
    List<Cell> inForm =
        row.cells().stream()
            .filter(cell -> found.position(cell.address().column()) >= 0)
            .filter(cell -> !cell.plain().isBlank())
            .toList();
    int lastRow = Math.max(rows.length() - 1, found.rowNumber());
    RowKind kind =
        found.repeatedBy(row) ? RowKind.HEADING : RowKind.of(form, inForm, lastRow, afterNote);
    afterNote = kind == RowKind.NOTE;
    if (kind == RowKind.DATA) {
      inForm.forEach(cell -> tellValueless(cell, found, inForm.getFirst()));
      return true;
    }
    tellLeftOut(row, kind, inForm);
    return false;
  }

  private void tellLeftOut(Row row, RowKind kind, List<Cell> inForm) {
    ReadingRule rule =
        switch (kind) {
          case DATA, HEADING -> ReadingRule.REPEATED_HEADING;
          case SUMMARY -> ReadingRule.SUMMARY_ROW;
          case PART -> ReadingRule.PART_ROW;
          case NOTE -> ReadingRule.TABLE_NOTE;
          case STRAY -> ReadingRule.STRAY_CELL;
        };
    boolean marked = kind == RowKind.SUMMARY || kind == RowKind.PART;
    Cell shown =
        inForm.stream()
            .filter(cell -> marked && RowKind.marks(cell))
            .findFirst()
            .orElse(inForm.getFirst());
    findings.add(
        rule,
        cellAt(shown, shown.plain()),
        "row",
        row.number(),
        "found",
        shown.plain().strip(),
        "cell",
        shown.address().toString());
  }

  private void tellValueless(Cell cell, Headings found, Cell first) {
    At at = At.cell(sheet.name(), cell.address(), cell.plain(), touchedBy(first));
    if (cell instanceof Cell.Fault) {
      findings.add(
          ReadingRule.ERROR_CELL, at, "cell", cell.address().toString(), "found", cell.plain());
    } else if (cell instanceof Cell.Uncalculated) {
      findings.add(ReadingRule.UNCALCULATED, at, "cell", cell.address().toString());
    } else if (cell instanceof Cell.Decimal number && hasLostDigits(number, found)) {
      findings.add(
          ReadingRule.LOST_DIGITS, at, "cell", cell.address().toString(), "found", cell.plain());
    } else if (cell instanceof Cell.Decimal number) {
      takeShown(number, found);
    }
  }

  private void takeShown(Cell.Decimal number, Headings found) {
    int position = found.position(number.address().column());
    Column column = form.columns().get(position);
    if (column.type() == Form.ColumnType.NUMBER && !found.isInOtherUnit(position)) {
      shown.take(position, number, column.unit() == null ? null : column.unit().symbol());
    }
  }

  private void tellShown(int position, ShownFigures.Seen seen) {
    String found = seen.cell().plain();
    String meant = seen.meant().stripTrailingZeros().toPlainString();
    findings.add(
        ReadingRule.SHOWN_OTHERWISE,
        new At(sheet.name(), seen.cell().address().toString(), found, meant, touched),
        "column",
        form.columns().get(position).heading(),
        "cell",
        seen.cell().address().toString(),
        "found",
        found,
        "shown",
        seen.shown(),
        "expected",
        meant,
        "count",
        seen.count());
  }

  /// A number keeps 15 digits; a longer code typed as a number ends in zeros nobody typed.
  private boolean hasLostDigits(Cell.Decimal number, Headings found) {
    return switch (form.columns().get(found.position(number.address().column())).type()) {
      case TEXT, CODE -> number.plain().length() > 15 && number.plain().indexOf('.') < 0;
      case NUMBER, DATE, FLAG -> false;
    };
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
  private void tellHidden(HiddenRows.Run run) {
    String range = run.first() == run.last() ? "rows.one" : "rows.several";
    findings.add(
        ReadingRule.HIDDEN_ROWS,
        At.cell(sheet.name(), new CellAddress(run.first(), 1), null, touched),
        "rows",
        MESSAGES.text(range, "first", run.first(), "last", run.last(), "count", run.count()));
  }

  private void tellMerged(Headings found) throws WorkbookRefused {
    for (MergedCells merged : sheet.merged()) {
      JoinedCells joined = JoinedCells.of(merged, form, found, rows);
      if (joined != JoinedCells.OUTSIDE) {
        CellAddress first = merged.first();
        findings.add(
            joined.rule(),
            At.cell(sheet.name(), first, first + ":" + merged.last(), touched),
            "first",
            first.toString(),
            "last",
            merged.last().toString(),
            "row",
            first.row());
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
