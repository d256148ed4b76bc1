package pledgebook.registry;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CommitmentComparison.Compared;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.RowAppender;
import pledgebook.warehouse.Warehouse;

/// The round as tables, for SQL to join: positions instead of column codes, codes beside names.
public final class RoundTables {
  private static final String ROOM = "registry";

  private final Warehouse warehouse;
  private final Round round;

  private RoundTables(Warehouse warehouse, Round round) {
    this.warehouse = warehouse;
    this.round = round;
  }

  /// Writes the tables of schema `registry`; what they held before is replaced.
  public static void write(Warehouse warehouse, Round round) {
    write(warehouse, round, List.of());
  }

  /// Writes them with what the secretariat waived.
  public static void write(Warehouse warehouse, Round round, List<Waiver> waivers) {
    write(warehouse, round, waivers, List.of());
  }

  /// Writes them with what the secretariat waived, and what was written down on figures that
  /// differ.
  public static void write(
      Warehouse warehouse, Round round, List<Waiver> waivers, List<Difference> differences) {
    write(warehouse, round, waivers, differences, new Compared(List.of(), List.of()));
  }

  /// Writes them with that, and with how the round stands to the year before.
  public static void write(
      Warehouse warehouse,
      Round round,
      List<Waiver> waivers,
      List<Difference> differences,
      Compared compared) {
    RoundTables tables = new RoundTables(warehouse, round);
    tables.fill("commitment_change", rows -> changes(rows, compared.changes()));
    tables.fill("definition_value", rows -> {});
    tables.fill("fault_before", rows -> faults(rows, compared.faults()));
    tables.fill("waiver", rows -> waivers(rows, waivers));
    tables.fill("difference", rows -> differences(rows, differences));
    tables.fill("round", tables::round);
    tables.fill("entity", tables::entities);
    tables.fill("project", tables::projects);
    tables.fill("declared_indicator", tables::indicators);
    tables.fill("reporter", tables::reporters);
    tables.fill("form", tables::forms);
    tables.fill("form_column", tables::columns);
    tables.fill("reference", tables::references);
    tables.fill("opening", tables::opening);
    warehouse.create(new Relation(ROOM, "indicator"));
  }

  private void fill(String name, Consumer<RowAppender> rows) {
    Relation table = new Relation(ROOM, name);
    warehouse.create(table);
    warehouse.replace(null, List.of(table), appenders -> rows.accept(appenders.to(table)));
  }

  private static void faults(RowAppender rows, List<DefinitionFault> faults) {
    for (int i = 0; i < faults.size(); i++) {
      DefinitionPlace place = faults.get(i).place();
      rows.row(i + 1, place.file(), place.line(), place.key(), faults.get(i).message());
    }
  }

  private void round(RowAppender rows) {
    rows.row(round.year(), round.period().start(), round.period().end(), round.deadline());
  }

  private void entities(RowAppender rows) {
    for (int i = 0; i < round.entities().size(); i++) {
      ReportingEntity entity = round.entities().get(i);
      rows.row(i + 1, entity.code().value(), entity.name());
    }
  }

  private void projects(RowAppender rows) {
    round.projects().forEach(project -> rows.row(project.number(), project.title()));
  }

  private void indicators(RowAppender rows) {
    for (int i = 0; i < round.indicators().size(); i++) {
      indicator(rows, i + 1, round.indicators().get(i));
    }
  }

  private void indicator(RowAppender rows, int position, Indicator indicator) {
    Target target = indicator.target();
    Positions at = new Positions(round, indicator.evidence());
    rows.row(
        position,
        indicator.code().value(),
        indicator.name(),
        indicator.unit().symbol(),
        indicator.unit().decimals(),
        indicator.kind().name(),
        indicator.project(),
        code(indicator.numerator()),
        code(indicator.denominator()),
        code(indicator.flow()),
        indicator.deliverables(),
        target == null ? null : target.comparator().name(),
        target == null ? null : target.firmness().name(),
        target == null ? null : target.value(),
        target == null ? null : target.from(),
        at.form(),
        at.keys(),
        at.normalisations(),
        at.value(),
        at.date(),
        at.reference(),
        at.whole(),
        at.conditions(),
        at.conditionValues(),
        indicator.evidence() != null && indicator.evidence().ofTheYear());
  }

  private static @Nullable String code(@Nullable IndicatorCode code) {
    return code == null ? null : code.value();
  }

  private void reporters(RowAppender rows) {
    for (Indicator indicator : round.indicators()) {
      for (int i = 0; i < round.entities().size(); i++) {
        if (indicator.reportedBy().contains(round.entities().get(i).code())) {
          rows.row(indicator.code().value(), i + 1, round.entities().get(i).code().value());
        }
      }
    }
  }

  private void forms(RowAppender rows) {
    round.forms().forEach(form -> rows.row(form.code(), form.title()));
  }

  private void columns(RowAppender rows) {
    for (Form form : round.forms()) {
      for (Form.Column column : form.columns()) {
        rows.row(
            form.code(),
            form.position(column.code()),
            column.code(),
            column.heading(),
            column.type().name(),
            column.unit() == null ? null : column.unit().symbol(),
            column.unit() == null ? null : column.unit().decimals(),
            column.list(),
            column.required(),
            column.key());
      }
    }
  }

