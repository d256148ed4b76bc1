package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Medium;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The pages of the annex, A4, filled from top to bottom: a new one is opened where what comes next
/// has no room. Lengths are millimetres.
final class AnnexPages {
  static final double MEASURE = 170;

  private static final double WIDTH = 210;
  private static final double HEIGHT = 297;
  private static final double MARGIN = (WIDTH - MEASURE) / 2;
  private static final double TOP = 30;
  private static final double BOTTOM = 272;
  private static final double HEAD = 17;
  private static final double FOOT = 280;
  private static final double BAR_LENGTH = 12;
  private static final double BAR_THICKNESS = 1.1;
  private static final double HAIR_THICKNESS = 0.15;
  private static final double GUTTER = 2.5;
  private static final Ink HAIR = Ink.grey(25);

  /// The widest Latin letters of the font, in ems: so many are sure to fit a measure.
  private static final double WIDEST = 0.72;

  private final Edition edition;
  private final Messages messages = PublicationFailures.MESSAGES;
  private final Document document;
  private final Composer composer;
  private String section = "";
  private int pages;
  private double y;
  private Page page;

  AnnexPages(Edition edition) {
    this.edition = edition;
    this.document =
        Document.begin(Booklet.imprint(edition, messages.text("annex.subject")), Medium.READING);
    this.composer = document.composer();
    this.section = messages.text("annex.title");
    this.page = open();
  }

  byte[] finish() {
    return document.finish();
  }

  private Page open() {
    pages++;
    Page opened =
        document.page(
            WIDTH, HEIGHT, messages.text("annex.bookmark", "page", pages, "section", section));
    opened.ornament(() -> frame(opened));
    y = TOP;
    return opened;
  }

  /// What every page repeats.
  private void frame(Page opened) {
    if (edition.draft()) {
      opened.watermark(messages.text("booklet.draft-mark"), Face.WATERMARK);
    }
    String title = edition.statements().title();
    note(opened, messages.text("annex.head", "title", title), HEAD, Alignment.LEFT);
    note(opened, Notices.of(edition).text(), FOOT, Alignment.LEFT);
    String folio =
        messages.text("annex.folio", "edition", edition.hash().abbreviated(), "page", pages);
    note(opened, folio, HEAD, Alignment.RIGHT);
  }

  private void note(Page on, String text, double top, Alignment alignment) {
    List<Run> runs = List.of(Run.of(text).in(Face.SOFT));
    on.place(composer.compose(runs, TypeScale.NOTE, MEASURE, alignment), MARGIN, top);
  }

  /// Opens a new page unless there is so much room left.
  void need(double height) {
    if (y + height > BOTTOM) {
      page = open();
    }
  }

  void space(double height) {
    y += height;
  }

  /// The title of the whole.
  void title(String text, List<String> lines) {
    page.rectangle(MARGIN, y, BAR_LENGTH, BAR_THICKNESS, Ink.RED);
    space(5);
    text(List.of(Run.of(text).in(Weight.BOLD)), TypeScale.TITLE, Role.HEADING);
    lines.forEach(line -> text(List.of(Run.of(line).in(Face.SOFT)), TypeScale.SMALL));
    space(6);
  }

  /// The heading of a section; it stays with what follows.
  void heading(String text) {
    need(34);
    section = text;
    space(5);
    text(List.of(Run.of(text).in(Weight.BOLD)), TypeScale.LEAD, Role.HEADING);
    page.line(MARGIN, y + 0.6, WIDTH - MARGIN, y + 0.6, HAIR_THICKNESS * 2, Ink.BLACK);
    space(3);
  }

  /// The heading of a part of a section.
  void subheading(String text) {
    need(30);
    space(3);
    text(List.of(Run.of(text).in(Weight.BOLD)), TypeScale.BODY, Role.SUBHEADING);
    space(1);
  }

