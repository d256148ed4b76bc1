package pledgebook.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.BookletDesign.Demonstration;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Project;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.Run.Tie;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The back cover: the overall verdict, how the booklet came about, and the colophon with the
/// edition's hash, in digits and as a QR code.
final class BackFace {
  private static final double OVERALL_TOP = 26;
  private static final double OVERALL_BOTTOM = 58;
  private static final double RINGS_TOP = 62;
  private static final double RING_RADIUS = 3;
  private static final double ROWS_TOP = 80;
  private static final double BOTTOM = 170;
  private static final double BETWEEN_ROWS = 2.6;
  private static final double ABOVE_RULE = 4;
  private static final double BELOW_RULE = 4;

  /// Fits the column of labels; a square of it is 0.39 mm.
  private static final double CODE = 14.4;

  /// Four squares of blank around the code.
  private static final double QUIET = 1.6;

  /// Where the text of a line of the colophon begins, from its label on.
  private static final double LABEL = 13.2;

  /// Digits of the hash that stand together.
  private static final int HASH_GROUP = 16;

  private final Face face;
  private final Edition edition;
  private final Grid grid;
  private final Messages messages = PublicationFailures.MESSAGES;

  BackFace(Face face, Edition edition) {
    this.face = face;
    this.edition = edition;
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
    double ringsTop = grid.down(RINGS_TOP);
    CoverFace.rings(face, edition, ringsTop, RING_RADIUS, step, projects);
    List<Run> words = List.of(Run.of(messages.text("booklet.legend")));
    Galley legend = text(words, face.soft(), grid.measure());
    face.page().place(legend, grid.margin(), ringsTop + 2 * RING_RADIUS + BETWEEN_ROWS);
    List<Line> colophon = colophonLines();
    rows(colophonTop(colophon) - BELOW_RULE - ABOVE_RULE);
    colophon(colophon);
  }

  private void overall() {
    List<TypeScale> scales =
        edition.statements().allCompleted()
            ? List.of(TypeScale.DISPLAY, TypeScale.TITLE)
            : List.of(TypeScale.TITLE, TypeScale.LEAD, TypeScale.BODY, TypeScale.SMALL);
    List<Run> runs = List.of(Run.of(edition.statements().overall()).in(Weight.BOLD).in(face.ink()));
    double top = grid.down(OVERALL_TOP);
    for (TypeScale scale : scales) {
      Galley galley = face.composer().compose(runs, scale, grid.measure(), Alignment.LEFT);
      if (top + galley.height() <= grid.down(OVERALL_BOTTOM)) {
        face.page().place(galley, grid.margin(), top, Role.HEADING);
        return;
      }
    }
    throw new Failure("publication.overflow", ExitStatus.USAGE, messages.text("overflow.overall"));
  }

  /// A line of the colophon.
  ///
  /// @param heard what is read where the line itself is not; empty otherwise
  private record Line(Galley label, Galley text, String heard) {
    double height() {
      return text.height();
    }
  }

  /// The colophon stands on the foot of the face, beside its code, under a rule.
  private double colophonTop(List<Line> lines) {
    double height = lines.stream().mapToDouble(Line::height).sum();
    return grid.down(BOTTOM) - Math.max(height, CODE);
  }

  private void colophon(List<Line> lines) {
    double y = colophonTop(lines);
    face.hairline(y - BELOW_RULE);
    code(y);
    for (Line line : lines) {
      place(line, y);
      y += line.height();
    }
  }

  private List<Line> colophonLines() {
    List<Line> lines = new ArrayList<>();
    lines.add(line("booklet.data-date", day(edition.round().dataDate()), ""));
    LocalDate asOf = edition.asOf();
    if (asOf != null) {
      lines.add(line("booklet.as-of", messages.text("booklet.as-of-text", "date", day(asOf)), ""));
    }
    String hash = edition.hash().hex();
    String grouped = hash.replaceAll("(.{" + HASH_GROUP + "})(?!$)", "$1 ");
    lines.add(line("booklet.edition", grouped, hash));
    String program = messages.text("booklet.program-text", "program", edition.program());
    lines.add(line("booklet.program", program, ""));
    return lines;
  }

