package pledgebook.publication;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.CommitmentChange;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// What this room reads of the warehouse beside the edition itself.
final class WarehouseRows {
  static final Relation MEMBER_VALUE = new Relation("observation", "member_value");
  static final Relation RECONCILED_INDICATOR =
      new Relation("reconciliation", "reconciled_indicator");
  static final Relation LINEAGE = new Relation("reconciliation", "lineage");
  static final Relation FRAGILITY = new Relation("reconciliation", "fragility");
  static final Relation LISTED_CELL = new Relation("publication", "listed_cell");
  static final Relation LINEAGE_COUNT = new Relation("publication", "lineage_count");
  static final Relation LINEAGE_RANGE = new Relation("publication", "lineage_range");
  static final Relation CHANGED_CELL = new Relation("submission", "changed_cell");
  static final Relation OVERLAP = new Relation("reconciliation", "overlap");
  static final Relation COMMITMENT_CHANGE = new Relation("registry", "commitment_change");
  static final Relation DEFINITION_VALUE = new Relation("registry", "definition_value");
  static final Relation FAULT_BEFORE = new Relation("registry", "fault_before");
  static final Relation INTAKE = new Relation("submission", "intake");
  static final Relation IN_FORCE = new Relation("submission", "in_force");

  private final Warehouse warehouse;

