package pledgebook.workbook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as the format keeps it: in runs, with signs XML cannot hold written `_xHHHH_` (ST_Xstring,
/// ECMA-376-1, 22.9.2.19).
final class RichText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /// The text of the `si` or `is` element one stands on, which is left. Phonetic runs (how it is
  /// pronounced) are not part of what is written.
  static String read(XmlPart xml, int limit) throws WorkbookRefused {
    StringBuilder all = new StringBuilder();
    while (xml.child()) {
      switch (xml.element()) {
        case "t" -> append(all, xml, limit);
        case "r" -> run(all, xml, limit);
        default -> xml.skip();
      }
    }
    return all.toString();
  }

  private static void run(StringBuilder all, XmlPart xml, int limit) throws WorkbookRefused {
    while (xml.child()) {
      if (xml.element().equals("t")) {
        append(all, xml, limit);
      } else {
        xml.skip();
      }
    }
  }

  private static void append(StringBuilder all, XmlPart xml, int limit) throws WorkbookRefused {
    all.append(unescape(xml.text(limit)));
    if (all.length() > limit) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("cell length", limit));
    }
  }

  /// Takes the escapes back. Half a surrogate pair is no character and stays as it is written.
  static String unescape(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher matcher = ESCAPED.matcher(text);
    return matcher.replaceAll(escape -> {
      char character = (char) Integer.parseInt(escape.group(1), 16);
      return Matcher.quoteReplacement(
          Character.isSurrogate(character) ? escape.group() : String.valueOf(character));
    });
  }

  /// Escapes what XML cannot hold, and what would be taken for an escape.
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    Matcher matcher = ESCAPED.matcher(text);
    int next = matcher.find() ? matcher.start() : -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == next) {
        escaped.append("_x005F_");
        next = matcher.find(i + 1) ? matcher.start() : -1;
      } else if ((c < ' ' && c != '\t' && c != '\n') || c == '\uFFFE' || c == '\uFFFF') {
        escaped.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
