package pledgebook.publication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import pledgebook.publication.FigureChange.Cause;
import pledgebook.publication.FigureChange.Kind;

/// The cells of one indicator in two editions: those that say something else. A row that only moved
/// says the same; what is left at the same address changed, the rest was added or removed.
final class CellChanges {
  private CellChanges() {}

  static List<Cause> between(List<Map<String, String>> earlier, List<Map<String, String>> later) {
    List<Map<String, String>> before = new ArrayList<>(earlier);
    List<Map<String, String>> after = new ArrayList<>(later);
    Function<Map<String, String>, List<String>> place =
        cell -> values(cell, "entity", "sheet", "cell");
    Function<Map<String, String>, List<String>> text =
        cell ->
            List.of(cell.getOrDefault("entity", ""), cell.getOrDefault("sheet", ""), text(cell));
    pair(before, after, cell -> List.of(place.apply(cell), text.apply(cell)), new ArrayList<>());
    pair(before, after, text, new ArrayList<>());
    List<Cause> causes = new ArrayList<>();
    pair(before, after, place, causes);
    before.forEach(cell -> causes.add(cause(Kind.CELL_REMOVED, cell, text(cell), "")));
    after.forEach(cell -> causes.add(cause(Kind.CELL_ADDED, cell, "", text(cell))));
    return causes;
  }

  /// Takes out what belongs together by a key, in order, and keeps it as changed.
  private static <K> void pair(
      List<Map<String, String>> before,
      List<Map<String, String>> after,
      Function<Map<String, String>, K> key,
      List<Cause> changed) {
    Map<K, Deque<Map<String, String>>> waiting = new HashMap<>();
    after.forEach(
        cell -> waiting.computeIfAbsent(key.apply(cell), k -> new ArrayDeque<>()).add(cell));
    Set<Map<String, String>> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Map<String, String>> left = new ArrayList<>();
    for (Map<String, String> one : before) {
      Map<String, String> other = waiting.getOrDefault(key.apply(one), new ArrayDeque<>()).poll();
      if (other == null) {
        left.add(one);
      } else {
        taken.add(other);
        changed.add(cause(Kind.CELL_CHANGED, other, text(one), text(other)));
      }
    }
    before.clear();
    before.addAll(left);
    after.removeIf(taken::contains);
  }

  private static List<String> values(Map<String, String> cell, String... columns) {
    return Arrays.stream(columns).map(column -> cell.getOrDefault(column, "")).toList();
  }

  /// What was found; where that is the plain form of the value, the value.
  private static String text(Map<String, String> cell) {
    String raw = cell.getOrDefault("raw", "");
    return raw.isEmpty() ? cell.getOrDefault("value", "") : raw;
  }

  private static Cause cause(Kind kind, Map<String, String> cell, String earlier, String later) {
    return new Cause(
        kind,
        cell.getOrDefault("entity", ""),
        cell.getOrDefault("file", ""),
        cell.getOrDefault("sheet", ""),
        cell.getOrDefault("cell", ""),
        earlier,
        later);
  }
}
