package pledgebook.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// The submissions of a round as the warehouse holds them.
public final class Submissions {
  static final Relation INTAKE = new Relation("submission", "intake");
  static final Relation STAGED_SHEET = new Relation("submission", "staged_sheet");
  static final Relation STAGED_ROW = new Relation("submission", "staged_row");
  static final Relation READING_FINDING = new Relation("submission", "reading_finding");
  static final Relation IN_FORCE = new Relation("submission", "in_force");
  static final Relation CHANGED_CELL = new Relation("submission", "changed_cell");
  static final List<Relation> TABLES = List.of(INTAKE, STAGED_SHEET, STAGED_ROW, READING_FINDING);

  private Submissions() {}

  /// Makes the tables files are read into, where they are not there yet.
  public static void declare(Warehouse warehouse) {
    warehouse.createAll("submission", TABLES.stream().map(Relation::name).toList());
  }

  /// Removes what was read from files that no longer lie in the inbox.
  public static void keepOnly(Warehouse warehouse, List<ReceivedFile> files) {
    Set<String> kept =
        files.stream().map(file -> file.sha256().hex()).collect(Collectors.toUnmodifiableSet());
    for (String submission : warehouse.read(INTAKE, fields -> fields.text("submission"))) {
      if (!kept.contains(submission)) {
        warehouse.replace(submission, TABLES, appenders -> {});
      }
    }
  }

  /// Keeps what the inbox itself has to say, beside the findings of its files.
  public static void note(Warehouse warehouse, List<Finding> findings) {
    warehouse.replace(
        ReceivedLog.NAME,
        List.of(READING_FINDING),
        appenders ->
            findings.forEach(finding ->
                FindingRows.append(appenders.to(READING_FINDING), ReceivedLog.NAME, finding)));
  }

  /// Decides which submission of each member counts, once every file is read, and what changed from
  /// the versions it superseded.
  public static void settle(Warehouse warehouse) {
    warehouse.create(IN_FORCE);
    warehouse.create(CHANGED_CELL);
  }

  /// The submissions that count, by member; asked for after [#settle(Warehouse)].
  public static List<Submission> inForce(Warehouse warehouse) {
    return warehouse.read(
        IN_FORCE,
        fields ->
            new Submission(
                new Sha256(fields.text("submission")),
                new EntityCode(fields.text("entity")),
                fields.text("file"),
                fields.text("received_at"),
                fields.optionalText("origin"),
                fields.integer("version"),
                Optional.ofNullable(fields.optionalDate("cover_date")).orElse(LocalDate.EPOCH),
                fields.flag("late")));
  }

  /// Keeps what came of a file.
  static void keep(Warehouse.Appenders appenders, ReceivedFile file, Intake intake) {
    boolean listed = file.receivedAt() != null;
    switch (intake) {
      case Intake.Received(Submission submission, List<Finding> findings) -> {
        appenders
            .to(INTAKE)
            .row(
                submission.sha256().hex(),
                submission.entity().value(),
                submission.file(),
                "received",
                submission.receivedAt(),
                submission.origin(),
                listed,
                submission.version(),
                submission.coverDate(),
                submission.late());
        for (Finding finding : findings) {
          FindingRows.append(appenders.to(READING_FINDING), submission.sha256().hex(), finding);
        }
      }
      case Intake.Rejected(String name, Sha256 sha256, Finding reason) -> {
        EntityCode entity = reason.entity();
        appenders
            .to(INTAKE)
            .row(
                sha256.hex(),
                entity == null ? null : entity.value(),
                name,
                "rejected",
                file.receivedAt(),
                file.origin(),
                listed,
                null,
                null,
                null);
        FindingRows.append(appenders.to(READING_FINDING), sha256.hex(), reason);
      }
    }
  }
}
