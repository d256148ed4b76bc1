package pledgebook.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.AnnexPages.Cell;
import pledgebook.publication.WarehouseRows.LineageRange;
import pledgebook.publication.WarehouseRows.MemberValue;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Target;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Where every red figure comes from: the printed text, its indicator, its value, what each member
/// reported, and the cells that were counted.
final class AnnexLineage {
  private static final double PRINTED = 34;
  private static final double ENTITY = 20;
  private static final double VALUE = 34;

  /// Behind a figure set to the right.
  private static final double GAP = AnnexPages.GUTTER + 4;

  private static final double FILE = 68;
  private static final double RANGE = 34;
  private static final double COUNT = 14;

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private static final List<Cell> HEAD = heading();

  private final Edition edition;
  private final AnnexPages pages;
  private final Map<IndicatorCode, List<LineageRange>> ranges;
  private final Map<IndicatorCode, List<MemberValue>> values;

  /// Whose members have been listed, and the figure they were listed under.
  private final Map<IndicatorCode, String> listed = new HashMap<>();

  AnnexLineage(Edition edition, WarehouseRows rows, AnnexPages pages) {
    this.edition = edition;
    this.pages = pages;
    this.ranges =
        rows.lineageRanges().stream()
            .collect(
                Collectors.groupingBy(
                    LineageRange::indicator, LinkedHashMap::new, Collectors.toList()));
    this.values =
        rows.memberValues().stream()
            .collect(
                Collectors.groupingBy(
                    MemberValue::indicator, LinkedHashMap::new, Collectors.toList()));
  }

  void lay() {
    long count = edition.statements().figures().stream().filter(Figure::compared).count();
    pages.heading(MESSAGES.text("annex.lineage", "count", count));
    pages.text(List.of(Run.of(MESSAGES.text("annex.lineage.note"))), TypeScale.SMALL);
    for (Statement statement : edition.statements().projects()) {
      List<Figure> figures = statement.figures().stream().filter(Figure::compared).toList();
      if (!figures.isEmpty()) {
        pages.subheading(
            MESSAGES.text(
                "booklet.bookmark", "number", statement.project(), "title", statement.title()));
        figures.forEach(figure -> lay(figure, statement));
      }
    }
  }

  private void lay(Figure figure, Statement statement) {
    Indicator indicator = edition.round().indicator(figure.indicator());
    pages.destination(FigurePlaces.destination(figure));
    String name =
        MESSAGES.text(
            "annex.figure",
            "role",
            figure.role().label(),
            "name",
            indicator.name(),
            "code",
            indicator.code());
    List<Run> printed =
        List.of(
            Run.of(figure.text()).in(Weight.BOLD).in(Ink.RED).tied(Run.Tie.INSIDE),
            Run.of(figure.tied().equals(indicator.unit().symbol()) ? figure.tied() : ""));
    pages.lead(
        List.of(
            new Cell(printed, PRINTED, Alignment.LEFT, TypeScale.BODY),
            new Cell(
                List.of(Run.of(name)),
                AnnexPages.MEASURE - PRINTED,
                Alignment.LEFT,
                TypeScale.BODY)));
    switch (figure.role()) {
      case PROMISE -> pages.paragraph(beside(promise(statement)));
      case PERFORMANCE -> performance(figure, indicator);
    }
    pages.space(1.5);
  }

  private static List<Cell> beside(String text) {
    return List.of(
        AnnexPages.cell(Run.of(""), PRINTED),
        AnnexPages.cell(Run.of(text), AnnexPages.MEASURE - PRINTED));
  }

  private String promise(Statement statement) {
    return edition.round().projects().stream()
        .filter(project -> project.number() == statement.project())
        .findFirst()
        .map(LineageSheet::source)
        .orElse("");
  }

  private void performance(Figure figure, Indicator indicator) {
    ReconciledIndicator reconciled = edition.reconciled().indicator(indicator.code());
    String before = listed.putIfAbsent(indicator.code(), figure.text());
    pages.attached(beside(verdict(indicator, reconciled)));
    if (before != null) {
      pages.paragraph(beside(MESSAGES.text("annex.listed", "figure", before)));
      return;
    }
    if (indicator.kind() == Kind.RATIO) {
      side("annex.numerator", indicator.numerator());
      side("annex.denominator", indicator.denominator());
    } else {
      members(indicator);
    }
  }

