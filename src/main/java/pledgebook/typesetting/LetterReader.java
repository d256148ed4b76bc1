package pledgebook.typesetting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import pledgebook.typesetting.ForeignPage.Letter;

/// Gathers the letters of a PDF with their places.
final class LetterReader extends PDFTextStripper {
  private static final double MILLIMETRES = 25.4 / 72;

  /// Text that leans more than so much is a watermark.
  private static final double LEANING = 0.1;

  private final int mostLetters;
  private final List<Letter> letters = new ArrayList<>();
  private int count;
  private double left;
  private double top;

  private LetterReader(int mostLetters) {
    this.mostLetters = mostLetters;
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
    letters.clear();
    setStartPage(number);
    setEndPage(number);
    getText(document);
    return new ForeignPage(number, width * MILLIMETRES, height * MILLIMETRES, letters);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    count++;
    if (count > mostLetters) {
      throw new TooManyLetters();
    }
    if (!leans(position.getTextMatrix())) {
      letters.add(
          new Letter(
              position.getUnicode(),
              (position.getX() - left) * MILLIMETRES,
              (position.getX() + position.getWidth() - left) * MILLIMETRES,
              (position.getY() - top) * MILLIMETRES,
              position.getFontSizeInPt() * MILLIMETRES));
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
