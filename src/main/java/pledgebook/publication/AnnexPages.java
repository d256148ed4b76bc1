package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
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
  static final double GUTTER = 2.5;
  private static final Ink HAIR = Ink.grey(25);

  private final Edition edition;
  private final Messages messages = PublicationFailures.MESSAGES;
  private final Document document;
  private final Composer composer;
  private String section = "";

  /// What waits for what it must stay with.
  private final List<Kept> kept = new ArrayList<>();

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
    settle(0);
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

  /// What stays on one page with what follows it.
  ///
  /// @param drawing is told its upper edge
  private record Kept(double height, DoubleConsumer drawing) {}

  private void keepWithNext(double height, DoubleConsumer drawing) {
    kept.add(new Kept(height, drawing));
  }

  /// Lays what waits for what follows, on a page that has room for so much below it.
  private void settle(double height) {
    double whole = height + kept.stream().mapToDouble(Kept::height).sum();
    if (y + whole > BOTTOM) {
      page = open();
    }
    for (Kept waiting : kept) {
      waiting.drawing().accept(y);
      y += waiting.height();
    }
    kept.clear();
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
    section = text;
    Galley galley = bold(text, TypeScale.LEAD);
    keepWithNext(
        5 + galley.height() + 3,
        top -> {
          double rule = top + 5 + galley.height() + 0.6;
          page.place(galley, MARGIN, top + 5, Role.HEADING);
          page.line(MARGIN, rule, WIDTH - MARGIN, rule, HAIR_THICKNESS * 2, Ink.BLACK);
        });
  }

  /// The heading of a part of a section; it stays with what follows.
  void subheading(String text) {
    Galley galley = bold(text, TypeScale.BODY);
    keepWithNext(
        3 + galley.height() + 1, top -> page.place(galley, MARGIN, top + 3, Role.SUBHEADING));
  }

  private Galley bold(String text, TypeScale scale) {
    List<Run> runs = List.of(Run.of(text).in(Weight.BOLD));
    return composer.compose(runs, scale, MEASURE, Alignment.LEFT);
  }

  /// A paragraph over the whole measure.
  void text(List<Run> runs, TypeScale scale) {
    text(runs, scale, Role.PARAGRAPH);
  }

  private void text(List<Run> runs, TypeScale scale, Role role) {
    Galley galley = composer.compose(runs, scale, MEASURE, Alignment.LEFT);
    settle(galley.height());
    page.place(galley, MARGIN, y, role);
    y += galley.height();
  }

  /// Names the place where what comes next begins.
  void destination(String name) {
    keepWithNext(0, top -> page.destination(name, top));
  }

  /// A cell of a row.
  ///
  /// @param width of its column with the gutter behind it
  record Cell(List<Run> runs, double width, Alignment alignment, TypeScale scale, double gutter) {
    Cell(List<Run> runs, double width, Alignment alignment, TypeScale scale) {
      this(runs, width, alignment, scale, GUTTER);
    }
  }

  /// A cell in the size of tables.
  static Cell cell(Run run, double width) {
    return new Cell(List.of(run), width, Alignment.LEFT, TypeScale.NOTE);
  }

  /// A row of cells, set.
  private record SetRow(List<Cell> cells, List<List<Galley>> galleys) {
    double height() {
      return 1 + galleys.stream().mapToDouble(SetRow::height).max().orElse(0);
    }

    private static double height(List<Galley> cell) {
      return cell.stream().mapToDouble(Galley::height).sum();
    }
  }

  /// A paragraph in columns; under a hair line it begins something and stays with what follows.
  void lead(List<Cell> cells) {
    SetRow row = set(cells);
    keepWithNext(
        row.height(),
        top -> {
          hairline(top);
          page.block(Role.PARAGRAPH, () -> draw(row, top, Runnable::run));
        });
  }

  /// A paragraph in columns that stays with what follows.
  void attached(List<Cell> cells) {
    SetRow row = set(cells);
    keepWithNext(
        row.height(), top -> page.block(Role.PARAGRAPH, () -> draw(row, top, Runnable::run)));
  }

  /// A paragraph in columns.
  void paragraph(List<Cell> cells) {
    attached(cells);
    settle(0);
  }

  /// A table. No row is divided; on every page the headings are repeated, and stay with a row.
  void table(List<Cell> head, List<List<Cell>> rows) {
    SetRow heading = set(head);
    List<SetRow> left = rows.stream().map(this::set).toList();
    while (!left.isEmpty()) {
      settle(heading.height() + left.getFirst().height());
      List<SetRow> here = left.subList(0, fitting(left, y + heading.height()));
      page.group(
          Role.TABLE,
          () -> {
            tableRow(heading, Role.HEAD_CELL);
            for (SetRow row : here) {
              hairline(y);
              tableRow(row, Role.CELL);
            }
          });
      left = left.subList(here.size(), left.size());
    }
  }

  /// How many rows have room on this page; one at least.
  private static int fitting(List<SetRow> rows, double top) {
    int count = 1;
    double bottom = top + rows.getFirst().height();
    while (count < rows.size() && bottom + rows.get(count).height() <= BOTTOM) {
      bottom += rows.get(count).height();
      count++;
    }
    return count;
  }

  private void tableRow(SetRow row, Role role) {
    page.group(Role.ROW, () -> draw(row, y, cell -> page.block(role, cell)));
    y += row.height();
  }

  private void hairline(double top) {
    page.line(MARGIN, top, WIDTH - MARGIN, top, HAIR_THICKNESS, HAIR);
  }

  /// @param frame what each cell is drawn within
  private void draw(SetRow row, double top, Consumer<Runnable> frame) {
    double x = MARGIN;
    for (int i = 0; i < row.cells().size(); i++) {
      List<Galley> galleys = row.galleys().get(i);
      double left = x;
      frame.accept(() -> stack(galleys, left, top + 0.5));
      x += row.cells().get(i).width();
    }
  }

  private void stack(List<Galley> galleys, double x, double top) {
    double at = top;
    for (Galley galley : galleys) {
      page.place(galley, x, at);
      at += galley.height();
    }
  }

  private SetRow set(List<Cell> cells) {
    return new SetRow(cells, cells.stream().map(this::set).toList());
  }

  /// A cell of one run may hold words of any length; they are divided where the column ends.
  private List<Galley> set(Cell cell) {
    double measure = cell.width() - cell.gutter();
    double ems = measure / (cell.scale().points() / 72 * 25.4);
    List<List<Run>> parts =
        cell.runs().size() > 1 ? List.of(cell.runs()) : CellText.parts(cell.runs().getFirst(), ems);
    return parts.stream()
        .map(part -> composer.compose(part, cell.scale(), measure, cell.alignment()))
        .toList();
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
