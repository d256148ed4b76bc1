package pledgebook.publication;

import pledgebook.registry.TrimSize;
import pledgebook.typesetting.TypeScale;

/// The grid all faces of a booklet share, derived from its trimmed size: margins, a narrow column
/// of labels and a column of text. The sizes of type stay; a larger face has longer lines and more
/// air. Lengths are millimetres from the top left corner of the trimmed page.
///
/// @param margin left and right of everything
/// @param columnMeasure the width of the column of text: whole ems of body text
record Grid(double width, double height, double margin, double columnMeasure) {
  /// The height the places of the faces are drawn for.
  private static final double DRAWN_HEIGHT = 184;

  /// Of the width.
  private static final double MARGIN = 0.123;

  /// What the labels take at least: four characters and a gap.
  private static final double LABELS = 16;

  static Grid of(TrimSize size) {
    double margin = size.width() * MARGIN;
    double em = TypeScale.BODY.em();
    double ems = Math.floor((size.width() - 2 * margin - LABELS) / em);
    return new Grid(size.width(), size.height(), margin, ems * em);
  }

  /// From margin to margin.
  double measure() {
    return width - 2 * margin;
  }

  /// The right margin.
  double right() {
    return width - margin;
  }

  /// Where the column of text begins.
  double column() {
    return right() - columnMeasure;
  }

  /// A place drawn for the smallest face, on this one.
  double down(double y) {
    return y * height / DRAWN_HEIGHT;
  }
}