  /// A paragraph over the whole measure.
  void text(List<Run> runs, TypeScale scale) {
    text(runs, scale, Role.PARAGRAPH);
  }

  private void text(List<Run> runs, TypeScale scale, Role role) {
    Galley galley = composer.compose(runs, scale, MEASURE, Alignment.LEFT);
    need(galley.height());
    page.place(galley, MARGIN, y, role);
    y += galley.height();
  }

  /// Names the place where the next row begins.
  void destination(String name) {
    page.destination(name, y);
  }

  /// A cell of a row.
  ///
  /// @param width of its column with the gutter behind it
  record Cell(List<Run> runs, double width, Alignment alignment, TypeScale scale) {}

  /// A cell in the size of tables.
  static Cell cell(Run run, double width) {
    return new Cell(List.of(run), width, Alignment.LEFT, TypeScale.NOTE);
  }

  /// A row of cells under a hair line, none of them divided between pages.
  void row(List<Cell> cells) {
    place(cells, true);
  }

  /// A row without a line above it.
  void plainRow(List<Cell> cells) {
    place(cells, false);
  }

  private void place(List<Cell> cells, boolean lined) {
    List<List<Galley>> set = cells.stream().map(this::set).toList();
    double height = set.stream().mapToDouble(AnnexPages::height).max().orElse(0);
    need(height + 1);
    if (lined) {
      page.line(MARGIN, y, WIDTH - MARGIN, y, HAIR_THICKNESS, HAIR);
    }
    double x = MARGIN;
    for (int i = 0; i < cells.size(); i++) {
      double top = y + 0.5;
      for (Galley galley : set.get(i)) {
        page.place(galley, x, top);
        top += galley.height();
      }
      x += cells.get(i).width();
    }
    y += height + 1;
  }

  private static double height(List<Galley> galleys) {
    return galleys.stream().mapToDouble(Galley::height).sum();
  }

  /// A cell of one run may hold words of any length; they are divided where the column ends.
  private List<Galley> set(Cell cell) {
    double measure = cell.width() - GUTTER;
    int letters = (int) (measure / (cell.scale().points() / 72 * 25.4 * WIDEST));
    List<Galley> galleys = new ArrayList<>();
    List<List<Run>> parts =
        cell.runs().size() > 1 ? List.of(cell.runs()) : parts(cell.runs().getFirst(), letters);
    for (List<Run> part : parts) {
      galleys.add(composer.compose(part, cell.scale(), measure, cell.alignment()));
    }
    return galleys;
  }

  private static List<List<Run>> parts(Run run, int letters) {
    List<List<Run>> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int word = 0;
    for (int codePoint : run.text().codePoints().toArray()) {
      word = codePoint > 0x20 && codePoint < 0x2E80 ? word + 1 : 0;
      if (word > letters) {
        int cut = cut(part, part.length() - letters);
        parts.add(List.of(like(run, part.substring(0, cut))));
        part.delete(0, cut);
        word = part.length() + 1;
      }
      part.appendCodePoint(codePoint);
    }
    parts.add(List.of(like(run, part.toString())));
    return parts;
  }

  /// Where a word too long is divided: after a slash, else after a point or a hyphen, else at its
  /// end.
  private static int cut(StringBuilder part, int start) {
    int slash = part.lastIndexOf("/");
    int mark = Math.max(part.lastIndexOf("."), part.lastIndexOf("-"));
    int cut = slash >= start ? slash : mark;
    return cut >= start ? cut + 1 : part.length();
  }

  private static Run like(Run run, String text) {
    return Run.of(text).in(run.weight()).in(run.ink());
  }

  /// Text from a received file, on one line, of bounded length, fit to be set.
  String shown(String text, int most) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    int end = line.offsetByCodePoints(0, Math.min(most, line.codePointCount(0, line.length())));
    String cut = line.substring(0, end);
    return composer.spelled(
        end == line.length() ? cut : messages.text("review.remark.cut", "text", cut));
  }
}
