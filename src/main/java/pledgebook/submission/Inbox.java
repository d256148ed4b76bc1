package pledgebook.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.audit.Listing;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.Sha256;

/// The folder input/<year>: what was received for a round. Only [#receive(Path, Instant, String)]
/// writes to it. It may look back to a day: then only what had been received by its end counts, by
/// received.csv, and a file not listed there by the 填报日期 of its cover.
public final class Inbox {
  /// The folder of what was refused.
  static final String REJECTED = "rejected";

  /// The list of what was received.
  public static final String LIST = ReceivedLog.NAME;

  private final Path input;
  private final InboxFolder folder;
  private final Round round;
  private final @Nullable LocalDate day;

  /// @param input the folder input/; the year's folder in it need not exist
  public Inbox(Path input, Round round) {
    this(input, round, null);
  }

  /// @param day the day to look back to, members' legal time; null for now
  public Inbox(Path input, Round round, @Nullable LocalDate day) {
    this.input = input;
    this.folder = new InboxFolder(input.resolve(String.valueOf(round.year())), round);
    this.round = round;
    this.day = day;
  }

  /// What lies in the inbox.
  ///
  /// @param files each set of bytes once, by path
  /// @param findings on the folder and its list, not on what the files hold
  /// @param rejections why each file that was refused at the door was
  public record Contents(
      List<ReceivedFile> files, List<Finding> findings, List<Finding> rejections) {
    public Contents {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
      rejections = List.copyOf(rejections);
    }
  }

  /// Looks through the folders of the members. The order files were put there plays no part.
  ///
  /// @throws Failure `submission.input-not-readable`
  public Contents contents() {
    try {
      ReceivedLog log = folder.log();
      ListReview review = new ListReview(folder, day == null ? log : log.until(day));
      List<Finding> findings = new ArrayList<>(review.faults());
      List<ReceivedFile> files = files(log, findings);
      findings.addAll(review.altered());
      findings.addAll(review.again(files));
      findings.addAll(review.loose(log));
      return new Contents(files, findings, rejections());
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder.path(), e);
    }
  }

  /// What received.csv of a year lists, as the audit log must bear it out; lines that cannot be
  /// understood are left out, and so stand in the log alone.
  ///
  /// @param input the folder input/
  /// @throws Failure `submission.input-not-readable`
  public static List<Listing> listings(Path input, int year) {
    Path folder = input.resolve(String.valueOf(year));
    try {
      return ReceivedLog.read(folder.resolve(ReceivedLog.NAME)).listings();
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder, e);
    }
  }

  /// The files to be read, each set of bytes once, by path.
  ///
  /// @throws Failure `submission.input-not-readable`
  public List<ReceivedFile> files() {
    return contents().files();
  }

  /// The files that were refused when they came, by path.
  ///
  /// @throws Failure `submission.input-not-readable`
  public List<ReceivedFile> rejected() {
    try {
      ReceivedLog log = folder.log();
      List<ReceivedFile> files = new ArrayList<>();
      for (String file : folder.files(REJECTED)) {
        Sha256 sha256 = folder.hash(file);
        Optional<ReceivedLog.Line> listed = log.find(sha256);
        if (day == null || listed.filter(line -> !line.isUntil(day)).isEmpty()) {
          files.add(folder.received(file, sha256, listed));
        }
      }
      return files;
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder.path(), e);
    }
  }

  /// What counted at the end of the day looked back to; empty for now.
  ///
  /// @throws Failure `submission.input-not-readable`
  public Optional<LookBack> lookBack() {
    if (day == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LookBack(day, folder, files()));
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder.path(), e);
    }
  }

  /// Sees to it that somebody had sent something by the day looked back to: an edition of nothing
  /// is never what was meant.
  ///
  /// @throws Failure `submission.before-the-first` or `submission.input-not-readable`
  public void requireSubmission() {
    if (day == null) {
      return;
    }
    Inbox now = new Inbox(input, round);
    Optional<LocalDate> first =
        now.files().stream().flatMap(file -> dayOf(file).stream()).min(LocalDate::compareTo);
    if (first.isEmpty() || first.get().isAfter(day)) {
      throw InboxFailures.beforeTheFirst(round.year(), day, first);
    }
  }

  /// The day a file counts from: as listed, else the 填报日期 of its cover; empty where it is no
  /// submission and says none.
  private Optional<LocalDate> dayOf(ReceivedFile file) {
    String listed = file.receivedAt();
    if (listed != null) {
      return Optional.of(LocalDate.parse(listed.substring(0, 10)));
    }
    return new SubmissionReader(round).examine(file) instanceof Intake.Received received
        ? Optional.of(LocalDate.parse(received.submission().receivedAt().substring(0, 10)))
        : Optional.empty();
  }

  /// Why the files that were refused when they came were.
  private List<Finding> rejections() {
    SubmissionReader reader = new SubmissionReader(round);
    List<Finding> reasons = new ArrayList<>();
    for (ReceivedFile file : rejected()) {
      if (reader.examine(file) instanceof Intake.Rejected rejected) {
        reasons.add(rejected.reason());
      }
    }
    return reasons;
  }

  /// Takes a file: says whose it is and stores it, a rejected one apart; what was received before
  /// is recognised and not stored twice. The file itself stays where it is.
  ///
  /// @param receivedAt when it came
  /// @param from who sent it, as told
  /// @throws Failure `submission.file-not-readable` or `submission.input-not-writable`
  public Intake receive(Path file, Instant receivedAt, String from) {
    return new Reception(this, folder).receive(file, receivedAt, from);
  }

  private List<ReceivedFile> files(ReceivedLog log, List<Finding> findings) throws IOException {
    Map<Sha256, List<String>> places = new LinkedHashMap<>();
    for (String file : folder.files(findings)) {
      places.computeIfAbsent(folder.hash(file), sha256 -> new ArrayList<>()).add(file);
    }
    List<ReceivedFile> files = new ArrayList<>();
    for (Map.Entry<Sha256, List<String>> place : places.entrySet()) {
      Optional<ReceivedLog.Line> listed = log.find(place.getKey());
      String file = chosen(place.getValue(), place.getKey(), listed);
      for (String other : place.getValue()) {
        if (!other.equals(file)) {
          findings.add(
              folder
                  .on(other)
                  .make(ReadingRule.DUPLICATE_FILE, At.file(), "file", other, "other", file));
        }
      }
      ReceivedFile received = folder.received(file, place.getKey(), listed);
      if (day == null || !dayOf(received).orElse(LocalDate.MIN).isAfter(day)) {
        files.add(received);
      }
    }
    files.sort(Comparator.comparing(ReceivedFile::file));
    return files;
  }

  /// Of several places of the same bytes: the one listed, else one in the folder of the member
  /// whose workbook it is, else the first.
  private String chosen(List<String> places, Sha256 sha256, Optional<ReceivedLog.Line> listed) {
    if (places.size() == 1) {
      return places.getFirst();
    }
    Optional<String> byList = listed.map(ReceivedLog.Line::file).filter(places::contains);
    if (byList.isPresent()) {
      return byList.get();
    }
    SubmissionReader reader = new SubmissionReader(round);
    return places.stream()
        .filter(file ->
            reader.examine(folder.received(file, sha256, listed)) instanceof Intake.Received)
        .findFirst()
        .orElse(places.getFirst());
  }
}
