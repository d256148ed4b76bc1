package pledgebook.publication;

import java.util.List;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.registry.ReportingEntity;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Page;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The cover: the slogan, a ring for every promise with a red disc in it where the promise is kept,
/// the members.
final class CoverFace {
  private static final double SLOGAN_TOP = 26;
  private static final double BELOW_SLOGAN = 4;
  private static final double RINGS_TOP = 95;
  private static final int RINGS_IN_A_ROW = 5;
  private static final double RING_RADIUS = 7.6;
  private static final double MEMBERS_TOP = 158;

  private final Face face;
  private final Edition edition;
  private final Messages messages;
  private final Grid grid;

  CoverFace(Face face, Edition edition, Messages messages) {
    this.face = face;
    this.edition = edition;
    this.messages = messages;
    this.grid = face.grid();
  }

  /// Lays the face out.
  ///
  /// @throws Failure `publication.overflow` when slogan and title do not fit
  void lay() {
    face.bar();
    words();
    double step = (grid.measure() - 2 * RING_RADIUS) / (RINGS_IN_A_ROW - 1);
    rings(
        face,
        edition.statements().projects(),
        grid.down(RINGS_TOP),
        RING_RADIUS,
        step,
        RINGS_IN_A_ROW);
    members();
  }

  private void words() {
    double y = grid.down(SLOGAN_TOP);
    for (String line : edition.statements().slogan().split(" ", -1)) {
      y =
          face.place(
              List.of(Run.of(line).in(Weight.BOLD)),
              TypeScale.DISPLAY,
              grid.margin(),
              y,
              Alignment.LEFT);
    }
    double end =
        face.place(
            List.of(Run.of(edition.booklet().coverLine())),
            TypeScale.LEAD,
            grid.margin(),
            y + BELOW_SLOGAN,
            Alignment.LEFT);
    if (end > grid.down(RINGS_TOP)) {
      throw new Failure("publication.overflow", ExitStatus.USAGE, messages.text("overflow.cover"));
    }
  }

  /// A row or more of rings, from margin to margin.
  ///
  /// @param top the upper edge of the first row
  /// @param step from centre to centre
  static void rings(
      Face face, List<Statement> projects, double top, double radius, double step, int inARow) {
    Page page = face.page();
    for (int i = 0; i < projects.size(); i++) {
      double x = face.grid().margin() + radius + step * (i % inARow);
      double y = top + radius + step * Math.floorDiv(i, inARow);
      page.ring(x, y, radius, radius / 24, Ink.grey(38));
      if (projects.get(i).verdict() == ProjectVerdict.COMPLETED) {
        page.disc(x, y, radius * 0.72, Ink.RED);
      }
    }
  }

  private void members() {
    face.hairline(grid.down(MEMBERS_TOP) - 3);
    List<ReportingEntity> members = edition.round().entities();
    List<Galley> names =
        members.stream()
            .map(member ->
                face.composer()
                    .compose(
                        List.of(Run.of(member.name())),
                        TypeScale.BODY,
                        grid.measure(),
                        Alignment.LEFT))
            .toList();
    double free = grid.measure() - names.stream().mapToDouble(Galley::width).sum();
    double gap = free / Math.max(1, names.size() - 1);
    double x = grid.margin();
    for (Galley name : names) {
      face.page().place(name, x, grid.down(MEMBERS_TOP));
      x += name.width() + gap;
    }
  }
}
