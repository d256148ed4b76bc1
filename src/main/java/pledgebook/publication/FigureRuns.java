package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
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
    List<Run> runs = new ArrayList<>();
    for (Span span : spans) {
      switch (span) {
        case Span.Words words -> runs.add(Run.of(words.text()));
        case Span.Bound bound -> runs.addAll(figure(bound.figure()));
      }
    }
    return runs;
  }

  /// The ink of a figure.
  static Ink ink(Figure figure) {
    return figure.compared() ? Ink.RED : Ink.BLACK;
  }

  private static List<Run> figure(Figure figure) {
    Run.Tie tie = figure.tied().isEmpty() ? Run.Tie.INSIDE : Run.Tie.ONWARD;
    return List.of(
        Run.of(figure.text()).in(Weight.BOLD).in(ink(figure)).tied(tie),
        Run.of(figure.tied()).tied(Run.Tie.INSIDE));
  }
}
