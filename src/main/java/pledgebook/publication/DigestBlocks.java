package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pledgebook.registry.DefinitionPlace;
import pledgebook.statement.DigestStatement.Block;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Entry;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.statement.Span;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;

/// Composes the blocks of a digest in one set of sizes: icon and title, the first numeral as large
/// as can be, the other numerals in columns, sentences, charts.
final class DigestBlocks {
  /// A block so wide, in ems of text, has its map beside its entries.
  private static final double WIDE = 44;

  /// A column of numerals takes at least so many ems of text.
  private static final double COLUMN = 10.2;

  private static final double COLUMN_GAP = 1.4;
  private static final double BULLET = 0.32;
  private static final double INDENT = 0.95;

  private final Page page;
  private final Composer composer;
  private final DigestSizes sizes;
  private final DigestCharts charts;
  private final List<Unfit> unfit = new ArrayList<>();

  /// What is wider than the room it has.
  record Unfit(String text, DefinitionPlace place) {}

  DigestBlocks(Page page, Composer composer, DigestSizes sizes) {
    this.page = page;
    this.composer = composer;
    this.sizes = sizes;
    this.charts = new DigestCharts(page, composer, sizes);
  }

  /// What was composed and is too wide, in the order of the page.
  List<Unfit> unfit() {
    return List.copyOf(unfit);
  }

  /// A part of given words, remembered where it is too wide.
  private Part examined(List<Span> words, DefinitionPlace place, Supplier<Part> composing) {
    Part part = Wording.at(place, composing);
    if (!part.fits()) {
      unfit.add(new Unfit(Statement.text(words), place));
    }
    return part;
  }

  /// A block in a measure.
  ///
  /// @param gutter between two columns of a wide block
  Part compose(Block block, double measure, double gutter) {
    Part head =
        examined(List.of(new Span.Words(block.title())), block.place(), () -> head(block, measure));
    List<Part> bodies =
        besides(block, measure, gutter).stream()
            .map(beside -> body(block, measure, beside, gutter))
            .toList();
    Part body = bodies.stream().filter(Part::fits).findFirst().orElse(bodies.getFirst());
    return Part.drawn(
        Part.stack(List.of(head, body), sizes.gap(0.7)),
        (x, top, part) -> page.group(Role.SECTION, part));
  }

  /// How wide the map may stand beside the entries: half of the block, else as its names ask for; 0
  /// where it stands below them.
  private List<Double> besides(Block block, double measure, double gutter) {
    List<Tiles> maps =
        block.charts().stream().filter(Tiles.class::isInstance).map(Tiles.class::cast).toList();
    if (maps.isEmpty() || measure < sizes.ems(WIDE)) {
      return List.of(0.0);
    }
    double half = (measure - gutter) / 2;
    double narrow = maps.stream().mapToDouble(charts::narrowest).max().orElse(half);
    return measure - gutter - narrow >= sizes.ems(COLUMN) ? List.of(half, narrow) : List.of(half);
  }

  private Part body(Block block, double measure, double mapMeasure, double gutter) {
    double gap = sizes.gap(1.3);
    boolean wide = mapMeasure > 0;
    double column = wide ? measure - gutter - mapMeasure : measure;
    List<Part> beside = new ArrayList<>();
    List<Part> below = new ArrayList<>();
    below.add(Part.stack(entries(block.entries(), column), sizes.gap(0.9)));
    for (Chart chart : block.charts()) {
      boolean aside = wide && chart instanceof Tiles;
      double room = aside ? mapMeasure : column;
      Part drawn = examined(chart.title(), chart.place(), () -> charts.compose(chart, room));
      (aside ? beside : below).add(drawn);
    }
    Part told = Part.stack(below, gap);
    return wide ? Part.row(List.of(told, Part.stack(beside, gap)), column + gutter) : told;
  }

  private Part head(Block block, double measure) {
    Icon icon = Icon.of(block.icon());
    double indent = sizes.icon() + sizes.ems(0.8);
    Galley title =
        composer.compose(
            List.of(Run.of(block.title()).in(Weight.BOLD)),
            sizes.title(),
            measure - indent,
            Alignment.LEFT);
    return new Part() {
      @Override
      public double height() {
        return Math.max(sizes.icon(), title.height());
      }

      @Override
      public boolean fits() {
        return title.keepsToMeasure();
      }

      @Override
      public void draw(double x, double top) {
        icon.draw(page, x, top + (height() - sizes.icon()) / 2, sizes.icon());
        double y = top + (height() - title.height()) / 2;
        page.place(title, x + indent, y, Role.SUBHEADING);
      }
    };
  }

