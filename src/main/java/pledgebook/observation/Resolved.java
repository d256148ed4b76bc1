package pledgebook.observation;

import java.util.Comparator;
import pledgebook.finding.Finding;

/// A finding with what became of it.
public record Resolved(Finding finding, Resolution resolution) {
  /// The listing order of findings.
  public static final Comparator<Resolved> ORDER =
      Comparator.comparing(Resolved::finding, Finding.ORDER);

  /// A finding that stands.
  public static Resolved open(Finding finding) {
    return new Resolved(finding, new Resolution.Open());
  }

  /// Tells whether it still stands.
  public boolean isOpen() {
    return resolution instanceof Resolution.Open;
  }
}
