package pledgebook.statement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/// Composes what was promised, with the figures of targets bound.
final class PromiseComposer {
  private static final Messages MESSAGES = Messages.of("statement");

  private final Round round;
  private final UnboundDigits digits;

  PromiseComposer(Round round, UnboundDigits digits) {
    this.round = round;
    this.digits = digits;
  }

  Promise compose(Project project) {
    DefinitionPlace place = project.place();
    digits.examine(Places.of(place, "title"), project.title(), project.quoted());
    List<String> responsible = project.responsible().stream().map(this::responsible).toList();
    responsible.forEach(
        line -> digits.examine(Places.of(place, "responsible"), line, project.quoted()));
    return new Promise(
        project.number(),
        project.title(),
        commitment(project),
        responsible,
        sourceNote(project.source()));
  }

  private List<Span> commitment(Project project) {
    List<Binding> figures = promised(project);
    String key = Places.of(project.place(), "commitment");
    digits.examine(key, project.commitment(), figures, project.quoted());
    SentenceComposer sentence = SentenceComposer.of(project, Figure.Role.PROMISE);
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

  private static @Nullable String sourceNote(Source source) {
    return switch (source.provenance()) {
      case VERBATIM -> null;
      case REPORTED -> MESSAGES.text("statement.reported");
      case RECONSTRUCTED -> MESSAGES.text("statement.reconstructed");
    };
  }
}
