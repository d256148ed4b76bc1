package pledgebook.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Chinese texts of one room, from `messages/<room>.properties` (UTF-8). Holes have names:
/// `第{line}行`. Numbers go in as the caller wrote them: no locale takes part.
public final class Messages {
  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z_]+)}");

  private final String room;
  private final Properties texts;

  private Messages(String room, Properties texts) {
    this.room = room;
    this.texts = texts;
  }

  /// The texts of a room.
  ///
  /// @throws IllegalStateException when the program was packed without them
  public static Messages of(String room) {
    String resource = "/messages/" + room + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no " + resource);
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Messages(room, texts);
  }

  /// The text under a key, its holes filled.
  ///
  /// @param holes name, value, name, value …
  /// @throws IllegalStateException when the key or the value of a hole is missing
  public String text(String key, Object... holes) {
    return fill(pattern(key), holes);
  }

  /// The text under a key with its holes still open, as documentation shows it.
  ///
  /// @throws IllegalStateException when the key is missing
  public String pattern(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no message " + room + ": " + key);
    }
    return text;
  }

  /// Fills the named holes of a text. Quotes of a value that comes to stand inside quotes are
  /// single ones (GB/T 15834).
  ///
  /// @param holes name, value, name, value …
  /// @throws IllegalStateException when a hole has no value
  public static String fill(String text, Object... holes) {
    Matcher matcher = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = value(text, matcher.group(1), holes);
      boolean quoted = isQuoted(text, matcher.start());
      matcher.appendReplacement(
          filled, Matcher.quoteReplacement(quoted ? quotedInside(value) : value));
    }
    return matcher.appendTail(filled).toString();
  }

  /// Tells whether a place of a text lies between “ and ”.
  private static boolean isQuoted(String text, int place) {
    return text.lastIndexOf('“', place) > text.lastIndexOf('”', place);
  }

  private static String quotedInside(String value) {
    return value.replace('“', '‘').replace('”', '’');
  }

  private static String value(String text, String name, Object[] holes) {
    for (int i = 0; i + 1 < holes.length; i += 2) {
      if (holes[i].equals(name)) {
        return String.valueOf(holes[i + 1]);
      }
    }
    throw new IllegalStateException("nothing to put into {" + name + "} of: " + text);
  }
}
