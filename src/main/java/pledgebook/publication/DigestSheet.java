package pledgebook.publication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.publication.DigestBlocks.Unfit;
import pledgebook.publication.DigestRows.Placed;
import pledgebook.registry.Digest;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.DigestStatement.Block;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Imprint;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// 数说.pdf: the digest as a newspaper would print it, on one page: masthead, blocks in rows of
/// twelve cells, foot. Lengths are millimetres.
final class DigestSheet {
  private static final double SHORT_SIDE_A4 = 210;
  private static final double LONG_SIDE_A4 = 297;
  private static final double LONG_SIDE_A3 = 420;
  private static final Ink HAIR = Ink.grey(30);
  private static final Ink WATERMARK = Ink.grey(6);

  /// Between the line at the foot and the notes below it.
  private static final double ABOVE_NOTES = 1.5;

  /// So many steps of sizes are worth other rows than the declared ones.
  private static final int MUCH_LARGER = 2;

  /// Between rows, in ems of the text.
  private static final double ROW_GAP = 2;

  private final Edition edition;
  private final DigestStatement digest;
  private final Messages messages = PublicationFailures.MESSAGES;
  private final Page page;
  private final Composer composer;
  private final double margin;
  private final double gutter;

  private DigestSheet(
      Edition edition, DigestStatement digest, Page page, Composer composer, boolean large) {
    this.edition = edition;
    this.digest = digest;
    this.page = page;
    this.composer = composer;
    this.margin = large ? 17 : 11;
    this.gutter = large ? 12 : 8;
  }

  /// Lays out the digest of an edition: the same edition, the same bytes.
  ///
  /// @return the file
  /// @throws Failure `publication.overflow` when it does not fit its page in the smallest sizes,
  ///   `publication.unknown-icon`, `typesetting.missing-glyph`
  static byte[] print(Edition edition, DigestStatement digest) throws IOException {
    String title = Statement.text(digest.title());
    Document document =
        Document.begin(
            new Imprint(
                title,
                PublicationFailures.MESSAGES.text("digest.subject", "title", title),
                edition.round().dataDate(),
                edition.hash()));
    boolean large = digest.paper() == Digest.Paper.A3;
    double shorter = large ? LONG_SIDE_A4 : SHORT_SIDE_A4;
    double longer = large ? LONG_SIDE_A3 : LONG_SIDE_A4;
    boolean upright = digest.orientation() == Digest.Orientation.PORTRAIT;
    Page page = document.page(upright ? shorter : longer, upright ? longer : shorter, title);
    new DigestSheet(edition, digest, page, document.composer(), large).lay();
    document.attach(BookletFile.figures(edition.round(), digest.figures()));
    return document.finish();
  }

  /// The rows as they are declared, in the largest sizes that fit; other rows where they allow much
  /// larger ones, or where nothing else fits.
  private void lay() {
    if (edition.draft()) {
      page.watermark(messages.text("booklet.draft-mark"), WATERMARK);
      place(Run.of(Notices.draft(edition)).in(Weight.BOLD), margin / 2, Alignment.LEFT);
    }
    List<DigestSizes> steps = DigestSizes.steps();
    List<Integer> widths = digest.blocks().stream().map(Block::width).toList();
    Optional<Layout> declared =
        steps.stream()
            .map(sizes -> layout(sizes, DigestRows.declared(widths)))
            .filter(Layout::fits)
            .findFirst();
    int others =
        declared
            .map(layout -> steps.indexOf(layout.sizes()) - MUCH_LARGER + 1)
            .orElse(steps.size());
    steps.stream()
        .limit(Math.max(0, others))
        .map(sizes -> layout(sizes, lowest(sizes, DigestRows.NARROW)))
        .filter(Layout::fits)
        .findFirst()
        .or(() -> declared)
        .or(() -> narrower(steps))
        .orElseThrow(this::overflow)
        .draw();
  }

