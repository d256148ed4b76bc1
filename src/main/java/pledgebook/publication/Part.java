package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;

/// A composed part of a page: it knows its height and is drawn where the caller says. Lengths are
/// millimetres.
interface Part {
  double height();

  /// Tells whether no word or number in it is wider than its measure.
  boolean fits();

  /// Draws it with its upper left corner at a point.
  void draw(double x, double top);

  /// The same part, drawn in another way, such as within an element of the page's structure.
  ///
  /// @param way given where it is drawn
  static Part drawn(Part part, Way way) {
    return new Part() {
      @Override
      public double height() {
        return part.height();
      }

      @Override
      public boolean fits() {
        return part.fits();
      }

      @Override
      public void draw(double x, double top) {
        way.draw(x, top, () -> part.draw(x, top));
      }
    };
  }

  /// How a part is drawn.
  @FunctionalInterface
  interface Way {
    void draw(double x, double top, Runnable part);
  }

  /// Parts one below the other.
  ///
  /// @param gap between two
  static Part stack(List<Part> parts, double gap) {
    List<Part> shown = parts.stream().filter(part -> part.height() > 0).toList();
    return new Part() {
      @Override
      public double height() {
        double gaps = gap * Math.max(0, shown.size() - 1);
        return shown.stream().mapToDouble(Part::height).sum() + gaps;
      }

      @Override
      public boolean fits() {
        return shown.stream().allMatch(Part::fits);
      }

      @Override
      public void draw(double x, double top) {
        double y = top;
        for (Part part : shown) {
          part.draw(x, y);
          y += part.height() + gap;
        }
      }
    };
  }

  /// Parts side by side.
  ///
  /// @param step from the left edge of one to that of the next
  static Part row(List<Part> parts, double step) {
    List<Part> shown = new ArrayList<>(parts);
    return new Part() {
      @Override
      public double height() {
        return shown.stream().mapToDouble(Part::height).max().orElse(0);
      }

      @Override
      public boolean fits() {
        return shown.stream().allMatch(Part::fits);
      }

      @Override
      public void draw(double x, double top) {
        for (int i = 0; i < shown.size(); i++) {
          shown.get(i).draw(x + step * i, top);
        }
      }
    };
  }
}
