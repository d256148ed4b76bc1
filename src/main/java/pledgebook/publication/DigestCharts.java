package pledgebook.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pledgebook.statement.DigestStatement.Bar;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Label;
import pledgebook.statement.DigestStatement.Missing;
import pledgebook.statement.DigestStatement.Tile;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.statement.Span;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;

/// Draws the charts of a digest: honest lengths from zero, every value beside its bar, every tile
/// named.
final class DigestCharts {
  private static final Ink BAR = Ink.grey(62);
  private static final Ink HAIR = Ink.grey(30);
  private static final Ink EMPTY = Ink.grey(10);

  /// Of a tile's step: the tile, and half the gap a border lies in.
  private static final double TILE = 0.92;

  /// Around a name in its tile, in ems.
  private static final double NAME_ROOM = 0.3;

  private static final double BORDER = 0.7;

  private final Page page;
  private final Composer composer;
  private final DigestSizes sizes;

  DigestCharts(Page page, Composer composer, DigestSizes sizes) {
    this.page = page;
    this.composer = composer;
    this.sizes = sizes;
  }

  Part compose(Chart chart, double measure) {
    return switch (chart) {
      case Bars bars -> bars(bars, measure);
      case Tiles tiles -> tiles(tiles, measure);
      case Missing missing ->
          Part.stack(
              List.of(
                  title(missing.title(), measure),
                  line(List.of(Run.of(missing.told()).in(Face.SOFT)), measure)),
              sizes.ems(0.2));
    };
  }

  private Part bars(Bars bars, double measure) {
    BigDecimal largest =
        bars.bars().stream().map(Bar::value).max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    double label =
        bars.bars().stream()
                .mapToDouble(bar -> galley(Run.of(bar.member()), measure).width())
                .max()
                .orElse(0)
            + sizes.ems(0.6);
    double value =
        bars.bars().stream().mapToDouble(bar -> value(bar, measure).width()).max().orElse(0)
            + sizes.ems(0.5);
    List<Part> rows = new ArrayList<>();
    for (Bar bar : bars.bars()) {
      rows.add(bar(bar, share(bar.value(), largest) * (measure - label - value), label, measure));
    }
    double gap = sizes.gap(0.15);
    List<Part> parts = new ArrayList<>();
    parts.add(title(bars.title(), measure));
    parts.add(picture(ChartWords.of(bars), Part.stack(rows, gap), measure));
    String note = bars.note();
    if (note != null) {
      parts.add(line(List.of(Run.of(note).in(Face.SOFT)), measure));
    }
    return Part.stack(parts, gap);
  }

  /// A part of which a reader who does not see it hears the words.
  private Part picture(String words, Part part, double measure) {
    return Part.drawn(
        part, (x, top, drawing) -> page.figure(words, x, top, measure, part.height(), drawing));
  }

  /// What a value is of the largest; geometry, no statistic.
  static double share(BigDecimal value, BigDecimal largest) {
    return largest.signum() == 0 ? 0 : value.doubleValue() / largest.doubleValue();
  }

  private Part bar(Bar bar, double length, double label, double measure) {
    Galley name = galley(Run.of(bar.member()), measure);
    Galley value = value(bar, measure);
    return new Part() {
      @Override
      public double height() {
        return name.height() * 1.06;
      }

      @Override
      public boolean fits() {
        return label + length + value.width() <= measure;
      }

      @Override
      public void draw(double x, double top) {
        double thickness = name.height() * 0.58;
        page.place(name, x, top);
        page.rectangle(
            x + label,
            top + (name.height() - thickness) / 2,
            Math.max(length, 0.3),
            thickness,
            BAR);
        page.place(value, x + label + length + sizes.ems(0.35), top);
      }
    };
  }

  private Galley value(Bar bar, double measure) {
    return composer.compose(
        FigureRuns.of(List.of(new Span.Bound(bar.figure()))),
        sizes.note(),
        measure,
        Alignment.LEFT);
  }

  private Part tiles(Tiles chart, double measure) {
    TileBorders borders = TileBorders.of(chart.tiles());
    int columns = borders.columns();
    int rows = borders.rows();
    double step = Math.min(measure / columns, sizes.ems(4));
    TypeScale scale = namesFit(chart, sizes.text(), step) ? sizes.text() : sizes.note();
    boolean fits = namesFit(chart, scale, step);
    Part map =
        new Part() {
          @Override
          public double height() {
            return rows * step;
          }

          @Override
          public boolean fits() {
            return fits;
          }

          @Override
          public void draw(double x, double top) {
            double left = x + (measure - columns * step) / 2;
            chart.tiles().forEach(tile -> tile(tile, left, top, step, scale));
            borders.edges().forEach(edge -> border(edge, left, top, step));
            chart.labels().forEach(label -> label(label, left, top, step));
          }
        };
    return Part.stack(
        List.of(titleWithLegend(chart, measure), picture(ChartWords.of(chart), map, measure)),
        sizes.gap(0.5));
  }

