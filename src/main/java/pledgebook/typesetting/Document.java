package pledgebook.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import pledgebook.vocabulary.Sha256;

/// A PDF in the making, in Chinese, its fonts embedded. To be read it is PDF/A-3a (ISO 19005-3) and
/// PDF/UA-1 (ISO 14289-1), its structure tagged; for a press it is plain PDF. The same calls give
/// the same bytes, whatever the clock, the time zone and the locale.
public final class Document {
  private static final String PRODUCER = "pledgebook";
  private static final String COLOURS = "sRGB IEC61966-2.1";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final org.openpdf.text.Document document = new org.openpdf.text.Document();
  private final PdfWriter writer;
  private final Typefaces typefaces;
  private final Medium medium;
  private final Palette palette;
  private final Structure structure;
  private final Imprint imprint;
  private final PdfArray attached = new PdfArray();

  /// @param seed of the names of the font subsets: two documents that end in one file need two
  private Document(Imprint imprint, Medium medium, Sha256 seed) {
    this.medium = medium;
    this.palette = new Palette(medium);
    this.writer = PdfWriter.getInstance(document, bytes);
    this.typefaces = new Typefaces(seed);
    this.imprint = imprint;
    this.structure =
        switch (medium) {
          case READING -> Structure.of(writer);
          case PRESS -> Structure.none(writer);
        };
    switch (medium) {
      case READING -> {
        writer.setPDFXConformance(PdfWriter.PDFA3A);
        // Links are walked through in the order of the structure (ISO 14289-1, 7.18.3).
        writer.setTabs(PdfName.S);
      }
      case PRESS -> writer.setPdfVersion(PdfWriter.VERSION_1_6);
    }
    // The plain cross-reference table is written with the digits of the default locale.
    writer.setFullCompression();
    describe(imprint);
  }

  /// Begins a document to be read.
  public static Document begin(Imprint imprint) {
    return begin(imprint, Medium.READING);
  }

  /// Begins a document.
  public static Document begin(Imprint imprint, Medium medium) {
    return new Document(imprint, medium, imprint.identity());
  }

  /// Begins the sheets on which the pages of another document with the same imprint are laid.
  static Document beginSheets(Imprint imprint) {
    Document document =
        new Document(imprint, Medium.PRESS, Sha256.of("sheets " + imprint.identity()));
    document.turnAboutShortEdge();
    return document;
  }

