package pledgebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.observation.Judgement;
import pledgebook.observation.Observations;
import pledgebook.observation.UnjudgedValues;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.reconciliation.Reconciliation;
import pledgebook.registry.Difference;
import pledgebook.registry.Round;
import pledgebook.registry.RoundRule;
import pledgebook.registry.RoundRules;
import pledgebook.registry.RoundTables;
import pledgebook.registry.Waiver;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// Rows of a [SmallRound] as if members had sent them, and what comes of them.
public final class StagedRound implements AutoCloseable {
  private static final List<String> LETTERS =
      List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
  private static final Relation ROWS = new Relation("submission", "staged_row");
  private static final Relation SHEETS = new Relation("submission", "staged_sheet");
  private static final Relation COVER = new Relation("submission", "staged_cover");
  private static final Relation FAULTS = new Relation("submission", "reading_finding");
  private static final Relation INTAKE = new Relation("submission", "intake");

  private final Round round;
  private final Warehouse warehouse = Warehouse.inMemory();
  private final Map<EntityCode, List<List<@Nullable String>>> figures = new LinkedHashMap<>();
  private final List<RoundRule> rules = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final Map<EntityCode, List<List<@Nullable String>>> evidence = new LinkedHashMap<>();

  private final List<Version> versions = new ArrayList<>();
  private final List<Finding> faults = new ArrayList<>();
  private final Set<EntityCode> undated = new HashSet<>();

  private int rowsOfASheet = Integer.MAX_VALUE;
  private int missingColumn = -1;

  public StagedRound(SmallRound round) {
    this.round = round.round();
  }

  /// A member that sent a workbook, perhaps without rows.
  public StagedRound sent(EntityCode entity) {
    figures.computeIfAbsent(entity, e -> new ArrayList<>());
    evidence.computeIfAbsent(entity, e -> new ArrayList<>());
    return this;
  }

  /// A row of 指标.
  public StagedRound row(
      EntityCode entity,
      String indicator,
      @Nullable String opening,
      @Nullable String flow,
      @Nullable String removed,
      @Nullable String closing) {
    sent(entity);
    rows(figures, entity)
        .add(
            Arrays.asList(
                indicator, null, null, opening, flow, removed, closing, null, null, null));
    return this;
  }

  /// Puts another row of 指标 in the place of the member's row of the same indicator.
  public StagedRound replaceRow(EntityCode entity, List<@Nullable String> row) {
    rows(figures, entity)
        .replaceAll(old ->
            Objects.equals(old.getFirst(), row.getFirst())
                ? Arrays.asList(row.toArray(new String[10]))
                : old);
    return this;
  }

  /// The texts of a row of 指标: 完成情况说明 and 备注.
  public StagedRound texts(
      EntityCode entity, String indicator, @Nullable String account, @Nullable String remark) {
    for (List<@Nullable String> row : rows(figures, entity)) {
      if (indicator.equals(row.getFirst())) {
        row.set(7, account);
        row.set(8, remark);
      }
    }
    return this;
  }

  /// What stands in the column 说明 of a row of 指标.
  public StagedRound explained(EntityCode entity, String indicator, @Nullable String text) {
    rows(figures, entity).stream()
        .filter(row -> indicator.equals(row.getFirst()))
        .forEach(row -> row.set(9, text));
    return this;
  }

  /// A rule of the round, `<name>.sql`.
  public StagedRound rule(String name, String text) {
    rules.add(new RoundRule(name, text));
    return this;
  }

  /// What was written down on a figure that differs.
  public StagedRound difference(Difference difference) {
    differences.add(difference);
    return this;
  }

  /// What the secretariat waived.
  public StagedRound waived(Waiver waiver) {
    waivers.add(waiver);
    return this;
  }

  /// Another version of a member, of one row of 指标; all others are version 1 of 2025-03-01 and
  /// stand in the list.
  public StagedRound version(
      EntityCode entity, int version, String receivedAt, boolean listed, List<String> row) {
    versions.add(new Version(entity, version, receivedAt, listed, "指标", row));
    return this;
  }

  /// A version of 2025-02-01, superseded, of one row of the form.
  public StagedRound earlierThing(EntityCode entity, @Nullable String... cells) {
    List<@Nullable String> row = Arrays.asList(Arrays.copyOf(cells, 9));
    versions.add(new Version(entity, 1, "2025-02-01", true, "thing", row));
    return this;
  }

  /// A member's workbook of which nobody knows when it came.
  public StagedRound undated(EntityCode entity) {
    undated.add(entity);
    return this;
  }

  private record Version(
      EntityCode entity,
      int version,
      String receivedAt,
      boolean listed,
      String form,
      List<? extends @Nullable String> row) {}

  /// A row of 指标 of a flow.
  public StagedRound flow(EntityCode entity, String indicator, @Nullable String flow) {
    return row(entity, indicator, null, flow, null, null);
  }

  /// A row of 指标 of anything else.
  public StagedRound closing(EntityCode entity, String indicator, @Nullable String closing) {
    return row(entity, indicator, null, null, null, closing);
  }

  /// A row of the form: name, city, amount, whole, day, done, kind, 说明, 备注; what is left out is
  /// blank.
  public StagedRound thing(EntityCode entity, @Nullable String... cells) {
    sent(entity);
    rows(evidence, entity).add(Arrays.asList(Arrays.copyOf(cells, 9)));
    return this;
  }

