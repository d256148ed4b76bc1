package pledgebook.statement;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;

/// Everything the edition says in sentences.
///
/// @param slogan 共同承诺 年度呈现
/// @param title the line on the cover, such as 2024年度长三角一体化实事项目完成情况
/// @param projects in order of their numbers
/// @param overall 全部完成, or a sentence that says which projects are not, and why
/// @param allCompleted every project is completed
/// @param findings what could not be said as declared, such as a 超 whose value is not above
/// @param digest 数说; null where the year has none
public record Statements(
    String slogan,
    String title,
    List<Statement> projects,
    String overall,
    boolean allCompleted,
    List<Finding> findings,
    @Nullable DigestStatement digest) {
  public Statements {
    projects = List.copyOf(projects);
    findings = List.copyOf(findings);
  }

  /// The digest, where the year has one.
  public Optional<DigestStatement> findDigest() {
    return Optional.ofNullable(digest);
  }

  /// Every bound figure of the booklet in the order it is printed.
  public List<Figure> figures() {
    return projects.stream().flatMap(p -> p.figures().stream()).toList();
  }
}
