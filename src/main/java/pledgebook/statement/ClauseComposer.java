package pledgebook.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Clause;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Project;
import pledgebook.registry.Project.Quoted;
import pledgebook.registry.Round;
import pledgebook.registry.Target;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Composes clauses on what was done, of a completion or of the digest. A clause that the data does
/// not bear out is not said: in its place stands what is missing.
final class ClauseComposer {
  private static final Messages MESSAGES = Messages.of("statement");
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern BRACE = Pattern.compile("[{}]");
  private static final String YEAR = "year";

  private final Round round;
  private final ReconciledRound reconciled;
  private final FigurePrinter printer;
  private final UnboundDigits digits;

  ClauseComposer(
      Round round, ReconciledRound reconciled, FigurePrinter printer, UnboundDigits digits) {
    this.round = round;
    this.reconciled = reconciled;
    this.printer = printer;
    this.digits = digits;
  }

  /// The sentence of a project.
  ///
  /// @throws Failure when a clause binds what has no figure, or rests on what cannot be judged
  List<Span> completion(Project project) {
    SentenceComposer sentence = SentenceComposer.of(project, Figure.Role.PERFORMANCE);
    List<Clause> clauses = project.completion();
    for (int i = 0; i < clauses.size(); i++) {
      say(clauses.get(i), project.quoted(), sentence);
      boolean last = i == clauses.size() - 1;
      sentence.append(
          MESSAGES.text(last ? "statement.sentence-end" : "statement.clause-separator"));
    }
    return sentence.spans();
  }

  /// Appends a clause, or what is missing in its place.
  ///
  /// @throws Failure as above
  void say(Clause clause, List<Quoted> quoted, SentenceComposer sentence) {
    List<Binding> holes = holes(clause);
    List<Indicator> figures =
        holes.stream().map(Binding::indicator).filter(Objects::nonNull).toList();
    List<Indicator> deliverables =
        clause.restsOn().stream().map(code -> deliverable(clause, code)).toList();
    digits.examine(Places.of(clause.place()), clause.text(), holes, quoted);
    Stream.concat(figures.stream(), deliverables.stream())
        .distinct()
        .forEach(indicator -> examineName(indicator, quoted));
    List<Indicator> claimed =
        clause.claimsAll() ? figures.stream().filter(ClauseComposer::isOfAll).toList() : List.of();
    String missing = whatIsMissing(figures, claimed, deliverables);
    if (missing.isEmpty()) {
      sentence.append(clause.text(), holes.stream().map(this::print).toList());
    } else {
      sentence.append(missing);
    }
  }

  private List<Binding> holes(Clause clause) {
    String text = clause.text();
    if (BRACE.matcher(HOLE.matcher(text).replaceAll("")).find()) {
      throw unknownBinding(clause, text);
    }
    return HOLE.matcher(text).results().map(hole -> hole(clause, hole)).toList();
  }

  /// A hole of a clause, its indicator looked up, its figure not printed yet.
  private Binding hole(Clause clause, MatchResult hole) {
    String name = hole.group(1);
    if (name.equals(YEAR)) {
      return new Binding(hole.start(), hole.end(), null, String.valueOf(round.year()));
    }
    if (!IndicatorCode.isWellFormed(name)) {
      throw unknownBinding(clause, name);
    }
    Indicator indicator = declared(clause, new IndicatorCode(name));
    if (!indicator.kind().hasFigure()) {
      throw refused("statement.no-figure", clause, name);
    }
    return new Binding(hole.start(), hole.end(), indicator, "");
  }

  /// What a clause rests on: it can be said to be there, or it is not.
  private Indicator deliverable(Clause clause, IndicatorCode code) {
    Indicator indicator = declared(clause, code);
    if (indicator.kind() != Kind.MILESTONE && indicator.target() == null) {
      throw refused("statement.nothing-to-rest-on", clause, code.value());
    }
    return indicator;
  }

