package pledgebook.publication;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// HTML in the making, in the XML syntax: every text and every attribute is escaped, every element
/// is closed.
final class Markup {
  /// What XML 1.0 cannot hold, in either half of a surrogate pair.
  private static final Pattern NO_CHARACTER =
      Pattern.compile(
          "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes name, value, name, value …
  Markup open(String element, String... attributes) {
    start(element, attributes).append('>');
    open.push(element);
    return this;
  }

  /// Appends an element without content.
  Markup empty(String element, String... attributes) {
    start(element, attributes).append("/>");
    return this;
  }

  /// Appends text.
  Markup text(String content) {
    text.append(escaped(content));
    return this;
  }

  /// Closes the element opened last.
  Markup close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /// An element that holds nothing but text.
  Markup element(String element, String content, String... attributes) {
    return open(element, attributes).text(content).close();
  }

  /// Begins a new line of the file.
  Markup line() {
    text.append('\n');
    return this;
  }

  /// The style sheet; it is ours and holds no text from outside.
  Markup style(String css) {
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalArgumentException("a style sheet that needs escaping");
    }
    text.append("<style>\n").append(css).append("</style>");
    return this;
  }

  private StringBuilder start(String element, String... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1])).append('"');
    }
    return text;
  }

  private static String escaped(String content) {
    return NO_CHARACTER
        .matcher(content)
        .replaceAll("\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// The document.
  ///
  /// @throws IllegalStateException when an element is still open
  String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("open: " + open);
    }
    return "<!DOCTYPE html>\n" + text + "\n";
  }
}
