package pledgebook.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Severity;

/// A rule on held values: a query that returns the offending rows, with its code, weight and
/// message in the comment lines at its head:
///
/// ```sql
/// -- code: observation.evidence-total
/// -- severity: error
/// -- when: a figure of 指标 differs from what its evidence adds up to
/// -- missing: a member without evidence rows is left to observation.missing-value
/// -- message: “{indicator_name}”填报{found}，而证据表合计为{expected}，请核对后更正其中一处。
/// select ... as entity, ... as file, ... as sheet, ... as cell, ... as found, ... as expected,
///   ... as difference, ... as unit, [...] as indicators, and a column for each further hole
/// ```
///
/// A rule that rests on relations which may be empty names them behind `needs:`, and behind
/// `skipped:` says in Chinese what is left out then. One that looks at several members says behind
/// `alone:` why it means nothing for one of them, or behind `partly:` what it leaves out then.
///
/// @param code room and name
/// @param when what it finds; empty where nothing is said
/// @param missing what the rule makes of missing values
/// @param message the Chinese sentence with named holes
/// @param needs relations without which it does not run
/// @param otherwise why it did not run when one of them is empty; null when it needs none
/// @param alone why it means nothing while only one member's submission is held; null when it does
/// @param partly what it leaves out then; null when it leaves out nothing
/// @param query the SQL
public record Check(
    String code,
    Severity severity,
    String when,
    String missing,
    String message,
    List<Relation> needs,
    @Nullable String otherwise,
    @Nullable String alone,
    @Nullable String partly,
    String query) {
  private static final Pattern HEADER = Pattern.compile("-- ([a-z]+): (.*)");
  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z_]+)}");

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

  public Check {
    needs = List.copyOf(needs);
  }

  /// Every rule of the program in a room, in the order of `sql/<room>/rules.txt`.
  public static List<Check> all(String room) {
    return SqlFile.of(room + "/rules.txt")
        .text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(name -> of(room, name))
        .toList();
  }

  /// A rule of the program, `sql/<room>/rules/<name>.sql`.
  public static Check of(String room, String name) {
    try {
      return parse(SqlFile.of(room + "/rules/" + name + ".sql").text());
    } catch (CheckRefused e) {
      throw new IllegalStateException(room + "/rules/" + name + ".sql: " + e.reason(), e);
    }
  }

  /// A rule from its text.
  ///
  /// @throws CheckRefused when a line of its head is missing or not understood
  public static Check parse(String text) throws CheckRefused {
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
        severity(required(head, "severity")),
        head.getOrDefault("when", ""),
        required(head, "missing"),
        required(head, "message"),
        relations(head.getOrDefault("needs", "")),
        head.containsKey("needs") ? required(head, "skipped") : null,
        head.get("alone"),
        head.get("partly"),
        String.join("\n", query));
  }

  private static String required(Map<String, String> head, String key) throws CheckRefused {
    String value = head.get(key);
    if (value == null || value.isEmpty()) {
      throw new CheckRefused("head-missing", "key", key);
    }
    return value;
  }

  private static Severity severity(String word) throws CheckRefused {
    for (Severity severity : Severity.values()) {
      if (severity.name().toLowerCase(Locale.ROOT).equals(word)) {
        return severity;
      }
    }
    throw new CheckRefused("severity", "found", word);
  }

  private static List<Relation> relations(String names) throws CheckRefused {
    List<Relation> relations = new ArrayList<>();
    for (String name : names.isEmpty() ? List.<String>of() : Arrays.asList(names.split(", *"))) {
      int dot = name.indexOf('.');
      if (!name.matches("[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*")) {
        throw new CheckRefused("needs", "found", name);
      }
      relations.add(new Relation(name.substring(0, dot), name.substring(dot + 1)));
    }
    return relations;
  }

  /// Tells whether a query that returns these columns is one of this rule.
  ///
  /// @throws CheckRefused when one is missing
  void requireColumns(List<String> columns) throws CheckRefused {
    List<String> needed = new ArrayList<>(COLUMNS);
    Matcher holes = HOLE.matcher(message);
    while (holes.find()) {
      needed.add(holes.group(1));
    }
    for (String column : needed) {
      if (!columns.contains(column)) {
        throw new CheckRefused("column-missing", "column", column);
      }
    }
  }
}
