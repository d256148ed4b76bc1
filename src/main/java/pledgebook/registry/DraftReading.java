package pledgebook.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Evidence.KeyColumn;
import pledgebook.registry.Evidence.Normalisation;
import pledgebook.registry.Form.ColumnType;
import pledgebook.registry.Target.Firmness;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.UnitOfMeasure;

/// From the tree to the registry's values; leaves out what the schema refused.
final class DraftReading {
  private static final int WIDTH = 16;
  private static final UnitOfMeasure NO_UNIT = new UnitOfMeasure("", 0);

  private final DefinitionItem root;
  private final SpoiltKeys spoilt;
  private final List<ReportingEntity> entities;
  private final List<UnitOfMeasure> units;

  private DraftReading(DefinitionTree tree, SpoiltKeys spoilt) {
    this.root = tree.item();
    this.spoilt = spoilt;
    this.entities = sound(root.item("round").items("entities")).map(DraftReading::entity).toList();
    this.units = sound(root.items("units")).map(DraftReading::unit).toList();
  }

  static RoundDraft read(DefinitionTree tree, SpoiltKeys spoilt, List<Region> regions) {
    DraftReading reading = new DraftReading(tree, spoilt);
    DefinitionItem root = reading.root;
    return new RoundDraft(
        tree,
        spoilt,
        root.item("round").integer("year", 0),
        reading.entities,
        reading.sound(root.items("code_lists")).map(DraftReading::codeList).toList(),
        reading.projects(),
        reading.indicators(),
        reading.sound(root.items("forms")).map(reading::form).toList(),
        regions);
  }

  /// The units in the order of the file.
  static List<UnitOfMeasure> units(DefinitionTree tree) {
    return new DraftReading(tree, new SpoiltKeys(Set.of())).units;
  }

  private Stream<DefinitionItem> sound(List<DefinitionItem> items) {
    return items.stream().filter(i -> spoilt.isSound(i.key()));
  }

  private static ReportingEntity entity(DefinitionItem item) {
    return new ReportingEntity(
        new EntityCode(item.text("code")), item.text("name"), item.text("abbreviation"));
  }

  private static UnitOfMeasure unit(DefinitionItem item) {
    return new UnitOfMeasure(item.text("symbol"), item.integer("decimals", 0));
  }

  private static CodeList codeList(DefinitionItem item) {
    return new CodeList(
        item.text("name"),
        item.items("entries").stream()
            .map(e -> new CodeList.Entry(e.text("code"), e.text("name")))
            .toList());
  }

  private List<Project> projects() {
    return root.items("projects").stream()
        .filter(p -> spoilt.isSoundApartFrom(p.key(), "indicators"))
        .map(DraftReading::project)
        .toList();
  }

  private static Project project(DefinitionItem item) {
    return new Project(
        item.integer("number", 0),
        item.text("title"),
        item.text("commitment"),
        source(item.item("source")),
        item.items("responsible").stream()
            .map(r ->
                new Project.ResponsibleUnits(new EntityCode(r.text("entity")), r.texts("units")))
            .toList(),
        continuation(item),
        item.items("completion").stream().map(DraftReading::clause).toList(),
        item.items("quoted").stream()
            .map(q -> new Project.Quoted(q.text("text"), q.text("source")))
            .toList(),
        item.place());
  }

  private static Project.@Nullable Continuation continuation(DefinitionItem item) {
    DefinitionItem continues = item.item("continues");
    if (!item.has("continues")) {
      return null;
    }
    Map<IndicatorCode, IndicatorCode> indicators = new TreeMap<>();
    continues
        .map("indicators")
        .forEach((code, before) -> {
          if (IndicatorCode.isWellFormed(code) && IndicatorCode.isWellFormed(before)) {
            indicators.put(new IndicatorCode(code), new IndicatorCode(before));
          }
        });
    return new Project.Continuation(
        continues.integer("year", 0), continues.integer("project", 0), indicators);
  }

  private static Source source(DefinitionItem item) {
    return new Source(
        item.word(Source.Provenance.class, "provenance"),
        item.text("publisher"),
        item.date("date"),
        item.find("note").orElse(null));
  }

