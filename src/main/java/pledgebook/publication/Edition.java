package pledgebook.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;
import pledgebook.observation.Judgement;
import pledgebook.observation.Resolved;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.Round;
import pledgebook.statement.Statements;
import pledgebook.vocabulary.Sha256;

/// One edition of a round, ready to be laid out.
///
/// @param booklet how the booklet looks and what it says beside its sentences
/// @param hash over inputs, definitions and program version; never over outputs
/// @param program the program's version
/// @param judgement what the rules had to say
/// @param asOf the day up to whose end submissions count; null where all do
public record Edition(
    Round round,
    BookletDesign booklet,
    Sha256 hash,
    String program,
    Judgement judgement,
    ReconciledRound reconciled,
    Statements statements,
    @Nullable LocalDate asOf) {

  /// An edition all submissions count in.
  public Edition(
      Round round,
      BookletDesign booklet,
      Sha256 hash,
      String program,
      Judgement judgement,
      ReconciledRound reconciled,
      Statements statements) {
    this(round, booklet, hash, program, judgement, reconciled, statements, null);
  }

  /// 草稿 while an error or an unexplained verify finding stands, a required reporter is missing, or
  /// something could not be said as declared; else final. A final may say 未完成.
  public boolean draft() {
    return openFindings().stream().anyMatch(f -> f.severity().blocks())
        || reconciled.indicators().stream().anyMatch(i -> !i.coverage().missing().isEmpty());
  }

  /// The findings that stand, in their listing order.
  public List<Finding> openFindings() {
    return resolvedFindings().stream().filter(Resolved::isOpen).map(Resolved::finding).toList();
  }

  /// Every finding with what became of it, in their listing order.
  public List<Resolved> resolvedFindings() {
    return Stream.of(
            judgement.resolved().stream(),
            statements.findings().stream().map(Resolved::open),
            Charts.findings(this).stream().map(Resolved::open))
        .flatMap(Function.identity())
        .sorted(Resolved.ORDER)
        .toList();
  }

  /// Tells whether there are findings that are counted and not listed one by one.
  public boolean countsFindings() {
    return resolvedFindings().stream().anyMatch(resolved -> resolved.finding().places() > 1);
  }

  /// The rules that could not run.
  public List<SkippedRule> skippedRules() {
    return judgement.skipped();
  }
}
