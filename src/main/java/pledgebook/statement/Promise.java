package pledgebook.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the announcement of a round says of one project: the promise alone.
///
/// @param commitment 实事目标
/// @param responsible 责任单位: a line per member, such as 上海市：市发展改革委、市交通委
/// @param sourceNote a line on the wording, such as ※据公开报道整理; null for official text
public record Promise(
    int project,
    String title,
    List<Span> commitment,
    List<String> responsible,
    @Nullable String sourceNote) {

  public Promise {
    commitment = List.copyOf(commitment);
    responsible = List.copyOf(responsible);
  }

  /// The figures in the order they are printed.
  public List<Figure> figures() {
    return Span.figures(commitment);
  }
}
