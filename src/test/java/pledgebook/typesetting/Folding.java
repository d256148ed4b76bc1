package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;
import pledgebook.typesetting.Imposition.Side;

/// Folds printed sheets of paper: tells which page a reader meets after which. It knows nothing but
/// what is printed on either side of each panel.
public final class Folding {
  private Folding() {}

  /// A panel of paper: what stands on its front and, seen from behind, on its back.
  private record Panel(int front, int back) {}

  /// Turned over about an upright edge, the leftmost panel of the front is the rightmost one.
  private static List<Panel> panels(Side front, Side back) {
    List<Panel> panels = new ArrayList<>();
    int count = front.pages().size();
    for (int i = 0; i < count; i++) {
      panels.add(new Panel(front.pages().get(i), back.pages().get(count - 1 - i)));
    }
    return panels;
  }

  /// What is outside when a strip is folded zigzag, the first fold away from the reader: every
  /// other panel looks the other way, and so the last of an even number shows its front behind.
  ///
  /// @param sides front and back
  public static List<Integer> outsideOfAccordion(List<Side> sides) {
    List<Panel> panels = panels(sides.get(0), sides.get(1));
    Panel last = panels.getLast();
    return List.of(panels.getFirst().front(), panels.size() % 2 == 0 ? last.front() : last.back());
  }

  /// The pages in the order in which they are met: the outside, the openings of the front, those of
  /// the back, the other outside.
  public static List<Integer> accordion(List<Side> sides) {
    List<Panel> panels = panels(sides.get(0), sides.get(1));
    List<Integer> read = new ArrayList<>();
    List<Integer> outside = outsideOfAccordion(sides);
    read.add(outside.getFirst());
    // Every second fold opens towards the reader.
    for (int i = 1; i + 1 < panels.size(); i += 2) {
      read.add(panels.get(i).front());
      read.add(panels.get(i + 1).front());
    }
    // From behind, the other folds do, and the strip runs the other way.
    for (int i = panels.size() - 1; i > 0; i -= 2) {
      read.add(panels.get(i).back());
      read.add(panels.get(i - 1).back());
    }
    read.add(outside.getLast());
    return read;
  }

  /// The pages of nested sheets, leaf by leaf. The first sheet is outermost; the fronts look
  /// outside.
  ///
  /// @param sides front and back of each sheet
  public static List<Integer> nested(List<Side> sides) {
    List<Integer> read = new ArrayList<>();
    List<Integer> after = new ArrayList<>();
    for (int i = 0; i < sides.size(); i += 2) {
      List<Panel> leaves = panels(sides.get(i), sides.get(i + 1));
      Panel left = leaves.get(0);
      Panel right = leaves.get(1);
      read.add(right.front());
      read.add(right.back());
      after.addAll(0, List.of(left.back(), left.front()));
    }
    read.addAll(after);
    return read;
  }
}
