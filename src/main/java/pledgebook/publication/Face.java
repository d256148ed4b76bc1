package pledgebook.publication;

import java.util.List;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;

/// One face of the booklet on the grid all faces share: a narrow column of labels, a column of
/// text, a head and a foot; on paper or, for the covers, on the red.
final class Face {
  /// Where the bar lies that opens every face.
  static final double BAR = 19.2;

  static final double BAR_LENGTH = 12;

  /// The foot line's upper edge.
  static final double FOOT = 169;

  /// Labels, notes and folios.
  static final Ink SOFT = Ink.grey(62);

  private static final Ink HAIR = Ink.grey(30);
  static final Ink WATERMARK = Ink.grey(6);
  private static final Ink WATERMARK_ON_RED = Ink.red(86);
  private static final double BAR_THICKNESS = 1.1;
  private static final double HAIR_THICKNESS = 0.15;
  private static final double HEAD = 7.5;

  private final Page page;
  private final Composer composer;
  private final Grid grid;
  private final boolean red;

  private Face(Page page, Composer composer, Grid grid, boolean red) {
    this.page = page;
    this.composer = composer;
    this.grid = grid;
    this.red = red;
  }

  /// Opens a face of the document.
  ///
  /// @param composer that knows the units and terms of the round
  /// @param red its ground is the red
  static Face open(Document document, Grid grid, Composer composer, String bookmark, boolean red) {
    Page page = document.page(grid.width(), grid.height(), bookmark);
    if (red) {
      page.rectangle(0, 0, grid.width(), grid.height(), Ink.RED);
    }
    return new Face(page, composer, grid, red);
  }

  Grid grid() {
    return grid;
  }

  Page page() {
    return page;
  }

  Composer composer() {
    return composer;
  }

  boolean isRed() {
    return red;
  }

  /// What text is printed with on this ground.
  Ink ink() {
    return red ? Ink.PAPER : Ink.BLACK;
  }

  /// What labels and notes are printed with on this ground.
  Ink soft() {
    return red ? Ink.PAPER : SOFT;
  }

  /// The second colour on this ground.
  Ink accent() {
    return red ? Ink.PAPER : Ink.RED;
  }

  /// Lays the watermark of a draft and tells how much stands in its way.
  void draft(String word, String line) {
    page.watermark(word, red ? WATERMARK_ON_RED : WATERMARK);
    place(
        List.of(Run.of(line).in(Weight.BOLD).in(ink())),
        TypeScale.NOTE,
        grid.margin(),
        grid.down(HEAD),
        Alignment.LEFT);
  }

  /// The bar every face opens with.
  void bar() {
    page.rectangle(grid.margin(), grid.down(BAR), BAR_LENGTH, BAR_THICKNESS, accent());
  }

  /// A hair line from margin to margin.
  void hairline(double y) {
    page.line(grid.margin(), y, grid.right(), y, HAIR_THICKNESS, red ? Ink.PAPER : HAIR);
  }

  /// A label in its column, its baseline on that of the text's first line beside it.
  void label(String label, TypeScale beside, double top) {
    Galley galley =
        composer.compose(
            List.of(Run.of(label).in(Weight.BOLD).in(soft())),
            TypeScale.NOTE,
            grid.column() - grid.margin(),
            Alignment.LEFT);
    double y = top + beside.baseline() - TypeScale.NOTE.baseline();
    page.place(galley, grid.margin(), y, Role.SUBHEADING);
  }

  /// The foot: a note on the left, the folio on the right.
  void foot(String note, String folio) {
    page.ornament(() -> {
      foot(note, Alignment.LEFT);
      foot(folio, Alignment.RIGHT);
    });
  }

  private void foot(String text, Alignment alignment) {
    List<Run> runs = List.of(Run.of(text).in(soft()));
    place(runs, TypeScale.NOTE, grid.margin(), grid.down(FOOT), alignment);
  }

  /// Sets runs between x and the right margin.
  ///
  /// @return the lower edge
  double place(List<Run> runs, TypeScale scale, double x, double top, Alignment alignment) {
    Galley galley = composer.compose(runs, scale, grid.right() - x, alignment);
    page.place(galley, x, top);
    return top + galley.height();
  }
}
