package pledgebook.typesetting;

import java.util.List;

/// The few sizes that are set, each with its leading. The leadings are whole multiples of the
/// points of the baseline grid, so columns of one size stay in register.
public enum TypeScale {
  /// The figures of a page that is read standing.
  POSTER(60, 72),
  /// The words of a cover.
  DISPLAY(40, 56),
  /// A numeral that opens a page.
  NUMERAL(32, 40),
  /// A figure that leads a sentence.
  FIGURE(22, 28),
  /// The heading of a page.
  TITLE(15, 24),
  /// A line that leads.
  LEAD(12, 20),
  /// Text to read: 五号, the customary size of Chinese books.
  BODY(10.5, 18),
  /// Text to read where there is more of it.
  BODY_SNUG(9.5, 16),
  /// Text to be looked up, and text to read where there is much of it.
  SMALL(8.5, 14),
  /// Labels, notes, folios, colophons; nothing smaller is to be read.
  NOTE(7.5, 12),
  /// Short labels where there is little room.
  NOTE_SNUG(7.5, 10);

  /// The em box of Noto Sans SC: so much of it is above the baseline.
  private static final double ABOVE_BASELINE = 0.88;

  private final double points;
  private final double leading;

  TypeScale(double points, double leading) {
    this.points = points;
    this.leading = leading;
  }

  /// The size of the em in points (1/72 inch).
  public double points() {
    return points;
  }

  /// The em in millimetres.
  public double em() {
    return Page.millimetres(points);
  }

  /// The distance of two baselines in points.
  public double leading() {
    return leading;
  }

  /// From the upper edge of a line to its baseline, in millimetres.
  public double baseline() {
    return Page.millimetres((leading - points) / 2 + points * ABOVE_BASELINE);
  }

  /// The sizes in which text is tried, largest first.
  public static List<TypeScale> bodySteps() {
    return List.of(BODY, BODY_SNUG, SMALL, NOTE);
  }
}
