package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.typesetting.Run;

/// Text of unknown origin made ready for a narrow column: words too long for it are divided, and
/// the name of a file never ends a line before its extension.
final class CellText {
  /// What has no place of its own where a line may end.
  private static final Pattern WORD = Pattern.compile("[!-\\u2E7F]+");

  /// The end of a file's name: a Latin word, or two characters, and the extension.
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:[!-.0-\\u2E7F]*|[\\u2E80-\\uFFFF]{1,2})"
              + "(\\.(?:xls[xm]?|et|csv|json|html?|zip|pdf|docx?))(?![A-Za-z0-9])");

  /// As many letters stay with an extension.
  private static final int WITH_EXTENSION = 2;

  /// The widest Latin letters of the font, in ems, but for the few that are as wide as a Han one.
  private static final double WIDEST = 0.72;

  private static final String WIDE = "MWmw@%&";

  private CellText() {}

  /// What stands in lines of its own, in order.
  ///
  /// @param ems the length of a line
  static List<List<Run>> parts(Run run, double ems) {
    return divided(run.text(), ems).stream().map(part -> tied(run, part)).toList();
  }

  private static List<String> divided(String text, double ems) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      int start = word.start();
      String left = word.group();
      for (int letters = fitting(left, ems); letters < left.length(); ) {
        start += cut(left, letters);
        left = text.substring(start, word.end());
        letters = fitting(left, ems);
        parts.add(text.substring(begin, start));
        begin = start;
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /// How many letters are sure to fit a line; one at least.
  private static int fitting(String word, double ems) {
    double width = 0;
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      width += letter > '~' || WIDE.indexOf(letter) >= 0 ? 1 : WIDEST;
      if (width > ems) {
        return Math.max(1, i);
      }
    }
    return word.length();
  }

  /// Where a word too long is divided: after a slash, else after a point or a hyphen, else where
  /// the column ends; before an extension never.
  private static int cut(String word, int letters) {
    String fitting = word.substring(0, letters);
    int slash = fitting.lastIndexOf('/');
    int mark = Math.max(fitting.lastIndexOf('.'), fitting.lastIndexOf('-'));
    int preferred = slash >= 0 ? slash : mark;
    int cut = preferred >= 0 ? preferred + 1 : letters;
    Matcher name = NAME.matcher(word);
    while (name.find()) {
      int kept = Math.max(name.start(), name.start(1) - WITH_EXTENSION);
      if (0 < kept && kept < cut && cut < name.end()) {
        return kept;
      }
    }
    return cut;
  }

  private static List<Run> tied(Run run, String text) {
    List<Run> runs = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    int end = 0;
    while (name.find()) {
      if (name.start() > end) {
        runs.add(like(run, text.substring(end, name.start())));
      }
      runs.add(like(run, name.group()).tied(Run.Tie.INSIDE));
      end = name.end();
    }
    if (end < text.length() || runs.isEmpty()) {
      runs.add(like(run, text.substring(end)));
    }
    return runs;
  }

  private static Run like(Run run, String text) {
    return Run.of(text).in(run.weight()).in(run.ink());
  }
}