  /// Rows of narrower blocks than are good to read, where nothing else fits.
  private Optional<Layout> narrower(List<DigestSizes> steps) {
    return steps.stream()
        .map(sizes -> layout(sizes, lowest(sizes, DigestRows.NARROWEST)))
        .filter(Layout::fits)
        .findFirst();
  }

  /// The blocks composed in one set of sizes, in rows.
  private final class Layout {
    private final DigestSizes sizes;
    private final List<List<Placed>> placed;
    private final Part masthead;
    private final List<List<Part>> rows;
    private final Galley notes = notes();
    private final double foot = page.height() - margin - notes.height() - ABOVE_NOTES;

    Layout(DigestSizes sizes, List<List<Placed>> placed) {
      this.sizes = sizes;
      this.placed = placed;
      this.masthead = masthead(sizes);
      this.rows = rows(new DigestBlocks(page, composer, sizes), placed);
    }

    DigestSizes sizes() {
      return sizes;
    }

    boolean fits() {
      boolean wide = rows.stream().flatMap(List::stream).allMatch(Part::fits);
      return free() >= 0 && wide && masthead.fits();
    }

    /// What is left of the height, to be shared by the gaps.
    private double free() {
      double gaps = sizes.gap(ROW_GAP) * (rows.size() + 1);
      double room = foot - margin - masthead.height() - gaps;
      return room - rows.stream().mapToDouble(DigestSheet::height).sum();
    }

    void draw() {
      double gap = sizes.gap(ROW_GAP);
      masthead.draw(margin, margin);
      double between = gap + free() / rows.size();
      DigestSheet.this.draw(placed, rows, margin + masthead.height() + gap, between);
      page.line(margin, foot, page.width() - margin, foot, 0.15, HAIR);
      page.place(notes, margin, foot + ABOVE_NOTES);
    }
  }

  private Layout layout(DigestSizes sizes, List<List<Placed>> placed) {
    return new Layout(sizes, placed);
  }

  private List<List<Placed>> lowest(DigestSizes sizes, int least) {
    DigestBlocks blocks = new DigestBlocks(page, composer, sizes);
    return DigestRows.lowest(
        digest.blocks().stream().map(Block::width).toList(),
        least,
        sizes.gap(ROW_GAP),
        (block, cells) -> {
          Part part = blocks.compose(digest.blocks().get(block), width(cells), gutter);
          return part.fits() ? part.height() : Double.POSITIVE_INFINITY;
        });
  }

  /// Names what is too wide in the smallest sizes, or where the most is said.
  private Failure overflow() {
    DigestSizes smallest = DigestSizes.steps().getLast();
    if (!masthead(smallest).fits()) {
      return tooWide(new Unfit(Statement.text(digest.title()), digest.titlePlace()));
    }
    DigestBlocks blocks = new DigestBlocks(page, composer, smallest);
    List<Integer> widths = digest.blocks().stream().map(Block::width).toList();
    List<Part> parts =
        rows(blocks, DigestRows.declared(widths)).stream().flatMap(List::stream).toList();
    if (!parts.stream().allMatch(Part::fits)) {
      return tooWide(blocks.unfit().getFirst());
    }
    double highest = parts.stream().mapToDouble(Part::height).max().orElse(0);
    Block longest =
        IntStream.range(0, parts.size())
            .filter(i -> parts.get(i).height() == highest)
            .mapToObj(digest.blocks()::get)
            .findFirst()
            .orElseThrow();
    String place = Wording.told(longest.place());
    return failure(messages.text("overflow.digest", "block", longest.title(), "place", place));
  }

  private Failure tooWide(Unfit unfit) {
    String told = messages.text("overflow.unbreakable", "text", unfit.text());
    return failure(told + Wording.told(unfit.place()));
  }

  private static Failure failure(String message) {
    return new Failure("publication.overflow", ExitStatus.USAGE, message);
  }

  private double measure() {
    return page.width() - 2 * margin;
  }

  private static double height(List<Part> row) {
    return row.stream().mapToDouble(Part::height).max().orElse(0);
  }

