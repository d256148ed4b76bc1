package pledgebook.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Passports.EvidencePassport;
import pledgebook.publication.Passports.WithdrawalPassport;
import pledgebook.reconciliation.Outcome;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// What passports read of the warehouse: the cells of each member, bounded by their queries.
final class PassportRows {
  private static final Relation MEMBER = new Relation("publication", "passport_member");
  private static final Relation CELL = new Relation("publication", "passport_cell");
  private static final Relation WITHDRAWAL = new Relation("publication", "passport_withdrawal");

  private final Round round;
  private final Map<Part, Cells> cells;
  private final Map<Part, List<EvidencePassport>> evidence;
  private final Map<String, List<WithdrawalPassport>> withdrawals;

  /// An indicator at a member.
  private record Part(String indicator, String entity) {}

  /// How many cells a member's part rests on.
  record Cells(int all, int counted, String fingerprint) {
    static final Cells NONE = new Cells(0, 0, "");
  }

  PassportRows(Warehouse warehouse, Round round) {
    this.round = round;
    warehouse.createAll(
        "publication",
        List.of("listed_cell", "passport_member", "passport_cell", "passport_withdrawal"));
    this.cells =
        warehouse.read(MEMBER, row -> Map.entry(part(row), cells(row))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    this.evidence =
        warehouse.read(CELL, row -> Map.entry(part(row), evidence(row))).stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    this.withdrawals =
        warehouse
            .read(WITHDRAWAL, row -> Map.entry(row.text("indicator"), withdrawal(row)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  Cells cells(String indicator, String entity) {
    return cells.getOrDefault(new Part(indicator, entity), Cells.NONE);
  }

  /// The first of them.
  List<EvidencePassport> evidence(String indicator, String entity) {
    return evidence.getOrDefault(new Part(indicator, entity), List.of());
  }

  List<WithdrawalPassport> withdrawals(String indicator) {
    return withdrawals.getOrDefault(indicator, List.of());
  }

  private static Part part(Fields row) {
    return new Part(row.text("indicator"), row.text("entity"));
  }

  private static Cells cells(Fields row) {
    return new Cells(row.integer("cells"), row.integer("counted_cells"), row.text("fingerprint"));
  }

  private EvidencePassport evidence(Fields row) {
    return new EvidencePassport(
        row.text("file"),
        row.text("sheet"),
        row.text("cell"),
        row.optionalText("raw"),
        DataTable.plain(row.optionalDecimal("value")),
        row.optionalText("key"),
        row.flag("counted"),
        CellLinks.uri(round.year(), row.text("file"), row.text("sheet"), row.text("cell")));
  }

  private WithdrawalPassport withdrawal(Fields row) {
    return new WithdrawalPassport(
        row.text("level"),
        row.integer("pieces"),
        FindingsFile.name(round, new EntityCode(row.text("entity"))),
        row.optionalText("file"),
        row.optionalText("sheet"),
        row.optionalText("cell"),
        left(row),
        Outcome.valueOf(row.text("outcome_without")).label());
  }

  /// What would be left, of a ratio as the fraction it is.
  private static @Nullable String left(Fields row) {
    String numerator = DataTable.plain(row.optionalDecimal("numerator"));
    String denominator = DataTable.plain(row.optionalDecimal("denominator"));
    return numerator == null || "1".equals(denominator) ? numerator : numerator + "∶" + denominator;
  }
}
