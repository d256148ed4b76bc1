package pledgebook.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;

/// The rules of meaning on booklet.yml: what it says has to agree with the round.
final class BookletRules {
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern FIGURE =
      Pattern.compile(Sentence.NUMBER + "+(?:[.．]" + Sentence.NUMBER + "+)?");
  private static final Map<String, List<String>> WORDINGS =
      Map.of(
          "cover", List.of("line"),
          "headings", List.of("commitment", "completion", "responsible"),
          "method", List.of("heading", "text"),
          "demonstration", List.of("heading", "text", "foot"));

  private final Round round;
  private final SpoiltKeys spoilt;
  private final Faults faults;

  BookletRules(Round round, SpoiltKeys spoilt, Faults faults) {
    this.round = round;
    this.spoilt = spoilt;
    this.faults = faults;
  }

  void check(DefinitionItem booklet) {
    WORDINGS.forEach((part, names) -> names.forEach(name -> wording(booklet.item(part), name)));
    if (round.demonstration() && !booklet.has("demonstration") && spoilt.isSound("")) {
      faults.add("missing-key", booklet.place(), "key", "demonstration");
    }
    Map<Integer, Integer> lines = new HashMap<>();
    for (DefinitionItem item : booklet.items("projects")) {
      if (spoilt.isSound(item.key())) {
        project(item, lines);
      }
    }
  }

  /// Digits belong to sentences that bind them; the year is the only one a wording may name.
  private void wording(DefinitionItem item, String name) {
    String text = item.find(name).orElse("");
    Matcher hole = HOLE.matcher(BookletReader.YEAR.matcher(text).replaceAll(""));
    if (hole.find()) {
      faults.add("wording-hole", item.place(name), "found", hole.group(1));
    }
    Matcher figure = FIGURE.matcher(HOLE.matcher(text).replaceAll(""));
    if (figure.find()) {
      faults.add("wording-figure", item.place(name), "figure", figure.group());
    }
  }

  private void project(DefinitionItem item, Map<Integer, Integer> lines) {
    int number = item.integer("number", 0);
    Integer first = lines.putIfAbsent(number, item.place("number").line());
    Optional<Project> project =
        round.projects().stream().filter(p -> p.number() == number).findFirst();
    if (first != null) {
      faults.add("duplicate-project", item.place("number"), "value", number, "first", first);
    } else if (project.isEmpty()) {
      faults.add("unknown-project", item.place("number"), "found", number);
    } else {
      title(item, project.get());
      item.items("charts").forEach(chart -> chart(chart, project.get()));
    }
  }

  private void title(DefinitionItem item, Project project) {
    String joined = String.join("", item.texts("title_lines"));
    if (item.has("title_lines") && !joined.equals(project.title())) {
      faults.add(
          "title-lines", item.place("title_lines"), "found", joined, "expected", project.title());
    }
  }

  private void chart(DefinitionItem item, Project project) {
    String code = item.node().asString();
    Optional<Indicator> indicator = round.findIndicator(new IndicatorCode(code));
    if (indicator.isEmpty()) {
      faults.add("unknown-indicator", item.place(), "found", code);
    } else if (!indicator.get().belongsTo(project)) {
      faults.add(
          "chart-of-other-project", item.place(), "indicator", code, "project", project.number());
    } else if (!indicator.get().kind().hasFigure()) {
      faults.add(
          "chart-without-figure",
          item.place(),
          "indicator",
          code,
          "kind",
          IndicatorRules.word(indicator.get().kind()));
    } else if (!isComparable(indicator.get().target())) {
      faults.add("chart-without-target", item.place(), "indicator", code);
    } else if (project.completion().stream().noneMatch(clause -> says(clause, code))) {
      faults.add("chart-not-said", item.place(), "indicator", code);
    }
  }

  /// A chart repeats the figure of the sentence, as that prints it.
  private static boolean says(Clause clause, String code) {
    return HOLE.matcher(clause.text()).results().anyMatch(hole -> hole.group(1).equals(code));
  }

  /// Is there a figure to draw the actual value against? `all` has one: the size of its list.
  private static boolean isComparable(@Nullable Target target) {
    return target != null
        && (target.value() != null || target.comparator() == Target.Comparator.ALL);
  }
}