  private void describe(Imprint imprint) {
    PdfDictionary information = writer.getInfo();
    information.put(PdfName.TITLE, new PdfString(imprint.title(), PdfString.TEXT_UNICODE));
    information.put(PdfName.SUBJECT, new PdfString(imprint.subject(), PdfString.TEXT_UNICODE));
    information.put(PdfName.PRODUCER, new PdfString(PRODUCER));
    information.put(PdfName.CREATIONDATE, date());
    information.put(PdfName.MODDATE, date());
    byte[] identity = HexFormat.of().parseHex(imprint.identity().hex());
    information.put(PdfName.FILEID, PdfEncryption.createInfoId(identity, identity));
    PdfDictionary catalog = writer.getExtraCatalog();
    catalog.put(PdfName.LANG, new PdfString("zh-CN"));
    PdfDictionary preferences = new PdfDictionary();
    preferences.put(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    catalog.put(PdfName.VIEWERPREFERENCES, preferences);
  }

  private PdfDate date() {
    return new PdfDate(
        DateTimeFormatter.ofPattern("'D:'uuuuMMdd'000000Z'", Locale.ROOT).format(imprint.date()));
  }

  /// Composes text for this document.
  public Composer composer() {
    return new Composer(typefaces);
  }

  /// Ends the page before and opens the next.
  ///
  /// @param width of the trimmed page in millimetres
  /// @param height of the trimmed page in millimetres
  /// @param bookmark the page's entry in the outline of a document to be read
  public Page page(double width, double height, String bookmark) {
    double bleed = medium.bleed();
    Rectangle size = rectangle(0, 0, width + 2 * bleed, height + 2 * bleed);
    document.setPageSize(size);
    writer.setBoxSize("trim", rectangle(bleed, bleed, width + bleed, height + bleed));
    if (bleed > 0) {
      writer.setBoxSize("bleed", size);
    }
    next();
    if (medium == Medium.READING) {
      PdfOutline root = writer.getDirectContent().getRootOutline();
      new PdfOutline(root, new PdfDestination(PdfDestination.FIT), bookmark);
    }
    structure.beginPage();
    return new Page(writer.getDirectContent(), typefaces, structure, palette, width, height, bleed);
  }

  /// Ends the sheet before and opens the next: its trim is what the imposition's panels fill.
  ///
  /// @return a page without a bleed of its own, whose origin is the corner of the paper
  Page sheet(Imposition imposition) {
    double width = imposition.sheetWidth();
    double height = imposition.sheetHeight();
    double left = imposition.panelLeft(0);
    double lower = imposition.panelTop();
    double bleed = medium.bleed();
    document.setPageSize(rectangle(0, 0, width, height));
    writer.setBoxSize("trim", rectangle(left, lower, width - left, height - lower));
    writer.setBoxSize(
        "bleed",
        rectangle(
            Math.max(0, left - bleed),
            Math.max(0, lower - bleed),
            Math.min(width, width - left + bleed),
            Math.min(height, height - lower + bleed)));
    next();
    return new Page(writer.getDirectContent(), typefaces, structure, palette, width, height, 0);
  }

  /// Asks the print dialogue for both sides of the paper, unscaled, turned about the short edge.
  private void turnAboutShortEdge() {
    PdfDictionary preferences = writer.getExtraCatalog().getAsDict(PdfName.VIEWERPREFERENCES);
    preferences.put(PdfName.DUPLEX, PdfName.DUPLEXFLIPSHORTEDGE);
    preferences.put(PdfName.PRINTSCALING, PdfName.NONE);
  }

  PdfWriter writer() {
    return writer;
  }

  private static Rectangle rectangle(double left, double lower, double right, double upper) {
    return new Rectangle(
        (float) Page.points(left),
        (float) Page.points(lower),
        (float) Page.points(right),
        (float) Page.points(upper));
  }

  private void next() {
    if (document.isOpen()) {
      document.newPage();
    } else {
      open();
    }
    writer.setPageEmpty(false);
  }

  private void open() {
    switch (medium) {
      case READING -> openToBeRead();
      case PRESS -> document.open();
    }
  }

  private void openToBeRead() {
    writer.setXmpMetadata(Metadata.of(imprint, PRODUCER));
    document.open();
    try {
      PdfStream profile = new PdfStream(SrgbProfile.bytes());
      profile.put(PdfName.N, new PdfNumber(3));
      profile.flateCompress();
      PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
      intent.put(PdfName.S, PdfName.GTS_PDFA1);
      intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(COLOURS));
      intent.put(PdfName.INFO, new PdfString(COLOURS));
      intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
      writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives the document a file to carry, as the source of what it says; a page has been opened.
  public void attach(Attachment attachment) {
    try {
      PdfDictionary dates = new PdfDictionary();
      dates.put(PdfName.MODDATE, date());
      PdfFileSpecification file =
          PdfFileSpecification.fileEmbedded(
              writer,
              attachment.name(),
              attachment.name(),
              attachment.text().getBytes(StandardCharsets.UTF_8),
              true,
              attachment.mediaType(),
              dates);
      file.put(new PdfName("AFRelationship"), new PdfName("Source"));
      file.addDescription(attachment.description(), true);
      writer.addFileAttachment(attachment.description(), file);
      attached.add(file.getReference());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends the document; it takes no further page.
  ///
  /// @return the file
  public byte[] finish() {
    if (!attached.isEmpty()) {
      writer.getExtraCatalog().put(PdfName.AF, attached);
    }
    document.close();
    return bytes.toByteArray();
  }
}
