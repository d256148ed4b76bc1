package pledgebook.publication;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pledgebook.statement.Figure;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;

/// A figure printed large: its digits in one size, the words before and behind them smaller on the
/// same baseline.
final class NumeralPart implements Part {
  private static final Pattern DIGITS = Pattern.compile("(\\P{Nd}*)(.*?)(\\P{Nd}*)");

  /// Digits of the font rise so far above the baseline, in ems.
  private static final double RISE = 0.78;

  /// What is left for the words' descents.
  private static final double DROP = 0.17;

  /// Between digits and words, in ems of the words.
  private static final double GAP = 0.1;

  private final Page page;
  private final List<Galley> pieces;
  private final double measure;
  private final double em;

  NumeralPart(
      Page page,
      Composer composer,
      Figure figure,
      TypeScale digits,
      TypeScale words,
      double measure) {
    this.page = page;
    this.measure = measure;
    this.em = digits.em();
    Matcher parts = parts(figure);
    Ink ink = FigureRuns.ink(figure);
    this.pieces =
        Stream.of(
                piece(composer, parts.group(1), Weight.BOLD, ink, words),
                piece(composer, parts.group(2), Weight.BOLD, ink, digits),
                piece(composer, parts.group(3), Weight.BOLD, ink, words),
                piece(composer, figure.tied(), Weight.REGULAR, Ink.BLACK, words))
            .filter(galley -> !galley.lines().isEmpty())
            .toList();
  }

  /// What stands before the digits, the digits, what stands behind them.
  static Matcher parts(Figure figure) {
    Matcher parts = DIGITS.matcher(figure.text());
    if (!parts.matches()) {
      throw new IllegalStateException("no figure: " + figure.text());
    }
    return parts;
  }

  private Galley piece(Composer composer, String text, Weight weight, Ink ink, TypeScale scale) {
    Run run = Run.of(text).in(weight).in(ink).tied(Run.Tie.INSIDE);
    return composer.compose(
        text.isEmpty() ? List.of() : List.of(run), scale, measure, Alignment.LEFT);
  }

  @Override
  public double height() {
    return em * (RISE + DROP);
  }

  @Override
  public boolean fits() {
    return width() <= measure && pieces.stream().allMatch(Galley::keepsToMeasure);
  }

  private double width() {
    return pieces.stream().mapToDouble(piece -> piece.width() + gap(piece)).sum();
  }

  private static double gap(Galley piece) {
    return piece.scale().em() * GAP;
  }

  @Override
  public void draw(double x, double top) {
    double baseline = top + em * RISE;
    double left = x;
    for (Galley piece : pieces) {
      page.place(piece, left, baseline - piece.scale().baseline());
      left += piece.width() + gap(piece);
    }
  }
}
