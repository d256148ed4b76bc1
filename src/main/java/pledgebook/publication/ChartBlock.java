package pledgebook.publication;

import java.util.List;
import pledgebook.publication.Gauge.Shape;
import pledgebook.registry.BookletDesign.ChartColour;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The gauges of a project's face, one below the other: a line of words, a slim bar or a row of
/// squares, and under all of them how they are read.
final class ChartBlock {
  private static final double ABOVE = 2.2;
  private static final double WORDS_TO_SHAPE = 0.8;
  private static final double BAR = 1.7;
  private static final double MARK = 0.35;
  private static final double MARK_BEYOND = 0.7;
  private static final double BELOW_SHAPE = 1.9;
  private static final double SQUARE = 2.4;
  private static final double SQUARE_FRAME = 0.15;

  /// Of a square and the gap beside it, the square.
  private static final double SQUARE_SHARE = 0.76;

  private static final Ink TRACK = Ink.grey(10);
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Face face;
  private final List<Drawn> drawn;
  private final Galley note;
  private final Ink ink;
  private final Ink beyond;
  private final double measure;

  /// A gauge with its words composed.
  private record Drawn(Gauge gauge, Galley name, Galley figures) {}

  private ChartBlock(Face face, List<Gauge> gauges, TypeScale scale, ChartColour colour) {
    this.face = face;
    this.measure = face.grid().columnMeasure();
    this.ink = colour == ChartColour.RED ? Ink.RED : Ink.grey(70);
    this.beyond = colour == ChartColour.RED ? Ink.red(45) : Ink.grey(35);
    this.drawn =
        gauges.stream()
            .map(gauge ->
                new Drawn(
                    gauge,
                    compose(List.of(Run.of(gauge.name())), scale, Alignment.LEFT),
                    compose(figures(gauge), scale, Alignment.RIGHT)))
            .toList();
    this.note =
        compose(List.of(Run.of(note(gauges)).in(Face.SOFT)), TypeScale.NOTE, Alignment.LEFT);
  }

  /// Composes the gauges; their words in a size that goes with that of the text.
  static ChartBlock of(Face face, List<Gauge> gauges, TypeScale body, ChartColour colour) {
    TypeScale scale = body.points() > TypeScale.SMALL.points() ? TypeScale.SMALL : TypeScale.NOTE;
    return new ChartBlock(face, gauges, scale, colour);
  }

  private static List<Run> figures(Gauge gauge) {
    return List.of(
        Run.of(gauge.promised()).in(Face.SOFT).tied(Run.Tie.INSIDE),
        Run.of(MESSAGES.text("chart.gap")),
        Run.of(gauge.performed()).in(Weight.BOLD).tied(Run.Tie.INSIDE));
  }

  private static String note(List<Gauge> gauges) {
    List<Shape> shapes = gauges.stream().map(Gauge::shape).toList();
    List<Shape> bars = shapes.stream().filter(Shape.Bar.class::isInstance).toList();
    List<Shape> squares = shapes.stream().filter(Shape.Squares.class::isInstance).toList();
    boolean raised = bars.stream().anyMatch(s -> s instanceof Shape.Bar bar && bar.from() > 0);
    String ofBars =
        MESSAGES.text(
            "chart.note.bars",
            "raised",
            raised ? MESSAGES.text("chart.note.raised") : "",
            "beyond",
            beyond(bars),
            "lower",
            gauges.stream().anyMatch(Gauge::lower) ? MESSAGES.text("chart.note.lower") : "");
    String ofSquares = MESSAGES.text("chart.note.squares", "beyond", beyond(squares));
    return (bars.isEmpty() ? "" : ofBars) + (squares.isEmpty() ? "" : ofSquares);
  }

  private static String beyond(List<Shape> shapes) {
    boolean any = shapes.stream().anyMatch(Shape::goesBeyond);
    return any ? MESSAGES.text("chart.note.beyond") : "";
  }

  private Galley compose(List<Run> runs, TypeScale scale, Alignment alignment) {
    return face.composer().compose(runs, scale, measure, alignment);
  }

  double height() {
    return ABOVE + drawn.stream().mapToDouble(this::height).sum() + note.height();
  }

  boolean keepsToMeasure() {
    return drawn.stream().allMatch(d -> d.name().keepsToMeasure() && d.figures().keepsToMeasure());
  }

  private double height(Drawn gauge) {
    return wordsHeight(gauge) + WORDS_TO_SHAPE + shapeHeight(gauge.gauge().shape()) + BELOW_SHAPE;
  }

  /// Name and figures stand on one line where they fit.
  private double wordsHeight(Drawn gauge) {
    return besideEachOther(gauge)
        ? gauge.name().height()
        : gauge.name().height() + gauge.figures().height();
  }

  private boolean besideEachOther(Drawn gauge) {
    double em = gauge.name().scale().em();
    return gauge.name().width() + gauge.figures().width() + em <= measure;
  }

  private double shapeHeight(Shape shape) {
    return switch (shape) {
      case Shape.Bar _ -> BAR;
      case Shape.Squares squares -> pitch(squares) * SQUARE_SHARE;
    };
  }

  void place(double top) {
    double x = face.grid().column();
    double y = top + ABOVE;
    for (Drawn gauge : drawn) {
      double gaugeTop = y;
      face.page()
          .figure(
              gauge.gauge().description(),
              x,
              gaugeTop,
              measure,
              height(gauge) - BELOW_SHAPE,
              () -> draw(gauge, x, gaugeTop));
      y += height(gauge);
    }
    face.page().place(note, x, y);
  }

  private void draw(Drawn gauge, double x, double top) {
    face.page().place(gauge.name(), x, top);
    double figuresTop = besideEachOther(gauge) ? top : top + gauge.name().height();
    face.page().place(gauge.figures(), x, figuresTop);
    double shapeTop = top + wordsHeight(gauge) + WORDS_TO_SHAPE;
    switch (gauge.gauge().shape()) {
      case Shape.Bar bar -> draw(bar, x, shapeTop);
      case Shape.Squares squares -> draw(squares, x, shapeTop);
    }
  }

  private void draw(Shape.Bar bar, double x, double top) {
    Page page = face.page();
    page.rectangle(x, top, measure, BAR, TRACK);
    page.rectangle(x, top, measure * bar.actual(), BAR, bar.goesBeyond() ? beyond : ink);
    page.rectangle(x, top, measure * Math.min(bar.actual(), bar.target()), BAR, ink);
    if (bar.from() > 0) {
      mark(x + measure * bar.from(), top, Ink.grey(45));
    }
    mark(x + measure * bar.target(), top, Ink.BLACK);
  }

  private void mark(double x, double top, Ink markInk) {
    double left = Math.min(x, face.grid().right()) - MARK;
    face.page().rectangle(left, top - MARK_BEYOND, MARK, BAR + 2 * MARK_BEYOND, markInk);
  }

  private void draw(Shape.Squares squares, double x, double top) {
    double pitch = pitch(squares);
    double side = pitch * SQUARE_SHARE;
    for (int i = 0; i < squares.most(); i++) {
      double left = x + i * pitch;
      if (i < squares.actual()) {
        face.page().rectangle(left, top, side, side, i < squares.target() ? ink : beyond);
      } else {
        face.page().frame(left, top, side, side, SQUARE_FRAME, Ink.grey(60));
      }
    }
  }

  /// From square to square: one row, however many there are.
  private double pitch(Shape.Squares squares) {
    double widest = measure / (squares.most() - 1 + SQUARE_SHARE);
    return Math.min(SQUARE / SQUARE_SHARE, widest);
  }
}
