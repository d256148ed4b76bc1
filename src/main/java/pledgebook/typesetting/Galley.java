package pledgebook.typesetting;

import java.util.Comparator;
import java.util.List;

/// Composed lines, not yet on a page (the trade's word for set type before make-up). Lengths are
/// millimetres.
public final class Galley {
  private final List<ComposedLine> lines;
  private final TypeScale scale;

  /// In thousandths of an em.
  private final int measure;

  Galley(List<ComposedLine> lines, TypeScale scale, int measure) {
    this.lines = List.copyOf(lines);
    this.scale = scale;
    this.measure = measure;
  }

  /// What it takes from the page: its lines times their leading. The caller compares it with the
  /// room there is.
  public double height() {
    return Page.millimetres(lines.size() * scale.leading());
  }

  /// From the left edge of the leftmost line to the right edge of the rightmost one.
  public double width() {
    int left = lines.stream().mapToInt(ComposedLine::offset).min().orElse(0);
    int right = lines.stream().mapToInt(line -> line.offset() + line.width()).max().orElse(0);
    return millimetres(right - left);
  }

  /// Tells whether every line keeps to the measure; a number or word wider than the measure does
  /// not.
  public boolean keepsToMeasure() {
    return lines.stream().allMatch(line -> line.width() <= measure);
  }

  /// The text of the widest line; empty where there is none.
  public String widest() {
    return lines.stream()
        .max(Comparator.comparingInt(ComposedLine::width))
        .map(ComposedLine::text)
        .orElse("");
  }

  /// The texts of the lines, top down.
  public List<String> lines() {
    return lines.stream().map(ComposedLine::text).toList();
  }

  List<ComposedLine> composedLines() {
    return lines;
  }

  /// The size it is set in.
  public TypeScale scale() {
    return scale;
  }

  private double millimetres(int thousandths) {
    return Page.millimetres(thousandths * scale.points() / 1000);
  }
}
