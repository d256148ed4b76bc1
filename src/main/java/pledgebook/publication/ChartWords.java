package pledgebook.publication;

import java.util.List;
import java.util.stream.Collectors;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.DigestStatement.Tile;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.statement.Statement;
import pledgebook.vocabulary.Messages;

/// Charts in words, for those who hear a page.
final class ChartWords {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private ChartWords() {}

  /// Every member with its value.
  static String of(Bars bars) {
    String values =
        bars.bars().stream()
            .map(bar -> bar.member() + bar.figure().text() + bar.figure().tied())
            .collect(Collectors.joining(MESSAGES.text("digest.separator")));
    String title = Statement.text(bars.title());
    return MESSAGES.text("digest.words-of-bars", "title", title, "values", values);
  }

  /// The regions that are reached, and those that are not.
  static String of(Tiles chart) {
    return MESSAGES.text(
        "digest.words-of-tiles",
        "title",
        Statement.text(chart.title()),
        "reached",
        names(chart.tiles(), true),
        "not_reached",
        names(chart.tiles(), false));
  }

  /// The names of tiles in the order of the map, or a dash.
  static String names(List<Tile> tiles, boolean reached) {
    String names =
        tiles.stream()
            .filter(tile -> tile.reached() == reached)
            .map(Tile::name)
            .collect(Collectors.joining(MESSAGES.text("digest.separator")));
    return names.isEmpty() ? MESSAGES.text("value.none") : names;
  }
}
