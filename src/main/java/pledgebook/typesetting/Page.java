package pledgebook.typesetting;

import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfTextArray;

/// A page of a [Document], drawn on in the order of the calls. Lengths are millimetres; the origin
/// is the top left corner of the trimmed page. Lines and filled rectangles that reach the trim go
/// on to the end of the bleed, where the document's medium has one.
///
/// Text is a paragraph to a reader who hears the page, anything else an ornament he does not hear,
/// where the caller says nothing else; he hears things in the order of the calls.
public final class Page {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  /// From the baseline to the middle of a Han character, in ems.
  private static final double MIDDLE = 0.38;

  /// The watermark's slope.
  private static final double SLOPE = Math.toRadians(35);

  /// The watermark's length against the page's width.
  private static final double WATERMARK = 0.66;

  private final PdfContentByte content;
  private final DrawnPaths paths;
  private final Typefaces typefaces;
  private final Structure structure;
  private final Palette palette;
  private final double width;
  private final double height;
  private final double bleed;

  Page(
      PdfContentByte content,
      Typefaces typefaces,
      Structure structure,
      Palette palette,
      double width,
      double height,
      double bleed) {
    this.content = content;
    this.paths = new DrawnPaths(content, height, bleed);
    this.typefaces = typefaces;
    this.structure = structure;
    this.palette = palette;
    this.width = width;
    this.height = height;
    this.bleed = bleed;
  }

  static double points(double millimetres) {
    return millimetres * POINTS_PER_MILLIMETRE;
  }

  static double millimetres(double points) {
    return points / POINTS_PER_MILLIMETRE;
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /// What is drawn within are parts of a larger one, such as the cells of a row.
  public void group(Role role, Runnable drawing) {
    structure.group(role, drawing);
  }

  /// What is drawn within is one part of the page, heard as a whole.
  public void block(Role role, Runnable drawing) {
    structure.block(role, content, drawing);
  }

  /// What is drawn within is a picture.
  ///
  /// @param description what is heard in its place
  public void figure(
      String description, double x, double top, double width, double height, Runnable drawing) {
    double[] box = {x(x), y(top + height), x(x + width), y(top)};
    structure.figure(description, box, content, drawing);
  }

  /// What is drawn within is not heard: ornaments, folios, what the page repeats.
  public void ornament(Runnable drawing) {
    structure.artifact(content, drawing);
  }

  /// What is drawn within reads as a text its lines do not give, such as a code in groups.
  public void reading(String text, Runnable drawing) {
    structure.reading(text, content, drawing);
  }

  /// Puts a galley on the page, as a paragraph.
  ///
  /// @param x its left edge
  /// @param top its upper edge: half the leading's surplus above the first line's em box
  public void place(Galley galley, double x, double top) {
    place(galley, x, top, Role.PARAGRAPH);
  }

  /// Puts a galley on the page.
  ///
  /// @see #place(Galley, double, double)
  public void place(Galley galley, double x, double top, Role role) {
    block(role, () -> show(galley, x, top));
  }

  private void show(Galley galley, double x, double top) {
    TypeScale scale = galley.scale();
    double baseline = points(top + scale.baseline());
    for (ComposedLine line : galley.composedLines()) {
      content.beginText();
      for (ComposedLine.Segment segment : line.segments()) {
        show(segment, scale.points(), x(x), baseline);
      }
      content.endText();
      baseline += scale.leading();
    }
  }

  /// Names a place links can lead to.
  ///
  /// @param name ASCII
  /// @param top what is shown begins there
  public void destination(String name, double top) {
    content.localDestination(name, new PdfDestination(PdfDestination.XYZ, -1, y(top), 0));
  }

  private void show(ComposedLine.Segment segment, double size, double left, double baseline) {
    PdfTextArray array = new PdfTextArray();
    for (ComposedLine.Piece piece : segment.pieces()) {
      array.add(piece.text());
      array.add(-piece.roomAfter());
    }
    content.setFontAndSize(typefaces.font(segment.style().weight()), (float) size);
    fillWith(segment.style().ink());
    double x = left + segment.x() * size / 1000;
    double y = points(height + bleed) - baseline;
    content.setTextMatrix((float) x, (float) y);
    content.showText(array);
    Link link = segment.style().link();
    if (link != null && palette.medium() == Medium.READING) {
      double width = advance(segment) * size / 1000;
      PdfAnnotation annotation = LinkAnnotation.of(content, link, x, y, width, size);
      structure.link(annotation);
      content.getPdfWriter().addAnnotation(annotation);
    }
  }

  private double advance(ComposedLine.Segment segment) {
    BaseFont font = typefaces.font(segment.style().weight());
    return segment.pieces().stream()
        .mapToDouble(piece -> font.getWidth(piece.text()) + piece.roomAfter())
        .sum();
  }

  /// A straight line.
  public void line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    ornament(() -> drawLine(x1, y1, x2, y2, thickness, ink));
  }

  private void drawLine(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    strokeWith(ink);
    content.setLineWidth(length(thickness));
    content.moveTo(x(beyond(x1, width)), y(beyond(y1, height)));
    content.lineTo(x(beyond(x2, width)), y(beyond(y2, height)));
    content.stroke();
  }

