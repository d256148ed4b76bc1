package pledgebook.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// What a rule has to say about the data: which cell, what stands there, what is expected, what to
/// do.
///
/// @param code room and name of the rule, such as `observation.evidence-total`
/// @param entity the member it is addressed to; null when it concerns the round as a whole
/// @param found the value found, as received
/// @param expected the value or the form expected
/// @param difference found less expected, where both are figures
/// @param unit the unit of found, expected and difference
/// @param message one Chinese sentence that says what to do
/// @param indicators the indicators it touches; empty: every indicator of the submission it is
///   about
/// @param places how many places it speaks of: one; more where it stands for all those of its kind
///   that are not listed one by one, and names the first of them
public record Finding(
    String code,
    Severity severity,
    @Nullable EntityCode entity,
    Location location,
    @Nullable String found,
    @Nullable String expected,
    @Nullable String difference,
    @Nullable String unit,
    String message,
    List<IndicatorCode> indicators,
    int places) {

  /// The order in which findings are listed: by weight, then member, place, code and text, so that
  /// the same findings always stand in the same order.
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::entity, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(f -> text(f.location().file()))
          .thenComparing(f -> text(f.location().sheet()))
          .thenComparing(f -> cellOrder(f.location().cell()))
          .thenComparing(Finding::code)
          .thenComparing(Finding::message)
          .thenComparing(f -> text(f.found()));

  public Finding {
    indicators = List.copyOf(indicators);
  }

  /// A finding on one place.
  public Finding(
      String code,
      Severity severity,
      @Nullable EntityCode entity,
      Location location,
      @Nullable String found,
      @Nullable String expected,
      @Nullable String difference,
      @Nullable String unit,
      String message,
      List<IndicatorCode> indicators) {
    this(
        code,
        severity,
        entity,
        location,
        found,
        expected,
        difference,
        unit,
        message,
        indicators,
        1);
  }

  /// How many places findings speak of: as many as they would be, were none left out.
  public static long count(Collection<Finding> findings) {
    return findings.stream().mapToLong(Finding::places).sum();
  }

  /// How many places findings of one weight speak of.
  public static long count(Collection<Finding> findings, Severity severity) {
    return count(findings.stream().filter(f -> f.severity() == severity).toList());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Rows before columns, and row 9 before row 10.
  private static String cellOrder(@Nullable String cell) {
    if (cell == null) {
      return "";
    }
    String row = cell.replaceAll("\\D", "");
    String column = cell.replaceAll("\\d", "");
    return "0".repeat(Math.max(0, 9 - row.length()))
        + row
        + " ".repeat(Math.max(0, 4 - column.length()))
        + column;
  }
}
