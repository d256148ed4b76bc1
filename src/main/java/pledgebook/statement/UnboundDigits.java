package pledgebook.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.Project.Quoted;
import pledgebook.vocabulary.Messages;

/// The last gate before print: a digit, Arabic or full-width, and any other number character that
/// is not Han (①, ½, Ⅷ, ²), belongs to a figure, to a quoted constant or to the year, or nothing is
/// printed. All that do not are told at once.
final class UnboundDigits {
  private static final Messages MESSAGES = Messages.of("statement");
  private static final String DIGIT = "[\\p{N}&&[^\\p{IsHan}]]";
  private static final Pattern NUMBER = Pattern.compile(DIGIT + "+(?:[.．,]" + DIGIT + "+)*");
  private static final Pattern STARTS_WITH_DIGIT = Pattern.compile(DIGIT + ".*");
  private static final Pattern ENDS_WITH_DIGIT = Pattern.compile(".*" + DIGIT);
  private static final String NOT_WITHIN_A_NUMBER = "(?<!" + DIGIT + ")(?<!" + DIGIT + "[.．])";
  private static final String NOT_CONTINUED = "(?![.．]?" + DIGIT + ")";

  /// Stands where a figure stood: no digit, and in no quoted text.
  private static final String TAKEN = "\uFFFC";

  private final Pattern year;
  private final List<String> places = new ArrayList<>();

  UnboundDigits(int year) {
    this.year = Pattern.compile(NOT_WITHIN_A_NUMBER + year + "(?=\\s*年)");
  }

  /// Looks through a text that holds no figures.
  void examine(String place, String text, List<Quoted> quoted) {
    examine(place, text, List.of(), quoted);
  }

  /// Looks through a text beside its figures.
  ///
  /// @param place file, line and key, as the message names it
  /// @param bindings in order, none overlapping another
  void examine(String place, String text, List<Binding> bindings, List<Quoted> quoted) {
    String rest = withoutFigures(text, bindings);
    for (Quoted constant : quoted) {
      rest = pattern(constant).matcher(rest).replaceAll(TAKEN);
    }
    rest = year.matcher(rest).replaceAll(TAKEN);
    List<String> numbers = NUMBER.matcher(rest).results().map(MatchResult::group).toList();
    if (!numbers.isEmpty()) {
      places.add(
          MESSAGES.text(
              "statement.unbound-digit.place",
              "place",
              place,
              "numbers",
              String.join(MESSAGES.text("statement.list-separator"), numbers)));
    }
  }

  /// Stops the run where there was anything.
  ///
  /// @throws Failure `statement.unbound-digit`
  void refuse() {
    if (!places.isEmpty()) {
      String all = String.join(MESSAGES.text("statement.clause-separator"), places);
      throw new Failure(
          "statement.unbound-digit",
          ExitStatus.USAGE,
          MESSAGES.text("statement.unbound-digit", "places", all));
    }
  }

  private static String withoutFigures(String text, List<Binding> bindings) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Binding binding : bindings) {
      rest.append(text, from, binding.start()).append(TAKEN);
      from = binding.end();
    }
    return rest.append(text, from, text.length()).toString();
  }

  /// The constant as it stands, but not as part of a longer number: 40小时 is not in 240小时.
  private static Pattern pattern(Quoted constant) {
    String text = constant.text();
    String head = STARTS_WITH_DIGIT.matcher(text).matches() ? NOT_WITHIN_A_NUMBER : "";
    String tail = ENDS_WITH_DIGIT.matcher(text).matches() ? NOT_CONTINUED : "";
    return Pattern.compile(head + Pattern.quote(text) + tail);
  }
}
