package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Divides a paragraph into lines that end only where one may end. Lines set ragged are filled one
/// by one (greedy). Justified ones are chosen together, as few as the greedy ones and as evenly
/// filled as can be: a long figure that must move down as a whole would otherwise leave a hole
/// behind.
final class LineBreaker {
  /// A last line has at least this many characters, where that can be had.
  private static final int LEAST_CHARACTERS = 2;

  /// What a line costs; nothing else outweighs a line saved.
  private static final long LINE = 1_000_000_000_000L;

  /// What a thousandth of an em costs, squared, that cannot be filled or that sticks out.
  private static final long HOLE = 10;

  /// What a mark that gives way by all it can costs, squared: as much as gaps widened by so many
  /// thousandths of an em.
  private static final long MARK = 140;

  /// What any hole costs besides: more than several lines filled to the full.
  private static final long NOT_FLUSH = 50_000;

  /// What a lonely last character costs: as much as a hole of six ems.
  private static final long LONELY = 360_000_000;

  /// What a word torn at the end of a line costs: as much as a hole of one and a half ems.
  private static final long TORN = 22_500_000;

  private final GlyphSequence sequence;

  LineBreaker(GlyphSequence sequence) {
    this.sequence = sequence;
  }

  /// The ends (exclusive) of lines filled one by one. What cannot be divided stands alone on its
  /// line, even where it is wider than the measure.
  ///
  /// @param measure in thousandths of an em
  List<Integer> greedy(int measure) {
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    while (start < sequence.size()) {
      start = wholeWord(start, possibleEnds(start, measure, false), measure);
      ends.add(start);
    }
    accompanyLast(ends, measure);
    return ends;
  }

  /// The last of the ends that tears no word, unless that would leave the line two thirds empty.
  private int wholeWord(int start, List<Integer> ends, int measure) {
    return ends.reversed().stream()
        .filter(end -> !tears(end))
        .findFirst()
        .filter(end -> sequence.width(start, end) * 3L >= measure)
        .orElse(ends.getLast());
  }

  private boolean tears(int end) {
    return end < sequence.size() && sequence.tearsAfter(end - 1);
  }

  /// Lets the line before the last end earlier, where the last one would be a lonely character.
  private void accompanyLast(List<Integer> ends, int measure) {
    int size = sequence.size();
    int lines = ends.size();
    if (lines < 2 || !isLonely(ends.get(lines - 2))) {
      return;
    }
    int start = lines == 2 ? 0 : ends.get(lines - 3);
    possibleEnds(start, measure, false).stream()
        .filter(end -> end < ends.get(lines - 2) && !isLonely(end))
        .filter(end -> sequence.width(end, size) <= measure)
        .max(Integer::compare)
        .ifPresent(end -> ends.set(lines - 2, end));
  }

  /// Would a last line that begins at start have too few characters?
  private boolean isLonely(int start) {
    return start > 0 && sequence.characters(start, sequence.size()) < LEAST_CHARACTERS;
  }

  /// The ends (exclusive) of lines chosen together, to be justified.
  ///
  /// @param measure in thousandths of an em
  List<Integer> even(int measure) {
    int size = sequence.size();
    long[] cost = new long[size + 1];
    int[] next = new int[size + 1];
    Arrays.fill(cost, Long.MAX_VALUE);
    cost[size] = 0;
    for (int start = size - 1; start >= 0; start--) {
      for (int end : possibleEnds(start, measure, true)) {
        long total =
            cost[end] == Long.MAX_VALUE ? cost[end] : cost[end] + cost(start, end, measure);
        if (total < cost[start]) {
          cost[start] = total;
          next[start] = end;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int start = 0; start < size; start = next[start]) {
      ends.add(next[start]);
    }
    return ends;
  }

  /// The smallest measure that needs no more lines than the given one.
  int balancedMeasure(int measure) {
    int lines = greedy(measure).size();
    int low = 1;
    int high = measure;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (greedy(middle).size() <= lines && fits(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  private boolean fits(int measure) {
    int start = 0;
    for (int end : greedy(measure)) {
      if (sequence.width(start, end) > measure) {
        return false;
      }
      start = end;
    }
    return true;
  }

  /// Where a line that begins at start may end, nearest first: all ends that keep to the measure;
  /// where there is none, the first.
  ///
  /// @param squeezing marks may give way
  private List<Integer> possibleEnds(int start, int measure, boolean squeezing) {
    List<Integer> ends = new ArrayList<>();
    int squeezable = 0;
    int width = -sequence.glyph(start).trimAtStart();
    for (int i = start; i < sequence.size(); i++) {
      Glyph glyph = sequence.glyph(i);
      width += glyph.advance();
      boolean last = i + 1 == sequence.size();
      if (last || sequence.breakableAfter(i)) {
        boolean fits = width - glyph.trimAtEnd() - squeezable <= measure;
        if (fits || ends.isEmpty()) {
          ends.add(i + 1);
        }
        if (!fits) {
          return ends;
        }
      }
      width += last ? 0 : sequence.spaceAfter(i);
      squeezable += last || !squeezing ? 0 : sequence.squeezableAfter(i);
    }
    return ends;
  }

  private long cost(int start, int end, int measure) {
    return (tears(end) ? TORN : 0) + filled(start, end, measure);
  }

  private long filled(int start, int end, int measure) {
    long slack = (long) measure - sequence.width(start, end);
    int squeezable = sequence.squeezable(start, end);
    if (slack < -squeezable) {
      return LINE + HOLE * slack * slack;
    }
    if (slack < 0) {
      long perMark = MARK * -slack / squeezable;
      return LINE + perMark * perMark;
    }
    if (end == sequence.size()) {
      return isLonely(start) ? LINE + LONELY : LINE;
    }
    int gaps = sequence.stretchableGaps(start, end);
    long filled = Math.min(slack, (long) gaps * GlyphSequence.MOST_STRETCH);
    long hole = slack - filled;
    long perGap = filled / Math.max(1, gaps);
    long ragged = hole > 0 ? NOT_FLUSH + HOLE * hole * hole : 0;
    return LINE + perGap * perGap + ragged;
  }
}
