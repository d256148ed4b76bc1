package pledgebook.audit;

import java.util.List;
import pledgebook.vocabulary.Sha256;

/// An entry's hash that stands elsewhere, so that the log cannot be cut short or written anew
/// unseen.
///
/// @param place where it stands
/// @param sequence of the entry; 0 where that is not known
public record Anchor(String place, int sequence, Sha256 hash) {
  boolean isHeldBy(List<AuditEntry> entries) {
    return entries.stream()
        .anyMatch(
            entry -> (sequence == 0 || entry.sequence() == sequence) && entry.hash().equals(hash));
  }
}
