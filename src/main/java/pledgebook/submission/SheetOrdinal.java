package pledgebook.submission;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people put behind a form's title when its rows go on in a further sheet: 归集岗位（2）, 归集岗位2,
/// 归集岗位续, or 续表 alone. Numbers beyond 99 are years or codes, and none of these.
final class SheetOrdinal {
  private static final String NUMBER = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
  private static final Pattern CONTINUED =
      Pattern.compile("[-_(\\[【]*续表?[-_(\\[【]*" + NUMBER + "?[)\\]】]*");
  private static final Pattern NUMBERED =
      Pattern.compile("[-_(\\[【]*第?" + NUMBER + "(?:张|页|部分)?[)\\]】]*");
  private static final String DIGITS = "一二三四五六七八九";

  private SheetOrdinal() {}

  /// The place of a sheet among those of a form, from what its name has behind the title.
  ///
  /// @param name of the sheet
  /// @param title of the form; blank: the name says no more than that it goes on
  static Optional<Integer> of(String name, String title) {
    String plain = Layout.plainName(name);
    String begin = Layout.plainName(title);
    if (!plain.startsWith(begin)) {
      return Optional.empty();
    }
    String behind = plain.substring(begin.length());
    Matcher continued = CONTINUED.matcher(behind);
    Matcher numbered = NUMBERED.matcher(behind);
    if (continued.matches()) {
      return Optional.of(continued.group(1) == null ? 2 : number(continued.group(1)));
    }
    return title.isEmpty() || !numbered.matches()
        ? Optional.empty()
        : Optional.of(number(numbered.group(1)));
  }

  private static int number(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int ten = text.indexOf('十');
    int tens = ten < 0 ? 0 : Math.max(1, digit(text, 0, ten));
    return 10 * tens + digit(text, ten + 1, text.length());
  }

  private static int digit(String text, int from, int to) {
    return from < to ? DIGITS.indexOf(text.charAt(from)) + 1 : 0;
  }
}
