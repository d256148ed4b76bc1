package pledgebook.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// The submissions of a round as the warehouse holds them.
public final class Submissions {
  /// What the sheet a return copy begins with is called. It is known by its mark, not by its name
  /// ([pledgebook.workbook.IndexMark]); a workbook sent back with it reads as if it were not there.
  public static final String REVIEW_SHEET = "核查意见";

  static final Relation INTAKE = new Relation("submission", "intake");
  static final Relation STAGED_COVER = new Relation("submission", "staged_cover");
  static final Relation STAGED_SHEET = new Relation("submission", "staged_sheet");
  static final Relation STAGED_ROW = new Relation("submission", "staged_row");
  static final Relation READING_FINDING = new Relation("submission", "reading_finding");
  static final Relation IN_FORCE = new Relation("submission", "in_force");
  static final Relation CHANGED_CELL = new Relation("submission", "changed_cell");
  static final Relation SAME_VALUES = new Relation("submission", "same_values");
  static final List<Relation> TABLES =
      List.of(INTAKE, STAGED_COVER, STAGED_SHEET, STAGED_ROW, READING_FINDING);
  private static final Relation READING_KEY = new Relation("submission", "reading_key");

  private Submissions() {}

  /// Makes the tables files are read into, where they are not there yet.
  public static void declare(Warehouse warehouse) {
    warehouse.createAll("submission", TABLES.stream().map(Relation::name).toList());
    warehouse.create(READING_KEY);
  }

  /// Leaves of a warehouse only what was read from files, as if nothing had been made of it yet.
  public static void clearAllButRead(Warehouse warehouse) {
    List<Relation> read = new ArrayList<>(TABLES);
    read.add(READING_KEY);
    warehouse.dropAllBut(read);
  }

  /// Tells whether the rows of a submission stand as reading it under a key gave them.
  static boolean stand(Warehouse warehouse, String submission, Sha256 key) {
    return warehouse
        .read(READING_KEY, fields -> fields.text("submission") + " " + fields.text("key"))
        .contains(submission + " " + key.hex());
  }

  /// Notes under which key the rows of a submission were read; null while they are read.
  static void noteRead(Warehouse warehouse, String submission, @Nullable Sha256 key) {
    warehouse.replace(
        submission,
        List.of(READING_KEY),
        appenders -> {
          if (key != null) {
            appenders.to(READING_KEY).row(submission, key.hex());
          }
        });
  }

  /// Removes what was read from files that no longer lie in the inbox.
  public static void keepOnly(Warehouse warehouse, List<ReceivedFile> files) {
    Set<String> kept =
        files.stream().map(file -> file.sha256().hex()).collect(Collectors.toUnmodifiableSet());
    for (String submission : warehouse.read(INTAKE, fields -> fields.text("submission"))) {
      if (!kept.contains(submission)) {
        noteRead(warehouse, submission, null);
        warehouse.replace(submission, TABLES, appenders -> {});
      }
    }
  }

  /// Keeps what the inbox itself has to say, beside the findings of its files, and why it refused
  /// some.
  public static void note(Warehouse warehouse, Inbox.Contents contents) {
    keep(warehouse, ReceivedLog.NAME, contents.findings());
    keep(warehouse, Inbox.REJECTED, contents.rejections());
  }

  /// Keeps findings that were not made while a file was read, under a name of their own.
  private static void keep(Warehouse warehouse, String name, List<Finding> findings) {
    warehouse.replace(
        name,
        List.of(READING_FINDING),
        appenders -> findings.forEach(finding -> append(appenders, name, finding)));
  }

  /// Decides which submission of each member counts, once every file is read, lists what changed
  /// from the versions it superseded, and tells of those that bring nothing new.
  public static void settle(Warehouse warehouse) {
    warehouse.create(IN_FORCE);
    warehouse.create(CHANGED_CELL);
    warehouse.create(SAME_VALUES);
    List<Finding> findings = warehouse.read(SAME_VALUES, Submissions::sameValues);
    keep(warehouse, SAME_VALUES.name(), findings);
  }

  private static Finding sameValues(Fields fields) {
    return new ReadingFindings(fields.text("file"), new EntityCode(fields.text("entity")))
        .make(ReadingRule.SAME_VALUES, At.file(), "file", fields.text("other"));
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
      case Intake.Received(Submission submission, List<Finding> findings) ->
          keepReceived(appenders, submission, listed, findings);
      case Intake.Rejected(String name, Sha256 sha256, Finding reason) -> {
        EntityCode entity = reason.entity();
        String code = entity == null ? null : entity.value();
        String hex = sha256.hex();
        appenders
            .to(INTAKE)
            .row(
                hex,
                code,
                name,
                "rejected",
                file.receivedAt(),
                file.origin(),
                listed,
                null,
                null,
                null);
        append(appenders, hex, reason);
      }
    }
  }

  private static boolean isDayUnknown(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.code().equals(ReadingRule.DAY_UNKNOWN.code()));
  }

  private static void keepReceived(
      Warehouse.Appenders appenders,
      Submission submission,
      boolean listed,
      List<Finding> findings) {
    String hex = submission.sha256().hex();
    appenders
        .to(INTAKE)
        .row(
            hex,
            submission.entity().value(),
            submission.file(),
            "received",
            submission.receivedAt(),
            submission.origin(),
            listed,
            submission.version(),
            submission.coverDate(),
            isDayUnknown(findings) ? null : submission.late());
    findings.forEach(finding -> append(appenders, hex, finding));
  }

  private static void append(Warehouse.Appenders appenders, String submission, Finding finding) {
    FindingRows.append(appenders.to(READING_FINDING), submission, finding, finding.places());
  }
}
