package pledgebook.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import pledgebook.vocabulary.Sha256;

/// Something that happened to a round.
///
/// @param entity the member it concerns; empty for none
/// @param subject what it happened to: a file below input/<year>, the code of a finding, an edition
/// @param sha256 of the file; of an edition, its identity
/// @param detail what is to be said of it
/// @param by who did it, as told
public record AuditEvent(
    Kind kind, String entity, String subject, Sha256 sha256, String detail, String by) {

  /// What can happen.
  public enum Kind {
    /// A file was taken in.
    RECEIVED,
    /// A file was refused, and kept apart.
    REJECTED,
    /// What a sealed edition made of a file.
    JUDGED,
    /// What a sealed edition waived.
    WAIVED,
    /// An edition was sealed.
    SEALED;

    /// As the log writes it.
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String label) {
      return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
  }

  /// A text as the log keeps it.
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  boolean isOfReceiving() {
    return switch (kind) {
      case RECEIVED, REJECTED -> true;
      case JUDGED, WAIVED, SEALED -> false;
    };
  }
}
