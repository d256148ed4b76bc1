package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;

/// Composes paragraphs of Chinese text into lines of a measure, for one [Document].
///
/// Lines end where GB/T 15834-2011 and the W3C's "Requirements for Chinese Text Layout" let them:
/// no stop or closing mark at the start (避头), no opening mark at the end (避尾), nothing divided
/// inside a number, between a number and its unit, in a Latin word, in a short item of a list or in
/// a tied run; no last line of a single character where that can be had. Adjacent marks and marks
/// at the edges of a line give up half an em. A justified line is filled between Han characters
/// only and by less than a tenth of an em a gap, so that text extraction finds no blanks; a line
/// that would need more stays short.
public final class Composer {
  private final Typefaces typefaces;
  private final Bonds bonds;

  Composer(Typefaces typefaces) {
    this(typefaces, new Bonds(List.of(), List.of()));
  }

  private Composer(Typefaces typefaces, Bonds bonds) {
    this.typefaces = typefaces;
    this.bonds = bonds;
  }

  /// The same composer for texts that count in these units besides the customary ones: no line ends
  /// inside one behind a number.
  public Composer withUnits(List<String> units) {
    return withUnits(units, List.of());
  }

  /// The same, and for texts whose terms are rather not torn at the end of a line.
  public Composer withUnits(List<String> units, List<String> terms) {
    return new Composer(typefaces, new Bonds(units, terms));
  }

  /// Composes one paragraph.
  ///
  /// @param runs the paragraph's text; empty gives a galley without lines
  /// @param measure the width of the lines in millimetres
  /// @throws pledgebook.finding.Failure `typesetting.missing-glyph` when the font lacks a character
  public Galley compose(List<Run> runs, TypeScale scale, double measure, Alignment alignment) {
    GlyphSequence sequence = GlyphSequence.of(runs, typefaces, bonds, false);
    int width = thousandths(measure, scale);
    LineBreaker breaker = new LineBreaker(sequence);
    List<Integer> ends =
        alignment == Alignment.JUSTIFIED ? breaker.even(width) : breaker.greedy(width);
    return set(sequence, ends, scale, width, alignment);
  }

  /// Composes a title: in no more lines than the measure asks for, as equal in length as they can
  /// be, its marks half as wide as in text.
  ///
  /// @see #compose
  public Galley balance(List<Run> runs, TypeScale scale, double measure, Alignment alignment) {
    GlyphSequence sequence = GlyphSequence.of(runs, typefaces, bonds, true);
    int width = thousandths(measure, scale);
    LineBreaker breaker = new LineBreaker(sequence);
    return set(sequence, breaker.greedy(breaker.balancedMeasure(width)), scale, width, alignment);
  }

  /// A text of unknown origin made fit to be set: control characters become blanks, what the font
  /// lacks is named by its code point, 〔U+1F600〕.
  public String spelled(String text) {
    StringBuilder spelled = new StringBuilder();
    text.codePoints()
        .forEach(codePoint -> {
          if (Character.isISOControl(codePoint) || Character.isSpaceChar(codePoint)) {
            spelled.append(' ');
          } else if (typefaces.has(codePoint, Weight.REGULAR)
              && typefaces.has(codePoint, Weight.BOLD)) {
            spelled.appendCodePoint(codePoint);
          } else {
            spelled.append('〔').append(Typefaces.name(codePoint)).append('〕');
          }
        });
    return spelled.toString();
  }

  private static Galley set(
      GlyphSequence sequence, List<Integer> ends, TypeScale scale, int width, Alignment alignment) {
    List<ComposedLine> lines = new ArrayList<>();
    int start = 0;
    for (int end : ends) {
      boolean last = end == sequence.size();
      boolean open = last && sequence.width(start, end) <= width;
      Alignment ofLine = open && alignment == Alignment.JUSTIFIED ? Alignment.LEFT : alignment;
      lines.add(ComposedLine.of(sequence, start, end, width, ofLine));
      start = end;
    }
    return new Galley(lines, scale, width);
  }

  private static int thousandths(double millimetres, TypeScale scale) {
    return (int) Math.floor(Page.points(millimetres) * 1000 / scale.points());
  }
}
