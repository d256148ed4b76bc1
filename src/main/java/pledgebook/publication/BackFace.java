package pledgebook.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.Project;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.Run.Tie;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The back cover: the overall verdict, how the booklet came about, the colophon.
final class BackFace {
  private static final double OVERALL_TOP = 26;
  private static final double OVERALL_BOTTOM = 58;
  private static final double RINGS_TOP = 62;
  private static final double RING_RADIUS = 3;
  private static final double ROWS_TOP = 82;
  private static final double ROWS_BOTTOM = 165;
  private static final double BETWEEN_ROWS = 2.2;

  /// Digits of the hash on a line.
  private static final int HASH_GROUP = 32;

  private final Face face;
  private final Edition edition;
  private final Messages messages;
  private final Grid grid;

  BackFace(Face face, Edition edition, Messages messages) {
    this.face = face;
    this.edition = edition;
    this.messages = messages;
    this.grid = face.grid();
  }

  /// Lays the face out.
  ///
  /// @throws Failure `publication.overflow` when the text does not fit in the smallest size
  void lay() {
    face.bar();
    overall();
    int projects = edition.statements().projects().size();
    double step = (grid.measure() - 2 * RING_RADIUS) / Math.max(1, projects - 1);
    CoverFace.rings(
        face, edition.statements().projects(), grid.down(RINGS_TOP), RING_RADIUS, step, projects);
    face.place(
        List.of(Run.of(messages.text("booklet.legend")).in(Face.SOFT)),
        TypeScale.NOTE,
        grid.margin(),
        grid.down(RINGS_TOP) + 2 * RING_RADIUS + BETWEEN_ROWS,
        Alignment.LEFT);
    rows();
  }

  private void overall() {
    boolean all = edition.statements().allCompleted();
    List<TypeScale> scales =
        all
            ? List.of(TypeScale.DISPLAY, TypeScale.TITLE)
            : List.of(TypeScale.TITLE, TypeScale.LEAD, TypeScale.BODY, TypeScale.SMALL);
    List<Run> runs = List.of(Run.of(edition.statements().overall()).in(Weight.BOLD));
    for (TypeScale scale : scales) {
      Galley galley = face.composer().compose(runs, scale, grid.measure(), Alignment.LEFT);
      if (grid.down(OVERALL_TOP) + galley.height() <= grid.down(OVERALL_BOTTOM)) {
        face.page().place(galley, grid.margin(), grid.down(OVERALL_TOP));
        return;
      }
    }
    throw overflow();
  }

  /// A labelled line of the colophon, composed.
  private record Row(String label, Galley galley) {}

  private void rows() {
    for (TypeScale scale : List.of(TypeScale.SMALL, TypeScale.NOTE)) {
      List<Row> rows = compose(scale);
      double height = rows.stream().mapToDouble(row -> row.galley().height() + BETWEEN_ROWS).sum();
      boolean fits = rows.stream().allMatch(row -> row.galley().keepsToMeasure());
      if (fits && grid.down(ROWS_TOP) + height <= grid.down(ROWS_BOTTOM)) {
        place(rows, grid.down(ROWS_BOTTOM) - height);
        return;
      }
    }
    throw overflow();
  }

  private void place(List<Row> rows, double top) {
    double y = top;
    for (Row row : rows) {
      face.label(row.label(), row.galley().scale(), y);
      face.page().place(row.galley(), grid.column(), y);
      y += row.galley().height() + BETWEEN_ROWS;
    }
  }

  private List<Row> compose(TypeScale scale) {
    BookletDesign.Note method = edition.booklet().method();
    List<Row> rows = new ArrayList<>();
    rows.add(row(method.heading(), method.text(), scale));
    rows.add(row(messages.text("booklet.sources"), sources(), TypeScale.NOTE));
    rows.add(
        row(messages.text("booklet.data-date"), day(edition.round().dataDate()), TypeScale.NOTE));
    rows.add(row(messages.text("booklet.edition"), hash(), TypeScale.NOTE));
    rows.add(
        row(
            messages.text("booklet.program"),
            messages.text("booklet.program-text", "program", edition.program()),
            TypeScale.NOTE));
    BookletDesign.Demonstration demonstration = edition.booklet().demonstration();
    if (demonstration != null) {
      rows.add(row(demonstration.note().heading(), demonstration.note().text(), scale));
    }
    return rows;
  }

  private Row row(String label, String text, TypeScale scale) {
    return row(label, List.of(Run.of(text)), scale);
  }

  private Row row(String label, List<Run> runs, TypeScale scale) {
    Galley galley = face.composer().compose(runs, scale, grid.columnMeasure(), Alignment.JUSTIFIED);
    return new Row(label, galley);
  }

  private String hash() {
    return edition.hash().hex().replaceAll("(.{" + HASH_GROUP + "})(?!$)", "$1 ");
  }

  /// Every source once, in the order of the projects; no date is divided.
  private List<Run> sources() {
    Set<Source> sources = new LinkedHashSet<>();
    for (Project project : edition.round().projects()) {
      sources.add(new Source(project.source().publisher(), day(project.source().date())));
    }
    List<Run> runs = new ArrayList<>();
    for (Source source : sources) {
      String separator = runs.isEmpty() ? "" : messages.text("booklet.source-separator");
      runs.add(
          Run.of(separator + messages.text("booklet.source", "publisher", source.publisher())));
      runs.add(Run.of(messages.text("booklet.source-day", "day", source.day())).tied(Tie.INSIDE));
    }
    runs.add(Run.of(messages.text("booklet.source-end")));
    return runs;
  }

  private record Source(String publisher, String day) {}

  private String day(LocalDate date) {
    return messages.text(
        "day", "year", date.getYear(), "month", date.getMonthValue(), "day", date.getDayOfMonth());
  }

  private Failure overflow() {
    return new Failure("publication.overflow", ExitStatus.USAGE, messages.text("overflow.back"));
  }
}
