package pledgebook.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.finding.Severity;

/// A rule on held values: a query that returns the offending rows, with its code, weight and
/// message in the comment lines at its head:
///
/// ```sql
/// -- code: observation.evidence-total
/// -- severity: error
/// -- missing: a member without evidence rows is left to observation.missing-value
/// -- message: “{indicator_name}”填报{found}，而证据表合计为{expected}，请核对后更正其中一处。
/// select ... as entity, ... as file, ... as sheet, ... as cell, ... as found, ... as expected,
///   ... as difference, ... as unit, [...] as indicators, and a column for each further hole
/// ```
///
/// @param code room and name
/// @param missing what the rule makes of missing values
/// @param message the Chinese sentence with named holes
/// @param query the SQL
public record Check(String code, Severity severity, String missing, String message, String query) {
  private static final Pattern HEADER = Pattern.compile("-- ([a-z]+): (.*)");

  /// The columns every rule returns; any further column fills a hole of the message.
  static final List<String> COLUMNS =
      List.of(
          "entity",
          "file",
          "sheet",
          "cell",
          "found",
          "expected",
          "difference",
          "unit",
          "indicators");

  /// A rule of the program, `sql/<room>/rules/<name>.sql`.
  public static Check of(String room, String name) {
    return parse(SqlFile.of(room + "/rules/" + name + ".sql").text());
  }

  /// A rule from its text.
  ///
  /// @throws IllegalArgumentException when a line of its head is missing or not understood
  public static Check parse(String text) {
    Map<String, String> head = new LinkedHashMap<>();
    List<String> query = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher matcher = HEADER.matcher(line);
      if (query.isEmpty() && matcher.matches()) {
        head.put(matcher.group(1), matcher.group(2).strip());
      } else if (!query.isEmpty() || !(line.isBlank() || line.startsWith("--"))) {
        query.add(line);
      }
    }
    return new Check(
        required(head, "code"),
        Severity.valueOf(required(head, "severity").toUpperCase(java.util.Locale.ROOT)),
        required(head, "missing"),
        required(head, "message"),
        String.join("\n", query));
  }

  private static String required(Map<String, String> head, String key) {
    String value = head.get(key);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a line -- " + key + ":");
    }
    return value;
  }
}
