package pledgebook.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
/// where. Where the cells are too many for a sheet to be read, the first of each member are listed,
/// the others counted, and the reader is led to data/lineage.parquet.
final class LineageSheet {
  /// What is listed and what is only counted.
  ///
  /// @param ofMember the most cells of a member listed under a figure; no more than
  ///   publication.listed_cell holds
  /// @param rows of the sheet; where more would come, fewer are listed of each member
  record Bounds(int ofMember, int rows) {
    static final Bounds STANDARD = new Bounds(10_000, 50_000);
  }

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
    return of(edition, rows, marks, Bounds.STANDARD);
  }

  static LineageSheet of(Edition edition, WarehouseRows rows, SheetMarks marks, Bounds bounds) {
    LineageSheet lineage = new LineageSheet(edition, marks);
    List<TracedFigure> figures = TracedFigure.of(edition);
    List<LineageCount> counts = rows.lineageCounts();
    int share = share(figures, counts, bounds);
    lineage.head(
        figures.stream().mapToLong(f -> f.count(counts, share)).sum()
            < figures.stream().mapToLong(f -> f.count(counts)).sum());
    Map<IndicatorCode, List<LineageCell>> cells = rows.listedCells(share);
    CellLinks links = new CellLinks(edition.round().year(), rows.intake());
    figures.forEach(figure -> lineage.traced(figure, counts, share, cells, links));
    return lineage;
  }

  /// How many cells of a member are listed, so that the sheet bears them all; none where even one
  /// of each is too many.
  private static int share(List<TracedFigure> figures, List<LineageCount> counts, Bounds bounds) {
    for (int share = bounds.ofMember(); share > 0; share /= 2) {
      int most = share;
      if (figures.stream().mapToLong(f -> f.count(counts, most)).sum() <= bounds.rows()) {
        return share;
      }
    }
    return 0;
  }

  private void head(boolean cut) {
    sheet.title(MESSAGES.text("lineage.title", "year", edition.round().year()));
    sheet.note(MESSAGES.text("lineage.note"));
    if (cut) {
      sheet.note(MESSAGES.text("lineage.cut"));
    }
    sheet.notices(marks.notices());
    sheet.headings(
        "figure", "printed", "code", "name", "entity", "sheet", "cell", "raw", "value", "file");
  }

  private void traced(
      TracedFigure traced,
      List<LineageCount> counts,
      int share,
      Map<IndicatorCode, List<LineageCell>> cells,
      CellLinks links) {
    if (!traced.restsOnCells()) {
      origin(traced);
      return;
    }
    IndicatorCode indicator = traced.figure().indicator();
    remember(indicator, LineageCount.of(indicator, counts));
    if (traced.count(counts) == 0) {
      row(traced, traced.member(), MESSAGES.text("lineage.none"));
    } else if (share == 0) {
      String text = MESSAGES.text("lineage.count", "count", traced.count(counts));
      row(traced, traced.member(), text);
    } else {
      List<LineageCell> all = cells.getOrDefault(indicator, List.of());
      counts.stream()
          .filter(count -> count.indicator().equals(indicator) && traced.covers(count.entity()))
          .forEach(count -> {
            all.stream()
                .filter(cell -> Objects.equals(cell.entity(), count.entity()))
                .forEach(cell -> sheet.row(row(traced.figure(), cell, links)));
            if (count.cells() > share) {
              String text = MESSAGES.text("lineage.more", "count", count.cells() - share);
              row(traced, count.entity(), text);
            }
          });
    }
  }

  /// Of a figure without cells of its own.
  private void origin(TracedFigure traced) {
    Figure before = traced.before();
    row(
        traced,
        traced.member(),
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

  private void row(TracedFigure traced, @Nullable EntityCode member, String origin) {
    List<CellContent> row = start(traced.figure());
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