  private Line line(String key, String text, String heard) {
    String label = messages.text(key);
    return new Line(
        text(List.of(Run.of(label)), face.soft(), LABEL),
        face.composer()
            .balance(
                List.of(Run.of(text).in(face.soft())),
                TypeScale.NOTE,
                grid.columnMeasure() - LABEL,
                Alignment.LEFT),
        heard.isEmpty() ? "" : label + heard);
  }

  private void place(Line line, double y) {
    Runnable drawing =
        () -> {
          face.page().place(line.label(), grid.column(), y);
          face.page().place(line.text(), grid.column() + LABEL, y);
        };
    boolean itself = line.heard().isEmpty();
    face.page()
        .block(Role.PARAGRAPH, itself ? drawing : () -> face.page().reading(line.heard(), drawing));
  }

  private void code(double top) {
    double x = grid.margin();
    if (face.isRed()) {
      double side = CODE + 2 * QUIET;
      face.page().rectangle(x - QUIET, top - QUIET, side, side, Ink.PAPER);
    }
    face.page().qrCode(edition.hash().hex(), messages.text("booklet.code"), x, top, CODE);
  }

  /// A labelled text, composed.
  ///
  /// @param place where its words stand
  private record Row(String label, Galley galley, DefinitionPlace place) {}

  private void rows(double bottom) {
    for (TypeScale scale : List.of(TypeScale.SMALL, TypeScale.NOTE)) {
      List<Row> rows = compose(scale);
      double height =
          rows.stream().mapToDouble(row -> row.galley().height()).sum()
              + BETWEEN_ROWS * (rows.size() - 1);
      boolean fits = rows.stream().allMatch(row -> row.galley().keepsToMeasure());
      if (fits && grid.down(ROWS_TOP) + height <= bottom) {
        place(rows, bottom - height);
        return;
      }
    }
    throw overflow(compose(TypeScale.NOTE));
  }

  /// Names the word that is too wide, or the longest of the texts.
  private Failure overflow(List<Row> rows) {
    Row longest = Collections.max(rows, Comparator.comparingDouble(row -> row.galley().height()));
    Row worst =
        rows.stream().filter(row -> !row.galley().keepsToMeasure()).findFirst().orElse(longest);
    return Wording.at(
        worst.place(),
        () -> {
          String tooMuch = messages.text("overflow.back", "label", worst.label());
          throw Wording.overflow(List.of(worst.galley()), tooMuch);
        });
  }

  private void place(List<Row> rows, double top) {
    double y = top;
    for (Row row : rows) {
      double labelTop = y;
      Wording.at(row.place(), () -> face.label(row.label(), row.galley().scale(), labelTop));
      face.page().place(row.galley(), grid.column(), y);
      y += row.galley().height() + BETWEEN_ROWS;
    }
  }

  private List<Row> compose(TypeScale scale) {
    BookletDesign.Note method = edition.booklet().method();
    List<Row> rows = new ArrayList<>();
    DefinitionPlace place = edition.booklet().place("method");
    rows.add(row(method.heading(), List.of(Run.of(method.text())), scale, place));
    DefinitionPlace first = edition.round().projects().getFirst().place();
    rows.add(row(messages.text("booklet.sources"), sources(), TypeScale.NOTE, first));
    Demonstration demonstration = edition.booklet().demonstration();
    if (demonstration != null) {
      List<Run> text = List.of(Run.of(demonstration.note().text()));
      place = edition.booklet().place("demonstration");
      rows.add(row(demonstration.note().heading(), text, scale, place));
    }
    return rows;
  }

  private Row row(String label, List<Run> runs, TypeScale scale, DefinitionPlace place) {
    List<Run> inked = runs.stream().map(run -> run.in(face.ink())).toList();
    Galley galley =
        Wording.at(
            place,
            () -> face.composer().compose(inked, scale, grid.columnMeasure(), Alignment.JUSTIFIED));
    return new Row(label, galley, place);
  }

  private Galley text(List<Run> runs, Ink ink, double measure) {
    List<Run> inked = runs.stream().map(run -> run.in(ink)).toList();
    return face.composer().compose(inked, TypeScale.NOTE, measure, Alignment.LEFT);
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
}
