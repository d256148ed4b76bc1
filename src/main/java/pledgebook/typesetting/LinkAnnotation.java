package pledgebook.typesetting;

import java.nio.charset.StandardCharsets;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfString;

/// The area of a page that leads somewhere: a link annotation with a remote go-to action (ISO
/// 32000-1, 12.6.4.3), which PDF/A-3 allows.
final class LinkAnnotation {
  /// Above and below the baseline, in ems.
  private static final double ASCENT = 0.88;

  private static final double DESCENT = 0.12;

  private LinkAnnotation() {}

  /// One on the page that is being drawn, not yet added to it. Lengths are points from the lower
  /// left corner.
  ///
  /// @param size the em
  static PdfAnnotation of(
      PdfContentByte content, Link link, double x, double baseline, double width, double size) {
    Rectangle area =
        new Rectangle(
            (float) x,
            (float) (baseline - DESCENT * size),
            (float) (x + width),
            (float) (baseline + ASCENT * size));
    PdfAnnotation annotation = new PdfAnnotation(content.getPdfWriter(), area);
    annotation.put(PdfName.SUBTYPE, PdfName.LINK);
    annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
    PdfArray noBorder = new PdfArray();
    for (int i = 0; i < 3; i++) {
      noBorder.add(new PdfNumber(0));
    }
    annotation.put(PdfName.BORDER, noBorder);
    annotation.put(PdfName.CONTENTS, new PdfString(link.description(), PdfString.TEXT_UNICODE));
    annotation.put(PdfName.A, action(link));
    return annotation;
  }

  private static PdfDictionary action(Link link) {
    // Without its optional type: PDF/A takes a typed one for an associated file (6.8).
    PdfDictionary file = new PdfDictionary();
    file.put(PdfName.F, new PdfString(link.file(), PdfString.TEXT_UNICODE));
    file.put(PdfName.UF, new PdfString(link.file(), PdfString.TEXT_UNICODE));
    PdfDictionary action = new PdfDictionary(PdfName.ACTION);
    action.put(PdfName.S, PdfName.GOTOR);
    action.put(PdfName.F, file);
    action.put(PdfName.D, new PdfString(link.destination().getBytes(StandardCharsets.US_ASCII)));
    return action;
  }
}