  private static Clause clause(DefinitionItem item) {
    return new Clause(
        item.text("text"),
        item.texts("rests_on").stream().map(IndicatorCode::new).toList(),
        item.place("text"));
  }

  private List<Indicator> indicators() {
    Stream<Indicator> ofProjects =
        root.items("projects").stream()
            .flatMap(
                p -> sound(p.items("indicators")).map(i -> indicator(i, p.integer("number", 0))));
    Stream<Indicator> ofDigest = sound(root.items("indicators")).map(i -> indicator(i, null));
    return Stream.concat(ofProjects, ofDigest).toList();
  }

  private Indicator indicator(DefinitionItem item, @Nullable Integer project) {
    Kind kind = item.word(Kind.class, "kind");
    return new Indicator(
        new IndicatorCode(item.text("code")),
        item.text("name"),
        unit(item, "unit").orElse(NO_UNIT),
        kind,
        project,
        reportedBy(item, kind),
        item.has("evidence") ? evidence(item.item("evidence")) : null,
        code(item, "numerator"),
        code(item, "denominator"),
        code(item, "flow"),
        item.texts("deliverables"),
        printed(item.item("printed")),
        item.has("target") ? target(item.item("target")) : null,
        item.place());
  }

  /// In customary order, however the file lists them.
  private List<EntityCode> reportedBy(DefinitionItem item, Kind kind) {
    List<EntityCode> order = entities.stream().map(ReportingEntity::code).toList();
    if (!item.has("reported_by")) {
      return kind == Kind.RATIO ? List.of() : order;
    }
    return item.texts("reported_by").stream()
        .map(EntityCode::new)
        .sorted(Comparator.comparingInt(order::indexOf))
        .toList();
  }

  private static @Nullable IndicatorCode code(DefinitionItem item, String name) {
    return item.find(name).map(IndicatorCode::new).orElse(null);
  }

  /// An undeclared unit is told by its own rule; here it is as good as any.
  private Optional<UnitOfMeasure> unit(DefinitionItem item, String name) {
    return item.find(name)
        .map(symbol ->
            units.stream()
                .filter(u -> u.symbol().equals(symbol))
                .findFirst()
                .orElse(new UnitOfMeasure(symbol, 0)));
  }

  private static Evidence evidence(DefinitionItem item) {
    return new Evidence(
        item.text("form"),
        item.items("key").stream()
            .map(k -> new KeyColumn(k.text("column"), k.word(Normalisation.class, "normalisation")))
            .toList(),
        item.find("value").orElse(null),
        item.find("date").orElse(null),
        item.find("reference").orElse(null),
        item.map("where"),
        item.find("whole").orElse(null),
        item.has("window"));
  }

  private static Printed printed(DefinitionItem item) {
    return new Printed(
        labelled(Printed.Scale.values(), item.find("scale"), Printed.Scale::label),
        item.integer("decimals", 0),
        item.figure("step").orElse(null),
        labelled(Printed.Qualifier.values(), item.find("qualifier"), Printed.Qualifier::label));
  }

  /// The constant with the label; the first one, which means none, when there is no label.
  private static <E> E labelled(E[] constants, Optional<String> label, Function<E, String> labels) {
    String wanted = label.filter(l -> !l.equals("none")).orElse("");
    return Stream.of(constants)
        .filter(c -> labels.apply(c).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the schema allows no " + wanted));
  }

  private static Target target(DefinitionItem item) {
    return new Target(
        item.word(Target.Comparator.class, "comparator"),
        item.figure("value").orElse(null),
        item.figure("from").orElse(null),
        item.word(Firmness.class, "firmness"),
        item.has("wording"),
        item.find("clause").orElse(null));
  }

  private Form form(DefinitionItem item) {
    return new Form(
        item.text("code"),
        item.text("title"),
        item.text("note"),
        item.items("columns").stream().map(this::column).toList());
  }

  private Form.Column column(DefinitionItem item) {
    boolean key = item.flag("key");
    return new Form.Column(
        item.text("code"),
        item.text("heading"),
        ColumnType.valueOf(item.text("type").toUpperCase(Locale.ROOT)),
        unit(item, "unit").orElse(null),
        item.find("list").orElse(null),
        key || item.flag("required"),
        key,
        item.integer("width", WIDTH));
  }
}