  private void side(String key, @Nullable IndicatorCode code) {
    if (code != null) {
      Indicator side = edition.round().indicator(code);
      String text = MESSAGES.text(key, "name", side.name(), "code", code);
      pages.attached(List.of(AnnexPages.cell(Run.of(text).in(Weight.BOLD), AnnexPages.MEASURE)));
      members(side);
    }
  }

  private String verdict(Indicator indicator, ReconciledIndicator reconciled) {
    String actual =
        reconciled
            .figure()
            .map(value -> AnnexLineage.actual(indicator, value))
            .orElseGet(() -> MESSAGES.text("value.none"));
    return MESSAGES.text(
        "annex.verdict",
        "actual",
        actual,
        "rollup",
        MESSAGES.text("rollup." + indicator.kind().name()),
        "target",
        target(indicator),
        "outcome",
        reconciled.outcome().label());
  }

  private static String actual(Indicator indicator, ReconciledIndicator.Actual actual) {
    String value = plain(IndicatorSheets.value(actual));
    return switch (indicator.kind()) {
      case RATIO -> MESSAGES.text("annex.ratio", "value", value);
      case MILESTONE ->
          MESSAGES.text("value.delivered", "done", value, "all", indicator.deliverables().size());
      case FLOW, STOCK, DISTINCT, COMMON, COVERAGE, DURATION, NARRATIVE ->
          value + indicator.unit().symbol();
    };
  }

  private static String target(Indicator indicator) {
    Target target = indicator.target();
    if (target == null) {
      return MESSAGES.text("value.none");
    }
    return target.value() == null
        ? target.comparator().sign()
        : target.comparator().sign() + plain(target.value());
  }

  private static String plain(BigDecimal value) {
    return String.valueOf(DataTable.plain(value));
  }

  private void members(Indicator indicator) {
    List<LineageRange> cells = ranges.getOrDefault(indicator.code(), List.of());
    List<List<Cell>> rows = new ArrayList<>();
    for (MemberValue value : values.getOrDefault(indicator.code(), List.of())) {
      List<LineageRange> own =
          cells.stream().filter(range -> value.entity().equals(range.entity())).toList();
      String name = FindingsFile.name(edition.round(), value.entity());
      if (own.isEmpty()) {
        rows.add(row(name, said(indicator, value), "", "", ""));
      }
      for (int i = 0; i < own.size(); i++) {
        rows.add(row(name, i == 0 ? said(indicator, value) : "", own.get(i)));
      }
    }
    pages.table(HEAD, rows);
  }

  private List<Cell> row(String entity, String value, LineageRange range) {
    String cells =
        range.cells() == 1
            ? range.firstCell()
            : MESSAGES.text("annex.range", "first", range.firstCell(), "last", range.lastCell());
    String file = range.file() + " " + range.sheet();
    return row(entity, value, file, cells, Integer.toString(range.cells()));
  }

  private List<Cell> row(String entity, String value, String file, String range, String count) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Annex.outside(pages, entity, ENTITY));
    cells.add(number(value, VALUE, GAP));
    cells.add(Annex.outside(pages, file, FILE));
    cells.add(Annex.outside(pages, range, RANGE));
    cells.add(number(count, COUNT, AnnexPages.GUTTER));
    return cells;
  }

  /// The headings of the columns, each over its column's edge.
  private static List<Cell> heading() {
    List<Cell> head =
        new ArrayList<>(
            Annex.head(
                "entity", ENTITY, "value", VALUE, "file", FILE, "range", RANGE, "cells", COUNT));
    head.set(1, right(head.get(1), GAP));
    head.set(4, right(head.get(4), AnnexPages.GUTTER));
    return List.copyOf(head);
  }

  private static Cell right(Cell cell, double gutter) {
    return new Cell(cell.runs(), cell.width(), Alignment.RIGHT, cell.scale(), gutter);
  }

  private static Cell number(String text, double width, double gutter) {
    return right(AnnexPages.cell(Run.of(text), width), gutter);
  }

  private static String said(Indicator indicator, MemberValue value) {
    if (value.isMissing()) {
      return MESSAGES.text("submission.absent");
    }
    if (!value.isReported()) {
      return MESSAGES.text("value.not_applicable");
    }
    return value.value() == null
        ? MESSAGES.text("value.reported")
        : plain(value.value()) + indicator.unit().symbol();
  }
}
