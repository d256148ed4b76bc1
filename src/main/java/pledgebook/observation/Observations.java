package pledgebook.observation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.SkippedRule;
import pledgebook.registry.RoundRule;
import pledgebook.registry.RoundRules;
import pledgebook.vocabulary.EntityCode;
import pledgebook.warehouse.Check;
import pledgebook.warehouse.CheckRefused;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Snapshot;
import pledgebook.warehouse.Warehouse;

/// The values and the evidence of the submissions in force, and what the rules say of them. Needs
/// the tables of the registry and the settled submissions.
public final class Observations {
  private static final String ROOM = "observation";

  /// In the order they build on each other.
  static final List<String> RELATIONS =
      List.of(
          "written_cell",
          "figure_reading",
          "day_reading",
          "code_reading",
          "cell_reading",
          "unread_cell",
          "row_reading",
          "received_sheet",
          "received_row",
          "reported_cell",
          "account",
          "evidence_place",
          "evidence_text",
          "evidence_cell",
          "evidence_entry",
          "evidence_row",
          "unread_evidence",
          "unjudged",
          "member_value",
          "difference_beside_value",
          "magnitude",
          "shared_thing",
          "explanation");

  /// On what became of findings: they run when the others have.
  private static final String ON_WAIVERS = "observation.waiver-";

  private static final Relation SKIPPED_RULE = new Relation(ROOM, "skipped_rule");
  private static final Relation UNJUDGED = new Relation(ROOM, "unjudged");
  private static final Relation FINDING = new Relation(ROOM, "finding");
  private static final Relation RESOLUTION = new Relation(ROOM, "resolution");
  private static final Relation RESOLVED_FINDING = new Relation(ROOM, "resolved_finding");
  private static final Relation TOLD_FINDING = new Relation(ROOM, "told_finding");

  private final Warehouse warehouse;
  private final RoundRules ofRound;

  /// Works on a warehouse that holds the registry's tables and the settled submissions, for a round
  /// without rules of its own.
  public Observations(Warehouse warehouse) {
    this(warehouse, RoundRules.none());
  }

  /// @param ofRound rules the round adds to the program's
  public Observations(Warehouse warehouse, RoundRules ofRound) {
    this.warehouse = warehouse;
    this.ofRound = ofRound;
  }

  /// Takes the values out of the submissions in force and runs every rule on them. Doing it again
  /// gives the same.
  public void extract() {
    warehouse.createAll(ROOM, RELATIONS);
    warehouse.create(SKIPPED_RULE);
    warehouse.create(FINDING);
    List<SkippedRule> skipped = new ArrayList<>();
    List<Check> runnable = new ArrayList<>();
    for (Check check : checks()) {
      if (!check.code().startsWith(ON_WAIVERS) && !isSkipped(check, skipped)) {
        runnable.add(check);
      }
    }
    runOfRound(skipped);
    warehouse.runAll(runnable, FINDING);
    skipped.addAll(warehouse.read(UNJUDGED, Observations::skippedRule));
    warehouse.replace(
        null,
        List.of(SKIPPED_RULE),
        rows -> skipped.forEach(rule -> rows.to(SKIPPED_RULE).row(rule.code(), rule.reason())));
    warehouse.create(RESOLUTION);
    warehouse.create(RESOLVED_FINDING);
    warehouse.runAll(
        checks().stream().filter(check -> check.code().startsWith(ON_WAIVERS)).toList(), FINDING);
    warehouse.create(TOLD_FINDING);
  }

  private boolean isSkipped(Check check, List<SkippedRule> skipped) {
    String otherwise = check.otherwise();
    if (otherwise == null || check.needs().stream().noneMatch(warehouse::isEmpty)) {
      return false;
    }
    skipped.add(new SkippedRule(check.code(), otherwise));
    return true;
  }

  /// The round's rules see a copy: whatever they are, they cannot change what is held.
  private void runOfRound(List<SkippedRule> skipped) {
    skipped.addAll(ofRound.unread());
    if (ofRound.rules().isEmpty()) {
      return;
    }
    try (Snapshot snapshot = warehouse.snapshot()) {
      for (RoundRule rule : ofRound.rules()) {
        try {
          keep(snapshot.run(RoundCheck.of(rule)));
        } catch (CheckRefused e) {
          skipped.add(new SkippedRule(rule.code(), e.reason()));
        } catch (RoundCheck.WrongCode e) {
          skipped.add(new SkippedRule(rule.code(), e.reason()));
        }
      }
    }
  }

  private void keep(List<Finding> findings) {
    warehouse.append(rows ->
        findings.forEach(finding ->
            FindingRows.append(rows.to(FINDING), null, finding, finding.places(), false)));
  }

  /// What stands against the submissions in force, and what was cleared: of a kind the first
  /// thousand, the others counted. All of them stand in `observation.resolved_finding`.
  public Judgement judgement() {
    return new Judgement(
        warehouse.read(TOLD_FINDING, Observations::resolved),
        warehouse.read(SKIPPED_RULE, Observations::skippedRule));
  }

  private static SkippedRule skippedRule(Fields row) {
    return new SkippedRule(row.text("code"), row.text("reason"));
  }

  /// What stands against a member's submission where no other is held: findings addressed to it,
  /// and the rules that need the others as skipped.
  public Judgement judgementOf(EntityCode entity) {
    Judgement all = judgement();
    Map<String, String> across = reasons(Check::alone);
    List<Resolved> own =
        all.resolved().stream()
            .filter(resolved -> entity.equals(resolved.finding().entity()))
            .filter(resolved -> !across.containsKey(resolved.finding().code()))
            .toList();
    List<SkippedRule> skipped = new ArrayList<>(all.skipped());
    across.forEach((code, reason) -> skipped.add(new SkippedRule(code, reason)));
    reasons(Check::partly).forEach((code, reason) -> skipped.add(new SkippedRule(code, reason)));
    return new Judgement(own, skipped);
  }

  /// What rules say of being run on one submission, by their code.
  private static Map<String, String> reasons(Function<Check, @Nullable String> of) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Check check : checks()) {
      String reason = of.apply(check);
      if (reason != null) {
        reasons.put(check.code(), reason);
      }
    }
    return reasons;
  }

  private static Resolved resolved(Fields row) {
    return new Resolved(FindingRows.read(row), resolution(row));
  }

  private static Resolution resolution(Fields row) {
    return switch (row.text("resolution")) {
      case "explained" ->
          new Resolution.Explained(row.text("resolution_text"), row.text("resolution_cell"));
      case "waived" ->
          new Resolution.Waived(
              row.text("resolution_text"),
              row.text("resolution_by"),
              Optional.ofNullable(row.optionalDate("resolution_on")).orElse(LocalDate.EPOCH));
      case "returned" -> new Resolution.Returned();
      default -> new Resolution.Open();
    };
  }

  /// The program's rules on held values, in the order they are documented.
  static List<Check> checks() {
    return Check.all(ROOM);
  }
}
