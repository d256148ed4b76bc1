package pledgebook.audit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pledgebook.audit.AuditEvent.Kind;
import pledgebook.vocabulary.Sha256;

/// A line of the log: an event, its place in the chain, and the hash of all of that.
///
/// @param sequence counted from 1
/// @param at ISO 8601, as the door's clock had it
/// @param previous the hash of the entry before; of the first, that of [#genesis(int)]
public record AuditEntry(int sequence, String at, AuditEvent event, Sha256 previous) {
  static final String HEADER =
      "sequence\tat\tkind\tentity\tsubject\tsha256\tdetail\tby\tprevious\thash";

  private static final int COLUMNS = 10;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SEQUENCE = Pattern.compile("[1-9]\\d{0,8}");

  /// What the first entry of a year hangs on.
  static Sha256 genesis(int year) {
    return Sha256.of("pledgebook audit " + year);
  }

  /// The hash of the line up to the tab before its last field.
  public Sha256 hash() {
    return Sha256.of(hashed());
  }

  /// The whole line, without its end.
  String line() {
    return hashed() + "\t" + hash();
  }

  private String hashed() {
    return TabbedLine.of(
        List.of(
            String.valueOf(sequence),
            at,
            event.kind().label(),
            event.entity(),
            event.subject(),
            event.sha256().hex(),
            event.detail(),
            event.by(),
            previous.hex()));
  }

  /// Reads a line; empty where it is not one this program would have written.
  static Optional<AuditEntry> read(String line) {
    try {
      List<String> values = TabbedLine.values(line);
      if (values.size() != COLUMNS || !SEQUENCE.matcher(values.getFirst()).matches()) {
        return Optional.empty();
      }
      if (!HASH.matcher(values.get(5)).matches() || !HASH.matcher(values.get(8)).matches()) {
        return Optional.empty();
      }
      return Kind.of(values.get(2))
          .map(kind -> entry(kind, values))
          .filter(entry -> entry.line().equals(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AuditEntry entry(Kind kind, List<String> values) {
    return new AuditEntry(
        Integer.parseInt(values.getFirst()),
        values.get(1),
        new AuditEvent(
            kind,
            values.get(3),
            values.get(4),
            new Sha256(values.get(5)),
            values.get(6),
            values.get(7)),
        new Sha256(values.get(8)));
  }
}
