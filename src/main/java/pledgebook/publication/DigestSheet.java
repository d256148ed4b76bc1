package pledgebook.publication;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
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
    this.margin = large ? 17 : 13;
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

  private void lay() {
    if (edition.draft()) {
      page.watermark(messages.text("booklet.draft-mark"), WATERMARK);
      place(Run.of(Notices.draft(edition)).in(Weight.BOLD), margin / 2, Alignment.LEFT);
    }
    Galley notes = notes();
    double foot = page.height() - margin - notes.height() - ABOVE_NOTES;
    for (DigestSizes sizes : DigestSizes.steps()) {
      Part masthead = masthead(sizes);
      List<List<Part>> rows = rows(sizes);
      double gap = sizes.ems(ROW_GAP);
      double room = foot - margin - masthead.height() - gap * (rows.size() + 1);
      double free = room - rows.stream().mapToDouble(DigestSheet::height).sum();
      if (free >= 0
          && masthead.fits()
          && rows.stream().flatMap(List::stream).allMatch(Part::fits)) {
        masthead.draw(margin, margin);
        draw(rows, margin + masthead.height() + gap, gap + free / rows.size());
        page.line(margin, foot, page.width() - margin, foot, 0.15, HAIR);
        page.place(notes, margin, foot + ABOVE_NOTES);
        return;
      }
    }
    throw new Failure("publication.overflow", ExitStatus.USAGE, messages.text("overflow.digest"));
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
    Galley title = composer.compose(runs, sizes.masthead(), measure(), Alignment.LEFT);
    Galley lead =
        composer.compose(FigureRuns.of(digest.lead()), sizes.lead(), measure(), Alignment.LEFT);
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
        return bar + titleHeight + lead.height() + sizes.ems(0.9);
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

  /// Blocks side by side until the twelve cells are full.
  private List<List<Part>> rows(DigestSizes sizes) {
    DigestBlocks blocks = new DigestBlocks(page, composer, sizes);
    List<List<Part>> rows = new ArrayList<>();
    int filled = 0;
    for (Block block : digest.blocks()) {
      if (filled % Digest.ROW == 0) {
        rows.add(new ArrayList<>());
      }
      filled += block.width();
      rows.getLast().add(blocks.compose(block, width(block), gutter));
    }
    return rows;
  }

  private double width(Block block) {
    return (measure() + gutter) * block.width() / Digest.ROW - gutter;
  }

  private void draw(List<List<Part>> rows, double top, double gap) {
    int next = 0;
    double y = top;
    for (List<Part> row : rows) {
      double x = margin;
      if (y > top) {
        page.line(margin, y - gap / 2, page.width() - margin, y - gap / 2, 0.3, Ink.BLACK);
      }
      for (Part part : row) {
        if (x > margin) {
          page.line(x - gutter / 2, y, x - gutter / 2, y + height(row), 0.15, HAIR);
        }
        part.draw(x, y);
        x += width(digest.blocks().get(next++)) + gutter;
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
