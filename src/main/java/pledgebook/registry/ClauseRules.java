package pledgebook.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.registry.Project.Quoted;
import pledgebook.registry.Sentence.Counted;
import pledgebook.registry.Sentence.Window;
import pledgebook.registry.Target.Comparator;
import pledgebook.vocabulary.IndicatorCode;

/// Rules on a clause that is to be printed, in a completion or in the digest: every digit is bound.
final class ClauseRules {
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern BRACES = Pattern.compile("\\{\\{|}}");
  private static final Pattern QUALIFIER = Pattern.compile("(超过|超|逾|突破|不少于|不足|将近|接近|近|大约|约)\\s*$");

  /// Right behind the hole; 余 and 多 make another figure of it.
  private static final Pattern BEHIND = Pattern.compile("^(余|多|以上|以内|之内|以下|左右|上下)");

  /// Behind the unit, where 多 may begin another word.
  private static final Pattern BEHIND_UNIT = Pattern.compile("^(余|以上|以内|之内|以下|左右|上下)");

  private static final Pattern END_MARK = Pattern.compile("[；。;！]\\s*$");
  private static final String YEAR = "year";

  private final Predicate<String> declared;
  private final Function<IndicatorCode, Optional<Indicator>> indicators;
  private final String unboundFigure;
  private final Faults faults;

  /// @param declared tells whether an indicator is declared, readable or not
  /// @param indicators those that could be read
  /// @param unboundFigure the rule that a digit bound to nothing breaks
  ClauseRules(
      Predicate<String> declared,
      Function<IndicatorCode, Optional<Indicator>> indicators,
      String unboundFigure,
      Faults faults) {
    this.declared = declared;
    this.indicators = indicators;
    this.unboundFigure = unboundFigure;
    this.faults = faults;
  }

  void check(Clause clause, List<Quoted> quoted) {
    holes(clause);
    windows(clause);
    claims(clause);
    marks(clause);
    digits(clause, quoted);
  }

  /// What is bound in a clause, in order: codes of indicators and `year`.
  static List<String> bound(Clause clause) {
    return HOLE.matcher(clause.text()).results().map(hole -> hole.group(1)).toList();
  }

  /// The text behind the hole of an indicator; empty where it has none.
  static String behind(Clause clause, IndicatorCode code) {
    Matcher hole = HOLE.matcher(clause.text());
    while (hole.find()) {
      if (hole.group(1).equals(code.value())) {
        return clause.text().substring(hole.end());
      }
    }
    return "";
  }

  private void holes(Clause clause) {
    Matcher matcher = HOLE.matcher(clause.text());
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name.equals(YEAR)) {
        continue;
      }
      if (!declared.test(name)) {
        faults.add("hole-unknown", clause.place(), "found", name);
      } else if (IndicatorCode.isWellFormed(name)) {
        indicators
            .apply(new IndicatorCode(name))
            .filter(i -> !i.kind().hasFigure())
            .ifPresent(i ->
                faults.add(
                    "hole-without-figure",
                    clause.place(),
                    "indicator",
                    name,
                    "kind",
                    IndicatorRules.word(i.kind())));
      }
      qualifier(clause, matcher);
    }
  }

  /// 新增 and 累计 before a figure say over which time it counts, as in a promise.
  private void windows(Clause clause) {
    String text = HOLE.matcher(clause.text()).replaceAll(m -> "0".repeat(m.group().length()));
    Sentence sentence = new Sentence(text);
    Matcher hole = HOLE.matcher(clause.text());
    while (hole.find()) {
      int start = hole.start();
      String name = hole.group(1);
      sentence.figures().stream()
          .filter(figure -> figure.start() == start)
          .flatMap(figure -> sentence.counted(figure).stream())
          .forEach(counted -> indicator(name).ifPresent(i -> window(clause, i, counted)));
    }
  }

  private void window(Clause clause, Indicator indicator, Counted counted) {
    if (CommitmentRules.contradicts(indicator, counted)) {
      faults.add(
          counted.window() == Window.YEAR ? "said-of-year" : "said-of-total",
          clause.place(),
          "word",
          counted.word(),
          "indicator",
          indicator.code(),
          "kind",
          IndicatorRules.word(indicator.kind()));
    }
  }

  /// 超, 近 and 余 belong to the figure (printed.qualifier), or they would stand there twice or
  /// untested.
  private void qualifier(Clause clause, Matcher hole) {
    qualifier(clause, hole, QUALIFIER.matcher(clause.text().substring(0, hole.start())));
    String behind = clause.text().substring(hole.end());
    qualifier(clause, hole, BEHIND.matcher(behind));
    indicator(hole.group(1))
        .map(i -> i.unit().symbol())
        .filter(unit -> !unit.isEmpty() && behind.startsWith(unit))
        .ifPresent(
            unit -> qualifier(clause, hole, BEHIND_UNIT.matcher(behind.substring(unit.length()))));
  }

  private void qualifier(Clause clause, Matcher hole, Matcher word) {
    if (word.find()) {
      faults.add(
          "qualifier-in-text", clause.place(), "word", word.group(1), "indicator", hole.group(1));
    }
  }

  private Optional<Indicator> indicator(String name) {
    return IndicatorCode.isWellFormed(name)
        ? indicators.apply(new IndicatorCode(name))
        : Optional.empty();
  }

  /// 全覆盖 and 首个 say something that has to be judged, or it would be printed untested.
  private void claims(Clause clause) {
    Set<String> names = new TreeSet<>(bound(clause));
    clause.restsOn().forEach(code -> names.add(code.value()));
    List<Indicator> basis = names.stream().flatMap(n -> indicator(n).stream()).toList();
    if (basis.size() < names.stream().filter(n -> !n.equals(YEAR)).count()) {
      return;
    }
    Sentence.claimOfAll(clause.text())
        .filter(w -> basis.stream().noneMatch(i -> isMilestone(i) || isAll(i)))
        .ifPresent(w -> faults.add("all-unfounded", clause.place(), "word", w));
    Sentence.claimOfFirst(clause.text())
        .filter(w -> basis.stream().noneMatch(ClauseRules::isMilestone))
        .ifPresent(w -> faults.add("first-unfounded", clause.place(), "word", w));
  }

  private static boolean isMilestone(Indicator indicator) {
    return indicator.kind() == Kind.MILESTONE;
  }

  private static boolean isAll(Indicator indicator) {
    Target target = indicator.target();
    return target != null && target.comparator() == Comparator.ALL;
  }

  private void marks(Clause clause) {
    if (BRACES.matcher(HOLE.matcher(clause.text()).replaceAll("")).find()) {
      faults.add("hole-malformed", clause.place());
    }
    if (END_MARK.matcher(clause.text()).find()) {
      faults.add("clause-mark", clause.place());
    }
  }

  private void digits(Clause clause, List<Quoted> quoted) {
    // Holes become blanks of the same length, so that offsets stay.
    String prose = HOLE.matcher(clause.text()).replaceAll(m -> " ".repeat(m.group().length()));
    for (Sentence.Figure figure : new Sentence(prose).figures()) {
      if (!CommitmentGrammar.isQuoted(prose, figure, quoted)) {
        faults.add(unboundFigure, clause.place(), "figure", figure.text());
      }
    }
  }
}
