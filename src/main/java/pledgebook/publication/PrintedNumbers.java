package pledgebook.publication;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The numbers that stand in the lines of a face, with what stands before them.
final class PrintedNumbers {
  /// A number as it is set: 超1480万, 667.6, 1.62∶1.
  private static final Pattern NUMBER =
      Pattern.compile("[超逾近]?\\d+(?:\\.\\d+)*[万亿]?[%％‰]?(?:∶\\d+(?:\\.\\d+)*)?");

  /// As much of the text before a number as tells where it stands.
  private static final int BEFORE = 10;

  private PrintedNumbers() {}

  /// A number in its place.
  ///
  /// @param before the characters before it on its line, or at the end of the line above
  record PrintedNumber(String text, String before) {}

  /// Every number, line by line.
  static List<PrintedNumber> in(List<String> lines) {
    List<PrintedNumber> numbers = new ArrayList<>();
    String above = "";
    for (String raw : lines) {
      String line = plain(raw);
      Matcher matcher = NUMBER.matcher(line);
      while (matcher.find()) {
        String before = above + line.substring(0, matcher.start());
        numbers.add(
            new PrintedNumber(
                matcher.group(), before.substring(Math.max(0, before.length() - BEFORE))));
      }
      above = line;
    }
    return numbers;
  }

  /// Digits of every width, height and script as 0 to 9, since a program that writes a file anew
  /// may take a raised ² for a 2; the colons a ratio may be set with as one.
  private static String plain(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFKC)
        .codePoints()
        .mapToObj(codePoint -> {
          int digit = Character.digit(codePoint, 10);
          if (digit >= 0) {
            return Integer.toString(digit);
          }
          return switch (codePoint) {
            case ':', '：' -> "∶";
            case '．' -> ".";
            default -> Character.toString(codePoint);
          };
        })
        .collect(Collectors.joining());
  }
}
