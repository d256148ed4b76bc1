package pledgebook.audit;

import java.util.ArrayList;
import java.util.List;

/// Values on one line, separated by tabs. A backslash, tab, line feed or carriage return within a
/// value is written `\\`, `\t`, `\n`, `\r`, so that different values never give the same line.
public final class TabbedLine {
  private TabbedLine() {}

  /// Joins values.
  public static String of(List<String> values) {
    return String.join("\t", values.stream().map(TabbedLine::escaped).toList());
  }

  /// Takes them apart again.
  ///
  /// @throws IllegalArgumentException where a backslash stands before anything else
  public static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    for (String value : line.split("\t", -1)) {
      values.add(plain(value));
    }
    return values;
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String value) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        i++;
        plain.append(meant(i < value.length() ? value.charAt(i) : ' '));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static char meant(char escape) {
    return switch (escape) {
      case '\\' -> '\\';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> throw new IllegalArgumentException("escape " + escape);
    };
  }
}
