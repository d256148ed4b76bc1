package pledgebook.statement;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.reconciliation.Breakdown;
import pledgebook.reconciliation.ReconciledProject;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Digest;
import pledgebook.registry.Project;
import pledgebook.registry.Round;

/// Composes what is said of a round: promise, performance, verdict. Nothing is said that the data
/// does not bear out, and no digit is printed that is bound to nothing (domain: the statement).
public final class StatementCompiler {
  private final Round round;
  private final ReconciledRound reconciled;
  private final FigurePrinter printer = new FigurePrinter();
  private final UnboundDigits digits;
  private final PromiseComposer promise;
  private final ClauseComposer clauses;

  private StatementCompiler(Round round, ReconciledRound reconciled) {
    this.round = round;
    this.reconciled = reconciled;
    this.digits = new UnboundDigits(round.year());
    this.promise = new PromiseComposer(round, digits);
    this.clauses = new ClauseComposer(round, reconciled, printer, digits);
  }

  /// Composes the statements of a round without a digest.
  ///
  /// @throws Failure `statement.unbound-digit` where a digit would be printed that is bound neither
  ///   to an indicator, nor to a quoted constant, nor to the year; `statement.unknown-binding` and
  ///   `statement.no-figure` where a clause binds what has no figure;
  ///   `statement.nothing-to-rest-on` where it rests on what cannot be judged. All mean that
  ///   round.yml is faulty
  public static Statements compile(Round round, ReconciledRound reconciled) {
    return new StatementCompiler(round, reconciled).compile(null, Breakdown.none());
  }

  /// Composes the statements of a round and its digest: the same figures, printed once.
  ///
  /// @param digest null where the year has none
  /// @param breakdown what its charts are drawn from
  /// @throws Failure as above; round.yml or digest.yml is faulty
  public static Statements compile(
      Round round, ReconciledRound reconciled, @Nullable Digest digest, Breakdown breakdown) {
    return new StatementCompiler(round, reconciled).compile(digest, breakdown);
  }

  /// Composes what was promised alone, for the announcement of a round.
  ///
  /// @throws Failure `statement.unbound-digit`
  public static List<Promise> promises(Round round) {
    UnboundDigits digits = new UnboundDigits(round.year());
    PromiseComposer composer = new PromiseComposer(round, digits);
    digits.examine(Places.of(round.place("title")), round.title(), List.of());
    List<Promise> promises = round.projects().stream().map(composer::compose).toList();
    digits.refuse();
    return promises;
  }

  private Statements compile(@Nullable Digest digest, Breakdown breakdown) {
    digits.examine(Places.of(round.place("title")), round.title(), List.of());
    digits.examine(Places.of(round.place("slogan")), round.slogan(), List.of());
    List<Statement> projects = round.projects().stream().map(this::statement).toList();
    DigestComposer composer = new DigestComposer(round, reconciled, breakdown, clauses, digits);
    DigestStatement told = digest == null ? null : composer.compose(digest);
    digits.refuse();
    List<Finding> findings =
        Stream.concat(printer.findings().stream(), composer.findings().stream())
            .sorted(Finding.ORDER)
            .toList();
    return new Statements(
        round.slogan(),
        round.title(),
        projects,
        OverallVerdict.of(reconciled),
        reconciled.allCompleted(),
        findings,
        told);
  }

  private Statement statement(Project project) {
    Promise promised = promise.compose(project);
    ReconciledProject verdict = reconciled.project(project.number());
    return new Statement(
        project.number(),
        project.title(),
        promised.commitment(),
        clauses.completion(project),
        promised.responsible(),
        verdict.verdict(),
        verdict.exceeded(),
        verdict.aspirationMissed(),
        promised.sourceNote());
  }
}
