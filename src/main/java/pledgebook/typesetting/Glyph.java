package pledgebook.typesetting;

/// One character as the font draws it. Lengths are thousandths of an em.
///
/// @param codePoint the character
/// @param run the run it comes from
/// @param advance the width of its box
/// @param blankBefore empty room left of its ink
/// @param blankAfter empty room right of its ink
record Glyph(
    int codePoint, Run run, CharacterClass kind, int advance, int blankBefore, int blankAfter) {
  /// Half an em: what a full-width mark gives up at most.
  private static final int HALF = 500;

  /// What is left beside a ratio sign.
  private static final int RATIO_ROOM = 130;

  /// Half of the interpunct's square is empty.
  private static final int QUARTER = 250;

  /// Distance to the next glyph beyond the advance, before a line is stretched.
  ///
  /// @param tight every mark gives up half an em, as in titles, not only those beside another
  int spaceTo(Glyph next, boolean tight) {
    return -squeezeAfter(next, tight) - next.squeezeBefore(this, tight);
  }

  /// What it gives up when a line starts with it.
  int trimAtStart() {
    return kind == CharacterClass.OPENING ? Math.min(HALF, blankBefore) : 0;
  }

  /// What it gives up when a line ends with it.
  int trimAtEnd() {
    if (kind == CharacterClass.SPACE) {
      return advance;
    }
    return kind == CharacterClass.CLOSING ? Math.min(HALF, blankAfter) : 0;
  }

  private int squeezeAfter(Glyph next, boolean tight) {
    if (kind == CharacterClass.CLOSING) {
      boolean besideMark =
          next.kind == CharacterClass.CLOSING || next.kind == CharacterClass.OPENING;
      return tight || besideMark ? Math.min(HALF, blankAfter) : 0;
    }
    if (codePoint == '—' && next.codePoint == '—') {
      return blankAfter + next.blankBefore;
    }
    return squeezeOfSymbol(blankAfter);
  }

  private int squeezeBefore(Glyph previous, boolean tight) {
    if (kind == CharacterClass.OPENING) {
      return tight || previous.kind == CharacterClass.OPENING ? Math.min(HALF, blankBefore) : 0;
    }
    return squeezeOfSymbol(blankBefore);
  }

  private int squeezeOfSymbol(int blank) {
    if (kind == CharacterClass.BINDING) {
      return Math.max(0, blank - RATIO_ROOM);
    }
    return kind == CharacterClass.INTERPUNCT ? Math.min(QUARTER, blank) : 0;
  }

  /// Does Han meet Latin here?
  boolean meetsLatin(Glyph next) {
    return (kind == CharacterClass.HAN && next.kind.isWestern())
        || (kind.isWestern() && next.kind == CharacterClass.HAN);
  }
}
