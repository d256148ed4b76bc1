package pledgebook.observation;

import java.util.ArrayList;
import java.util.List;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;
import pledgebook.warehouse.Check;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// The values and the evidence of the submissions in force, and what the rules say of them. Needs
/// the tables of the registry and the staged rows of the submissions.
public final class Observations {
  private static final String ROOM = "observation";

  /// In the order they build on each other.
  private static final List<String> RELATIONS =
      List.of(
          "written_cell",
          "figure_reading",
          "day_reading",
          "code_reading",
          "cell_reading",
          "received_row",
          "reported_cell",
          "account",
          "evidence_cell",
          "evidence_row",
          "member_value");

  /// Every rule of the program, in the order they are documented.
  private static final List<String> RULES =
      List.of(
          "member-missing",
          "unknown-indicator",
          "repeated-indicator",
          "missing-value",
          "unreadable-value",
          "negative-value",
          "excess-decimals",
          "required-evidence",
          "unreadable-evidence",
          "read-leniently",
          "unknown-code",
          "confused-region",
          "unknown-deliverable",
          "milestone-undated",
          "duplicate-row",
          "day-outside-period",
          "not-its-own",
          "evidence-total",
          "balance",
          "flow-of-stock",
          "opening-differs",
          "whole-differs",
          "shares-of-whole",
          "key-in-two-members",
          "zero-denominator",
          "beyond-measure");

  private static final Relation RULE_FINDING = new Relation(ROOM, "rule_finding");
  private static final Relation FINDING = new Relation(ROOM, "finding");

  private final Warehouse warehouse;

  /// Works on a warehouse that holds the registry's tables and the staged submissions.
  public Observations(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /// Takes the values out of the submissions in force and runs every rule on them. Doing it again
  /// gives the same.
  public void extract() {
    warehouse.createAll(ROOM, RELATIONS);
    warehouse.create(RULE_FINDING);
    List<Finding> found = new ArrayList<>();
    checks().forEach(check -> found.addAll(warehouse.run(check)));
    warehouse.replace(
        null,
        List.of(RULE_FINDING),
        rows -> found.forEach(finding -> FindingRows.append(rows.to(RULE_FINDING), null, finding)));
    warehouse.create(FINDING);
  }

  /// What stands against the submissions in force.
  public Judgement judgement() {
    List<SkippedRule> skipped = List.of();
    return new Judgement(warehouse.read(FINDING, FindingRows::read), skipped);
  }

  /// The rules on held values.
  static List<Check> checks() {
    return RULES.stream().map(rule -> Check.of(ROOM, rule)).toList();
  }
}
