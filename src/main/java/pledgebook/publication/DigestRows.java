package pledgebook.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Digest;

/// Which blocks of a digest stand side by side, and how wide: as digest.yml says, or, where that
/// does not fit the paper, so that the rows together are as low as can be and the blocks of a row
/// as wide to each other as they were declared. The order of the blocks is never changed.
final class DigestRows {
  /// What a block takes at least, in cells; and where nothing fits otherwise.
  static final int NARROW = 3;

  static final int NARROWEST = 2;

  /// What other proportions cost, in millimetres: enough to decide between rows of one height.
  private static final double UNLIKE = 3;

  /// A block of a row, with how many of the twelve cells it takes.
  record Placed(int block, int cells) {}

  /// The height of a block so wide, in millimetres; infinite where it cannot be so narrow.
  @FunctionalInterface
  interface Heights {
    double of(int block, int cells);
  }

  private final Heights heights;
  private final List<Integer> declared;
  private final int least;
  private final double gap;
  private final Map<Placed, Double> known = new HashMap<>();

  private DigestRows(List<Integer> declared, int least, double gap, Heights heights) {
    this.declared = List.copyOf(declared);
    this.least = least;
    this.gap = gap;
    this.heights = heights;
  }

  /// Rows as they are declared.
  ///
  /// @param widths of the blocks, in cells; they fill rows of twelve
  static List<List<Placed>> declared(List<Integer> widths) {
    List<List<Placed>> rows = new ArrayList<>();
    int filled = 0;
    for (int i = 0; i < widths.size(); i++) {
      if (filled % Digest.ROW == 0) {
        rows.add(new ArrayList<>());
      }
      filled += widths.get(i);
      rows.getLast().add(new Placed(i, widths.get(i)));
    }
    return rows;
  }

  /// The lowest rows.
  ///
  /// @param declared the widths of the blocks in digest.yml
  /// @param least cells a block takes at least
  /// @param gap between two rows
  static List<List<Placed>> lowest(List<Integer> declared, int least, double gap, Heights heights) {
    return new DigestRows(declared, least, gap, heights).lowest();
  }

  /// A row, with the height it has.
  private record Row(List<Placed> placed, double height) {}

  /// From the last block back to the first: what the rest costs is known when a row is tried.
  private List<List<Placed>> lowest() {
    int blocks = declared.size();
    double[] cost = new double[blocks + 1];
    @Nullable Row[] best = new Row[blocks];
    for (int first = blocks - 1; first >= 0; first--) {
      cost[first] = Double.POSITIVE_INFINITY;
      for (int end = first + 1; end <= blocks && fits(end - first); end++) {
        Row row = row(first, end);
        double total = row.height() + gap + cost[end];
        if (best[first] == null || total < cost[first]) {
          cost[first] = total;
          best[first] = row;
        }
      }
    }
    List<List<Placed>> rows = new ArrayList<>();
    for (int at = 0; at < blocks; ) {
      List<Placed> row = at < best.length && best[at] != null ? best[at].placed() : List.of();
      rows.add(row);
      at += Math.max(1, row.size());
    }
    return rows;
  }

  private boolean fits(int count) {
    return count * least <= Digest.ROW;
  }

  /// The lowest row of the blocks from first to end (exclusive).
  private Row row(int first, int end) {
    return widen(first, end, Digest.ROW, new ArrayList<>());
  }

  private Row widen(int block, int end, int free, List<Placed> before) {
    int left = end - block - 1;
    Row best = new Row(List.copyOf(before), Double.POSITIVE_INFINITY);
    int first = left == 0 ? free : least;
    for (int cells = first; cells <= free - left * least; cells++) {
      List<Placed> placed = new ArrayList<>(before);
      placed.add(new Placed(block, cells));
      Row row = left == 0 ? closed(placed) : widen(block + 1, end, free - cells, placed);
      if (best.placed().size() < placed.size() || row.height() < best.height()) {
        best = row;
      }
    }
    return best;
  }

  private Row closed(List<Placed> placed) {
    double height = placed.stream().mapToDouble(this::height).max().orElse(0);
    return new Row(List.copyOf(placed), height + UNLIKE * unlike(placed));
  }

  /// How far a row is from the proportions that were declared: 0 where it has them.
  private double unlike(List<Placed> placed) {
    double all = placed.stream().mapToDouble(p -> declared.get(p.block())).sum();
    return placed.stream()
        .mapToDouble(p -> Math.abs(p.cells() / (double) Digest.ROW - declared.get(p.block()) / all))
        .sum();
  }

  private double height(Placed placed) {
    return known.computeIfAbsent(placed, p -> heights.of(p.block(), p.cells()));
  }
}
