package pledgebook.typesetting;

import org.openpdf.text.pdf.PdfContentByte;

/// Paths on a page, before they are filled or stroked. Lengths are millimetres; the origin is the
/// top left corner of the trimmed page.
///
/// @param height of the trimmed page
record DrawnPaths(PdfContentByte content, double height, double bleed) {
  /// Four Bézier curves of this handle make a circle.
  private static final double CIRCLE_HANDLE = 0.5523;

  /// From the left edge of the trim, as the content has it.
  float x(double millimetres) {
    return (float) Page.points(millimetres + bleed);
  }

  /// From the upper edge of the trim, as the content has it.
  float y(double millimetres) {
    return (float) Page.points(height + bleed - millimetres);
  }

  /// A shape.
  ///
  /// @param left where its grid begins
  /// @param unit millimetres to a unit of its grid
  void trace(Outline outline, double left, double top, double unit) {
    for (Outline.Step step : outline.steps()) {
      switch (step) {
        case Outline.Move(double x, double y) ->
            content.moveTo(x(left + x * unit), y(top + y * unit));
        case Outline.Line(double x, double y) ->
            content.lineTo(x(left + x * unit), y(top + y * unit));
        case Outline.Curve(double x1, double y1, double x2, double y2, double x, double y) ->
            curve(
                left + x1 * unit,
                top + y1 * unit,
                left + x2 * unit,
                top + y2 * unit,
                left + x * unit,
                top + y * unit);
        case Outline.Close() -> content.closePath();
      }
    }
  }

  /// A circle.
  void circle(double cx, double cy, double r) {
    double h = r * CIRCLE_HANDLE;
    content.moveTo(x(cx + r), y(cy));
    curve(cx + r, cy + h, cx + h, cy + r, cx, cy + r);
    curve(cx - h, cy + r, cx - r, cy + h, cx - r, cy);
    curve(cx - r, cy - h, cx - h, cy - r, cx, cy - r);
    curve(cx + h, cy - r, cx + r, cy - h, cx + r, cy);
    content.closePath();
  }

  private void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
    content.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
  }
}
