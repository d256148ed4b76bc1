package pledgebook.statement;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.ProjectVerdict;

/// What the booklet says of one project.
///
/// @param commitment 实事目标
/// @param completion 完成情况
/// @param responsible 责任单位: a line per member, such as 上海市：市发展改革委、市交通委
/// @param exceeded the project is completed and a committed indicator went beyond its figure
/// @param aspirationMissed an aspiration (力争) was missed
/// @param sourceNote a line on the wording, such as ※据公开报道整理; null for official text
public record Statement(
    int project,
    String title,
    List<Span> commitment,
    List<Span> completion,
    List<String> responsible,
    ProjectVerdict verdict,
    boolean exceeded,
    boolean aspirationMissed,
    @Nullable String sourceNote) {

  public Statement {
    commitment = List.copyOf(commitment);
    completion = List.copyOf(completion);
    responsible = List.copyOf(responsible);
  }

  /// The figures in the order they are printed.
  public List<Figure> figures() {
    return Span.figures(Stream.concat(commitment.stream(), completion.stream()).toList());
  }

  /// The characters of a sentence.
  public static String text(List<Span> spans) {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
