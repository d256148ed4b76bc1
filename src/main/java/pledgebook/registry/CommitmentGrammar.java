package pledgebook.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.BoundFigure.Role;
import pledgebook.registry.Sentence.Figure;
import pledgebook.vocabulary.IndicatorCode;

/// Binds every figure of a commitment: to a target (equal in value, its unit behind it, within its
/// clause), to the start of raised_to, to a quoted constant, or to the year.
public final class CommitmentGrammar {
  private final int year;
  private final String commitment;
  private final Sentence sentence;
  private final Map<Figure, BoundFigure> bound = new HashMap<>();
  private final Map<IndicatorCode, Figure> targets = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CommitmentGrammar(int year, Project project, List<Indicator> indicators) {
    this.year = year;
    this.commitment = project.commitment();
    this.sentence = new Sentence(commitment);
    bindQuoted(project.quoted());
    indicators.forEach(this::bindTarget);
    bindYear();
  }

  /// The figures of a project's commitment in the order they stand there.
  public static List<BoundFigure> figures(Round round, Project project) {
    return new CommitmentGrammar(round.year(), project, round.indicatorsOf(project)).bound();
  }

  static CommitmentGrammar of(int year, Project project, List<Indicator> indicators) {
    return new CommitmentGrammar(year, project, indicators);
  }

  /// A target that does not fit the sentence.
  ///
  /// @param rule the code without the room
  /// @param field the key below the indicator, such as `target.value`
  /// @param holes of the message
  record Problem(String rule, Indicator indicator, String field, List<Object> holes) {}

  List<BoundFigure> bound() {
    return bound.values().stream().sorted(Comparator.comparingInt(BoundFigure::start)).toList();
  }

  List<Problem> problems() {
    return problems;
  }

  /// The figures nothing in the definition accounts for.
  List<Figure> unbound() {
    return sentence.figures().stream().filter(f -> !bound.containsKey(f)).toList();
  }

  /// The figure a target is bound to; empty where it has none or it was not found.
  Optional<Figure> figureOf(Indicator indicator) {
    return Optional.ofNullable(targets.get(indicator.code()));
  }

  Sentence sentence() {
    return sentence;
  }

  /// Tells whether a figure lies whole within an occurrence of a quoted constant.
  static boolean isQuoted(String text, Figure figure, List<Project.Quoted> quoted) {
    return quoted.stream().anyMatch(q -> covers(text, q.text(), figure));
  }

  private static boolean covers(String text, String constant, Figure figure) {
    for (int at = text.indexOf(constant); at >= 0; at = text.indexOf(constant, at + 1)) {
      if (at <= figure.start() && figure.end() <= at + constant.length()) {
        return true;
      }
    }
    return false;
  }

  private void bindQuoted(List<Project.Quoted> quoted) {
    for (Figure figure : sentence.figures()) {
      if (isQuoted(commitment, figure, quoted)) {
        bind(figure, Role.QUOTED, null);
      }
    }
  }

  private void bindYear() {
    for (Figure figure : unbound()) {
      if (figure.text().equals(Integer.toString(year)) && sentence.isFollowedBy(figure, "年")) {
        bind(figure, Role.YEAR, null);
      }
    }
  }

  private void bindTarget(Indicator indicator) {
    Target target = indicator.target();
    if (target == null || !clauseIsThere(indicator, target) || target.value() == null) {
      return;
    }
    List<Figure> candidates = candidates(indicator, target.value(), target.clause());
    String value = target.value().toPlainString() + indicator.unit();
    if (candidates.isEmpty()) {
      problem("target-not-found", indicator, "target.value", "value", value);
    } else if (candidates.size() > 1) {
      problem("target-ambiguous", indicator, "target.value", "value", value);
    } else {
      bindTarget(indicator, target, candidates.getFirst());
    }
  }

  private void bindTarget(Indicator indicator, Target target, Figure figure) {
    BoundFigure before = bound.get(figure);
    if (before == null) {
      bind(figure, Role.TARGET, indicator.code());
    } else if (!sentence.before(figure).contains("各")) {
      problem(
          "figure-shared", indicator, "target.value", "other", String.valueOf(before.indicator()));
      return;
    }
    targets.put(indicator.code(), figure);
    if (target.from() != null) {
      bindFrom(indicator, target.from(), figure);
    }
  }

  private void bindFrom(Indicator indicator, BigDecimal from, Figure target) {
    candidates(indicator, from, null).stream()
        .filter(f -> f.end() <= target.start() && sentence.together(f.start(), target.start()))
        .findFirst()
        .ifPresentOrElse(
            figure -> bind(figure, Role.FROM, indicator.code()),
            () ->
                problem(
                    "from-not-found",
                    indicator,
                    "target.from",
                    "value",
                    from.toPlainString() + indicator.unit()));
  }

  /// Figures of the value and the unit, within the clause where one is named. A ratio has no unit
  /// in prose.
  private List<Figure> candidates(Indicator indicator, BigDecimal value, @Nullable String clause) {
    int start = clause == null ? 0 : commitment.indexOf(clause);
    int end = clause == null ? commitment.length() : start + clause.length();
    String unit = indicator.kind() == Kind.RATIO ? "" : indicator.unit().symbol();
    return sentence.figures().stream()
        .filter(f -> start <= f.start() && f.end() <= end)
        .filter(this::isFree)
        .filter(f -> f.is(value) && sentence.isFollowedBy(f, unit))
        .toList();
  }

  private boolean isFree(Figure figure) {
    BoundFigure before = bound.get(figure);
    return before == null || before.role() == Role.TARGET;
  }

  private boolean clauseIsThere(Indicator indicator, Target target) {
    if (target.clause() == null || commitment.contains(target.clause())) {
      return true;
    }
    problem("clause-not-found", indicator, "target.clause", "clause", target.clause());
    return false;
  }

  private void bind(Figure figure, Role role, @Nullable IndicatorCode indicator) {
    bound.put(figure, new BoundFigure(figure.start(), figure.end(), role, indicator));
  }

  private void problem(String rule, Indicator indicator, String field, Object... holes) {
    problems.add(new Problem(rule, indicator, field, List.of(holes)));
  }
}
