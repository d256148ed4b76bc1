package pledgebook.warehouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The statement that appends what a rule finds to a table of findings, within the database: a row
/// never becomes an object, however many there are.
final class CheckInsert {
  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z_]+)}");

  /// Whoever reads findings puts them in order.
  private static final Pattern ORDER = Pattern.compile("\\norder by [^\\n]*\\s*$");

  private static final String TEXT_COLUMNS =
      "entity::varchar as entity, file::varchar as file, sheet::varchar as sheet,"
          + " cell::varchar as cell, found::varchar as found, expected::varchar as expected,"
          + " difference::varchar as difference, unit::varchar as unit";

  private CheckInsert() {}

  static String of(Check check, Relation table) {
    return "insert into "
        + table
        + " by name select "
        + literal(check.code())
        + " as code, "
        + literal(check.severity().name())
        + " as severity, "
        + TEXT_COLUMNS
        + ", "
        + message(check.message())
        + " as message, list_filter(coalesce(indicators::varchar[], []),"
        + " lambda i: i is not null) as indicators, 1 as places, false as returned from (\n"
        + ORDER.matcher(check.query()).replaceFirst("")
        + "\n)";
  }

  /// The sentence as [pledgebook.vocabulary.Messages] fills it: null becomes 空, quotes inside
  /// quotes are single ones.
  private static String message(String pattern) {
    StringBuilder sql = new StringBuilder("concat(");
    Matcher holes = HOLE.matcher(pattern);
    int end = 0;
    while (holes.find()) {
      sql.append(literal(pattern.substring(end, holes.start()))).append(", ");
      String value = "coalesce(\"" + holes.group(1) + "\"::varchar, '空')";
      boolean quoted =
          pattern.lastIndexOf('“', holes.start()) > pattern.lastIndexOf('”', holes.start());
      sql.append(quoted ? "translate(" + value + ", '“”', '‘’')" : value).append(", ");
      end = holes.end();
    }
    return sql.append(literal(pattern.substring(end))).append(')').toString();
  }

  private static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
