package pledgebook.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.audit.AuditLog;
import pledgebook.audit.Listing;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Leftover;
import pledgebook.vocabulary.Sha256;

/// The folder input/<year>: what was received for a round. Only [#receive(Path, Instant, String)]
/// writes to it. It may look back to a day: then only what had been received by its end counts, by
/// received.csv, and a file not listed there by the 填报日期 of its cover.
public final class Inbox {
  /// The folder of what was refused.
  static final String REJECTED = "rejected";

  /// What belongs beside the members' folders.
  private static final Set<String> OWN =
      Set.of(
          ReceivedLog.NAME,
          AuditLog.NAME,
          REJECTED,
          Resending.UNCHANGED,
          Reception.INCOMING,
          ".gitkeep",
          ".gitignore");

  /// The list of what was received.
  public static final String LIST = ReceivedLog.NAME;

  private final Path folder;
  private final Round round;
  private final @Nullable LocalDate day;

  /// @param input the folder input/; the year's folder in it need not exist
  public Inbox(Path input, Round round) {
    this(input, round, null);
  }

  /// @param day the day to look back to, members' legal time; null for now
  public Inbox(Path input, Round round, @Nullable LocalDate day) {
    this.folder = input.resolve(String.valueOf(round.year()));
    this.round = round;
    this.day = day;
  }

