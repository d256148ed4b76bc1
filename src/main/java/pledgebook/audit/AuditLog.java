package pledgebook.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// The log of one year, input/<year>/audit.log: a heading, then a line per event, only ever
/// appended to. Each line carries the hash of the one before and its own, so no line can be
/// changed, taken out, put in or moved without all behind it telling so. What is missing at its end
/// shows by what stands elsewhere: received.csv, the seals, and hashes noted by people.
public final class AuditLog {
  public static final String NAME = "audit.log";

  /// Far more than a round can bring; what is larger is none of ours.
  private static final long LARGEST = 256L << 20;

  private static final Messages MESSAGES = Messages.of("audit");

  private final Path file;
  private final int year;

  /// @param folder input/<year>
  public AuditLog(Path folder, int year) {
    this.file = folder.resolve(NAME);
    this.year = year;
  }

  /// Sees to it that everything listed as received is in the log. What is missing is appended: the
  /// one just received as such, an earlier one as written late, which is what a crash between the
  /// two files leaves; where there is no log yet, all of them.
  ///
  /// @param listings received.csv, in its order
  /// @param just the one just received; null for none
  /// @param detail what is to be said of it
  /// @throws pledgebook.finding.Failure `audit.log-broken`, `audit.not-readable` or
  ///   `audit.not-written`
  public void record(List<Listing> listings, @Nullable Sha256 just, String detail) {
    if (listings.isEmpty() && Files.notExists(file)) {
      return;
    }
    append(log -> {
      requireWhole(log, listings, just);
      List<AuditEntry> entries = new ArrayList<>();
      int told = (int) log.entries().stream().filter(e -> e.event().isOfReceiving()).count();
      for (Listing listing : listings.subList(told, listings.size())) {
        boolean late = !listing.sha256().equals(just);
        String said = late ? MESSAGES.text("recorded-late") : AuditEvent.oneLine(detail);
        entries.add(next(log, entries, listing.at(), listing.event(said)));
      }
      return entries;
    });
  }

  /// Appends events that belong together; all of them or none.
  ///
  /// @param at the moment they are written down, ISO 8601
  /// @param listings received.csv, which the log must bear out first
  /// @return where the log then ends
  /// @throws pledgebook.finding.Failure `audit.log-broken`, `audit.not-readable` or
  ///   `audit.not-written`
  public Anchor append(String at, List<Listing> listings, List<AuditEvent> events) {
    record(listings, null, "");
    makeFolder();
    return append(log -> {
      requireWhole(log, listings, null);
      List<AuditEntry> entries = new ArrayList<>();
      for (AuditEvent event : events) {
        AuditEvent clean =
            new AuditEvent(
                event.kind(),
                event.entity(),
                event.subject(),
                event.sha256(),
                AuditEvent.oneLine(event.detail()),
                AuditEvent.oneLine(event.by()));
        entries.add(next(log, entries, at, clean));
      }
      return entries;
    });
  }

  /// The entries, where they hang together.
  ///
  /// @throws pledgebook.finding.Failure `audit.log-broken` or `audit.not-readable`
  public List<AuditEntry> entries() {
    ReadLog log = read();
    if (!log.faults().isEmpty()) {
      throw AuditFailures.logBroken(log.faults().getFirst());
    }
    return log.entries();
  }

  /// The entries that can be read, whatever else stands there.
  ///
  /// @throws pledgebook.finding.Failure `audit.not-readable`
  public List<AuditEntry> readable() {
    return read().entries();
  }

  boolean exists() {
    return Files.exists(file);
  }

  ReadLog read() {
    try {
      return exists() ? ReadLog.of(bytes(), year) : new ReadLog(0, false, List.of(), List.of());
    } catch (IOException e) {
      throw AuditFailures.notReadable(file, e);
    }
  }

  private ReadLog read(FileChannel channel) throws IOException {
    if (channel.size() > LARGEST) {
      throw AuditFailures.notReadable(file, tooLarge());
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    for (int read = 0; read >= 0 && bytes.hasRemaining(); ) {
      read = channel.read(bytes, bytes.position());
    }
    return ReadLog.of(bytes.array(), year);
  }

  private static IOException tooLarge() {
    return new IOException("larger than " + LARGEST);
  }

  private void makeFolder() {
    try {
      Files.createDirectories(file.resolveSibling(""));
    } catch (IOException e) {
      throw AuditFailures.notWritten(file, e);
    }
  }

  private byte[] bytes() throws IOException {
    if (Files.size(file) > LARGEST) {
      throw tooLarge();
    }
    return Files.readAllBytes(file);
  }

  private AuditEntry next(ReadLog log, List<AuditEntry> written, String at, AuditEvent event) {
    Sha256 previous = written.isEmpty() ? log.head(year) : written.getLast().hash();
    return new AuditEntry(log.entries().size() + written.size() + 1, at, event, previous);
  }

  /// A log that is at fault, or tells other than received.csv, is written to no more. One listing
  /// it does not tell of is what a crash leaves; several are not, where there was a log.
  private static void requireWhole(ReadLog log, List<Listing> listings, @Nullable Sha256 just) {
    List<Finding> faults = new ArrayList<>(log.faults());
    List<Finding> differences = AuditTrail.differences(log.entries(), listings);
    List<String> missing =
        differences.stream()
            .filter(AuditTrail::isNotRecorded)
            .map(difference -> String.valueOf(difference.location().cell()))
            .toList();
    boolean crashed =
        (missing.size() <= (just == null ? 1 : 2) || log.entries().isEmpty())
            && listings.subList(listings.size() - missing.size(), listings.size()).stream()
                .allMatch(listing -> missing.contains(String.valueOf(listing.line())));
    differences.stream()
        .filter(difference -> !crashed || !AuditTrail.isNotRecorded(difference))
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw AuditFailures.logBroken(faults.getFirst());
    }
  }

  /// One writer at a time, in this process and among all. What stands there is read through the
  /// locked channel: closing another one on the same file would give the lock away (POSIX, fcntl).
  private Anchor append(Function<ReadLog, List<AuditEntry>> entries) {
    synchronized (AuditLog.class) {
      try (FileChannel channel =
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        ReadLog log = read(channel);
        List<AuditEntry> written = entries.apply(log);
        if (lock.isValid() && !written.isEmpty()) {
          write(channel, log, written);
        }
        Sha256 head = written.isEmpty() ? log.head(year) : written.getLast().hash();
        return new Anchor(NAME, log.entries().size() + written.size(), head);
      } catch (IOException e) {
        throw AuditFailures.notWritten(file, e);
      }
    }
  }

  /// Behind the last whole line: what an interrupted writing left there never was an entry.
  private static void write(FileChannel channel, ReadLog log, List<AuditEntry> entries)
      throws IOException {
    String heading = log.whole() == 0 ? AuditEntry.HEADER + "\n" : "";
    String lines = entries.stream().map(e -> e.line() + "\n").collect(Collectors.joining());
    ByteBuffer bytes = ByteBuffer.wrap((heading + lines).getBytes(StandardCharsets.UTF_8));
    channel.truncate(log.whole());
    channel.position(log.whole());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }
}
