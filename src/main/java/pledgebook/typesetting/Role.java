package pledgebook.typesetting;

import org.openpdf.text.pdf.PdfName;

/// What a part of a page is to a reader who hears it (standard structure types of ISO 32000-1,
/// 14.8.4).
public enum Role {
  /// The heading of a page or chapter.
  HEADING("H1"),
  /// A heading below it.
  SUBHEADING("H2"),
  PARAGRAPH("P"),
  /// A list; holds items.
  LIST("L"),
  /// An item; holds a label and a body.
  ITEM("LI"),
  LABEL("Lbl"),
  BODY("LBody"),
  /// A table; holds rows.
  TABLE("Table"),
  /// A row; holds head cells and cells.
  ROW("TR"),
  /// A cell that heads its column.
  HEAD_CELL("TH"),
  CELL("TD"),
  /// A part of a page with a heading of its own.
  SECTION("Sect");

  private final String type;

  Role(String type) {
    this.type = type;
  }

  PdfName type() {
    return new PdfName(type);
  }
}
