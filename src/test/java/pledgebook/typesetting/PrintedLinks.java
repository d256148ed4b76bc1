package pledgebook.typesetting;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDestinationNameTreeNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionRemoteGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/// The links of a PDF and the places it can be entered at.
public final class PrintedLinks {
  private PrintedLinks() {}

  /// A link to another document.
  ///
  /// @param page it stands on, counted from 1
  /// @param text what lies under it
  public record RemoteLink(int page, String text, String file, String destination) {}

  /// Every remote link, in the order of the pages.
  public static List<RemoteLink> of(byte[] pdf) {
    List<RemoteLink> links = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int number = 0;
      for (PDPage page : document.getPages()) {
        number++;
        for (PDAnnotation annotation : page.getAnnotations()) {
          if (annotation instanceof PDAnnotationLink link
              && link.getAction() instanceof PDActionRemoteGoTo action) {
            String file = action.getFile().getCOSObject() == null ? "" : action.getFile().getFile();
            COSString name = (COSString) action.getCOSObject().getDictionaryObject(COSName.D);
            links.add(
                new RemoteLink(
                    number,
                    under(page, link.getRectangle()),
                    file,
                    new String(name.getBytes(), StandardCharsets.US_ASCII)));
          }
        }
      }
      return links;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String under(PDPage page, PDRectangle area) throws IOException {
    PDFTextStripperByArea stripper = new PDFTextStripperByArea();
    double height = page.getMediaBox().getHeight();
    stripper.addRegion(
        "link",
        new Rectangle2D.Double(
            area.getLowerLeftX() - 0.5,
            height - area.getUpperRightY(),
            area.getWidth(),
            area.getHeight()));
    stripper.extractRegions(page);
    return stripper.getTextForRegion("link").strip();
  }

  /// A place a document can be entered at.
  ///
  /// @param page counted from 1
  /// @param top in millimetres from the upper edge
  public record Place(int page, double top) {}

  /// The place of a name; empty where there is none.
  public static Optional<Place> place(byte[] pdf, String name) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDDestinationNameTreeNode tree = document.getDocumentCatalog().getNames().getDests();
      if (!(tree.getValue(name) instanceof PDPageXYZDestination destination)) {
        return Optional.empty();
      }
      PDPage page = destination.getPage();
      double height = page.getMediaBox().getHeight();
      return Optional.of(
          new Place(
              1 + document.getPages().indexOf(page), (height - destination.getTop()) / 72 * 25.4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