  private List<Part> entries(List<Entry> entries, double measure) {
    List<Part> parts = new ArrayList<>();
    List<Entry> run = new ArrayList<>();
    boolean first = true;
    for (Entry entry : entries) {
      if (entry.isNumeral() && first) {
        parts.add(examined(entry.spans(), entry.place(), () -> hero(entry, measure)));
        first = false;
      } else if (entry.isNumeral()) {
        run.add(entry);
      } else {
        numerals(run, measure).forEach(parts::add);
        run.clear();
        parts.add(examined(entry.spans(), entry.place(), () -> sentence(entry.spans(), measure)));
      }
    }
    numerals(run, measure).forEach(parts::add);
    return parts;
  }

  /// A sentence in several sizes is heard as one.
  private Part heard(Part sentence) {
    return Part.drawn(sentence, (x, top, part) -> page.block(Role.PARAGRAPH, part));
  }

  private Part hero(Entry entry, double measure) {
    return heard(
        Part.stack(
            List.of(
                text(entry.before(), sizes.lead(), measure),
                new NumeralPart(
                    page, composer, entry.figure(), sizes.hero(), sizes.figure(), measure),
                text(entry.after(), sizes.lead(), measure)),
            0));
  }

  /// Rows of as many columns as there is room for, as even as they come.
  private List<Part> numerals(List<Entry> entries, double measure) {
    double gap = sizes.ems(COLUMN_GAP);
    int most = Math.max(1, (int) ((measure + gap) / (sizes.ems(COLUMN) + gap)));
    int rows = Math.ceilDiv(entries.size(), most);
    int columns = rows == 0 ? 1 : Math.ceilDiv(entries.size(), rows);
    double width = (measure - gap * (columns - 1)) / columns;
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < entries.size(); i += columns) {
      List<Entry> row = entries.subList(i, Math.min(entries.size(), i + columns));
      parts.add(numeralRow(row, width, gap));
    }
    return parts;
  }

  /// Numerals on one line, whatever stands before them.
  private Part numeralRow(List<Entry> entries, double width, double gap) {
    List<Part> before =
        entries.stream()
            .map(
                entry -> Wording.at(entry.place(), () -> text(entry.before(), sizes.text(), width)))
            .toList();
    double highest = before.stream().mapToDouble(Part::height).max().orElse(0);
    List<Part> cells = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Part above = bottom(before.get(i), highest);
      cells.add(examined(entry.spans(), entry.place(), () -> heard(numeral(entry, above, width))));
    }
    return Part.row(cells, width + gap);
  }

  private Part numeral(Entry entry, Part above, double width) {
    Part figure =
        new NumeralPart(page, composer, entry.figure(), sizes.figure(), sizes.lead(), width);
    return Part.stack(List.of(above, figure, text(entry.after(), sizes.text(), width)), 0);
  }

  /// A part at the bottom of a given height.
  private static Part bottom(Part part, double height) {
    return new Part() {
      @Override
      public double height() {
        return height;
      }

      @Override
      public boolean fits() {
        return part.fits();
      }

      @Override
      public void draw(double x, double top) {
        part.draw(x, top + height - part.height());
      }
    };
  }

  private Part sentence(List<Span> spans, double measure) {
    double indent = sizes.ems(INDENT);
    Part text = text(spans, sizes.text(), measure - indent);
    return new Part() {
      @Override
      public double height() {
        return text.height();
      }

      @Override
      public boolean fits() {
        return text.fits();
      }

      @Override
      public void draw(double x, double top) {
        double side = sizes.ems(BULLET);
        double middle = top + sizes.text().baseline() - sizes.ems(0.36);
        page.rectangle(x, middle - side / 2, side, side, Ink.RED);
        text.draw(x + indent, top);
      }
    };
  }

  private Part text(List<Span> spans, TypeScale scale, double measure) {
    Galley galley = composer.compose(FigureRuns.of(spans), scale, measure, Alignment.LEFT);
    return new TextPart(page, galley);
  }
}
