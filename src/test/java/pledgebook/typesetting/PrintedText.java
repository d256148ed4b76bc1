package pledgebook.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// A PDF read back: every character with its place, size and colour. Lengths are millimetres from
/// the top left corner.
public final class PrintedText {
  private PrintedText() {}

  /// A printed character.
  ///
  /// @param page counted from 1
  /// @param baseline of the character
  public record Mark(
      String text, int page, double left, double right, double baseline, double points, int rgb) {}

  /// All characters in the order in which they were drawn.
  public static List<Mark> marks(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Reader reader = new Reader();
      reader.getText(document);
      return reader.marks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text of one page as a reader would copy it.
  ///
  /// @param page counted from 1
  public static String text(byte[] pdf, int page) {
    return text(pdf, page, page);
  }

  /// The text of all pages.
  public static String text(byte[] pdf) {
    return text(pdf, 1, Integer.MAX_VALUE);
  }

  private static String text(byte[] pdf, int first, int last) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      stripper.setLineSeparator("\n");
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader extends PDFTextStripper {
    private static final double MILLIMETRES = 25.4 / 72;

    private final List<Mark> marks = new ArrayList<>();

    Reader() {
      addOperator(new SetNonStrokingColor(this));
      addOperator(new SetNonStrokingColorN(this));
      addOperator(new SetNonStrokingColorSpace(this));
      addOperator(new SetNonStrokingDeviceGrayColor(this));
      addOperator(new SetNonStrokingDeviceRGBColor(this));
    }

    @Override
    protected void processTextPosition(TextPosition position) {
      super.processTextPosition(position);
      marks.add(
          new Mark(
              position.getUnicode(),
              getCurrentPageNo(),
              position.getX() * MILLIMETRES,
              (position.getX() + position.getWidth()) * MILLIMETRES,
              position.getY() * MILLIMETRES,
              position.getFontSize(),
              colour()));
    }

    private int colour() {
      try {
        return getGraphicsState().getNonStrokingColor().toRGB();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
