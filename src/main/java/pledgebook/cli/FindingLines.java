package pledgebook.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;

/// Findings told to a person at a terminal, and what goes with them.
final class FindingLines {
  /// A person reads no more of them at once.
  static final int SCREENFUL = 50;

  private final Terminal terminal;

  FindingLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /// A sentence of the door's messages. What comes from a file must not steer a terminal.
  void say(String key, Object... holes) {
    terminal.out().println(Door.MESSAGES.text(key, holes).replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
  }

  /// As many findings as a screen bears, the heaviest first; the others are counted by their rule.
  void say(List<Finding> findings) {
    findings.stream().limit(SCREENFUL).forEach(this::say);
    rest(findings, "cli.rest");
  }

  /// Counts by their rule those beyond a screenful.
  void rest(List<Finding> findings, String key) {
    Map<String, List<Finding>> rest =
        findings.stream()
            .skip(SCREENFUL)
            .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
    rest.forEach((code, more) ->
        say(
            key,
            "severity",
            more.getFirst().severity().label(),
            "code",
            code,
            "count",
            Finding.count(more)));
  }

  /// How much it weighs, where, what to do, what stands there and what should.
  void say(Finding finding) {
    say(
        "cli.finding",
        "severity",
        finding.severity().label(),
        "place",
        place(finding.location()),
        "message",
        finding.message(),
        "code",
        finding.code());
    values(finding.found(), finding.expected());
  }

  /// 指标!F12, as a spreadsheet writes it; 第1页第2面 and 第3行, as people say it.
  static String place(Location location) {
    String sheet = location.sheet() == null ? "" : location.sheet();
    String cell = location.cell() == null ? "" : location.cell();
    if (sheet.isEmpty() && cell.matches("\\d+")) {
      return Door.MESSAGES.text("cli.line", "line", cell);
    }
    boolean address = cell.matches("[A-Z]{1,3}\\d.*");
    return sheet + (address && !sheet.isEmpty() ? "!" : "") + cell;
  }

  /// A value nobody expects is not expected to be blank either.
  private void values(@Nullable String found, @Nullable String expected) {
    if (found != null && expected != null) {
      say("cli.values", "found", found, "expected", expected);
    } else if (found != null) {
      say("cli.found", "found", found);
    } else if (expected != null) {
      say("cli.expected", "expected", expected);
    }
  }
}