  private Part masthead(DigestSizes sizes) {
    List<Run> runs =
        FigureRuns.of(digest.title()).stream().map(run -> run.in(Weight.BOLD)).toList();
    Galley title =
        Wording.at(
            digest.titlePlace(),
            () -> composer.compose(runs, sizes.masthead(), measure(), Alignment.LEFT));
    List<Run> under = FigureRuns.of(digest.lead());
    Galley lead =
        Wording.at(
            digest.leadPlace(),
            () -> composer.compose(under, sizes.lead(), measure(), Alignment.LEFT));
    List<Galley> side =
        List.of(
                Run.of(edition.round().title()),
                Run.of(dataDate()),
                Run.of(edition.statements().overall()).in(Weight.BOLD))
            .stream()
            .map(run ->
                composer.compose(
                    List.of(run),
                    sizes.note(),
                    measure() - title.width() - gutter,
                    Alignment.RIGHT))
            .toList();
    double bar = 1.6;
    double titleHeight = sizes.masthead().em() * 1.12;
    return new Part() {
      @Override
      public double height() {
        return bar + titleHeight + lead.height() + sizes.gap(0.9);
      }

      @Override
      public boolean fits() {
        return title.keepsToMeasure()
            && title.lines().size() == 1
            && lead.keepsToMeasure()
            && side.stream().allMatch(Galley::keepsToMeasure);
      }

      @Override
      public void draw(double x, double top) {
        page.rectangle(x, top, sizes.icon() * 1.3, bar, Ink.RED);
        double baseline = top + bar + titleHeight * 0.86;
        page.place(title, x, baseline - sizes.masthead().baseline(), Role.HEADING);
        page.place(lead, x, top + bar + titleHeight + sizes.ems(0.2));
        double bottom = baseline + sizes.ems(0.3);
        for (Galley line : side.reversed()) {
          bottom -= line.height();
          page.place(line, x + title.width() + gutter, bottom);
        }
        page.rectangle(x, top + height() - 0.9, measure(), 0.9, Ink.BLACK);
      }
    };
  }

  private List<List<Part>> rows(DigestBlocks blocks, List<List<Placed>> placed) {
    return placed.stream()
        .map(row ->
            row.stream()
                .map(p -> blocks.compose(digest.blocks().get(p.block()), width(p.cells()), gutter))
                .toList())
        .toList();
  }

  private double width(int cells) {
    return (measure() + gutter) * cells / Digest.ROW - gutter;
  }

  private void draw(List<List<Placed>> placed, List<List<Part>> rows, double top, double gap) {
    double y = top;
    for (int i = 0; i < rows.size(); i++) {
      List<Part> row = rows.get(i);
      double x = margin;
      if (y > top) {
        page.line(margin, y - gap / 2, page.width() - margin, y - gap / 2, 0.3, Ink.BLACK);
      }
      for (int j = 0; j < row.size(); j++) {
        if (x > margin) {
          page.line(x - gutter / 2, y, x - gutter / 2, y + height(row), 0.15, HAIR);
        }
        row.get(j).draw(x, y);
        x += width(placed.get(i).get(j).cells()) + gutter;
      }
      y += height(row) + gap;
    }
  }

  private Galley notes() {
    List<String> notes = new ArrayList<>();
    notes.add(messages.text("digest.legend"));
    notes.addAll(Notices.asOf(edition));
    if (edition.round().demonstration()) {
      notes.add(Notices.demonstration());
    }
    notes.add(messages.text("digest.edition", "hash", edition.hash().abbreviated()));
    return composer.compose(
        List.of(Run.of(String.join("", notes)).in(Face.SOFT)),
        TypeScale.NOTE,
        measure(),
        Alignment.LEFT);
  }

  private String dataDate() {
    return messages.text("digest.data-date", "day", Days.text(edition.round().dataDate()));
  }

  private void place(Run run, double top, Alignment alignment) {
    page.place(composer.compose(List.of(run), TypeScale.NOTE, measure(), alignment), margin, top);
  }
}
