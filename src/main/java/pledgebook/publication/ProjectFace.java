package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.typesetting.Weight;
import pledgebook.vocabulary.Messages;

/// The face of one project: number and title, what was promised, what was done, who answers for it,
/// the verdict.
final class ProjectFace {
  private static final double TITLE_TOP = 25;

  /// The blocks begin here under a title of one or two lines; a longer one pushes them down.
  private static final double BLOCKS_TOP = 48;

  private static final double BLOCKS_BOTTOM = 146;
  private static final double BELOW_TITLE = 6;
  private static final double BETWEEN_BLOCKS = 4.6;
  private static final double VERDICT_TOP = 151;
  private static final double SEAL = 13;
  private static final double SEAL_FRAME = 0.35;

  private final Face face;
  private final Statement statement;
  private final Messages messages;

  ProjectFace(Face face, Statement statement, Messages messages) {
    this.face = face;
    this.statement = statement;
    this.messages = messages;
  }

  /// Lays the face out.
  ///
  /// @throws Failure `publication.overflow` when the text does not fit in the smallest size
  void lay() {
    double top = Math.max(BLOCKS_TOP, head() + BELOW_TITLE);
    blocks(top);
    verdict();
  }

  private double head() {
    face.bar();
    double baseline = TITLE_TOP + TypeScale.TITLE.baseline();
    face.place(
        List.of(Run.of(Integer.toString(statement.project())).in(Weight.LIGHT)),
        TypeScale.NUMERAL,
        Face.MARGIN,
        baseline - TypeScale.NUMERAL.baseline(),
        Alignment.LEFT);
    Galley title =
        face.composer()
            .balance(
                TitleWords.of(statement).stream().map(run -> run.in(Weight.BOLD)).toList(),
                TypeScale.TITLE,
                Face.COLUMN_MEASURE,
                Alignment.LEFT);
    face.page().place(title, Face.COLUMN, TITLE_TOP);
    return TITLE_TOP + title.height();
  }

  /// A labelled part of the face, composed.
  private record Block(String label, List<Galley> galleys) {
    double height() {
      return galleys.stream().mapToDouble(Galley::height).sum();
    }

    boolean keepsToMeasure() {
      return galleys.stream().allMatch(Galley::keepsToMeasure);
    }
  }

  private void blocks(double top) {
    for (TypeScale scale : TypeScale.bodySteps()) {
      List<Block> blocks = compose(scale);
      double gaps = BETWEEN_BLOCKS * (blocks.size() - 1);
      double height = blocks.stream().mapToDouble(Block::height).sum() + gaps;
      if (top + height <= BLOCKS_BOTTOM && blocks.stream().allMatch(Block::keepsToMeasure)) {
        place(blocks, top);
        return;
      }
    }
    throw new Failure(
        "publication.overflow",
        ExitStatus.USAGE,
        messages.text("overflow", "number", statement.project(), "title", statement.title()));
  }

  private List<Block> compose(TypeScale scale) {
    List<Galley> commitment = new ArrayList<>();
    commitment.add(text(runs(statement.commitment()), scale));
    String note = statement.sourceNote();
    if (note != null) {
      commitment.add(text(List.of(Run.of(note).in(Face.SOFT)), TypeScale.NOTE));
    }
    List<Galley> completion = List.of(text(runs(statement.completion()), scale));
    List<Galley> responsible =
        statement.responsible().stream()
            .map(line -> text(List.of(Run.of(line)), responsible(scale)))
            .toList();
    return List.of(
        new Block("booklet.commitment", commitment),
        new Block("booklet.completion", completion),
        new Block("booklet.responsible", responsible));
  }

  /// The responsible units stand a little smaller than the text.
  private static TypeScale responsible(TypeScale body) {
    return body.points() > TypeScale.SMALL.points() ? TypeScale.SMALL : body;
  }

  private Galley text(List<Run> runs, TypeScale scale) {
    return face.composer().compose(runs, scale, Face.COLUMN_MEASURE, Alignment.JUSTIFIED);
  }

  private void place(List<Block> blocks, double top) {
    double y = top;
    for (Block block : blocks) {
      if (!block.galleys().isEmpty()) {
        face.label(messages.text(block.label()), block.galleys().getFirst().scale(), y);
      }
      for (Galley galley : block.galleys()) {
        face.page().place(galley, Face.COLUMN, y);
        y += galley.height();
      }
      y += BETWEEN_BLOCKS;
    }
  }

  private void verdict() {
    face.hairline(VERDICT_TOP - 3);
    boolean completed = statement.verdict() == ProjectVerdict.COMPLETED;
    if (completed) {
      face.page().rectangle(Face.MARGIN, VERDICT_TOP, SEAL, SEAL, Ink.RED);
    } else {
      face.page().frame(Face.MARGIN, VERDICT_TOP, SEAL, SEAL, SEAL_FRAME, Ink.BLACK);
    }
    Galley word =
        face.composer()
            .compose(
                List.of(
                    Run.of(statement.verdict().label())
                        .in(Weight.BOLD)
                        .in(completed ? Ink.PAPER : Ink.BLACK)),
                TypeScale.BODY,
                SEAL,
                Alignment.CENTRED);
    double middle = VERDICT_TOP + SEAL / 2;
    face.page().place(word, Face.MARGIN, middle - word.height() / 2);
    Galley sentence = text(List.of(Run.of(sentence())), TypeScale.SMALL);
    face.page().place(sentence, Face.COLUMN, middle - sentence.height() / 2);
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
    boolean partly = statement.exceeded() && statement.verdict() != ProjectVerdict.COMPLETED;
    return partly ? sentence + messages.text("booklet.verdict.exceeded-partly") : sentence;
  }

  /// Compared figures red, other figures bold black, each kept with what is tied to it.
  private static List<Run> runs(List<Span> spans) {
    List<Run> runs = new ArrayList<>();
    for (Span span : spans) {
      switch (span) {
        case Span.Words words -> runs.add(Run.of(words.text()));
        case Span.Bound bound -> runs.addAll(figure(bound.figure()));
      }
    }
    return runs;
  }

  private static List<Run> figure(Figure figure) {
    Run.Tie tie = figure.tied().isEmpty() ? Run.Tie.INSIDE : Run.Tie.ONWARD;
    Run printed = Run.of(figure.text()).in(Weight.BOLD).tied(tie);
    return List.of(
        figure.compared() ? printed.in(Ink.RED).to(FigurePlaces.link(figure)) : printed,
        Run.of(figure.tied()).tied(Run.Tie.INSIDE));
  }
}
