package pledgebook.submission;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pledgebook.audit.AuditLog;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;

/// Stores a file in the inbox: a copy beside, then moved to a name of our own making, then a line
/// in received.csv, then a line in the audit log. A crash in between leaves a file that is complete
/// and merely not listed, which receiving it again completes, or a line that is not in the log yet,
/// which receiving anything adds.
final class Reception {
  static final String INCOMING = ".incoming";
  private static final int LONGEST_ORIGIN = 200;

  private final Inbox inbox;
  private final InboxFolder folder;
  private final StoredFiles files;
  private final AuditLog trail;

  Reception(Inbox inbox, InboxFolder folder) {
    this.inbox = inbox;
    this.folder = folder;
    this.files = new StoredFiles(folder);
    this.trail = new AuditLog(folder.path(), folder.round().year());
  }

  /// One file at a time, in this process and among all.
  Intake receive(Path file, Instant receivedAt, String from) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw InboxFailures.noFile(file);
    }
    try {
      Files.createDirectories(folder.path());
      try (InboxLock _ = InboxLock.take(folder.path().resolveSibling(""), folder.round().year());
          FileChannel list =
              FileChannel.open(
                  folder.path().resolve(ReceivedLog.NAME),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE)) {
        return receive(file, receivedAt, from, list);
      }
    } catch (IOException e) {
      throw InboxFailures.inboxNotWritable(folder.path(), e);
    }
  }

  private Intake receive(Path file, Instant receivedAt, String from, FileChannel list)
      throws IOException {
    ReceivedLog log = folder.log();
    trail.record(log.listings(), null, "");
    Path incoming = folder.path().resolve(INCOMING);
    StoredFiles.copy(file, incoming);
    try {
      Sha256 sha256 = Sha256.of(incoming);
      String time = log.next(receivedAt.atOffset(ReceivedLog.ZONE));
      Optional<ReceivedLog.Line> before = log.find(sha256);
      Intake intake = examine(incoming, sha256, before, time, from);
      if (intake instanceof Intake.Received received
          && before.map(ReceivedLog.Line::file).filter(f -> !Resending.isKept(f)).isEmpty()
          && folder.find(received.submission().entity().value(), sha256).isEmpty()) {
        Optional<ReceivedFile> same = sameValues(received.submission().entity(), incoming, sha256);
        if (same.isPresent()) {
          return keepUnchanged(received, same.get(), new Arrival(log, list, incoming, time, from));
        }
      }
      String stored = place(intake, sha256, before);
      if (!files.isTaken(stored)) {
        files.store(incoming, stored);
      }
      Optional<EntityCode> entity =
          intake instanceof Intake.Received(Submission submission, List<Finding> findings)
              ? Optional.of(submission.entity())
              : Optional.empty();
      boolean again = entity.filter(e -> new Resending(log).isNews(e, stored, sha256)).isPresent();
      if (before.isEmpty() || again) {
        list(list, intake, stored, time, origin(from));
      }
      return at(
          intake,
          stored,
          before.isEmpty() || entity.isEmpty()
              ? List.of()
              : List.of(new Resending(log).told(entity.get(), stored, stored)));
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  /// A file that came, and what is needed to keep it.
  private record Arrival(
      ReceivedLog log, FileChannel list, Path incoming, String time, String from) {}

  /// Keeps a file that says what another one says: apart from those that count, with a line of its
  /// own. What somebody wrote beside the values stands in it still.
  private Intake keepUnchanged(Intake.Received received, ReceivedFile same, Arrival arrival)
      throws IOException {
    Sha256 sha256 = received.sha256();
    EntityCode entity = received.submission().entity();
    Resending resending = new Resending(arrival.log);
    Optional<ReceivedLog.Line> before = arrival.log.find(sha256);
    String stored =
        before
            .map(ReceivedLog.Line::file)
            .orElseGet(() ->
                Resending.place(sha256, same.sha256(), StoredFiles.extension(received.findings())));
    if (!files.isTaken(stored)) {
      files.store(arrival.incoming, stored);
    }
    if (before.isEmpty() || resending.isNews(entity, same.file(), sha256)) {
      list(arrival.list, received, stored, arrival.time, origin(arrival.from));
    }
    List<Finding> told = new ArrayList<>();
    told.add(resending.told(entity, stored, same.file()));
    received.findings().stream()
        .filter(finding -> UnreadRemarks.isOne(finding) || isOfFormat(finding))
        .forEach(finding -> told.add(moved(finding, stored)));
    return at(withoutFormat(new SubmissionReader(folder.round()).examine(same)), same.file(), told);
  }

  /// What file format the other one has is nothing to advise the sender of this one about.
  private static Intake withoutFormat(Intake known) {
    return known instanceof Intake.Received(Submission submission, List<Finding> findings)
        ? new Intake.Received(
            submission, findings.stream().filter(finding -> !isOfFormat(finding)).toList())
        : known;
  }

  private static boolean isOfFormat(Finding finding) {
    return finding.code().equals(ReadingRule.BINARY_FORMAT.code())
        || finding.code().equals(ReadingRule.MACROS.code());
  }

  private void list(FileChannel list, Intake intake, String stored, String time, String origin)
      throws IOException {
    Optional<EntityCode> entity = Optional.empty();
    String detail =
        switch (intake) {
          case Intake.Received(Submission submission, List<Finding> findings) -> {
            entity = Optional.of(submission.entity());
            yield "v" + submission.version();
          }
          case Intake.Rejected rejected -> rejected.reason().code();
        };
    ReceivedLog.append(
        list, new ReceivedLog.Line(0, intake.sha256(), entity, stored, time, origin));
    ReceivedLog log = folder.log();
    trail.record(log.listings(), intake.sha256(), detail);
  }

  /// A file of the member that holds the same values in other bytes, such as the original of a
  /// return copy sent back.
  private Optional<ReceivedFile> sameValues(EntityCode entity, Path incoming, Sha256 sha256) {
    List<ReceivedFile> known =
        inbox.files().stream()
            .filter(file -> file.file().startsWith(entity + "/"))
            .filter(file -> !file.sha256().equals(sha256))
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Optional<Sha256> values = ValueDigest.of(incoming);
    return known.stream()
        .filter(file -> values.isPresent() && ValueDigest.of(file.path()).equals(values))
        .findFirst();
  }

  private Intake examine(
      Path incoming, Sha256 sha256, Optional<ReceivedLog.Line> before, String time, String from) {
    ReceivedFile file =
        new ReceivedFile(
            incoming,
            INCOMING,
            sha256,
            before.map(ReceivedLog.Line::receivedAt).orElse(time),
            before.map(ReceivedLog.Line::origin).orElse(origin(from)));
    return new SubmissionReader(folder.round()).examine(file);
  }

  /// Where the same bytes lie already, else where they lay when they were listed, else a new place.
  private String place(Intake intake, Sha256 sha256, Optional<ReceivedLog.Line> before)
      throws IOException {
    String member =
        switch (intake) {
          case Intake.Received(Submission submission, List<Finding> findings) ->
              submission.entity().value();
          case Intake.Rejected rejected -> Inbox.REJECTED;
        };
    return folder
        .find(member, sha256)
        .or(() -> before.map(ReceivedLog.Line::file).filter(file -> !files.isTaken(file)))
        .orElseGet(() -> files.newPlace(intake, sha256));
  }

  /// @param more what else is to be told of it
  private static Intake at(Intake intake, String stored, List<Finding> more) {
    return switch (intake) {
      case Intake.Rejected(String file, Sha256 sha256, Finding reason) ->
          new Intake.Rejected(stored, sha256, moved(reason, stored));
      case Intake.Received(Submission submission, List<Finding> findings) -> {
        List<Finding> kept = new ArrayList<>();
        findings.forEach(finding -> kept.add(moved(finding, stored)));
        kept.addAll(more);
        yield new Intake.Received(
            new Submission(
                submission.sha256(),
                submission.entity(),
                stored,
                submission.receivedAt(),
                submission.origin(),
                submission.version(),
                submission.coverDate(),
                submission.late()),
            kept);
      }
    };
  }

  private static Finding moved(Finding finding, String stored) {
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.entity(),
        new Location(stored, finding.location().sheet(), finding.location().cell()),
        finding.found(),
        finding.expected(),
        finding.difference(),
        finding.unit(),
        finding.message(),
        finding.indicators());
  }

  /// What the sender is called, on one line.
  private static String origin(String from) {
    String line = from.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
    return line.substring(0, Math.min(line.length(), LONGEST_ORIGIN));
  }
}
