package pledgebook.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Round;
import pledgebook.registry.Target;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.RowAppender;
import pledgebook.warehouse.Warehouse;

/// Sets the observations of a round against its targets. SQL joins, adds up and takes the verdict
/// on exact values; what needs a division is divided and rounded here, once.
public final class Reconciliation {
  private static final String ROOM = "reconciliation";

  /// In the order they build on each other.
  private static final List<String> RELATIONS =
      List.of(
          "coverage",
          "documented",
          "contribution",
          "key_count",
          "total",
          "actual",
          "doubt",
          "verdict",
          "fragility",
          "project_verdict",
          "lineage",
          "rested_submission",
          "reached",
          "overlap");

  private static final Relation RECONCILED = new Relation(ROOM, "reconciled_indicator");

  private static final Relation MEMBER_VALUE = new Relation("observation", "member_value");

  private final Warehouse warehouse;

  /// Works on a warehouse whose observations are extracted.
  public Reconciliation(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /// Reconciles the round and holds the result as `reconciliation.reconciled_indicator`. Doing it
  /// again gives the same.
  public ReconciledRound reconcile(Round round) {
    warehouse.createAll(ROOM, RELATIONS);
    warehouse.create(RECONCILED);
    ReconciledRound reconciled = new ReconciledRound(indicators(round), projects());
    warehouse.replace(
        null, List.of(RECONCILED), tables -> append(tables.to(RECONCILED), round, reconciled));
    return reconciled;
  }

  /// What the figures of a reconciled round are made of.
  public Breakdown breakdown() {
    Map<IndicatorCode, Map<EntityCode, BigDecimal>> members =
        warehouse
            .read(
                MEMBER_VALUE,
                fields ->
                    new MemberValue(
                        new IndicatorCode(fields.text("indicator")),
                        new EntityCode(fields.text("entity")),
                        Optional.ofNullable(fields.optionalDecimal("value"))))
            .stream()
            .filter(value -> value.value().isPresent())
            .collect(
                Collectors.groupingBy(
                    MemberValue::indicator,
                    Collectors.toMap(
                        MemberValue::entity, value -> plain(value.value().orElseThrow()))));
    return new Breakdown(
        members,
        warehouse
            .read(
                new Relation(ROOM, "reached"),
                fields ->
                    Map.entry(new IndicatorCode(fields.text("indicator")), fields.text("code")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
  }

  private record MemberValue(
      IndicatorCode indicator, EntityCode entity, Optional<BigDecimal> value) {}

  private List<ReconciledIndicator> indicators(Round round) {
    Map<String, Actual> actuals = actuals();
    Map<String, Coverage> coverages =
        byIndicator(
            "coverage",
            fields -> new Coverage(entities(fields, "required"), entities(fields, "reported")));
    Map<String, Outcome> outcomes =
        byIndicator("verdict", fields -> Outcome.valueOf(fields.text("outcome")));
    Map<String, List<Sha256>> submissions = submissions();
    return round.indicators().stream()
        .map(indicator -> {
          String code = indicator.code().value();
          return reconciled(
              indicator,
              actuals.get(code),
              held(outcomes, code),
              held(coverages, code),
              submissions.getOrDefault(code, List.of()));
        })
        .toList();
  }

  private static ReconciledIndicator reconciled(
      Indicator indicator,
      @Nullable Actual actual,
      Outcome outcome,
      Coverage coverage,
      List<Sha256> submissions) {
    Target target = indicator.target();
    Comparison comparison =
        actual == null || target == null ? Comparison.none() : Comparison.of(actual, target);
    return new ReconciledIndicator(
        indicator.code(),
        actual,
        outcome,
        comparison.variance(),
        comparison.attainment(),
        comparison.margin(),
        coverage,
        submissions);
  }

  private Map<String, Actual> actuals() {
    return warehouse
        .read(
            new Relation(ROOM, "actual"),
            fields ->
                Map.entry(
                    fields.text("indicator"),
                    Optional.ofNullable(fields.optionalDecimal("numerator"))
                        .map(value ->
                            new Actual(plain(value), plain(fields.decimal("denominator"))))))
        .stream()
        .filter(entry -> entry.getValue().isPresent())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().orElseThrow()));
  }

  /// Without the zeros that only the column's scale puts behind the point.
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Map<String, List<Sha256>> submissions() {
    return warehouse
        .read(
            new Relation(ROOM, "rested_submission"),
            fields -> Map.entry(fields.text("indicator"), fields.text("submission")))
        .stream()
        .distinct()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                Collectors.mapping(entry -> new Sha256(entry.getValue()), Collectors.toList())));
  }

  private <T> Map<String, T> byIndicator(String relation, Function<Fields, T> value) {
    return warehouse
        .read(
            new Relation(ROOM, relation),
            fields -> Map.entry(fields.text("indicator"), value.apply(fields)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<EntityCode> entities(Fields fields, String column) {
    return fields.texts(column).stream().map(EntityCode::new).toList();
  }

  private static <T> T held(Map<String, T> values, String indicator) {
    T value = values.get(indicator);
    if (value == null) {
      throw new IllegalStateException("nothing reconciled for " + indicator);
    }
    return value;
  }

  private List<ReconciledProject> projects() {
    return warehouse.read(
        new Relation(ROOM, "project_verdict"),
        fields ->
            new ReconciledProject(
                fields.integer("number"),
                ProjectVerdict.valueOf(fields.text("verdict")),
                fields.flag("exceeded"),
                fields.flag("aspiration_missed")));
  }

  private static void append(RowAppender rows, Round round, ReconciledRound reconciled) {
    for (int i = 0; i < reconciled.indicators().size(); i++) {
      append(rows, i + 1, round, reconciled.indicators().get(i));
    }
  }

  private static void append(
      RowAppender rows, int position, Round round, ReconciledIndicator reconciled) {
    Indicator indicator = round.indicator(reconciled.code());
    Target target = indicator.target();
    Actual actual = reconciled.actual();
    rows.row(
        position,
        indicator.project(),
        indicator.code().value(),
        indicator.name(),
        indicator.kind().name(),
        indicator.unit().symbol(),
        target == null ? null : target.comparator().name(),
        target == null ? null : target.firmness().name(),
        target == null ? null : target.value(),
        target == null ? null : target.from(),
        actual == null ? null : Comparison.rounded(actual),
        actual == null ? null : actual.numerator(),
        actual == null ? null : actual.denominator(),
        reconciled.outcome().name(),
        reconciled.variance(),
        reconciled.attainment(),
        reconciled.margin(),
        reconciled.coverage().required().size(),
        reconciled.coverage().reported().size(),
        reconciled.coverage().missing().stream().map(EntityCode::value).toList());
  }
}
