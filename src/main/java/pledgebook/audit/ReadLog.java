package pledgebook.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.Sha256;

/// A log as it was found.
///
/// @param whole bytes up to the end of the last line that has one
/// @param torn what stands behind that
/// @param entries those that could be understood, in the order of the file
/// @param faults of the log by itself; a torn line is none, whoever writes next mends it
record ReadLog(int whole, boolean torn, List<AuditEntry> entries, List<Finding> faults) {
  ReadLog {
    entries = List.copyOf(entries);
    faults = List.copyOf(faults);
  }

  /// The last hash of the chain.
  Sha256 head(int year) {
    return entries.isEmpty() ? AuditEntry.genesis(year) : entries.getLast().hash();
  }

  /// Reads the bytes of a log; hashes are taken over bytes, so no way of writing the same
  /// characters goes unseen.
  static ReadLog of(byte[] bytes, int year) {
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    List<AuditEntry> entries = new ArrayList<>();
    List<Finding> faults = new ArrayList<>();
    int line = 0;
    for (int start = 0; start < whole; ) {
      int end = start;
      while (bytes[end] != '\n') {
        end++;
      }
      line++;
      String text = text(Arrays.copyOfRange(bytes, start, end));
      if (line == 1) {
        if (!text.equals(AuditEntry.HEADER)) {
          faults.add(AuditRule.HEADING.on(AuditLog.NAME, 1, "line", 1));
        }
      } else {
        take(line, text, year, entries, faults);
      }
      start = end + 1;
    }
    return new ReadLog(whole, whole < bytes.length, entries, faults);
  }

  /// Characters that give exactly these bytes; else a text that is no line of a log.
  private static String text(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : "\uFFFD";
  }

  private static void take(
      int line, String text, int year, List<AuditEntry> entries, List<Finding> faults) {
    Optional<AuditEntry> read = AuditEntry.read(text);
    if (read.isEmpty()) {
      faults.add(AuditRule.LINE_ALTERED.on(AuditLog.NAME, line, "line", line));
      return;
    }
    AuditEntry entry = read.get();
    // Behind a line that cannot be read, the chain is taken up at the line's own place.
    boolean known = entries.size() == line - 2;
    Sha256 previous = entries.isEmpty() ? AuditEntry.genesis(year) : entries.getLast().hash();
    if (entry.sequence() != line - 1 || (known && !entry.previous().equals(previous))) {
      faults.add(
          AuditRule.CHAIN_BROKEN.about(
              AuditLog.NAME,
              line,
              String.valueOf(entry.sequence()),
              String.valueOf(line - 1),
              "line",
              line,
              "sequence",
              entry.sequence(),
              "expected",
              line - 1));
    }
    entries.add(entry);
  }
}