  WarehouseRows(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /// An indicator's value as a required reporter gave it.
  ///
  /// @param state reported, not_applicable or missing
  /// @param value null when there is none, and for a narrative
  record MemberValue(
      IndicatorCode indicator, EntityCode entity, String state, @Nullable BigDecimal value) {
    boolean isReported() {
      return state.equals("reported");
    }

    boolean isMissing() {
      return state.equals("missing");
    }
  }

  /// A cell a figure rests on.
  ///
  /// @param file path below input/<year>
  /// @param raw the text as found
  record LineageCell(
      IndicatorCode indicator,
      @Nullable EntityCode entity,
      @Nullable String file,
      @Nullable String sheet,
      @Nullable String cell,
      @Nullable String raw,
      @Nullable BigDecimal value) {}

  /// How many cells of a member an indicator rests on.
  record LineageCount(IndicatorCode indicator, @Nullable EntityCode entity, int cells) {
    /// How many cells of all members an indicator rests on.
    static int of(IndicatorCode indicator, List<LineageCount> counts) {
      return counts.stream()
          .filter(count -> count.indicator().equals(indicator))
          .mapToInt(LineageCount::cells)
          .sum();
    }
  }

  /// The cells of one column an indicator rests on.
  ///
  /// @param file path below input/<year>
  /// @param cells how many there are
  record LineageRange(
      IndicatorCode indicator,
      @Nullable EntityCode entity,
      String file,
      String sheet,
      String firstCell,
      String lastCell,
      int cells) {}

  /// A cell, or a whole row, that differs between a superseded version and the one in force.
  ///
  /// @param key the indicator or the key of the row
  /// @param change changed, added or removed
  record ChangedCell(
      EntityCode entity,
      String supersededFile,
      String inForceFile,
      String sheet,
      String key,
      String heading,
      String change,
      @Nullable String oldCell,
      @Nullable String newCell,
      @Nullable String oldValue,
      @Nullable String newValue) {}

  /// What differs between a superseded version and the one in force.
  ///
  /// @param first of them, in order; never empty
  /// @param all how many there are
  record ChangedVersion(List<ChangedCell> first, long all) {}

  /// The same thing in the evidence of two members.
  ///
  /// @param counted once, shares or added
  /// @param whole of a shared thing; else null
  record Overlap(
      IndicatorCode indicator,
      String counted,
      String thing,
      OverlapSide one,
      OverlapSide other,
      @Nullable BigDecimal whole) {}

  /// Where a member has it.
  ///
  /// @param value what it gives of it; null where it is only counted
  record OverlapSide(
      EntityCode entity, String file, String sheet, String cell, @Nullable BigDecimal value) {}

  /// A received file and what came of it.
  ///
  /// @param entity null when it cannot be told whose it is
  /// @param inForce it is the one that counts
  /// @param late null for a rejected one, and where nobody knows the day
  record IntakeRow(
      String submission,
      @Nullable EntityCode entity,
      String file,
      boolean rejected,
      boolean inForce,
      @Nullable String receivedAt,
      @Nullable String version,
      @Nullable Boolean late) {

    /// Newest first within a member, what counts before the rest.
    static final Comparator<IntakeRow> ORDER =
        Comparator.comparing(IntakeRow::entity, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(IntakeRow::inForce, Comparator.reverseOrder())
            .thenComparing(IntakeRow::receivedAt, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(IntakeRow::file)
            .thenComparing(IntakeRow::submission);

    boolean isSameAs(HashedFile input, int year) {
      String path = "input/" + year + "/" + Normalizer.normalize(file, Normalizer.Form.NFC);
      return input.path().equals(path) && input.sha256().equals(new Sha256(submission));
    }
  }

  /// A value per indicator and required reporter, in order.
  List<MemberValue> memberValues() {
    return warehouse.read(
        MEMBER_VALUE,
        row ->
            new MemberValue(
                new IndicatorCode(row.text("indicator")),
                new EntityCode(row.text("entity")),
                row.text("state"),
                row.optionalDecimal("value")));
  }

  /// How many cells each indicator rests on; those resting on none are not in it.
  List<LineageCount> lineageCounts() {
    warehouse.create(LINEAGE_COUNT);
    return warehouse.read(
        LINEAGE_COUNT,
        row -> {
          String entity = row.optionalText("entity");
          return new LineageCount(
              new IndicatorCode(row.text("indicator")),
              entity == null ? null : new EntityCode(entity),
              row.integer("cells"));
        });
  }

  /// The cells each indicator rests on, by column.
  List<LineageRange> lineageRanges() {
    warehouse.create(LINEAGE_RANGE);
    return warehouse.read(LINEAGE_RANGE, WarehouseRows::lineageRange);
  }

  private static LineageRange lineageRange(Fields row) {
    String entity = row.optionalText("entity");
    return new LineageRange(
        new IndicatorCode(row.text("indicator")),
        entity == null ? null : new EntityCode(entity),
        text(row, "file"),
        text(row, "sheet"),
        text(row, "first_cell"),
        text(row, "last_cell"),
        row.integer("cells"));
  }

  private static String text(Fields row, String column) {
    String text = row.optionalText(column);
    return text == null ? "" : text;
  }

  /// The cells each indicator rests on, in order.
  ///
  /// @param most how many of each member are told, as far as publication.listed_cell holds them
  Map<IndicatorCode, List<LineageCell>> listedCells(int most) {
    warehouse.create(LISTED_CELL);
    Map<IndicatorCode, List<LineageCell>> cells = new LinkedHashMap<>();
    warehouse.each(
        LISTED_CELL,
        List.of(),
        row -> {
          if (row.integer("place") <= most) {
            LineageCell cell = lineageCell(row);
            cells.computeIfAbsent(cell.indicator(), code -> new ArrayList<>()).add(cell);
          }
        });
    return cells;
  }

  private static LineageCell lineageCell(Fields row) {
    String entity = row.optionalText("entity");
    return new LineageCell(
        new IndicatorCode(row.text("indicator")),
        entity == null ? null : new EntityCode(entity),
        row.optionalText("file"),
        row.optionalText("sheet"),
        row.optionalText("cell"),
        row.optionalText("raw"),
        row.optionalDecimal("value"));
  }

  /// What differs between each superseded version and the one in force, in order.
  ///
  /// @param most how many of a version are told
  List<ChangedVersion> changedVersions(int most) {
    Map<String, ChangedVersion> versions = new LinkedHashMap<>();
    warehouse.each(
        CHANGED_CELL,
        List.of(),
        row -> {
          String superseded = row.text("superseded");
          ChangedVersion known = versions.get(superseded);
          List<ChangedCell> first = known == null ? new ArrayList<>() : known.first();
          if (first.size() < most) {
            first.add(changedCell(row));
          }
          long all = known == null ? 1 : known.all() + 1;
          versions.put(superseded, new ChangedVersion(first, all));
        });
    return List.copyOf(versions.values());
  }

  private static ChangedCell changedCell(Fields row) {
    return new ChangedCell(
        new EntityCode(row.text("entity")),
        row.text("superseded_file"),
        row.text("in_force_file"),
        row.text("sheet"),
        row.text("key"),
        row.text("heading"),
        row.text("change"),
        row.optionalText("old_cell"),
        row.optionalText("new_cell"),
        row.optionalText("old_value"),
        row.optionalText("new_value"));
  }

  /// How many things two members have alike.
  long overlapCount() {
    return warehouse.count(OVERLAP);
  }

  /// The first things two members have alike, in order.
  List<Overlap> overlaps(int most) {
    return warehouse.first(
        OVERLAP,
        most,
        row ->
            new Overlap(
                new IndicatorCode(row.text("indicator")),
                row.text("counted"),
                row.text("thing"),
                overlapSide(row, ""),
                overlapSide(row, "other_"),
                row.optionalDecimal("whole")));
  }

  private static OverlapSide overlapSide(Fields row, String side) {
    return new OverlapSide(
        new EntityCode(row.text(side + "entity")),
        row.text(side + "file"),
        row.text(side + "sheet"),
        row.text(side + "cell"),
        row.optionalDecimal(side + "value"));
  }

  /// How many faults the definition of the year before has.
  int faultsBefore() {
    return warehouse.read(FAULT_BEFORE, row -> row.integer("position")).size();
  }

  /// How the promises stand to those of the year before, in order; empty where that is not defined
  /// or has faults.
  List<CommitmentChange> commitmentChanges() {
    return warehouse.read(
        COMMITMENT_CHANGE,
        row ->
            new CommitmentChange(
                CommitmentChange.Change.valueOf(row.text("change")),
                number(row, "project_before"),
                row.optionalText("title_before"),
                number(row, "project"),
                row.optionalText("title"),
                promised(row, "_before", "indicator_before"),
                promised(row, "", "indicator"),
                text(row, "detail")));
  }

  private static @Nullable Integer number(Fields row, String column) {
    String number = row.optionalText(column);
    return number == null ? null : Integer.valueOf(number);
  }

  private static CommitmentChange.@Nullable Promised promised(
      Fields row, String ending, String column) {
    String code = row.optionalText(column);
    return code == null
        ? null
        : new CommitmentChange.Promised(
            new IndicatorCode(code),
            text(row, "name" + ending),
            text(row, "unit" + ending),
            text(row, "target" + ending));
  }

  /// Every received file, by member.
  List<IntakeRow> intake() {
    Set<String> inForce = Set.copyOf(warehouse.read(IN_FORCE, row -> row.text("submission")));
    return warehouse.read(INTAKE, row -> intakeRow(row, inForce)).stream()
        .sorted(IntakeRow.ORDER)
        .toList();
  }

  private static IntakeRow intakeRow(Fields row, Set<String> inForce) {
    String entity = row.optionalText("entity");
    String submission = row.text("submission");
    return new IntakeRow(
        submission,
        entity == null ? null : new EntityCode(entity),
        row.text("file"),
        row.text("state").equals("rejected"),
        inForce.contains(submission),
        row.optionalText("received_at"),
        row.optionalText("version"),
        row.optionalText("late") == null ? null : "true".equals(row.optionalText("late")));
  }
}
