package pledgebook.publication;

import java.time.LocalDate;

/// Days as they are printed.
final class Days {
  private Days() {}

  /// Such as 2024年12月31日.
  static String text(LocalDate day) {
    return PublicationFailures.MESSAGES.text(
        "day", "year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
  }
}
