package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A shape on a grid of its own, y downwards.
///
/// @param steps in order
public record Outline(List<Step> steps) {
  public Outline {
    steps = List.copyOf(steps);
  }

  /// A step of the pen.
  public sealed interface Step {}

  /// Begins anew at a point.
  public record Move(double x, double y) implements Step {}

  /// Straight to a point.
  public record Line(double x, double y) implements Step {}

  /// Along a cubic Bézier curve to a point.
  public record Curve(double x1, double y1, double x2, double y2, double x, double y)
      implements Step {}

  /// Back to where it began.
  public record Close() implements Step {}

  /// Reads the notation of paths in SVG 2 (section 9.3) as far as drawings here need it: absolute
  /// `M x y`, `L x y`, `C x1 y1 x2 y2 x y` and `Z`, everything set off by blanks.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Outline parse(String notation) {
    List<Step> steps = new ArrayList<>();
    Iterator<String> words = List.of(notation.strip().split("\\s+", -1)).iterator();
    while (words.hasNext()) {
      String command = words.next();
      steps.add(
          switch (command) {
            case "M" -> new Move(number(words), number(words));
            case "L" -> new Line(number(words), number(words));
            case "C" ->
                new Curve(
                    number(words),
                    number(words),
                    number(words),
                    number(words),
                    number(words),
                    number(words));
            case "Z" -> new Close();
            default -> throw new IllegalArgumentException("not of a path: " + command);
          });
    }
    return new Outline(steps);
  }

  private static double number(Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException("a path that ends too early");
    }
    return Double.parseDouble(words.next());
  }
}
