package pledgebook.audit;

import pledgebook.vocabulary.Sha256;

/// A line of received.csv, as the log must bear it out.
///
/// @param line counted from 1
/// @param entity whose it is; empty for a rejected one
/// @param file its path below input/<year>
/// @param at when it was received
/// @param by from whom
public record Listing(int line, Sha256 sha256, String entity, String file, String at, String by) {

  /// The event of its being received.
  AuditEvent event(String detail) {
    return new AuditEvent(kind(), entity, file, sha256, detail, by);
  }

  private AuditEvent.Kind kind() {
    return entity.isEmpty() ? AuditEvent.Kind.REJECTED : AuditEvent.Kind.RECEIVED;
  }

  boolean isToldBy(AuditEntry entry) {
    return entry.at().equals(at) && entry.event().equals(event(entry.event().detail()));
  }
}