  /// A filled rectangle.
  public void rectangle(double x, double top, double width, double height, Ink ink) {
    ornament(() -> drawRectangle(x, top, width, height, ink));
  }

  private void drawRectangle(double x, double top, double width, double height, Ink ink) {
    double left = beyond(x, this.width);
    double upper = beyond(top, this.height);
    double right = beyond(x + width, this.width);
    double lower = beyond(top + height, this.height);
    fillWith(ink);
    content.rectangle(x(left), y(lower), length(right - left), length(lower - upper));
    content.fill();
  }

  /// Moves a coordinate that reaches the trim to the end of the bleed.
  private double beyond(double coordinate, double extent) {
    if (coordinate <= 0) {
      return Math.min(coordinate, -bleed);
    }
    return coordinate >= extent ? Math.max(coordinate, extent + bleed) : coordinate;
  }

  /// The outline of a rectangle.
  public void frame(double x, double top, double width, double height, double thickness, Ink ink) {
    ornament(() -> drawFrame(x, top, width, height, thickness, ink));
  }

  private void drawFrame(
      double x, double top, double width, double height, double thickness, Ink ink) {
    strokeWith(ink);
    content.setLineWidth(length(thickness));
    content.rectangle(x(x), y(top + height), length(width), length(height));
    content.stroke();
  }

  /// A filled circle.
  public void disc(double centreX, double centreY, double radius, Ink ink) {
    ornament(() -> drawDisc(centreX, centreY, radius, ink));
  }

  private void drawDisc(double centreX, double centreY, double radius, Ink ink) {
    fillWith(ink);
    paths.circle(centreX, centreY, radius);
    content.fill();
  }

  /// The outline of a circle.
  public void ring(double centreX, double centreY, double radius, double thickness, Ink ink) {
    ornament(() -> drawRing(centreX, centreY, radius, thickness, ink));
  }

  private void drawRing(double centreX, double centreY, double radius, double thickness, Ink ink) {
    strokeWith(ink);
    content.setLineWidth(length(thickness));
    paths.circle(centreX, centreY, radius);
    content.stroke();
  }

  /// A filled shape.
  ///
  /// @param x where its grid begins
  /// @param unit millimetres to a unit of its grid
  public void fill(Outline outline, double x, double top, double unit, Ink ink) {
    ornament(() -> {
      fillWith(ink);
      paths.trace(outline, x, top, unit);
      content.fill();
    });
  }

  /// The outline of a shape, its ends and corners round.
  ///
  /// @see #fill
  public void stroke(
      Outline outline, double x, double top, double unit, double thickness, Ink ink) {
    ornament(() -> {
      content.saveState();
      strokeWith(ink);
      content.setLineWidth(length(thickness));
      content.setLineCap(PdfContentByte.LINE_CAP_ROUND);
      content.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
      paths.trace(outline, x, top, unit);
      content.stroke();
      content.restoreState();
    });
  }

  /// A QR code; the caller leaves a blank of four of its squares around it.
  ///
  /// @param description what is heard in its place
  /// @param size of a side
  public void qrCode(String text, String description, double x, double top, double size) {
    figure(description, x, top, size, size, () -> drawQrCode(QrCode.of(text), x, top, size));
  }

  /// All squares in one path, so that no renderer leaves a seam between them.
  private void drawQrCode(QrCode code, double x, double top, double size) {
    double module = size / code.modules();
    fillWith(Ink.BLACK);
    for (QrCode.Bar bar : code.bars()) {
      double lower = top + (bar.row() + 1) * module;
      double left = x + bar.column() * module;
      content.rectangle(x(left), y(lower), length(bar.length() * module), length(module));
    }
    content.fill();
  }

  /// A word across the page, in a light tint; what is drawn later lies over it.
  ///
  /// @throws pledgebook.finding.Failure `typesetting.missing-glyph` when the font lacks a character
  public void watermark(String word, Ink ink) {
    ornament(() -> drawWatermark(word, ink));
  }

  private void drawWatermark(String word, Ink ink) {
    Run run = Run.of(word).in(Weight.BOLD);
    int advance = word.codePoints().map(c -> typefaces.glyph(c, run).advance()).sum();
    double size = points(width) * WATERMARK / Math.cos(SLOPE) * 1000 / advance;
    double half = size * advance / 2000;
    double cos = Math.cos(SLOPE);
    double sin = Math.sin(SLOPE);
    double rise = size * MIDDLE;
    double x = x(width / 2) - half * cos + rise * sin;
    double y = y(height / 2) - half * sin - rise * cos;
    BaseFont font = typefaces.font(Weight.BOLD);
    content.beginText();
    content.setFontAndSize(font, (float) size);
    fillWith(ink);
    content.setTextMatrix(
        (float) cos, (float) sin, (float) -sin, (float) cos, (float) x, (float) y);
    content.showText(new PdfTextArray(word));
    content.endText();
  }

  private void fillWith(Ink ink) {
    palette.fill(content, ink);
  }

  private void strokeWith(Ink ink) {
    palette.stroke(content, ink);
  }

  private float x(double millimetres) {
    return paths.x(millimetres);
  }

  private float y(double millimetres) {
    return paths.y(millimetres);
  }

  private static float length(double millimetres) {
    return (float) points(millimetres);
  }
}