  /// What the tiles' inks mean stands at the right of the title; what is not there is not
  /// explained.
  private Part titleWithLegend(Tiles chart, double measure) {
    Part title = title(chart.title(), measure);
    List<Boolean> states =
        chart.tiles().stream().map(Tile::reached).distinct().sorted().toList().reversed();
    return new Part() {
      @Override
      public double height() {
        return title.height();
      }

      @Override
      public boolean fits() {
        return title.fits();
      }

      @Override
      public void draw(double x, double top) {
        title.draw(x, top);
        double right = x + measure;
        for (boolean reached : states.reversed()) {
          String word = reached ? "digest.reached" : "digest.not-reached";
          Galley galley = galley(Run.of(PublicationFailures.MESSAGES.text(word)), measure);
          double side = sizes.note().em() * 0.8;
          double y = top + sizes.ems(0.3);
          right -= galley.width();
          page.place(galley, right, y);
          right -= side * 1.5;
          page.rectangle(
              right, y + (galley.height() - side) / 2, side, side, reached ? Ink.RED : EMPTY);
          right -= side * 1.5;
        }
      }
    };
  }

  /// The measure a map of tiles needs at least: that of its longest name in each of its columns.
  double narrowest(Tiles chart) {
    double longest =
        chart.tiles().stream()
            .mapToDouble(tile -> galley(Run.of(tile.name()), page.width()).width())
            .max()
            .orElse(0);
    double step = (longest + sizes.note().em() * NAME_ROOM) / TILE + 0.01;
    return step * TileBorders.of(chart.tiles()).columns();
  }

  private boolean namesFit(Tiles chart, TypeScale scale, double step) {
    double room = step * TILE - scale.em() * NAME_ROOM;
    return chart.tiles().stream()
        .map(
            tile -> composer.compose(List.of(Run.of(tile.name())), scale, step * 4, Alignment.LEFT))
        .allMatch(name -> name.width() <= room);
  }

  private void tile(Tile tile, double left, double top, double step, TypeScale scale) {
    double side = step * TILE;
    double x = left + tile.place().column() * step;
    double y = top + tile.place().row() * step;
    page.rectangle(x, y, side, side, tile.reached() ? Ink.RED : EMPTY);
    Run name = Run.of(tile.name()).in(tile.reached() ? Ink.PAPER : Ink.BLACK);
    Galley galley = composer.compose(List.of(name), scale, side, Alignment.CENTRED);
    page.place(galley, x, y + (side - galley.height()) / 2);
  }

  private void border(TileBorders.Edge edge, double left, double top, double step) {
    double half = step * (1 - TILE) / 2;
    page.line(
        left + edge.fromColumn() * step - half,
        top + edge.fromRow() * step - half,
        left + edge.toColumn() * step - half,
        top + edge.toRow() * step - half,
        BORDER,
        Ink.BLACK);
  }

  private void label(Label label, double left, double top, double step) {
    Galley galley =
        composer.compose(
            List.of(Run.of(label.text()).in(Weight.BOLD).in(Face.SOFT)),
            sizes.title(),
            step * 2,
            Alignment.LEFT);
    double x = left + label.place().column() * step + (step * TILE - galley.width()) / 2;
    double y = top + label.place().row() * step + (step * TILE - galley.height()) / 2;
    page.place(galley, x, y);
  }

  private Part title(List<Span> spans, double measure) {
    List<Run> runs = FigureRuns.of(spans).stream().map(run -> run.in(Weight.BOLD)).toList();
    Part text = new TextPart(page, composer.compose(runs, sizes.note(), measure, Alignment.LEFT));
    return new Part() {
      @Override
      public double height() {
        return text.height() + sizes.ems(0.4);
      }

      @Override
      public boolean fits() {
        return text.fits();
      }

      @Override
      public void draw(double x, double top) {
        page.line(x, top, x + measure, top, 0.15, HAIR);
        text.draw(x, top + sizes.ems(0.3));
      }
    };
  }

  private Part line(List<Run> runs, double measure) {
    return new TextPart(page, composer.compose(runs, sizes.note(), measure, Alignment.LEFT));
  }

  private Galley galley(Run run, double measure) {
    return composer.compose(List.of(run), sizes.note(), measure, Alignment.LEFT);
  }
}
