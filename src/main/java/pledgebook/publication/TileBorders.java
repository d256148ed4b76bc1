package pledgebook.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.statement.DigestStatement.Place;
import pledgebook.statement.DigestStatement.Tile;

/// Where tiles of two members meet.
///
/// @param columns of the whole map
/// @param rows of the whole map
record TileBorders(int columns, int rows, List<Edge> edges) {
  /// A side of a cell, between two corners of the grid.
  record Edge(int fromColumn, int fromRow, int toColumn, int toRow) {}

  static TileBorders of(List<Tile> tiles) {
    Map<Place, String> members = new HashMap<>();
    tiles.forEach(tile -> members.put(tile.place(), tile.member()));
    List<Edge> edges = new ArrayList<>();
    for (Tile tile : tiles) {
      int column = tile.place().column();
      int row = tile.place().row();
      if (differs(members.get(new Place(column + 1, row)), tile)) {
        edges.add(new Edge(column + 1, row, column + 1, row + 1));
      }
      if (differs(members.get(new Place(column, row + 1)), tile)) {
        edges.add(new Edge(column, row + 1, column + 1, row + 1));
      }
    }
    int columns = tiles.stream().mapToInt(tile -> tile.place().column()).max().orElse(0) + 1;
    int rows = tiles.stream().mapToInt(tile -> tile.place().row()).max().orElse(0) + 1;
    return new TileBorders(columns, rows, List.copyOf(edges));
  }

  private static boolean differs(@Nullable String member, Tile tile) {
    return member != null && !member.equals(tile.member());
  }
}
