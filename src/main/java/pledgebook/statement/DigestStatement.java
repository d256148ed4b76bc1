package pledgebook.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Digest.Orientation;
import pledgebook.registry.Digest.Paper;

/// What the digest says, block by block; no page yet. Page and web page are laid out from it alone.
///
/// @param title the masthead
/// @param lead the sentence under it; empty when there is none
/// @param titlePlace where in digest.yml the masthead stands
/// @param leadPlace where the sentence under it stands; that of the masthead when there is none
public record DigestStatement(
    List<Span> title,
    List<Span> lead,
    Paper paper,
    Orientation orientation,
    List<Block> blocks,
    DefinitionPlace titlePlace,
    DefinitionPlace leadPlace) {
  public DigestStatement {
    title = List.copyOf(title);
    lead = List.copyOf(lead);
    blocks = List.copyOf(blocks);
  }

  /// A part of the page.
  ///
  /// @param icon the name of its icon
  /// @param width how many of the twelve cells of a row it takes
  /// @param place where in digest.yml it begins
  public record Block(
      String title,
      String icon,
      int width,
      List<Entry> entries,
      List<Chart> charts,
      DefinitionPlace place) {
    public Block {
      entries = List.copyOf(entries);
      charts = List.copyOf(charts);
    }
  }

  /// A sentence.
  ///
  /// @param numeral which of its spans is printed large; -1 when none is, or it could not be said
  /// @param place where in digest.yml it stands
  public record Entry(List<Span> spans, int numeral, DefinitionPlace place) {
    /// None of the spans.
    public static final int NONE = -1;

    public Entry {
      spans = List.copyOf(spans);
    }

    /// Tells whether a figure of it is printed large.
    public boolean isNumeral() {
      return numeral != NONE;
    }

    /// The figure that is printed large.
    ///
    /// @throws IllegalStateException when none is
    public Figure figure() {
      if (isNumeral() && spans.get(numeral) instanceof Span.Bound bound) {
        return bound.figure();
      }
      throw new IllegalStateException("no numeral");
    }

    /// What stands before the numeral.
    public List<Span> before() {
      return spans.subList(0, numeral);
    }

    /// What stands behind the numeral and what is tied to it.
    public List<Span> after() {
      return spans.subList(numeral + 1, spans.size());
    }
  }

  /// A picture of an indicator.
  public sealed interface Chart {
    /// Its name.
    List<Span> title();

    /// Where in digest.yml it is asked for.
    DefinitionPlace place();
  }

  /// A bar for each member.
  ///
  /// @param unit what the bars are counted in, such as 万人次
  /// @param note why the bars need not add up to the printed total; null when they do
  public record Bars(
      List<Span> title, String unit, List<Bar> bars, @Nullable String note, DefinitionPlace place)
      implements Chart {
    public Bars {
      title = List.copyOf(title);
      bars = List.copyOf(bars);
    }
  }

  /// A member's part.
  ///
  /// @param member the member's name
  /// @param value exact, in the indicator's unit
  /// @param figure as it is printed
  public record Bar(String member, BigDecimal value, Figure figure) {}

  /// A tile for each member of a reference list.
  public record Tiles(List<Span> title, List<Tile> tiles, List<Label> labels, DefinitionPlace place)
      implements Chart {
    public Tiles {
      title = List.copyOf(title);
      tiles = List.copyOf(tiles);
      labels = List.copyOf(labels);
    }
  }

  /// A place of the map.
  ///
  /// @param column counted from 0, west to east
  /// @param row counted from 0, north to south
  public record Place(int column, int row) {}

  /// A region.
  ///
  /// @param name short, as it stands in the tile
  /// @param member the name of the member it belongs to
  public record Tile(String name, String member, Place place, boolean reached) {}

  /// A word beside the tiles.
  public record Label(String text, Place place) {}

  /// A chart that cannot be drawn.
  ///
  /// @param told what is missing
  public record Missing(List<Span> title, String told, DefinitionPlace place) implements Chart {
    public Missing {
      title = List.copyOf(title);
    }
  }

  /// Every bound figure in the order it is printed, those of charts included.
  public List<Figure> figures() {
    Stream<Figure> head =
        Span.figures(Stream.concat(title.stream(), lead.stream()).toList()).stream();
    return Stream.concat(head, blocks.stream().flatMap(DigestStatement::figures)).toList();
  }

  private static Stream<Figure> figures(Block block) {
    return Stream.concat(
        block.entries().stream().flatMap(entry -> Span.figures(entry.spans()).stream()),
        block.charts().stream().flatMap(DigestStatement::figures));
  }

  private static Stream<Figure> figures(Chart chart) {
    Stream<Figure> title = Span.figures(chart.title()).stream();
    return switch (chart) {
      case Bars bars -> Stream.concat(title, bars.bars().stream().map(Bar::figure));
      case Tiles _, Missing _ -> title;
    };
  }
}
