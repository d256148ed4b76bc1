package pledgebook.typesetting;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
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
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// A PDF in the making: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), in Chinese, its fonts
/// embedded, its structure tagged. The same calls give the same bytes, whatever the clock, the time
/// zone and the locale.
public final class Document {
  private static final String PRODUCER = "pledgebook";
  private static final String COLOURS = "sRGB IEC61966-2.1";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final org.openpdf.text.Document document = new org.openpdf.text.Document();
  private final PdfWriter writer;
  private final Typefaces typefaces;
  private final Structure structure;
  private final Imprint imprint;
  private final PdfArray attached = new PdfArray();

  private Document(Imprint imprint) {
    this.writer = PdfWriter.getInstance(document, bytes);
    this.typefaces = new Typefaces(imprint.identity());
    this.imprint = imprint;
    this.structure = Structure.of(writer);
    writer.setPDFXConformance(PdfWriter.PDFA3A);
    // The plain cross-reference table is written with the digits of the default locale.
    writer.setFullCompression();
    describe(imprint);
  }

  /// Begins a document.
  public static Document begin(Imprint imprint) {
    return new Document(imprint);
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
  /// @param width in millimetres
  /// @param height in millimetres
  /// @param bookmark the page's entry in the outline
  public Page page(double width, double height, String bookmark) {
    Rectangle size = new Rectangle((float) Page.points(width), (float) Page.points(height));
    document.setPageSize(size);
    writer.setBoxSize("trim", size);
    if (document.isOpen()) {
      document.newPage();
    } else {
      open();
    }
    writer.setPageEmpty(false);
    PdfOutline root = writer.getDirectContent().getRootOutline();
    new PdfOutline(root, new PdfDestination(PdfDestination.FIT), bookmark);
    structure.beginPage();
    return new Page(writer.getDirectContent(), typefaces, structure, width, height);
  }

  private void open() {
    writer.setXmpMetadata(Metadata.of(imprint, PRODUCER));
    document.open();
    try {
      ICC_Profile profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
      writer.setOutputIntents(COLOURS, null, null, COLOURS, profile);
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
