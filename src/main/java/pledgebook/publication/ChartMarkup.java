package pledgebook.publication;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pledgebook.statement.DigestStatement.Bar;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Label;
import pledgebook.statement.DigestStatement.Missing;
import pledgebook.statement.DigestStatement.Tile;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.vocabulary.Messages;

/// Charts in HTML: bars are a table whose cells show lengths; the map of tiles is a picture with a
/// table beside it for those who do not see it.
final class ChartMarkup {
  /// The side of a tile's cell and of the tile in it, in units of the drawing.
  private static final int STEP = 100;

  private static final int TILE = 92;

  private static final int LONG_NAME = 3;

  /// The longest bar, in per cent of the room; what is left is the value's.
  private static final double LONGEST = 72;

  private final Markup markup;
  private final FigureMarkup figures;
  private final Messages messages = PublicationFailures.MESSAGES;

  ChartMarkup(Markup markup, FigureMarkup figures) {
    this.markup = markup;
    this.figures = figures;
  }

  /// @param id of the chart's name
  void chart(Chart chart, String id) {
    markup.open("figure").open("figcaption", "id", id);
    figures.spans(chart.title());
    if (chart instanceof Tiles tiles) {
      legend(tiles);
    }
    markup.close().line();
    switch (chart) {
      case Bars bars -> bars(bars, id);
      case Tiles tiles -> tiles(tiles, id);
      case Missing missing -> markup.element("p", missing.told(), "class", "missing");
    }
    markup.close().line();
  }

  private void bars(Bars bars, String id) {
    BigDecimal largest =
        bars.bars().stream().map(Bar::value).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    markup.open("table", "class", "bars", "aria-labelledby", id).open("tbody").line();
    for (Bar bar : bars.bars()) {
      markup.open("tr").element("th", bar.member(), "scope", "row").open("td");
      double width = DigestCharts.share(bar.value(), largest) * LONGEST;
      String style = String.format(Locale.ROOT, "width: %.2f%%", width);
      markup.open("span", "class", "track");
      markup.element("span", "", "class", "bar", "style", style, "aria-hidden", "true");
      markup.open("span", "class", "value");
      figures.figure(bar.figure());
      markup.close().close().close().close().line();
    }
    markup.close().close().line();
    String note = bars.note();
    if (note != null) {
      markup.element("p", note, "class", "note").line();
    }
  }

  private void legend(Tiles chart) {
    for (boolean reached : new boolean[] {true, false}) {
      if (chart.tiles().stream().anyMatch(tile -> tile.reached() == reached)) {
        markup.open("span", "class", "legend");
        markup.element("span", "", "class", reached ? "key reached" : "key", "aria-hidden", "true");
        markup.text(word(reached)).close();
      }
    }
  }

  private String word(boolean reached) {
    return messages.text(reached ? "digest.reached" : "digest.not-reached");
  }

  private void tiles(Tiles chart, String id) {
    TileBorders borders = TileBorders.of(chart.tiles());
    String box = "-4 -4 " + (borders.columns() * STEP) + " " + (borders.rows() * STEP);
    markup
        .open(
            "svg",
            "class",
            "tiles",
            "viewBox",
            box,
            "role",
            "img",
            "aria-labelledby",
            id,
            "xmlns",
            DigestPage.SVG)
        .line();
    chart.tiles().forEach(this::tile);
    int half = (STEP - TILE) / 2;
    for (TileBorders.Edge edge : borders.edges()) {
      markup
          .empty(
              "path",
              "d",
              String.format(
                  Locale.ROOT,
                  "M %d %d L %d %d",
                  edge.fromColumn() * STEP - half,
                  edge.fromRow() * STEP - half,
                  edge.toColumn() * STEP - half,
                  edge.toRow() * STEP - half))
          .line();
    }
    chart.labels().forEach(this::label);
    markup.close().line();
    table(chart, id);
  }

  private void tile(Tile tile) {
    int x = tile.place().column() * STEP;
    int y = tile.place().row() * STEP;
    markup.open("g", "class", tile.reached() ? "reached" : "open");
    String side = String.valueOf(TILE);
    markup.empty(
        "rect", "x", String.valueOf(x), "y", String.valueOf(y), "width", side, "height", side);
    text(tile.name(), tile.name().length() >= LONG_NAME ? "long" : "short", x, y, 12);
    markup.close().line();
  }

  private void label(Label label) {
    int x = label.place().column() * STEP;
    text(label.text(), "label", x, label.place().row() * STEP, 16);
    markup.line();
  }

  private void text(String text, String kind, int x, int y, int drop) {
    markup.element(
        "text",
        text,
        "class",
        kind,
        "x",
        String.valueOf(x + TILE / 2),
        "y",
        String.valueOf(y + TILE / 2 + drop));
  }

  private void table(Tiles chart, String id) {
    markup.open("details").element("summary", messages.text("digest.as-table")).line();
    markup.open("table", "aria-labelledby", id).open("thead").open("tr");
    markup.element("th", messages.text("digest.member"), "scope", "col");
    markup.element("th", word(true), "scope", "col").element("th", word(false), "scope", "col");
    markup.close().close().open("tbody").line();
    Map<String, List<Tile>> byMember =
        chart.tiles().stream()
            .collect(Collectors.groupingBy(Tile::member, LinkedHashMap::new, Collectors.toList()));
    byMember.forEach((member, tiles) -> {
      markup.open("tr").element("th", member, "scope", "row");
      markup
          .element("td", ChartWords.names(tiles, true))
          .element("td", ChartWords.names(tiles, false));
      markup.close().line();
    });
    markup.close().close().close().line();
  }
}