  private void references(RowAppender rows) {
    for (CodeList list : round.codeLists()) {
      list.entries().forEach(entry -> rows.row(list.name(), entry.code(), entry.name()));
    }
    for (Region region : round.regions()) {
      rows.row(CodeList.REGIONS + region.level(), region.code(), region.name());
    }
  }

  private void opening(RowAppender rows) {
    round.opening().forEach(opening -> opening(rows, opening, opening.correction()));
  }

  private static void changes(RowAppender rows, List<CommitmentChange> changes) {
    for (int i = 0; i < changes.size(); i++) {
      CommitmentChange change = changes.get(i);
      CommitmentChange.Promised before = change.before();
      CommitmentChange.Promised now = change.indicator();
      rows.row(
          i + 1,
          change.change().name(),
          change.projectBefore(),
          change.titleBefore(),
          change.project(),
          change.title(),
          before == null ? null : before.code().value(),
          before == null ? null : before.name(),
          before == null ? null : before.target(),
          before == null ? null : before.unit(),
          now == null ? null : now.code().value(),
          now == null ? null : now.name(),
          now == null ? null : now.target(),
          now == null ? null : now.unit(),
          change.detail().isEmpty() ? null : change.detail());
    }
  }

  private static void opening(
      RowAppender rows, OpeningValue opening, OpeningValue.@Nullable Correction correction) {
    rows.row(
        opening.indicator().value(),
        opening.entity().value(),
        opening.value(),
        correction == null ? null : correction.sealed(),
        correction == null ? null : correction.reason(),
        correction == null ? null : correction.by(),
        correction == null ? null : correction.on());
  }

  private static void waivers(RowAppender rows, List<Waiver> waivers) {
    for (int i = 0; i < waivers.size(); i++) {
      Waiver waiver = waivers.get(i);
      rows.row(
          i + 1,
          waiver.finding(),
          waiver.entity().value(),
          waiver.file(),
          waiver.sheet(),
          waiver.cell(),
          code(waiver.indicator()),
          waiver.found(),
          waiver.reason(),
          waiver.by(),
          waiver.on(),
          waiver.place().file(),
          waiver.place().line());
    }
  }

  private static void differences(RowAppender rows, List<Difference> differences) {
    for (int i = 0; i < differences.size(); i++) {
      Difference difference = differences.get(i);
      List<Difference.Signature> signed = difference.signed();
      Difference.Signature first = signed.isEmpty() ? null : signed.getFirst();
      Difference.Signature second = signed.size() < 2 ? null : signed.get(1);
      rows.row(
          i + 1,
          difference.indicator().value(),
          difference.entity().value(),
          difference.sent().value(),
          difference.sent().source(),
          difference.other().value(),
          difference.other().source(),
          difference.cause(),
          difference.settled(),
          difference.agreed(),
          first == null ? null : first.by(),
          first == null ? null : first.on(),
          second == null ? null : second.by(),
          second == null ? null : second.on(),
          difference.place().file(),
          difference.place().line());
    }
  }

  /// The columns of an indicator's evidence as positions; all empty where it has none.
  private record Positions(Round round, @Nullable Evidence evidence) {
    @Nullable String form() {
      return evidence == null ? null : evidence.form();
    }

    @Nullable String reference() {
      return evidence == null ? null : evidence.reference();
    }

    List<Integer> keys() {
      return evidence == null
          ? List.of()
          : evidence.key().stream().map(key -> at(evidence, key.column())).toList();
    }

    List<String> normalisations() {
      return evidence == null
          ? List.of()
          : evidence.key().stream().map(key -> key.normalisation().name()).toList();
    }

    @Nullable Integer value() {
      return evidence == null || evidence.value() == null ? null : at(evidence, evidence.value());
    }

    @Nullable Integer date() {
      return evidence == null || evidence.date() == null ? null : at(evidence, evidence.date());
    }

    @Nullable Integer whole() {
      return evidence == null || evidence.whole() == null ? null : at(evidence, evidence.whole());
    }

    List<Integer> conditions() {
      return evidence == null
          ? List.of()
          : evidence.where().keySet().stream().map(column -> at(evidence, column)).toList();
    }

    List<List<String>> conditionValues() {
      return evidence == null
          ? List.of()
          : evidence.where().entrySet().stream().map(where -> values(evidence, where)).toList();
    }

    private int at(Evidence evidence, String column) {
      return round.form(evidence.form()).position(column);
    }

    /// The value a column must hold: as declared, and where the column has a list, code and name.
    private List<String> values(Evidence evidence, Map.Entry<String, String> where) {
      Form form = round.form(evidence.form());
      String list = form.columns().get(form.position(where.getKey()) - 1).list();
      if (list == null) {
        return List.of(where.getValue());
      }
      return round.reference(list).stream()
          .filter(e -> e.code().equals(where.getValue()) || e.name().equals(where.getValue()))
          .flatMap(e -> Stream.of(e.code(), e.name()))
          .toList();
    }
  }
}