  /// A finding of the reading of the member's workbook.
  ///
  /// @param indicators those it names; none for the workbook as a whole
  public StagedRound readingFault(EntityCode entity, Severity severity, String... indicators) {
    sent(entity);
    faults.add(
        new Finding(
            "submission.example",
            severity,
            entity,
            new Location(entity + "/报送.xlsx", null, null),
            null,
            null,
            null,
            null,
            "示例",
            Arrays.stream(indicators).map(IndicatorCode::new).toList()));
    return this;
  }

  /// No sheet of the form holds more rows: they go on in 事项（2）, 事项（3）.
  public StagedRound rowsOfASheet(int most) {
    rowsOfASheet = most;
    return this;
  }

  /// Every member's sheet of the form lacks a column.
  ///
  /// @param position from 0
  public StagedRound withoutColumn(int position) {
    missingColumn = position;
    return this;
  }

  private static List<List<@Nullable String>> rows(
      Map<EntityCode, List<List<@Nullable String>>> rows, EntityCode entity) {
    return rows.computeIfAbsent(entity, e -> new ArrayList<>());
  }

  /// Stages, extracts and reconciles.
  public ReconciledRound reconcile() {
    extract();
    return new Reconciliation(warehouse).reconcile(round);
  }

  /// Stages, extracts and reconciles as if no rule had anything to say; much faster.
  public ReconciledRound reconcileUnjudged() {
    stage();
    UnjudgedValues.create(warehouse);
    return new Reconciliation(warehouse).reconcile(round);
  }

  /// Reconciles and picks one indicator.
  public ReconciledIndicator reconcile(String indicator) {
    return reconcile().indicator(new IndicatorCode(indicator));
  }

  /// Stages and runs the rules.
  public Judgement judge() {
    extract();
    return new Observations(warehouse).judgement();
  }

  /// The findings of one rule.
  public List<Finding> findings(String code) {
    return judge().findings().stream().filter(f -> f.code().equals(code)).toList();
  }

  public Warehouse warehouse() {
    return warehouse;
  }

  private void extract() {
    stage();
    new Observations(warehouse, new RoundRules(rules, List.of())).extract();
  }

  private void stage() {
    RoundTables.write(warehouse, round, waivers, differences);
    warehouse.createAll(
        "submission",
        List.of("intake", "staged_cover", "staged_sheet", "staged_row", "reading_finding"));
    warehouse.replace(
        null,
        List.of(INTAKE, COVER, SHEETS, ROWS, FAULTS),
        tables -> {
          figures.keySet().forEach(entity -> stage(tables, entity));
          versions.forEach(version -> stage(tables, version));
          faults.forEach(fault ->
              FindingRows.append(
                  tables.to(FAULTS), submission(fault.entity()), fault, fault.places()));
        });
    Submissions.settle(warehouse);
  }

  private static String submission(@Nullable EntityCode entity) {
    return Sha256.of(String.valueOf(entity)).hex();
  }

  private void stage(Warehouse.Appenders tables, EntityCode entity) {
    String submission = submission(entity);
    String file = entity + "/报送.xlsx";
    tables
        .to(INTAKE)
        .row(
            submission,
            entity.value(),
            file,
            "received",
            "2025-03-01",
            null,
            !undated.contains(entity),
            1,
            null,
            undated.contains(entity) ? null : false);
    tables.to(COVER).row(submission, "VERSION", "封面", "C7");
    stage(tables, submission, "指标", "指标", LETTERS, rows(figures, entity));
    List<List<@Nullable String>> things = rows(evidence, entity);
    int sheets = 1 + Math.max(0, things.size() - 1) / rowsOfASheet;
    for (int i = 0; i < sheets; i++) {
      int end = (int) Math.min(things.size(), (i + 1L) * rowsOfASheet);
      stage(
          tables,
          submission,
          i == 0 ? "事项" : "事项（" + (i + 1) + "）",
          "thing",
          lettersOfThings(),
          things.subList(i * rowsOfASheet, end));
    }
  }

  private List<@Nullable String> lettersOfThings() {
    List<@Nullable String> letters = new ArrayList<>(LETTERS.subList(0, 9));
    if (missingColumn >= 0) {
      letters.set(missingColumn, null);
    }
    return letters;
  }

  private static void stage(Warehouse.Appenders tables, Version version) {
    String submission = Sha256.of(version.toString()).hex();
    String day = version.receivedAt().substring(0, 10);
    tables
        .to(INTAKE)
        .row(
            submission,
            version.entity().value(),
            version.entity() + "/" + version.version() + "于" + day + ".xlsx",
            "received",
            version.receivedAt(),
            null,
            version.listed(),
            version.version(),
            null,
            false);
    tables.to(COVER).row(submission, "VERSION", "封面", "C7");
    List<@Nullable String> row = new ArrayList<>(version.row());
    boolean figures = version.form().equals("指标");
    List<String> letters = figures ? LETTERS : LETTERS.subList(0, 9);
    stage(tables, submission, figures ? "指标" : "事项", version.form(), letters, List.of(row));
  }

  private static void stage(
      Warehouse.Appenders tables,
      String submission,
      String sheet,
      String form,
      List<? extends @Nullable String> letters,
      List<List<@Nullable String>> rows) {
    tables.to(SHEETS).row(submission, sheet, form, 1, letters);
    for (int i = 0; i < rows.size(); i++) {
      tables.to(ROWS).row(submission, sheet, form, i + 2, rows.get(i), null);
    }
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
