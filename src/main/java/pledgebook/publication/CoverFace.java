package pledgebook.publication;

import java.util.List;
import java.util.stream.Stream;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.registry.ReportingEntity;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The cover: the slogan, a ring for every promise with a disc in it where the promise is kept, the
/// members.
final class CoverFace {
  private static final double SLOGAN_TOP = 26;
  private static final double BELOW_SLOGAN = 4;
  private static final double RINGS_TOP = 95;
  private static final int RINGS_IN_A_ROW = 5;
  private static final double RING_RADIUS = 7.6;
  private static final double MEMBERS_TOP = 158;

  private final Face face;
  private final Edition edition;
  private final Grid grid;
  private final Messages messages = PublicationFailures.MESSAGES;

  CoverFace(Face face, Edition edition) {
    this.face = face;
    this.edition = edition;
    this.grid = face.grid();
  }

  /// Lays the face out.
  ///
  /// @throws Failure `publication.overflow` when slogan and line do not fit
  void lay() {
    face.bar();
    words();
    double step = (grid.measure() - 2 * RING_RADIUS) / (RINGS_IN_A_ROW - 1);
    rings(face, edition, grid.down(RINGS_TOP), RING_RADIUS, step, RINGS_IN_A_ROW);
    members();
  }

  private void words() {
    List<Galley> slogan =
        edition
            .statements()
            .slogan()
            .lines()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .map(this::slogan)
            .toList();
    Galley line =
        Wording.at(
            edition.booklet().place("cover.line"),
            () -> compose(Run.of(edition.booklet().coverLine()), TypeScale.LEAD));
    double top = grid.down(SLOGAN_TOP);
    double height = slogan.stream().mapToDouble(Galley::height).sum();
    double end = top + height + BELOW_SLOGAN + line.height();
    if (end > grid.down(RINGS_TOP)
        || !line.keepsToMeasure()
        || !slogan.stream().allMatch(Galley::keepsToMeasure)) {
      throw overflow(slogan, line);
    }
    face.page().block(Role.HEADING, () -> place(slogan, top));
    face.page().place(line, grid.margin(), top + height + BELOW_SLOGAN);
  }

  private Galley slogan(String words) {
    return Wording.at(
        edition.round().place("slogan"),
        () -> compose(Run.of(words).in(Weight.BOLD), TypeScale.DISPLAY));
  }

  /// Words wider than their line are named with their place, the rest with both.
  private Failure overflow(List<Galley> slogan, Galley line) {
    String places =
        messages.text(
            "overflow.cover",
            "line",
            Wording.told(edition.booklet().place("cover.line")),
            "slogan",
            Wording.told(edition.round().place("slogan")));
    return Wording.overflow(Stream.concat(slogan.stream(), Stream.of(line)).toList(), places);
  }

  private Galley compose(Run run, TypeScale scale) {
    return face.composer()
        .balance(List.of(run.in(face.ink())), scale, grid.measure(), Alignment.LEFT);
  }

  private void place(List<Galley> lines, double top) {
    double y = top;
    for (Galley line : lines) {
      face.page().place(line, grid.margin(), y);
      y += line.height();
    }
  }

  /// A row or more of rings, from margin to margin.
  ///
  /// @param top the upper edge of the first row
  /// @param step from centre to centre
  static void rings(
      Face face, Edition edition, double top, double radius, double step, int inARow) {
    List<Statement> projects = edition.statements().projects();
    long completed = projects.stream().filter(CoverFace::isCompleted).count();
    String description =
        PublicationFailures.MESSAGES.text(
            "booklet.rings", "all", projects.size(), "completed", completed);
    double rows = Math.ceilDiv(projects.size(), inARow);
    double height = 2 * radius + step * (rows - 1);
    face.page()
        .figure(
            description,
            face.grid().margin(),
            top,
            face.grid().measure(),
            height,
            () -> draw(face, projects, top, radius, step, inARow));
  }

  private static void draw(
      Face face, List<Statement> projects, double top, double radius, double step, int inARow) {
    Page page = face.page();
    for (int i = 0; i < projects.size(); i++) {
      double x = face.grid().margin() + radius + step * (i % inARow);
      double y = top + radius + step * Math.floorDiv(i, inARow);
      page.ring(x, y, radius, radius / 24, face.isRed() ? Ink.PAPER : Ink.grey(38));
      if (isCompleted(projects.get(i))) {
        page.disc(x, y, radius * 0.72, face.accent());
      }
    }
  }

  private static boolean isCompleted(Statement statement) {
    return statement.verdict() == ProjectVerdict.COMPLETED;
  }

  private void members() {
    face.hairline(grid.down(MEMBERS_TOP) - 3);
    List<Galley> names =
        edition.round().entities().stream()
            .map(ReportingEntity::name)
            .map(name ->
                Wording.at(
                    edition.round().place("entities"), () -> compose(Run.of(name), TypeScale.BODY)))
            .toList();
    double free = grid.measure() - names.stream().mapToDouble(Galley::width).sum();
    double gap = free / Math.max(1, names.size() - 1);
    face.page().block(Role.PARAGRAPH, () -> placeBeside(names, gap));
  }

  private void placeBeside(List<Galley> names, double gap) {
    double x = grid.margin();
    for (Galley name : names) {
      face.page().place(name, x, grid.down(MEMBERS_TOP));
      x += name.width() + gap;
    }
  }
}
