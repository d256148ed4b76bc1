package pledgebook.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.UnitOfMeasure;

/// A measured thing of the round.
///
/// @param project the number of its project; null for an indicator of the digest alone
/// @param reportedBy who has to report it, in customary order; empty only for a ratio
/// @param evidence the rows it rests on; null when the figure of the sheet 指标 stands alone
/// @param numerator of a ratio; null otherwise
/// @param denominator of a ratio; null otherwise
/// @param flow for a stock: the flow indicator of the same thing, so that closing = opening + flow
///   − removed; null when there is none
/// @param deliverables of a milestone: what has to be delivered, by name; empty otherwise
/// @param printed how its figure is printed
/// @param target what was promised; null when it is told without a target
/// @param place where in round.yml it is declared
public record Indicator(
    IndicatorCode code,
    String name,
    UnitOfMeasure unit,
    Kind kind,
    @Nullable Integer project,
    List<EntityCode> reportedBy,
    @Nullable Evidence evidence,
    @Nullable IndicatorCode numerator,
    @Nullable IndicatorCode denominator,
    @Nullable IndicatorCode flow,
    List<String> deliverables,
    Printed printed,
    @Nullable Target target,
    DefinitionPlace place) {

  public Indicator {
    reportedBy = List.copyOf(reportedBy);
    deliverables = List.copyOf(deliverables);
  }

  /// The same indicator, printed otherwise.
  public Indicator printedAs(Printed other) {
    return new Indicator(
        code,
        name,
        unit,
        kind,
        project,
        reportedBy,
        evidence,
        numerator,
        denominator,
        flow,
        deliverables,
        other,
        target,
        place);
  }

  /// Tells whether it is one of a project's indicators.
  public boolean belongsTo(Project other) {
    return project != null && project == other.number();
  }

  /// Tells whether its evidence stands on a form.
  public boolean restsOn(Form form) {
    return evidence != null && evidence.form().equals(form.code());
  }

  /// Tells whether a project stands or falls with it.
  public boolean isCommitted() {
    return target != null && target.firmness() == Target.Firmness.COMMITTED;
  }
}
