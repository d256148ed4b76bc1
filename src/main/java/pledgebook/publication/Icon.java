package pledgebook.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.typesetting.Ink;
import pledgebook.typesetting.Outline;
import pledgebook.typesetting.Page;

/// A small drawing of our own on a grid of 48 by 48, from `icons/<name>.txt`: a stroke per line,
/// its way of drawing before its path. Page and web page draw from the same paths.
record Icon(List<Stroke> strokes) {
  /// The side of the grid.
  static final int GRID = 48;

  /// How thick lines are, in units of the grid.
  static final double THICKNESS = 2.4;

  private static final Pattern NAME = Pattern.compile("[a-z]+");
  private static final Pattern STROKE = Pattern.compile("(line|accent|accent-line) ([MLCZ0-9. ]+)");

  /// @param way line, accent (a filled red shape) or accent-line
  record Stroke(String way, String path) {
    boolean isFilled() {
      return way.equals("accent");
    }

    boolean isAccent() {
      return !way.equals("line");
    }
  }

  /// The icon under a name.
  ///
  /// @throws Failure `publication.unknown-icon`
  static Icon of(String name) {
    String file = "/icons/" + name + ".txt";
    try (InputStream in =
        NAME.matcher(name).matches() ? Icon.class.getResourceAsStream(file) : null) {
      if (in == null) {
        String message =
            PublicationFailures.MESSAGES.text("publication.unknown-icon", "icon", name);
        throw new Failure("publication.unknown-icon", ExitStatus.USAGE, message);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Icon(
          text.lines().filter(line -> !line.startsWith("#")).map(Icon::stroke).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stroke stroke(String line) {
    Matcher matcher = STROKE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("no stroke of an icon: " + line);
    }
    return new Stroke(matcher.group(1), matcher.group(2));
  }

  /// Draws it.
  ///
  /// @param side in millimetres
  void draw(Page page, double x, double top, double side) {
    double unit = side / GRID;
    for (Stroke stroke : strokes) {
      Outline outline = Outline.parse(stroke.path());
      Ink ink = stroke.isAccent() ? Ink.RED : Ink.BLACK;
      if (stroke.isFilled()) {
        page.fill(outline, x, top, unit, ink);
      } else {
        page.stroke(outline, x, top, unit, THICKNESS * unit, ink);
      }
    }
  }
}
