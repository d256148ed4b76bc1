package pledgebook.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pledgebook.publication.WarehouseRows.LineageCell;
import pledgebook.publication.WarehouseRows.LineageCount;
import pledgebook.registry.Indicator;
import pledgebook.registry.Project;
import pledgebook.statement.Figure;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// 来源追溯: for every figure printed in the booklet or the digest the cells it rests on. A promised
/// figure rests on the published sentence; a figure of the digest whose cells are listed above says
/// where. Where the cells are too many for a sheet to be read, their number is given and the reader
/// is led to data/lineage.parquet.
final class LineageSheet {
  private static final String LINEAGE = "lineage";
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Edition edition;
  private final SheetMarks marks;
  private final SheetRows sheet =
      new SheetRows(LINEAGE, List.of(13, 13, 10, 30, 10, 16, 9, 18, 13, 46));

  /// The row an indicator's first cell stands in, and how many cells there are.
  private final Map<IndicatorCode, Integer> firstRows = new HashMap<>();

  private final Map<IndicatorCode, Integer> cellCounts = new HashMap<>();

  private LineageSheet(Edition edition, SheetMarks marks) {
    this.edition = edition;
    this.marks = marks;
  }

  /// The sheet of an edition.
  static LineageSheet of(Edition edition, WarehouseRows rows, SheetMarks marks) {
    return of(edition, rows, marks, 100_000);
  }

  /// @param mostRows beyond which only numbers of cells are given
  static LineageSheet of(Edition edition, WarehouseRows rows, SheetMarks marks, int mostRows) {
    LineageSheet lineage = new LineageSheet(edition, marks);
    List<TracedFigure> figures = TracedFigure.of(edition);
    List<LineageCount> counts = rows.lineageCounts();
    long needed = figures.stream().mapToLong(figure -> figure.count(counts)).sum();
    lineage.head(needed > mostRows);
    if (needed > mostRows) {
      figures.forEach(figure -> lineage.counted(figure, counts));
    } else {
      Map<IndicatorCode, List<LineageCell>> cells = rows.lineage();
      CellLinks links = new CellLinks(edition.round().year(), rows.intake());
      figures.forEach(figure -> lineage.listed(figure, cells, links));
    }
    return lineage;
  }

  private void head(boolean counted) {
    sheet.title(MESSAGES.text("lineage.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text(counted ? "lineage.counted" : "lineage.note"));
    sheet.notices(marks.notices());
    sheet.headings(
        "figure", "printed", "code", "name", "entity", "sheet", "cell", "raw", "value", "file");
  }

  private void listed(
      TracedFigure traced, Map<IndicatorCode, List<LineageCell>> cells, CellLinks links) {
    if (traced.restsOnCells()) {
      List<LineageCell> all = cells.getOrDefault(traced.figure().indicator(), List.of());
      List<LineageCell> own = all.stream().filter(cell -> traced.covers(cell.entity())).toList();
      remember(traced.figure().indicator(), all.size());
      own.forEach(cell -> sheet.row(row(traced.figure(), cell, links)));
      if (own.isEmpty()) {
        row(traced, MESSAGES.text("lineage.none"));
      }
    } else {
      origin(traced);
    }
  }

  private void counted(TracedFigure traced, List<LineageCount> counts) {
    if (traced.restsOnCells()) {
      IndicatorCode indicator = traced.figure().indicator();
      remember(indicator, LineageCount.of(indicator, counts));
      row(traced, MESSAGES.text("lineage.count", "count", traced.count(counts)));
    } else {
      origin(traced);
    }
  }

  /// Of a figure without cells of its own.
  private void origin(TracedFigure traced) {
    Figure before = traced.before();
    row(
        traced,
        before == null
            ? promise(traced.figure())
            : MESSAGES.text("lineage.listed", "figure", before.id()));
  }

  private void remember(IndicatorCode indicator, int cells) {
    firstRows.putIfAbsent(indicator, sheet.nextRow());
    cellCounts.putIfAbsent(indicator, cells);
  }

  private List<CellContent> row(Figure figure, LineageCell cell, CellLinks links) {
    List<CellContent> row = start(figure);
    row.add(SheetRows.centred(FindingsFile.name(edition.round(), cell.entity())));
    row.add(SheetRows.body(cell.sheet()));
    row.add(links.cell(cell.file(), cell.sheet(), cell.cell()));
    row.add(SheetRows.body(cell.raw()));
    row.add(SheetRows.number(cell.value(), Role.NUMBER));
    row.add(SheetRows.body(cell.file()));
    return row;
  }

  private String promise(Figure figure) {
    Integer number = edition.round().indicator(figure.indicator()).project();
    return edition.round().projects().stream()
        .filter(project -> number != null && project.number() == number)
        .findFirst()
        .map(LineageSheet::source)
        .orElse("");
  }

  static String source(Project project) {
    return MESSAGES.text(
        "lineage.promise." + project.source().provenance(),
        "publisher",
        project.source().publisher(),
        "date",
        project.source().date());
  }

  private void row(TracedFigure traced, String origin) {
    List<CellContent> row = start(traced.figure());
    EntityCode member = traced.member();
    row.add(
        member == null
            ? SheetRows.body(null)
            : SheetRows.centred(FindingsFile.name(edition.round(), member)));
    for (int column = 0; column < 4; column++) {
      row.add(SheetRows.body(null));
    }
    row.add(SheetRows.body(origin));
    sheet.row(row);
  }

  private List<CellContent> start(Figure figure) {
    Indicator indicator = edition.round().indicator(figure.indicator());
    List<CellContent> row = new ArrayList<>();
    row.add(SheetRows.centred(figure.id()));
    row.add(SheetRows.text(figure.text(), figure.compared() ? Role.COMPARED : Role.CENTRED));
    row.add(SheetRows.centred(indicator.code().value()));
    row.add(SheetRows.body(indicator.name()));
    return row;
  }

  /// A cell that leads to where an indicator's cells begin; a dash where it is not printed.
  CellContent linkTo(IndicatorCode indicator) {
    Integer row = firstRows.get(indicator);
    if (row == null) {
      return SheetRows.centred(MESSAGES.text("value.none"));
    }
    String text = MESSAGES.text("lineage.link", "count", cellCounts.getOrDefault(indicator, 0));
    return CellContent.of(
        new CellValue.SheetLink(text, SheetRows.name(LINEAGE), new CellAddress(row, 1)),
        CellLook.of(Role.LINK));
  }

  SheetContent content() {
    return sheet.content(2, marks.footer());
  }
}
