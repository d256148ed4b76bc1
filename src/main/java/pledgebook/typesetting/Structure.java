package pledgebook.typesetting;

import java.util.ArrayDeque;
import java.util.Deque;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/// The logical structure of a document (ISO 32000-1, 14.7; ISO 14289-1, PDF/UA): a tree of what a
/// reader hears, in the order of the calls, beside what the pages show. Whatever is drawn is either
/// content of one element or an artifact.
final class Structure {
  private static final PdfName ARTIFACT = new PdfName("Artifact");
  private static final PdfName SPAN = new PdfName("Span");

  private final PdfWriter writer;
  private final boolean tagged;

  /// The elements that are open, the innermost first.
  private final Deque<PdfStructureElement> open = new ArrayDeque<>();

  /// Is content being marked? What is drawn meanwhile belongs to it.
  private boolean marking;

  private Structure(PdfWriter writer, boolean tagged) {
    this.writer = writer;
    this.tagged = tagged;
  }

  /// The structure of a document that is not open yet.
  static Structure of(PdfWriter writer) {
    writer.setTagged();
    return new Structure(writer, true);
  }

  /// No structure: the same calls leave no mark.
  static Structure none(PdfWriter writer) {
    return new Structure(writer, false);
  }

  /// Begins a page: a section of the document.
  void beginPage() {
    if (!tagged) {
      return;
    }
    if (open.isEmpty()) {
      open.push(new PdfStructureElement(writer.getStructureTreeRoot(), PdfName.DOCUMENT));
    }
    while (open.size() > 1) {
      open.pop();
    }
    open.push(element(Role.SECTION));
  }

  /// What is drawn within lies in an element of its own, each piece in one below it.
  void group(Role role, Runnable drawing) {
    if (!tagged) {
      drawing.run();
      return;
    }
    open.push(element(role));
    drawing.run();
    open.pop();
  }

  /// What is drawn within is the content of one element.
  void block(Role role, PdfContentByte content, Runnable drawing) {
    if (!tagged || marking) {
      drawing.run();
      return;
    }
    mark(element(role), content, drawing);
  }

  /// What is drawn within is a picture, of which a reader hears the description.
  ///
  /// @param box left, lower, right, upper edge in points
  void figure(String description, double[] box, PdfContentByte content, Runnable drawing) {
    if (!tagged || marking) {
      drawing.run();
      return;
    }
    PdfStructureElement figure = new PdfStructureElement(open.element(), PdfName.FIGURE);
    figure.put(PdfName.ALT, new PdfString(description, PdfString.TEXT_UNICODE));
    PdfDictionary layout = new PdfDictionary();
    layout.put(PdfName.O, new PdfName("Layout"));
    layout.put(new PdfName("Placement"), new PdfName("Block"));
    PdfArray edges = new PdfArray();
    for (double edge : box) {
      edges.add(new PdfNumber((float) edge));
    }
    layout.put(PdfName.BBOX, edges);
    figure.put(PdfName.A, layout);
    mark(figure, content, drawing);
  }

  /// What is drawn within is no content: ornament, rule, folio.
  void artifact(PdfContentByte content, Runnable drawing) {
    if (!tagged || marking) {
      drawing.run();
      return;
    }
    content.beginMarkedContentSequence(ARTIFACT);
    run(content, drawing);
  }

  /// What is drawn within reads as a text that its glyphs do not give by themselves.
  void reading(String text, PdfContentByte content, Runnable drawing) {
    if (!tagged) {
      drawing.run();
      return;
    }
    PdfDictionary properties = new PdfDictionary();
    properties.put(PdfName.ACTUALTEXT, new PdfString(text, PdfString.TEXT_UNICODE));
    content.beginMarkedContentSequence(SPAN, properties, true);
    drawing.run();
    content.endMarkedContentSequence();
  }

  /// A link, told after the text it lies on (ISO 14289-1, 7.18.5).
  void link(PdfAnnotation annotation) {
    if (!tagged) {
      return;
    }
    PdfStructureElement link = new PdfStructureElement(open.element(), PdfName.LINK);
    PdfDictionary object = new PdfDictionary(new PdfName("OBJR"));
    object.put(new PdfName("Obj"), annotation.getIndirectReference());
    object.put(PdfName.PG, writer.getCurrentPage());
    link.put(PdfName.K, object);
    int key = writer.getStructureTreeRoot().addExistingObject(link.getReference());
    annotation.put(new PdfName("StructParent"), new PdfNumber(key));
  }

  private void mark(PdfStructureElement element, PdfContentByte content, Runnable drawing) {
    content.beginMarkedContentSequence(element);
    run(content, drawing);
  }

  private void run(PdfContentByte content, Runnable drawing) {
    marking = true;
    drawing.run();
    marking = false;
    content.endMarkedContentSequence();
  }

  private PdfStructureElement element(Role role) {
    PdfStructureElement element = new PdfStructureElement(open.element(), role.type());
    if (role == Role.HEAD_CELL) {
      PdfDictionary table = new PdfDictionary();
      table.put(PdfName.O, new PdfName("Table"));
      table.put(new PdfName("Scope"), new PdfName("Column"));
      element.put(PdfName.A, table);
    }
    return element;
  }
}