  private Indicator declared(Clause clause, IndicatorCode code) {
    return round.findIndicator(code).orElseThrow(() -> unknownBinding(clause, code.value()));
  }

  /// Whatever the run, so that a digit in a name shows in the first one and not in the one a member
  /// is missing from.
  private void examineName(Indicator indicator, List<Quoted> quoted) {
    digits.examine(Places.of(indicator.place(), "name"), indicator.name(), quoted);
  }

  private Binding print(Binding hole) {
    Indicator indicator = hole.indicator();
    if (indicator == null) {
      return hole;
    }
    String text = printer.print(indicator, result(indicator).figure().orElseThrow());
    return new Binding(hole.start(), hole.end(), indicator, text);
  }

  /// Figures that are not there, what is not covered as the clause claims, deliverables that are
  /// not delivered; empty when nothing is missing.
  private String whatIsMissing(
      List<Indicator> figures, List<Indicator> claimed, List<Indicator> deliverables) {
    Stream<String> withoutFigure =
        figures.stream()
            .filter(i -> isWithoutFigure(result(i)))
            .map(i -> told(i, isNotReported(i) ? Outcome.NOT_REPORTED : Outcome.IN_DOUBT));
    Stream<String> uncovered =
        claimed.stream()
            .filter(i -> !isWithoutFigure(result(i)) && !isCovered(i))
            .map(i -> told(i, Outcome.MISSED));
    Stream<String> undone =
        deliverables.stream().filter(i -> !outcome(i).isDone()).map(i -> told(i, outcome(i)));
    return Stream.of(withoutFigure, uncovered, undone)
        .flatMap(told -> told)
        .distinct()
        .collect(Collectors.joining(MESSAGES.text("statement.list-separator")));
  }

  private static boolean isOfAll(Indicator indicator) {
    Target target = indicator.target();
    return target != null && target.comparator() == Target.Comparator.ALL;
  }

  /// 40 of 41 is no 全覆盖, whatever else is in doubt about it.
  private boolean isCovered(Indicator indicator) {
    ReconciledIndicator result = result(indicator);
    Target target = indicator.target();
    BigDecimal all = target == null ? null : target.value();
    return all == null
        ? result.outcome().isDone()
        : result.figure().map(reached -> reached.compareTo(all) >= 0).orElse(false);
  }

  /// What came of a deliverable. A milestone without a target is not judged: what is said of it
  /// still has to be true.
  private Outcome outcome(Indicator deliverable) {
    ReconciledIndicator result = result(deliverable);
    if (result.outcome() != Outcome.NO_TARGET) {
      return result.outcome();
    }
    BigDecimal all = BigDecimal.valueOf(deliverable.deliverables().size());
    return result
        .figure()
        .map(done -> done.compareTo(all) >= 0 ? Outcome.MET : Outcome.MISSED)
        .orElse(Outcome.IN_DOUBT);
  }

  private boolean isNotReported(Indicator indicator) {
    return result(indicator).outcome() == Outcome.NOT_REPORTED;
  }

  /// Not reported; or reported and yet no value, as a ratio to nothing: that is to be verified.
  private static boolean isWithoutFigure(ReconciledIndicator result) {
    return result.outcome() == Outcome.NOT_REPORTED || result.figure().isEmpty();
  }

  private static String told(Indicator indicator, Outcome outcome) {
    return MESSAGES.text(
        "statement.not-said", "name", indicator.name(), "outcome", outcome.label());
  }

  private ReconciledIndicator result(Indicator indicator) {
    return reconciled.indicator(indicator.code());
  }

  private static Failure unknownBinding(Clause clause, String name) {
    return refused("statement.unknown-binding", clause, name);
  }

  private static Failure refused(String code, Clause clause, String name) {
    String message = MESSAGES.text(code, "place", Places.of(clause.place()), "name", name);
    return new Failure(code, ExitStatus.USAGE, message);
  }
}
