package pledgebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pledgebook.submission.ReadingRule;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.Check;

/// src/docs/findings.md says of every finding what it is; it is made from the findings themselves.
/// `-Dgolden=accept` writes it.
class FindingsDocumentTests {
  private static final Path DOCUMENT = Path.of("src/docs/findings.md");
  private static final Path READING_RULES =
      Path.of("src/main/java/pledgebook/submission/ReadingRule.java");
  private static final Path AUDIT_RULES = Path.of("src/main/java/pledgebook/audit/AuditRule.java");
  private static final Path RULES = Path.of("src/main/resources/sql/observation");
  private static final Pattern CONSTANT =
      Pattern.compile("((?: {2}/// .*\n)+) {2}([A-Z_]+)\\(Severity\\.([A-Z]+)");

  @Test
  void saysOfEveryFindingWhatItIs() throws IOException {
    String made = document();
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(DOCUMENT, made);
    }
    assertThat(DOCUMENT).hasContent(made);
  }

  /// The list of rules and the files beside it are the same.
  @Test
  void everyRuleIsListed() throws IOException {
    try (Stream<Path> files = Files.list(RULES.resolve("rules"))) {
      List<String> codes = files.map(file -> "observation." + name(file)).toList();
      assertThat(codes)
          .containsExactlyInAnyOrderElementsOf(
              Check.all("observation").stream().map(Check::code).toList());
    }
    assertThat(Check.all("observation"))
        .allSatisfy(check -> assertThat(check.when()).as(check.code()).isNotBlank());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".sql", "");
  }

  private static String document() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Findings");
    lines.add("");
    lines.add(
        "Made from the rules themselves by `FindingsDocumentTests`; do not edit. `error` is 强制,"
            + " `verify` 核实, `note`");
    lines.add("提示. Holes of a message stand in braces.");
    lines.add("");
    lines.add("## Faults of reading");
    lines.add("");
    lines.add("A closed set (`submission.ReadingRule`): found while a file is received and read.");
    Map<String, Documented> documented = documented(READING_RULES);
    for (ReadingRule rule : ReadingRule.values()) {
      entry(
          lines,
          rule.code(),
          rule.severity().name(),
          documented.getOrDefault(rule.name(), new Documented("", "")).when(),
          rule.message(),
          "");
    }
    lines.add("");
    lines.add("## Faults of the audit trail");
    lines.add("");
    lines.add(
        "A closed set (`audit.AuditRule`): found by `audit verify`, at the line of audit.log or"
            + " received.csv; all but");
    lines.add(
        "the note end it with 3. `receive` and `seal` write nothing over a broken log"
            + " (`audit.log-broken`).");
    Messages ofAudit = Messages.of("audit");
    documented(AUDIT_RULES)
        .forEach((name, rule) -> {
          String code = "audit." + name.toLowerCase(Locale.ROOT).replace('_', '-');
          entry(lines, code, rule.severity(), rule.when(), ofAudit.pattern(code), "");
        });
    for (String code : List.of("audit.log-broken", "audit.not-readable", "audit.not-written")) {
      lines.add("");
      lines.add("**`" + code + "`** failure: the command stops, nothing is written");
      lines.add("> " + ofAudit.pattern(code));
    }
    lines.add("");
    lines.add("## Rules on held values");
    lines.add("");
    lines.add("Queries that return the offending rows, `sql/observation/rules/`.");
    for (String line : Files.readAllLines(RULES.resolve("rules.txt")).stream().skip(1).toList()) {
      if (line.startsWith("# ")) {
        lines.add("");
        lines.add(
            "### "
                + line.substring(2).substring(0, 1).toUpperCase(Locale.ROOT)
                + line.substring(3));
      } else {
        Check check = Check.of("observation", line);
        String needs = check.otherwise() == null ? "" : "; skipped without " + check.needs();
        entry(
            lines,
            check.code(),
            check.severity().name(),
            check.when(),
            check.message(),
            check.missing() + needs);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void entry(
      List<String> lines,
      String code,
      String severity,
      String when,
      String message,
      String missing) {
    lines.add("");
    lines.add("**`" + code + "`** " + severity.toLowerCase(Locale.ROOT) + ": " + when);
    lines.add("> " + message);
    if (!missing.isEmpty()) {
      lines.add("");
      lines.add("Missing values: " + missing + ".");
    }
  }

  /// What the source says of a constant.
  private record Documented(String when, String severity) {}

  /// What a source says of each of its constants, in its order.
  private static Map<String, Documented> documented(Path source) throws IOException {
    Map<String, Documented> documented = new LinkedHashMap<>();
    Matcher matcher = CONSTANT.matcher(Files.readString(source));
    while (matcher.find()) {
      String when = matcher.group(1).replaceAll("\\s*/// ", " ").strip();
      documented.put(matcher.group(2), new Documented(when, matcher.group(3)));
    }
    return documented;
  }
}
