package pledgebook.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// What a reader hears of a PDF: its structure tree from first to last, each element with its text
/// or, of a picture, its description.
public final class HeardText {
  private final Map<COSDictionary, Map<Integer, String>> contents = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private HeardText() {}

  /// A line for every element, indented by its depth: its type and its text.
  public static List<String> lines(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      HeardText heard = new HeardText();
      for (PDPage page : document.getPages()) {
        heard.contents.put(page.getCOSObject(), contents(page));
      }
      heard.walk(document.getDocumentCatalog().getStructureTreeRoot(), null, 0);
      return heard.lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, String> contents(PDPage page) throws IOException {
    PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
    extractor.processPage(page);
    Map<Integer, String> texts = new HashMap<>();
    for (PDMarkedContent content : extractor.getMarkedContents()) {
      if (content.getMCID() >= 0) {
        texts.put(content.getMCID(), text(content));
      }
    }
    return texts;
  }

  private static String text(PDMarkedContent content) {
    if (content.getActualText() != null) {
      return content.getActualText();
    }
    StringBuilder text = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition position) {
        text.append(position.getUnicode());
      } else if (part instanceof PDMarkedContent nested) {
        text.append(text(nested));
      }
    }
    return text.toString();
  }

  private void walk(PDStructureNode node, @Nullable PDPage inherited, int depth) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        PDPage page = element.getPage() == null ? inherited : element.getPage();
        int at = lines.size();
        StringBuilder text = new StringBuilder(element.getStructureType());
        lines.add("");
        if (element.getAlternateDescription() == null) {
          element.getKids().forEach(part -> text.append(content(part, page)));
        } else {
          text.append(" ").append(element.getAlternateDescription());
        }
        lines.set(at, "  ".repeat(depth) + text);
        walk(element, page, depth + 1);
      }
    }
  }

  private String content(Object part, @Nullable PDPage page) {
    if (part instanceof Integer mark && page != null) {
      return " " + contents.getOrDefault(page.getCOSObject(), Map.of()).getOrDefault(mark, "?");
    }
    if (part instanceof PDMarkedContentReference reference) {
      PDPage on = reference.getPage() == null ? page : reference.getPage();
      return on == null
          ? ""
          : " "
              + contents
                  .getOrDefault(on.getCOSObject(), Map.of())
                  .getOrDefault(reference.getMCID(), "?");
    }
    return "";
  }
}
