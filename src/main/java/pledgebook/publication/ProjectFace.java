package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.BookletDesign.ProjectLayout;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Role;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The face of one project: number and title, what was promised, what was done, both drawn against
/// each other, who answers for it, the verdict.
final class ProjectFace {
  private static final double TITLE_TOP = 24.5;

  /// The blocks begin here under a title of one or two lines; a longer one pushes them down.
  private static final double BLOCKS_TOP = 44;

  private static final double BLOCKS_BOTTOM = 148;
  private static final double BELOW_TITLE = 6;
  private static final double BETWEEN_BLOCKS = 6;
  private static final double BETWEEN_BLOCKS_SNUG = 4;
  private static final double VERDICT_TOP = 153.5;
  private static final double BELOW_RULE = 3.2;
  private static final double SEAL = 11.5;
  private static final double SEAL_FRAME = 0.35;

  /// How a face may be arranged, best first; what does not fit the last is refused. A face never
  /// goes on to another page: the folded sheet has twelve.
  ///
  /// @param runOn the responsible units follow each other in one paragraph
  private record Arrangement(TypeScale body, double between, boolean runOn) {}

  private static final List<Arrangement> ARRANGEMENTS =
      List.of(
          new Arrangement(TypeScale.BODY, BETWEEN_BLOCKS, false),
          new Arrangement(TypeScale.BODY, BETWEEN_BLOCKS_SNUG, false),
          new Arrangement(TypeScale.BODY_SNUG, BETWEEN_BLOCKS_SNUG, false),
          new Arrangement(TypeScale.SMALL, BETWEEN_BLOCKS_SNUG, false),
          new Arrangement(TypeScale.SMALL, BETWEEN_BLOCKS_SNUG, true),
          new Arrangement(TypeScale.NOTE, BETWEEN_BLOCKS_SNUG, true));

  private final Face face;
  private final Statement statement;
  private final List<Gauge> gauges;
  private final BookletDesign design;
  private final Grid grid;
  private final Messages messages = PublicationFailures.MESSAGES;

  ProjectFace(Face face, Edition edition, Statement statement) {
    this.face = face;
    this.statement = statement;
    this.gauges = Charts.of(edition, statement);
    this.design = edition.booklet();
    this.grid = face.grid();
  }

  /// Lays the face out.
  ///
  /// @throws Failure `publication.overflow` when the text does not fit in the smallest size
  void lay() {
    List<Galley> title = title();
    double height = title.stream().mapToDouble(Galley::height).sum();
    face.page().block(Role.HEADING, () -> head(title));
    double below = grid.down(TITLE_TOP) + height + BELOW_TITLE;
    blocks(Math.max(grid.down(BLOCKS_TOP), below));
    verdict();
  }

  /// As booklet.yml divides it, else at sense.
  private List<Galley> title() {
    List<String> lines =
        design.layout(statement.project()).map(ProjectLayout::titleLines).orElse(List.of());
    List<List<Run>> parts =
        lines.isEmpty()
            ? List.of(TitleWords.of(statement))
            : lines.stream().map(line -> List.of(Run.of(line))).toList();
    List<Galley> title = parts.stream().map(this::titlePart).toList();
    boolean asDivided = lines.isEmpty() || title.stream().allMatch(g -> g.lines().size() == 1);
    if (!asDivided || !title.stream().allMatch(Galley::keepsToMeasure)) {
      throw Wording.overflow(asDivided ? title : List.of(), told("overflow.title"));
    }
    return title;
  }

  private Galley titlePart(List<Run> runs) {
    return face.composer()
        .balance(
            runs.stream().map(run -> run.in(Weight.BOLD)).toList(),
            TypeScale.TITLE,
            grid.columnMeasure(),
            Alignment.LEFT);
  }

  private void head(List<Galley> title) {
    face.bar();
    double top = grid.down(TITLE_TOP);
    face.place(
        List.of(Run.of(Integer.toString(statement.project())).in(Weight.LIGHT)),
        TypeScale.NUMERAL,
        grid.margin(),
        top + TypeScale.TITLE.baseline() - TypeScale.NUMERAL.baseline(),
        Alignment.LEFT);
    double y = top;
    for (Galley part : title) {
      face.page().place(part, grid.column(), y);
      y += part.height();
    }
  }

  /// A labelled part of the face, composed: text, and a chart below it where there is one.
  private record Block(String label, List<Galley> galleys, List<ChartBlock> charts) {
    double height() {
      return galleys.stream().mapToDouble(Galley::height).sum()
          + charts.stream().mapToDouble(ChartBlock::height).sum();
    }

    boolean keepsToMeasure() {
      return galleys.stream().allMatch(Galley::keepsToMeasure)
          && charts.stream().allMatch(ChartBlock::keepsToMeasure);
    }
  }

