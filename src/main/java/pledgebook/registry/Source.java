package pledgebook.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a wording comes from.
///
/// @param note what is uncertain about it; null when nothing is
public record Source(
    Provenance provenance, String publisher, LocalDate date, @Nullable String note) {
  /// How close the wording is to the official text.
  public enum Provenance {
    /// The official text to the letter.
    VERBATIM,
    /// Figure or title stand in the press.
    REPORTED,
    /// Our own wording, to be replaced when the official text is at hand; never shown as official.
    RECONSTRUCTED
  }
}
