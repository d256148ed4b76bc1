package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;

/// A paragraph as glyphs, with what holds between neighbours: room and bonds. Lengths are
/// thousandths of an em.
final class GlyphSequence {
  /// Follows a number and belongs to it: 20万, 3000余.
  private static final String AFTER_NUMBER = "十百千万亿余多几";

  /// Room added to one gap at most; more would be extracted as a blank.
  static final int MOST_STRETCH = 90;

  /// What a mark that stands alone gives up at most to bring one more character onto a line (推入):
  /// all that it gives up beside another, where nothing less brings it about.
  private static final int MOST_SQUEEZE = 450;

  /// Between Han and Latin; inside a figure (超52万) they stand close.
  private static final int HAN_LATIN = 70;

  private final List<Glyph> glyphs;

  /// Which run each glyph comes from, counted from 0.
  private final List<Integer> origins;

  /// Does the glyph at an index end (so far) a number?
  private final boolean[] numeral;

  /// May the glyph at an index not be parted from the next, by what the words say?
  private final boolean[] bonds;

  /// Would a line that ends behind the glyph at an index tear a word?
  private final boolean[] words;

  /// May a line end behind the glyph at an index, within an address?
  private final boolean[] joints;

  private final boolean tight;

  private GlyphSequence(List<Glyph> glyphs, List<Integer> origins, Bonds bonds, boolean tight) {
    String text = text(glyphs);
    this.tight = tight;
    this.bonds = bonds.of(text);
    this.words = bonds.words(text);
    this.joints = Bonds.joints(text);
    this.glyphs = List.copyOf(glyphs);
    this.origins = List.copyOf(origins);
    this.numeral = numerals(this.glyphs);
  }

  /// The glyphs of a paragraph.
  ///
  /// @param tight every mark gives up half an em, as in titles
  static GlyphSequence of(List<Run> runs, Typefaces typefaces, Bonds bonds, boolean tight) {
    List<Glyph> glyphs = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      for (int codePoint : run.text().codePoints().toArray()) {
        glyphs.add(typefaces.glyph(codePoint, run));
        origins.add(i);
      }
    }
    return new GlyphSequence(glyphs, origins, bonds, tight);
  }

  /// One `char` a glyph, so that the indices agree.
  private static String text(List<Glyph> glyphs) {
    StringBuilder text = new StringBuilder();
    for (Glyph glyph : glyphs) {
      boolean basic = Character.isBmpCodePoint(glyph.codePoint());
      text.append(basic ? (char) glyph.codePoint() : '\uFFFC');
    }
    return text.toString();
  }

  private static boolean[] numerals(List<Glyph> glyphs) {
    boolean[] numeral = new boolean[glyphs.size()];
    for (int i = 0; i < numeral.length; i++) {
      Glyph glyph = glyphs.get(i);
      boolean continues = i > 0 && numeral[i - 1] && AFTER_NUMBER.indexOf(glyph.codePoint()) >= 0;
      numeral[i] = glyph.kind() == CharacterClass.DIGIT || continues;
    }
    return numeral;
  }

  int size() {
    return glyphs.size();
  }

  Glyph glyph(int index) {
    return glyphs.get(index);
  }

  /// May a line end after the glyph at this index?
  boolean breakableAfter(int index) {
    Glyph left = glyphs.get(index);
    Glyph right = glyphs.get(index + 1);
    if (joints[index]) {
      return !tied(index);
    }
    return left.kind().mayEnd()
        && right.kind().mayStart()
        && !bound(index)
        && !(left.kind().isWestern() && right.kind().isWestern());
  }

  /// Would a line that ends after the glyph at this index tear a word?
  boolean tearsAfter(int index) {
    return words[index];
  }

  /// May the room after the glyph at this index be widened?
  boolean stretchableAfter(int index) {
    return glyphs.get(index).kind().stretches()
        && glyphs.get(index + 1).kind().stretches()
        && !bound(index);
  }

  /// Room after the glyph at this index before a line is filled.
  int spaceAfter(int index) {
    Glyph left = glyphs.get(index);
    Glyph right = glyphs.get(index + 1);
    boolean insideFigure = tied(index) && origins.get(index).equals(origins.get(index + 1));
    int between = left.meetsLatin(right) && !insideFigure ? HAN_LATIN : 0;
    return left.spaceTo(right, tight) + between;
  }

  /// Natural width of the line from start to end (exclusive), its edges trimmed.
  int width(int start, int end) {
    int width = -glyphs.get(start).trimAtStart() - glyphs.get(end - 1).trimAtEnd();
    for (int i = start; i < end; i++) {
      width += glyphs.get(i).advance() + (i + 1 < end ? spaceAfter(i) : 0);
    }
    return width;
  }

  /// The gaps of a line that can be widened.
  int stretchableGaps(int start, int end) {
    int gaps = 0;
    for (int i = start; i + 1 < end; i++) {
      gaps += stretchableAfter(i) ? 1 : 0;
    }
    return gaps;
  }

  /// How much the room after the glyph at this index can be narrowed in a filled line.
  int squeezableAfter(int index) {
    Glyph left = glyphs.get(index);
    Glyph right = glyphs.get(index + 1);
    boolean closes = left.kind() == CharacterClass.CLOSING;
    boolean opens = right.kind() == CharacterClass.OPENING;
    if (tight || closes == opens || spaceAfter(index) < 0) {
      return 0;
    }
    return Math.min(MOST_SQUEEZE, closes ? left.blankAfter() : right.blankBefore());
  }

  /// How much a line can be narrowed.
  int squeezable(int start, int end) {
    int squeezable = 0;
    for (int i = start; i + 1 < end; i++) {
      squeezable += squeezableAfter(i);
    }
    return squeezable;
  }

  /// How many characters stand there besides marks and blanks.
  int characters(int start, int end) {
    int characters = 0;
    for (int i = start; i < end; i++) {
      CharacterClass kind = glyphs.get(i).kind();
      if (kind == CharacterClass.HAN || kind.isWestern()) {
        characters++;
      }
    }
    return characters;
  }

  private boolean bound(int index) {
    Glyph left = glyphs.get(index);
    Glyph right = glyphs.get(index + 1);
    return tied(index)
        || bonds[index]
        || (numeral[index] && right.kind() == CharacterClass.HAN)
        || (left.codePoint() == '—' && right.codePoint() == '—')
        || (left.kind() == CharacterClass.DASH && right.kind() == CharacterClass.DIGIT);
  }

  private boolean tied(int index) {
    Run.Tie tie = glyphs.get(index).run().tie();
    boolean sameRun = origins.get(index).equals(origins.get(index + 1));
    return sameRun ? tie != Run.Tie.NONE : tie == Run.Tie.ONWARD;
  }
}
