package pledgebook.vocabulary;

import java.time.LocalDate;

/// The time a round reports on; both ends belong to it.
public record ReportingPeriod(LocalDate start, LocalDate end) {
  /// @throws IllegalArgumentException when the end lies before the start
  public ReportingPeriod {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("period ends before it starts: " + start + " " + end);
    }
  }

  /// Tells whether a day lies within the period, both ends included.
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }
}
