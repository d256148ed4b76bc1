package pledgebook.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfReader;

/// The sheets a booklet is printed on: its pages laid as an [Imposition] says, each cut at the
/// folds and bleeding at the outer edges, with crop marks, fold marks and a slug line outside the
/// bleed.
public final class ImposedSheets {
  private static final double FROM_BLEED = 1;
  private static final double MARK = 4;
  private static final double SHORTEST_MARK = 1.5;
  private static final double MARK_THICKNESS = 0.09;
  private static final double DASH = 0.8;
  private static final double SLUG_INDENT = 2;

  /// So far a panel goes on under the next one, or its edge, half covered in a raster, would leave
  /// a light hairline in a coloured ground. Far less than a fold is exact.
  private static final double UNDER = 0.05;

  /// No printer prints to the edge of its paper.
  private static final double UNPRINTABLE = 3.5;

  private final Imposition imposition;
  private final Document document;
  private final double bleed = Medium.PRESS.bleed();

  /// What is told beside a side: where there is no room for it, it is left out.
  ///
  /// @param left under the first panel
  /// @param right under the last
  public record Slug(String left, String right) {}

  private ImposedSheets(Imposition imposition, Document document) {
    this.imposition = imposition;
    this.document = document;
  }

  /// Lays a booklet on its sheets.
  ///
  /// @param booklet made for [Medium#PRESS], its pages of the imposition's size
  /// @param slugs one per side
  /// @return the file: a page per side
  public static byte[] of(
      byte[] booklet, Imposition imposition, Imprint imprint, List<Slug> slugs) {
    Document document = Document.beginSheets(imprint);
    try (PdfReader reader = new PdfReader(booklet)) {
      ImposedSheets sheets = new ImposedSheets(imposition, document);
      for (int i = 0; i < imposition.sides().size(); i++) {
        sheets.lay(imposition.sides().get(i), reader, slugs.get(i));
      }
      return document.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void lay(Imposition.Side side, PdfReader reader, Slug slug) {
    Page sheet = document.sheet(imposition);
    for (int panel = 0; panel < side.pages().size(); panel++) {
      lay(reader, side.pages().get(panel), panel);
    }
    cropMarks(sheet);
    for (int fold = 1; fold < imposition.panels(); fold++) {
      foldMarks(sheet, imposition.panelLeft(fold));
    }
    slug(sheet, slug.left(), 0, Alignment.LEFT);
    slug(sheet, slug.right(), imposition.panels() - 1, Alignment.RIGHT);
  }

  private void lay(PdfReader reader, int page, int panel) {
    PdfContentByte content = document.writer().getDirectContent();
    double left = imposition.panelLeft(panel) - bleed;
    double lower =
        imposition.sheetHeight() - imposition.panelTop() - imposition.pageHeight() - bleed;
    boolean first = panel == 0;
    boolean last = panel == imposition.panels() - 1;
    double clipLeft = first ? left : left + bleed;
    double clipRight = left + imposition.pageWidth() + bleed + (last ? bleed : UNDER);
    content.saveState();
    content.rectangle(
        points(clipLeft),
        points(lower),
        points(clipRight - clipLeft),
        points(imposition.pageHeight() + 2 * bleed));
    content.clip();
    content.newPath();
    content.addTemplate(
        document.writer().getImportedPage(reader, page), points(left), points(lower));
    content.restoreState();
  }

  private void cropMarks(Page sheet) {
    double left = imposition.panelLeft(0);
    double right = imposition.panelLeft(imposition.panels());
    double top = imposition.panelTop();
    double bottom = top + imposition.pageHeight();
    double across = reach(left);
    double along = reach(top);
    for (double y : new double[] {top, bottom}) {
      if (across > 0) {
        mark(sheet, left - bleed - FROM_BLEED - across, y, left - bleed - FROM_BLEED, y);
        mark(sheet, right + bleed + FROM_BLEED, y, right + bleed + FROM_BLEED + across, y);
      }
    }
    for (double x : new double[] {left, right}) {
      if (along > 0) {
        mark(sheet, x, top - bleed - FROM_BLEED - along, x, top - bleed - FROM_BLEED);
        mark(sheet, x, bottom + bleed + FROM_BLEED, x, bottom + bleed + FROM_BLEED + along);
      }
    }
  }

  /// How long a mark can be in a margin: nothing where it would hardly be seen.
  private double reach(double margin) {
    double room = Math.min(MARK, margin - bleed - FROM_BLEED);
    return room < SHORTEST_MARK ? 0 : room;
  }

  private static void mark(Page sheet, double x1, double y1, double x2, double y2) {
    sheet.line(x1, y1, x2, y2, MARK_THICKNESS, Ink.BLACK);
  }

  /// Dashed, so that nobody cuts there.
  private void foldMarks(Page sheet, double x) {
    double top = imposition.panelTop();
    double bottom = top + imposition.pageHeight();
    for (double at = 0; at + DASH <= reach(top); at += 2 * DASH) {
      double from = bleed + FROM_BLEED + at;
      mark(sheet, x, top - from - DASH, x, top - from);
      mark(sheet, x, bottom + from, x, bottom + from + DASH);
    }
  }

  private void slug(Page sheet, String text, int panel, Alignment alignment) {
    Galley galley =
        document
            .composer()
            .compose(
                List.of(Run.of(text)),
                TypeScale.NOTE,
                imposition.pageWidth() - 2 * SLUG_INDENT,
                alignment);
    double top = imposition.panelTop() + imposition.pageHeight() + bleed + FROM_BLEED;
    boolean fits = top + galley.height() <= imposition.sheetHeight() - UNPRINTABLE;
    if (fits && galley.lines().size() == 1) {
      sheet.place(galley, imposition.panelLeft(panel) + SLUG_INDENT, top);
    }
  }

  private static float points(double millimetres) {
    return (float) Page.points(millimetres);
  }
}