  private void blocks(double top) {
    for (Arrangement arrangement : ARRANGEMENTS) {
      List<Block> blocks = compose(arrangement);
      double gaps = arrangement.between() * (blocks.size() - 1);
      double height = blocks.stream().mapToDouble(Block::height).sum() + gaps;
      if (top + height <= grid.down(BLOCKS_BOTTOM)
          && blocks.stream().allMatch(Block::keepsToMeasure)) {
        place(blocks, top, arrangement.between());
        return;
      }
    }
    List<Galley> smallest =
        compose(ARRANGEMENTS.getLast()).stream().flatMap(b -> b.galleys().stream()).toList();
    throw Wording.overflow(smallest, told("overflow"));
  }

  private String told(String key) {
    return messages.text(key, "number", statement.project(), "title", statement.title());
  }

  private List<Block> compose(Arrangement arrangement) {
    TypeScale scale = arrangement.body();
    List<Galley> commitment = new ArrayList<>();
    commitment.add(text(FigureRuns.linked(statement.commitment()), scale));
    String note = statement.sourceNote();
    if (note != null) {
      commitment.add(text(List.of(Run.of(note).in(Face.SOFT)), TypeScale.NOTE));
    }
    List<Galley> completion = List.of(text(FigureRuns.linked(statement.completion()), scale));
    List<ChartBlock> charts =
        gauges.isEmpty() ? List.of() : List.of(ChartBlock.of(face, gauges, scale, design.chart()));
    return List.of(
        new Block(design.headings().commitment(), commitment, List.of()),
        new Block(design.headings().completion(), completion, charts),
        new Block(design.headings().responsible(), responsible(arrangement), List.of()));
  }

  /// The responsible units stand a little smaller than the text, a line for each member.
  private List<Galley> responsible(Arrangement arrangement) {
    TypeScale body = arrangement.body();
    TypeScale scale = body.points() > TypeScale.SMALL.points() ? TypeScale.SMALL : body;
    List<String> lines =
        arrangement.runOn()
            ? List.of(String.join(messages.text("booklet.run-on"), statement.responsible()))
            : statement.responsible();
    return lines.stream().map(line -> text(List.of(Run.of(line)), scale)).toList();
  }

  private Galley text(List<Run> runs, TypeScale scale) {
    return face.composer().compose(runs, scale, grid.columnMeasure(), Alignment.JUSTIFIED);
  }

  private void place(List<Block> blocks, double top, double between) {
    double y = top;
    for (Block block : blocks) {
      if (!block.galleys().isEmpty()) {
        double labelTop = y;
        Wording.at(
            design.place("headings"),
            () -> face.label(block.label(), block.galleys().getFirst().scale(), labelTop));
      }
      for (Galley galley : block.galleys()) {
        face.page().place(galley, grid.column(), y);
        y += galley.height();
      }
      for (ChartBlock chart : block.charts()) {
        chart.place(y);
        y += chart.height();
      }
      y += between;
    }
  }

  private void verdict() {
    double top = grid.down(VERDICT_TOP);
    face.hairline(top - BELOW_RULE);
    boolean completed = statement.verdict() == ProjectVerdict.COMPLETED;
    if (completed) {
      face.page().rectangle(grid.margin(), top, SEAL, SEAL, Ink.RED);
    } else {
      face.page().frame(grid.margin(), top, SEAL, SEAL, SEAL_FRAME, Ink.BLACK);
    }
    Galley word = verdictWord(completed ? Ink.PAPER : Ink.BLACK);
    double middle = top + SEAL / 2;
    Galley sentence = text(List.of(Run.of(sentence())), TypeScale.SMALL);
    face.page().place(word, grid.margin(), middle - word.height() / 2, Role.SUBHEADING);
    face.page().place(sentence, grid.column(), middle - sentence.height() / 2);
  }

  private Galley verdictWord(Ink ink) {
    String word = statement.verdict().label();
    TypeScale scale = word.length() > 2 ? TypeScale.SMALL : TypeScale.BODY;
    List<Run> runs = List.of(Run.of(word).in(Weight.BOLD).in(ink));
    return face.composer().compose(runs, scale, SEAL, Alignment.CENTRED);
  }

  private String sentence() {
    String key =
        switch (statement.verdict()) {
          case COMPLETED -> statement.exceeded() ? "exceeded" : "completed";
          case MISSED -> "missed";
          case NOT_REPORTED -> "not-reported";
          case IN_DOUBT -> "in-doubt";
        };
    String sentence = messages.text("booklet.verdict." + key);
    return statement.aspirationMissed()
        ? sentence + messages.text("booklet.verdict.aspiration-missed")
        : sentence;
  }
}
