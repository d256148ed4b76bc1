package pledgebook.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Failure;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.BoundFigure;
import pledgebook.registry.CommitmentGrammar;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Project;
import pledgebook.registry.Project.ResponsibleUnits;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.registry.Source;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Composes what is said of a round: promise, performance, verdict. Nothing is said that the data
/// does not bear out, and no digit is printed that is bound to nothing (domain: the statement).
public final class StatementCompiler {
  private static final Messages MESSAGES = Messages.of("statement");

  private final Round round;
  private final ReconciledRound reconciled;
  private final FigurePrinter printer = new FigurePrinter();
  private final UnboundDigits digits;
  private final CompletionComposer completion;

  private StatementCompiler(Round round, ReconciledRound reconciled) {
    this.round = round;
    this.reconciled = reconciled;
    this.digits = new UnboundDigits(round.year());
    this.completion = new CompletionComposer(round, reconciled, printer, digits);
  }

  /// Composes the statements of a round.
  ///
  /// @throws Failure `statement.unbound-digit` where a digit would be printed that is bound neither
  ///   to an indicator, nor to a quoted constant, nor to the year; `statement.unknown-binding` and
  ///   `statement.no-figure` where a clause binds what has no figure;
  ///   `statement.nothing-to-rest-on` where it rests on what cannot be judged. All mean that
  ///   round.yml is faulty
  public static Statements compile(Round round, ReconciledRound reconciled) {
    return new StatementCompiler(round, reconciled).compile();
  }

  private Statements compile() {
    digits.examine(Places.of(round, "title"), round.title(), List.of());
    digits.examine(Places.of(round, "slogan"), round.slogan(), List.of());
    List<Statement> projects = round.projects().stream().map(this::statement).toList();
    digits.refuse();
    return new Statements(
        round.slogan(),
        round.title(),
        projects,
        OverallVerdict.of(reconciled),
        reconciled.allCompleted(),
        printer.findings());
  }

  private Statement statement(Project project) {
    DefinitionPlace place = project.place();
    digits.examine(Places.of(place, "title"), project.title(), project.quoted());
    List<String> responsible = project.responsible().stream().map(this::responsible).toList();
    responsible.forEach(
        line -> digits.examine(Places.of(place, "responsible"), line, project.quoted()));
    ProjectVerdict verdict = reconciled.project(project.number()).verdict();
    return new Statement(
        project.number(),
        project.title(),
        commitment(project),
        completion.compose(project),
        responsible,
        verdict,
        verdict == ProjectVerdict.COMPLETED && hasExceeded(project),
        sourceNote(project.source()));
  }

  private List<Span> commitment(Project project) {
    List<Binding> figures = promised(project);
    String key = Places.of(project.place(), "commitment");
    digits.examine(key, project.commitment(), figures, project.quoted());
    SentenceComposer sentence = new SentenceComposer(project.number(), Figure.Role.PROMISE);
    sentence.append(project.commitment(), figures);
    return sentence.spans();
  }

  /// The figures of targets; a constant and the year stay words.
  private List<Binding> promised(Project project) {
    List<Binding> figures = new ArrayList<>();
    for (BoundFigure figure : CommitmentGrammar.figures(round, project)) {
      IndicatorCode code = figure.indicator();
      if (code != null) {
        String text = project.commitment().substring(figure.start(), figure.end());
        figures.add(new Binding(figure.start(), figure.end(), round.indicator(code), text));
      }
    }
    return figures;
  }

  private String responsible(ResponsibleUnits responsible) {
    String entity =
        round
            .findEntity(responsible.entity())
            .map(ReportingEntity::name)
            .orElseThrow(() -> new IllegalArgumentException("no " + responsible.entity()));
    String units = String.join(MESSAGES.text("statement.list-separator"), responsible.units());
    return MESSAGES.text("statement.responsible", "entity", entity, "units", units);
  }

  private boolean hasExceeded(Project project) {
    return round.indicatorsOf(project).stream()
        .filter(i -> i.isCommitted())
        .anyMatch(i -> reconciled.indicator(i.code()).outcome() == Outcome.EXCEEDED);
  }

  private static @Nullable String sourceNote(Source source) {
    return switch (source.provenance()) {
      case VERBATIM -> null;
      case REPORTED -> MESSAGES.text("statement.reported");
      case RECONSTRUCTED -> MESSAGES.text("statement.reconstructed");
    };
  }
}
