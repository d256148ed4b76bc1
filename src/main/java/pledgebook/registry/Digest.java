package pledgebook.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Project.Quoted;
import pledgebook.vocabulary.IndicatorCode;

/// 数说: what the digest of a year is to show, from `jobs/<year>/digest.yml`. A digest that exists is
/// consistent with its round: [DigestReader] refuses any other.
///
/// @param title the masthead, with the year bound
/// @param lead the sentence under it; null when there is none
/// @param blocks in order; their widths fill rows of twelve
/// @param tiles the map of tiles; without rows when no chart asks for it
/// @param quoted digits that are no result but a name or a rule
public record Digest(
    Clause title,
    @Nullable Clause lead,
    Paper paper,
    Orientation orientation,
    List<Block> blocks,
    TileMap tiles,
    List<Quoted> quoted) {
  /// The cells of a row of blocks.
  public static final int ROW = 12;

  public Digest {
    blocks = List.copyOf(blocks);
    quoted = List.copyOf(quoted);
  }

  /// What it is printed on (ISO 216).
  public enum Paper {
    A4,
    A3
  }

  /// How the paper lies.
  public enum Orientation {
    PORTRAIT,
    LANDSCAPE
  }

  /// A part of the page.
  ///
  /// @param icon the name of its icon
  /// @param width how many of the twelve cells of a row it takes
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

  /// A sentence with bound figures.
  ///
  /// @param numeral whose figure is printed large; null when none is
  public record Entry(Clause clause, @Nullable IndicatorCode numeral) {}

  /// A chart of an indicator.
  ///
  /// @param decimals of the values beside bars; null for those of the indicator
  public record Chart(
      ChartKind kind,
      IndicatorCode indicator,
      Clause title,
      @Nullable Integer decimals,
      DefinitionPlace place) {}

  /// What a chart shows.
  public enum ChartKind {
    /// A bar for each member.
    BARS,
    /// A tile for each region of a reference list, filled where it is reached.
    TILES
  }

  /// Where the tiles lie, row by row from north to south: the name of a region, a member's
  /// abbreviation as a label, or nothing.
  public record TileMap(List<List<String>> rows) {
    public TileMap {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