  /// The day looked back to; null for now.
  public @Nullable LocalDate day() {
    return day;
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
      ReceivedLog all = ReceivedLog.read(folder.resolve(ReceivedLog.NAME));
      ReceivedLog log = day == null ? all : all.until(day);
      ReadingFindings onList = new ReadingFindings(ReceivedLog.NAME, null);
      for (ReceivedLog.LineFault fault : log.faults()) {
        onList.add(
            ReadingRule.LIST_LINE,
            new At(null, String.valueOf(fault.number()), fault.text(), null, List.of()),
            "line",
            fault.number(),
            "reason",
            fault.reason());
      }
      List<Finding> findings = new ArrayList<>(onList.all());
      List<ReceivedFile> files = files(all, findings);
      tellListed(log, findings);
      tellAgain(log, files, findings);
      tellLoose(all, findings);
      return new Contents(files, findings, rejections());
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder, e);
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
      ReceivedLog log = ReceivedLog.read(folder.resolve(ReceivedLog.NAME));
      List<ReceivedFile> files = new ArrayList<>();
      for (String file : paths(folder.resolve(REJECTED), new ArrayList<>())) {
        Path path = folder.resolve(file);
        Sha256 sha256 = Sha256.of(path);
        Optional<ReceivedLog.Line> listed = log.find(sha256);
        if (day != null && listed.filter(line -> !line.isUntil(day)).isPresent()) {
          continue;
        }
        files.add(
            new ReceivedFile(
                path,
                file,
                sha256,
                listed.map(ReceivedLog.Line::receivedAt).orElse(null),
                listed.map(ReceivedLog.Line::origin).orElse(null)));
      }
      return files;
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder, e);
    }
  }

  /// Tells whether a file of the inbox counts: what is listed, by its first line; what is not, as a
  /// member's by its cover; anything else always does.
  ///
  /// @param file its path below the year's folder
  /// @throws Failure `submission.input-not-readable`
  public boolean counts(String file, Sha256 sha256) {
    LocalDate until = day;
    if (until == null) {
      return true;
    }
    try {
      Optional<ReceivedLog.Line> listed = ReceivedLog.read(folder.resolve(LIST)).find(sha256);
      return listed
          .map(line -> line.isUntil(until))
          .orElseGet(() ->
              !EntityCode.isWellFormed(file.replaceAll("/.*", ""))
                  || files().stream().anyMatch(received -> received.sha256().equals(sha256)));
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder, e);
    }
  }

  /// received.csv as it stood.
  ///
  /// @throws Failure `submission.input-not-readable`
  public String list() {
    Path file = folder.resolve(LIST);
    try {
      String text = Files.readString(file);
      if (day == null) {
        return text;
      }
      Set<Integer> later =
          ReceivedLog.read(file).lines().stream()
              .filter(line -> !line.isUntil(day))
              .map(ReceivedLog.Line::number)
              .collect(Collectors.toSet());
      StringBuilder kept = new StringBuilder();
      int number = 0;
      for (String line : text.split("(?<=\n)", -1)) {
        number++;
        kept.append(later.contains(number) ? "" : line);
      }
      return kept.toString();
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder, e);
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
    Inbox now = new Inbox(folder.resolveSibling(""), round);
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
    return new Reception(this, folder, round).receive(file, receivedAt, from);
  }

  private List<ReceivedFile> files(ReceivedLog log, List<Finding> findings) throws IOException {
    Map<Sha256, List<String>> places = new LinkedHashMap<>();
    for (String file : paths(findings)) {
      places
          .computeIfAbsent(Sha256.of(folder.resolve(file)), sha256 -> new ArrayList<>())
          .add(file);
    }
    List<ReceivedFile> files = new ArrayList<>();
    for (Map.Entry<Sha256, List<String>> place : places.entrySet()) {
      Optional<ReceivedLog.Line> listed = log.find(place.getKey());
      String file = chosen(place.getValue(), listed);
      for (String other : place.getValue()) {
        if (!other.equals(file)) {
          findings.add(
              on(other).make(ReadingRule.DUPLICATE_FILE, At.file(), "file", other, "other", file));
        }
      }
      ReceivedFile received =
          new ReceivedFile(
              folder.resolve(file),
              file,
              place.getKey(),
              listed.map(ReceivedLog.Line::receivedAt).orElse(null),
              listed.map(ReceivedLog.Line::origin).orElse(null));
      if (day == null || !dayOf(received).orElse(LocalDate.MIN).isAfter(day)) {
        files.add(received);
      }
    }
    files.sort(Comparator.comparing(ReceivedFile::file));
    return files;
  }

  /// Of several places of the same bytes: the one listed, else one in the folder of the member
  /// whose workbook it is, else the first.
  private String chosen(List<String> places, Optional<ReceivedLog.Line> listed) {
    if (places.size() == 1) {
      return places.getFirst();
    }
    Optional<String> byList = listed.map(ReceivedLog.Line::file).filter(places::contains);
    if (byList.isPresent()) {
      return byList.get();
    }
    SubmissionReader reader = new SubmissionReader(round);
    return places.stream()
        .filter(file -> {
          ReceivedFile candidate =
              new ReceivedFile(folder.resolve(file), file, Sha256.of(""), null, null);
          return reader.examine(candidate) instanceof Intake.Received;
        })
        .findFirst()
        .orElse(places.getFirst());
  }

  /// Where some bytes lie already in one folder of the inbox.
  ///
  /// @param place the code of a member, or [#REJECTED]
  Optional<String> find(String place, Sha256 sha256) throws IOException {
    for (String file : paths(folder.resolve(place), new ArrayList<>())) {
      if (ReceivedLog.isSafe(file) && Sha256.of(folder.resolve(file)).equals(sha256)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// The files in the folders named by six digits, as paths below the year's folder, in order.
  private List<String> paths(List<Finding> findings) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Path member : children(folder)) {
      if (EntityCode.isWellFormed(name(member))) {
        paths.addAll(paths(member, findings));
      } else if (!OWN.contains(name(member)) && !Leftover.is(member)) {
        findings.add(
            new ReadingFindings(name(member), null)
                .make(ReadingRule.LOOSE_FILE, At.file(), "file", name(member)));
      }
    }
    return paths;
  }

  private List<String> paths(Path place, List<Finding> findings) throws IOException {
    List<String> paths = new ArrayList<>();
    for (Path path : children(place)) {
      String file = name(place) + "/" + name(path);
      if (Leftover.is(path)) {
        continue;
      }
      if (Files.notExists(place.resolve(name(path)), LinkOption.NOFOLLOW_LINKS)) {
        // Its bytes are no UTF-8; the name as text leads nowhere.
        findings.add(on(file).make(ReadingRule.UNREADABLE_NAME, At.file(), "file", file));
      } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        paths.add(file);
      } else {
        findings.add(on(file).make(ReadingRule.NOT_A_FILE, At.file(), "file", file));
      }
    }
    return paths;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.comparing(Inbox::name)).toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// What was sent again, and what somebody wrote into it where nobody reads it.
  private void tellAgain(ReceivedLog log, List<ReceivedFile> files, List<Finding> findings)
      throws IOException {
    for (Resending.Told told : new Resending(log).standing(files)) {
      findings.add(told.finding());
      String file = told.line().file();
      Path path = folder.resolve(file);
      if (Resending.isKept(file) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        ReceivedFile kept =
            new ReceivedFile(
                path, file, told.line().sha256(), told.line().receivedAt(), told.line().origin());
        if (new SubmissionReader(round).examine(kept) instanceof Intake.Received received) {
          received.findings().stream().filter(UnreadRemarks::isOne).forEach(findings::add);
        }
      }
    }
  }

  /// What lies beside the files that brought nothing new and was never received, on no day.
  private void tellLoose(ReceivedLog log, List<Finding> findings) throws IOException {
    for (String file : paths(folder.resolve(Resending.UNCHANGED), new ArrayList<>())) {
      if (log.lines().stream().noneMatch(line -> line.file().equals(file))) {
        findings.add(on(file).make(ReadingRule.LOOSE_FILE, At.file(), "file", file));
      }
    }
  }

  /// What the list says must lie there unchanged.
  private void tellListed(ReceivedLog log, List<Finding> findings) throws IOException {
    Set<String> told = new HashSet<>();
    for (ReceivedLog.Line line : log.lines()) {
      if (!told.add(line.file())) {
        continue;
      }
      Path path = folder.resolve(line.file());
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        findings.add(
            on(line.file()).make(ReadingRule.LISTED_MISSING, At.file(), "file", line.file()));
        continue;
      }
      Sha256 now = Sha256.of(path);
      if (!now.equals(line.sha256())) {
        findings.add(
            on(line.file())
                .make(
                    ReadingRule.LISTED_ALTERED,
                    At.file(now.hex(), line.sha256().hex()),
                    "file",
                    line.file(),
                    "expected",
                    line.sha256().abbreviated(),
                    "found",
                    now.abbreviated()));
      }
    }
  }

  /// Findings on a file are addressed to the member in whose folder it lies.
  private ReadingFindings on(String file) {
    String member = file.replaceAll("/.*", "");
    boolean known =
        EntityCode.isWellFormed(member) && round.findEntity(new EntityCode(member)).isPresent();
    return new ReadingFindings(file, known ? new EntityCode(member) : null);
  }
}
