package pledgebook.typesetting;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stretch of text in one style.
///
/// @param text what is set, without line ends
/// @param tie where no line may end
/// @param link where it leads, in a document to be read; null where it leads nowhere
public record Run(String text, Weight weight, Ink ink, Tie tie, @Nullable Link link) {
  /// What must stay on one line.
  public enum Tie {
    /// Nothing beyond the rules of composition.
    NONE,
    /// The run: a number with its unit.
    INSIDE,
    /// The run, and its end with the beginning of the next: a number before its unit.
    ONWARD
  }

  /// Regular black text.
  public static Run of(String text) {
    return new Run(text, Weight.REGULAR, Ink.BLACK, Tie.NONE, null);
  }

  /// The same text in another weight.
  public Run in(Weight otherWeight) {
    return new Run(text, otherWeight, ink, tie, link);
  }

  /// The same text in another ink.
  public Run in(Ink otherInk) {
    return new Run(text, weight, otherInk, tie, link);
  }

  /// The same text, tied otherwise.
  public Run tied(Tie otherTie) {
    return new Run(text, weight, ink, otherTie, link);
  }

  /// The same text, leading somewhere.
  public Run to(Link target) {
    return new Run(text, weight, ink, tie, target);
  }

  boolean looksLike(Run other) {
    return weight == other.weight && ink.equals(other.ink) && Objects.equals(link, other.link);
  }
}
