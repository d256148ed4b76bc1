package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A page of a PDF from outside as it was found. Lengths are millimetres from the top left corner
/// of its trim.
///
/// @param number counted from 1
/// @param width of the trim, or of the page where none is declared
/// @param letters that a reader sees, in no order
/// @param unread how many more a reader sees of which the file does not say what they are
public record ForeignPage(
    int number, double width, double height, List<Letter> letters, int unread) {
  /// Baselines that differ by less are one line.
  private static final double SAME_LINE = 0.6;

  /// A gap of so many ems parts words.
  private static final double GAP = 0.25;

  /// What stands at a place: a character, or several that one glyph stands for.
  ///
  /// @param size the em
  public record Letter(String text, double left, double right, double baseline, double size) {}

  public ForeignPage {
    letters = List.copyOf(letters);
  }

  /// The lines of a part of the page, top down, letters from left to right.
  ///
  /// @param partLeft its left edge
  /// @param partTop its upper edge
  public List<String> lines(double partLeft, double partTop, double partWidth, double partHeight) {
    List<Letter> inside =
        letters.stream()
            .filter(
                letter -> letter.baseline() > partTop && letter.baseline() < partTop + partHeight)
            .filter(letter -> middle(letter) >= partLeft && middle(letter) < partLeft + partWidth)
            .sorted(Comparator.comparingDouble(Letter::baseline))
            .toList();
    List<String> lines = new ArrayList<>();
    List<Letter> line = new ArrayList<>();
    for (Letter letter : inside) {
      if (!line.isEmpty() && letter.baseline() - line.getFirst().baseline() > SAME_LINE) {
        lines.add(text(line));
        line.clear();
      }
      line.add(letter);
    }
    if (!line.isEmpty()) {
      lines.add(text(line));
    }
    return lines;
  }

  private static double middle(Letter letter) {
    return (letter.left() + letter.right()) / 2;
  }

  private static String text(List<Letter> line) {
    StringBuilder text = new StringBuilder();
    List<Letter> ordered = line.stream().sorted(Comparator.comparingDouble(Letter::left)).toList();
    double end = Double.NaN;
    for (Letter letter : ordered) {
      if (letter.left() - end > GAP * letter.size()) {
        text.append(' ');
      }
      text.append(letter.text());
      end = letter.right();
    }
    return text.toString();
  }
}
