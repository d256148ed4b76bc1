package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.Weight;

/// Sentences as they are set: compared figures red, other figures bold black, each kept with what
/// is tied to it.
final class FigureRuns {
  private FigureRuns() {}

  static List<Run> of(List<Span> spans) {
    return of(spans, FigureRuns::printed);
  }

  /// The same, each compared figure leading to its line in the annex.
  static List<Run> linked(List<Span> spans) {
    return of(
        spans,
        figure ->
            figure.compared() ? printed(figure).to(FigurePlaces.link(figure)) : printed(figure));
  }

  private static List<Run> of(List<Span> spans, Function<Figure, Run> printed) {
    List<Run> runs = new ArrayList<>();
    for (Span span : spans) {
      switch (span) {
        case Span.Words words -> runs.add(Run.of(words.text()));
        case Span.Bound bound -> {
          Figure figure = bound.figure();
          runs.add(printed.apply(figure));
          runs.add(Run.of(figure.tied()).tied(Run.Tie.INSIDE));
        }
      }
    }
    return runs;
  }

  /// The ink of a figure.
  static Ink ink(Figure figure) {
    return figure.compared() ? Ink.RED : Ink.BLACK;
  }

  private static Run printed(Figure figure) {
    Run.Tie tie = figure.tied().isEmpty() ? Run.Tie.INSIDE : Run.Tie.ONWARD;
    return Run.of(figure.text()).in(Weight.BOLD).in(ink(figure)).tied(tie);
  }
}
