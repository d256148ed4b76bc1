package pledgebook.publication;

import java.util.List;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;

/// One face of the booklet with the grid all faces share: a narrow column of labels, a column of
/// text, a head and a foot. Lengths are millimetres from the top left corner of the trimmed page.
final class Face {
  static final double WIDTH = 130;
  static final double HEIGHT = 184;

  /// Left and right of everything.
  static final double MARGIN = 16;

  /// From margin to margin.
  static final double MEASURE = WIDTH - 2 * MARGIN;

  /// Twenty-two ems of body text.
  static final double COLUMN_MEASURE = 81.5;

  /// Where the column of text begins.
  static final double COLUMN = WIDTH - MARGIN - COLUMN_MEASURE;

  /// Where the red bar lies that opens every face.
  static final double BAR = 19.2;

  static final double BAR_LENGTH = 12;

  /// The foot line's upper edge.
  static final double FOOT = 169;

  /// Labels, notes and folios.
  static final Ink SOFT = Ink.grey(62);

  private static final Ink HAIR = Ink.grey(30);
  static final Ink WATERMARK = Ink.grey(6);
  private static final double BAR_THICKNESS = 1.1;
  private static final double HAIR_THICKNESS = 0.15;
  private static final double HEAD = 7.5;

  private final Page page;
  private final Composer composer;

  private Face(Page page, Composer composer) {
    this.page = page;
    this.composer = composer;
  }

  /// Opens a face of the document.
  static Face open(Document document, String bookmark) {
    return new Face(document.page(WIDTH, HEIGHT, bookmark), document.composer());
  }

  Page page() {
    return page;
  }

  Composer composer() {
    return composer;
  }

  /// Lays the watermark of a draft and tells how much stands in its way.
  void draft(String word, String line) {
    page.watermark(word, WATERMARK);
    place(List.of(Run.of(line).in(Weight.BOLD)), TypeScale.NOTE, MARGIN, HEAD, Alignment.LEFT);
  }

  /// The red bar every face opens with.
  void bar() {
    page.rectangle(MARGIN, BAR, BAR_LENGTH, BAR_THICKNESS, Ink.RED);
  }

  /// A hair line from margin to margin.
  void hairline(double y) {
    page.line(MARGIN, y, WIDTH - MARGIN, y, HAIR_THICKNESS, HAIR);
  }

  /// A label in its column, its baseline on that of the text's first line beside it.
  void label(String label, TypeScale beside, double top) {
    Galley galley =
        composer.compose(
            List.of(Run.of(label).in(Weight.BOLD).in(SOFT)),
            TypeScale.NOTE,
            COLUMN - MARGIN,
            Alignment.LEFT);
    page.place(galley, MARGIN, top + beside.baseline() - TypeScale.NOTE.baseline());
  }

  /// The foot: a note on the left, the folio on the right.
  void foot(String note, String folio) {
    place(List.of(Run.of(note).in(SOFT)), TypeScale.NOTE, MARGIN, FOOT, Alignment.LEFT);
    place(List.of(Run.of(folio).in(SOFT)), TypeScale.NOTE, MARGIN, FOOT, Alignment.RIGHT);
  }

  /// Sets runs between x and the right margin.
  ///
  /// @return the lower edge
  double place(List<Run> runs, TypeScale scale, double x, double top, Alignment alignment) {
    Galley galley = composer.compose(runs, scale, WIDTH - MARGIN - x, alignment);
    page.place(galley, x, top);
    return top + galley.height();
  }
}
