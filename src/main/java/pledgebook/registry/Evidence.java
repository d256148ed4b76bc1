package pledgebook.registry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which rows of a form an indicator rests on, and what of them counts. Columns are named by their
/// code.
///
/// @param form the form's code
/// @param key the columns that identify what is counted; empty when only the value counts
/// @param value the column added up (flow, stock), or 是/否 (milestone); null when keys are counted
/// @param date the column that says when: for a flow, and for keys of the year, within the period,
///   for other kinds not after its end; null when the form has none
/// @param reference the reference list the key is taken from (`regions/city`, or a code list); null
///   unless the kind is coverage
/// @param where column and the one value it must hold for the row to count, sorted by column
/// @param whole the column with the whole of a shared thing, of which `value` is the member's
///   share; null when nothing is shared
/// @param ofTheYear of counted keys: the rows are what came within the year (新增), not all there is
///   at its end (累计)
public record Evidence(
    String form,
    List<KeyColumn> key,
    @Nullable String value,
    @Nullable String date,
    @Nullable String reference,
    Map<String, String> where,
    @Nullable String whole,
    boolean ofTheYear) {

  public Evidence {
    key = List.copyOf(key);
    where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
  }

  /// Rows that, where they are counted, are all there is at the year's end.
  public Evidence(
      String form,
      List<KeyColumn> key,
      @Nullable String value,
      @Nullable String date,
      @Nullable String reference,
      Map<String, String> where,
      @Nullable String whole) {
    this(form, key, value, date, reference, where, whole, false);
  }

  /// A key column and how its text is brought to one form before keys are compared.
  public record KeyColumn(String column, Normalisation normalisation) {}

  /// How a key is brought to one form. The received text itself is never changed.
  public enum Normalisation {
    /// As received, outer blanks apart.
    EXACT,
    /// Names: full-width to half-width (letters, digits, brackets), no blanks at all.
    NAME,
    /// Codes: as a name, letters upper-case.
    CODE
  }
}
