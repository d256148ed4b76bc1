package pledgebook.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Indicator;
import pledgebook.registry.Project;
import pledgebook.registry.Round;
import pledgebook.registry.Target;

/// Finds the target figures in a commitment's own words.
final class PromisedFigures {
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9.])([0-9]+(?:\\.[0-9]+)?)([万亿]?)");

  private PromisedFigures() {}

  /// The figures of a project's targets, in the order of the sentence.
  static List<Binding> in(Project project, Round round) {
    List<Binding> found = new ArrayList<>();
    for (Indicator indicator : round.indicatorsOf(project)) {
      Target target = indicator.target();
      if (target != null) {
        bind(project.commitment(), indicator, target, target.from(), found);
        bind(project.commitment(), indicator, target, target.value(), found);
      }
    }
    found.sort(Comparator.comparingInt(Binding::start));
    return found;
  }

  private static void bind(
      String sentence,
      Indicator indicator,
      Target target,
      @Nullable BigDecimal value,
      List<Binding> found) {
    if (value == null) {
      return;
    }
    String clause = target.clause();
    int start = clause == null ? 0 : Math.max(0, sentence.indexOf(clause));
    int end = clause == null ? sentence.length() : start + clause.length();
    Matcher matcher = NUMBER.matcher(sentence).region(start, end);
    while (matcher.find()) {
      int at = matcher.start();
      if (value(matcher).compareTo(value) == 0 && found.stream().noneMatch(b -> b.start() == at)) {
        found.add(new Binding(at, matcher.end(), indicator, matcher.group()));
        return;
      }
    }
  }

  private static BigDecimal value(Matcher number) {
    int power =
        switch (number.group(2)) {
          case "万" -> 4;
          case "亿" -> 8;
          default -> 0;
        };
    return new BigDecimal(number.group(1)).scaleByPowerOfTen(power);
  }
}
