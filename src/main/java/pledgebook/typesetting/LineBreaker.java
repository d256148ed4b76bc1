package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;

/// Divides a paragraph into lines: each takes as much as fits (greedy), ends only where one may
/// end, and no paragraph ends in a lonely character.
final class LineBreaker {
  /// A last line has at least this many characters, where that can be had.
  private static final int LEAST_CHARACTERS = 2;

  private final GlyphSequence sequence;

  LineBreaker(GlyphSequence sequence) {
    this.sequence = sequence;
  }

  /// The ends (exclusive) of the lines. What cannot be divided stands alone on its line, even where
  /// it is wider than the measure.
  ///
  /// @param measure in thousandths of an em
  List<Integer> ends(int measure) {
    List<Integer> ends = new ArrayList<>();
    int start = 0;
    while (start < sequence.size()) {
      start = end(start, measure);
      ends.add(start);
    }
    mendLastLine(ends, measure);
    return ends;
  }

  /// The smallest measure that needs no more lines than the given one.
  int balancedMeasure(int measure) {
    int lines = ends(measure).size();
    int low = 1;
    int high = measure;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends(middle).size() <= lines && fits(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return high;
  }

  private boolean fits(int measure) {
    int start = 0;
    for (int end : ends(measure)) {
      if (sequence.width(start, end) > measure) {
        return false;
      }
      start = end;
    }
    return true;
  }

  private int end(int start, int measure) {
    int width = -sequence.glyph(start).trimAtStart();
    int best = 0;
    for (int i = start; i < sequence.size(); i++) {
      Glyph glyph = sequence.glyph(i);
      width += glyph.advance();
      boolean last = i + 1 == sequence.size();
      if (last || sequence.breakableAfter(i)) {
        boolean fits = width - glyph.trimAtEnd() <= measure;
        if (!fits) {
          return best > 0 ? best : i + 1;
        }
        best = i + 1;
      }
      width += last ? 0 : sequence.spaceAfter(i);
    }
    return best;
  }

  private void mendLastLine(List<Integer> ends, int measure) {
    int lines = ends.size();
    if (lines < 2) {
      return;
    }
    int lastStart = ends.get(lines - 2);
    int previousStart = lines > 2 ? ends.get(lines - 3) : 0;
    if (sequence.characters(lastStart, sequence.size()) >= LEAST_CHARACTERS) {
      return;
    }
    int earlier = earlierEnd(previousStart, lastStart);
    if (earlier > previousStart
        && sequence.width(earlier, sequence.size()) <= measure
        && fillable(previousStart, earlier, measure)) {
      ends.set(lines - 2, earlier);
    }
  }

  private boolean fillable(int start, int end, int measure) {
    int slack = measure - sequence.width(start, end);
    return slack <= sequence.stretchableGaps(start, end) * GlyphSequence.MOST_STRETCH;
  }

  private int earlierEnd(int start, int end) {
    for (int i = end - 2; i > start; i--) {
      boolean enough = sequence.characters(i + 1, sequence.size()) >= LEAST_CHARACTERS;
      if (enough && sequence.breakableAfter(i)) {
        return i + 1;
      }
    }
    return start;
  }
}
