package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;

/// A line as it will stand. Lengths are thousandths of an em.
///
/// @param text its characters in order
/// @param offset from the left edge of the measure to the first glyph
/// @param width from there to the end of the last, its blank trimmed
record ComposedLine(String text, int offset, int width, List<Segment> segments) {
  /// A stretch of one style, drawn as one array of pieces.
  ///
  /// @param x from the left edge of the measure
  /// @param style a run that looks like it
  record Segment(int x, Run style, List<Piece> pieces) {}

  /// Characters that stand close, and the room after them beyond their advance.
  record Piece(String text, int roomAfter) {}

  /// A line that misses the measure by so much is seen to be short.
  private static final int SHORT = 300;

  ComposedLine {
    segments = List.copyOf(segments);
  }

  /// Sets the glyphs from start to end (exclusive) on a line of a measure.
  static ComposedLine of(
      GlyphSequence sequence, int start, int end, int measure, Alignment alignment) {
    int width = sequence.width(start, end);
    int slack = Math.max(0, measure - width);
    int[] stretch = new int[end - start];
    if (alignment == Alignment.JUSTIFIED) {
      width +=
          width > measure
              ? squeeze(sequence, start, end, width - measure, stretch)
              : stretch(sequence, start, end, slack, stretch);
    }
    int offset =
        switch (alignment) {
          case JUSTIFIED, LEFT -> 0;
          case CENTRED -> slack / 2;
          case RIGHT -> slack;
        };
    return new Setter(sequence, start, end, stretch).set(offset, width);
  }

  /// Shares the slack among the gaps; the first ones take what does not divide. A line that would
  /// stay short all the same is left as it is.
  private static int stretch(GlyphSequence sequence, int start, int end, int slack, int[] stretch) {
    int gaps = sequence.stretchableGaps(start, end);
    int shared = Math.min(slack, gaps * GlyphSequence.MOST_STRETCH);
    if (slack - shared > SHORT) {
      return 0;
    }
    int left = shared;
    for (int i = start; i + 1 < end; i++) {
      if (sequence.stretchableAfter(i)) {
        int part = Math.ceilDiv(left, gaps);
        stretch[i - start] = part;
        left -= part;
        gaps--;
      }
    }
    return shared;
  }

  /// Takes what is too much from the marks, from the first to the last as evenly as it divides.
  ///
  /// @return less than zero
  private static int squeeze(
      GlyphSequence sequence, int start, int end, int excess, int[] stretch) {
    int possible = sequence.squeezable(start, end);
    int left = Math.min(excess, possible);
    int taken = 0;
    for (int i = start; i + 1 < end && possible > 0; i++) {
      int most = sequence.squeezableAfter(i);
      int part = Math.ceilDiv(left * most, possible);
      stretch[i - start] = -part;
      taken += part;
      left -= part;
      possible -= most;
    }
    return -taken;
  }

  /// Walks over the glyphs of a line and gathers them into segments and pieces.
  private static final class Setter {
    private final GlyphSequence sequence;
    private final int start;
    private final int end;
    private final int[] stretch;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    Setter(GlyphSequence sequence, int start, int end, int[] stretch) {
      this.sequence = sequence;
      this.start = start;
      this.end = end;
      this.stretch = stretch;
    }

    ComposedLine set(int offset, int width) {
      StringBuilder text = new StringBuilder();
      int x = offset - sequence.glyph(start).trimAtStart();
      int segmentX = x;
      for (int i = start; i < end; i++) {
        Glyph glyph = sequence.glyph(i);
        piece.appendCodePoint(glyph.codePoint());
        text.appendCodePoint(glyph.codePoint());
        boolean last = i + 1 == end;
        int room = last ? 0 : sequence.spaceAfter(i) + stretch[i - start];
        x += glyph.advance() + room;
        if (last || !glyph.run().looksLike(sequence.glyph(i + 1).run())) {
          closePiece(0);
          segments.add(new Segment(segmentX, glyph.run(), List.copyOf(pieces)));
          pieces.clear();
          segmentX = x;
        } else if (room != 0) {
          closePiece(room);
        }
      }
      return new ComposedLine(text.toString(), offset, width, segments);
    }

    private void closePiece(int roomAfter) {
      pieces.add(new Piece(piece.toString(), roomAfter));
      piece.setLength(0);
    }
  }
}
