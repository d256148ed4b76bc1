package pledgebook.typesetting;

import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import pledgebook.typesetting.ForeignPage.Letter;
import pledgebook.typesetting.Paint.Drawn;

/// Gathers the letters of a PDF that a reader sees, with their places: not those without ink, in
/// the colour of what is below them, covered by what is painted later, or outside of the page.
final class LetterReader extends PDFTextStripper {
  private static final double MILLIMETRES = 25.4 / 72;

  /// Text that leans more than so much is a watermark.
  private static final double LEANING = 0.1;

  private static final Drawn NOWHERE = new Drawn(new Rectangle2D.Double(), List.of(), 0);

  private final int mostLetters;
  private final List<Found> found = new ArrayList<>();
  private final List<Drawn> unread = new ArrayList<>();
  private Paint paint = new Paint();
  private Drawn drawn = NOWHERE;
  private double group = 1;
  private int count;
  private double left;
  private double top;

  /// A letter and how it was drawn.
  private record Found(Letter letter, Drawn drawn) {}

  private LetterReader(int mostLetters) {
    this.mostLetters = mostLetters;
    PaintOperators.follow(this);
  }

  /// Reads every page.
  ///
  /// @param mostLetters more are refused
  static List<ForeignPage> read(PDDocument document, int mostLetters)
      throws IOException, DocumentRefused {
    LetterReader reader = new LetterReader(mostLetters);
    List<ForeignPage> pages = new ArrayList<>();
    try {
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        pages.add(reader.page(document, number));
      }
    } catch (TooManyLetters e) {
      throw new DocumentRefused(DocumentRefused.Reason.TOO_LARGE);
    }
    return pages;
  }

  private ForeignPage page(PDDocument document, int number) throws IOException {
    PDPage page = document.getPage(number - 1);
    PDRectangle crop = page.getCropBox();
    PDRectangle trim = page.getTrimBox();
    boolean sideways = page.getRotation() % 180 != 0;
    double width = sideways ? trim.getHeight() : trim.getWidth();
    double height = sideways ? trim.getWidth() : trim.getHeight();
    if (page.getRotation() == 0) {
      left = trim.getLowerLeftX() - crop.getLowerLeftX();
      top = crop.getUpperRightY() - trim.getUpperRightY();
    } else {
      left = ((sideways ? crop.getHeight() : crop.getWidth()) - width) / 2;
      top = ((sideways ? crop.getWidth() : crop.getHeight()) - height) / 2;
    }
    found.clear();
    unread.clear();
    paint = new Paint();
    setStartPage(number);
    setEndPage(number);
    getText(document);
    return new ForeignPage(
        number,
        width * MILLIMETRES,
        height * MILLIMETRES,
        found.stream().filter(f -> paint.shows(f.drawn())).map(Found::letter).toList(),
        (int) unread.stream().filter(paint::shows).count());
  }

  /// What is stuck on a page is seen with it.
  @Override
  public void processPage(PDPage page) throws IOException {
    super.processPage(page);
    for (PDAnnotation annotation : page.getAnnotations()) {
      if (!annotation.isHidden() && !annotation.isNoView()) {
        showAnnotation(annotation);
      }
    }
  }

  /// A group is as transparent as a whole as it is laid down.
  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    double outside = group;
    group *= getGraphicsState().getNonStrokeAlphaConstant();
    super.showTransparencyGroup(form);
    group = outside;
  }

  void filled(GeneralPath path) {
    paint.fill(path, getGraphicsState(), group);
  }

  void pictured(GeneralPath frame) {
    paint.picture(frame, getGraphicsState(), group);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    drawn = paint.letter(middle(matrix, displacement), getGraphicsState(), group);
    if (isReadable(font.toUnicode(code))) {
      super.showGlyph(matrix, font, code, displacement);
    } else {
      limit();
      unread.add(drawn);
    }
  }

  private static Rectangle2D middle(Matrix matrix, Vector displacement) {
    float width = displacement.getX() > 0 ? displacement.getX() : 1;
    Rectangle2D box = new Rectangle2D.Double();
    box.setFrameFromDiagonal(
        matrix.transformPoint(width * 0.25f, 0.15f), matrix.transformPoint(width * 0.75f, 0.5f));
    return box;
  }

  /// A font that does not say which characters its glyphs stand for gives none, or such as stand
  /// for nothing.
  private static boolean isReadable(@Nullable String text) {
    return text != null
        && !text.isEmpty()
        && text.codePoints()
            .noneMatch(c ->
                c == 0xFFFD
                    || Character.getType(c) == Character.PRIVATE_USE
                    || Character.getType(c) == Character.UNASSIGNED
                    || (Character.isISOControl(c) && !Character.isWhitespace(c)));
  }

  private void limit() {
    count++;
    if (count > mostLetters) {
      throw new TooManyLetters();
    }
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    limit();
    if (!leans(position.getTextMatrix())) {
      found.add(
          new Found(
              new Letter(
                  position.getUnicode(),
                  (position.getX() - left) * MILLIMETRES,
                  (position.getX() + position.getWidth() - left) * MILLIMETRES,
                  (position.getY() - top) * MILLIMETRES,
                  position.getFontSizeInPt() * MILLIMETRES),
              drawn));
    }
  }

  private static boolean leans(Matrix matrix) {
    double along = Math.abs(matrix.getScaleX());
    double across = Math.abs(matrix.getShearY());
    return Math.min(along, across) > LEANING * Math.max(along, across);
  }

  /// Ends the walk through a document.
  private static final class TooManyLetters extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
