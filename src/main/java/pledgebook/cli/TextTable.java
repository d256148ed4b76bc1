package pledgebook.cli;

import java.util.ArrayList;
import java.util.List;

/// A table for a terminal: columns aligned by the width a terminal gives each character, two cells
/// for Han characters and full-width marks (Unicode Standard Annex 11).
final class TextTable {
  private static final String GAP = "  ";

  /// The curly quotes, the dash and the ellipsis are ambiguous: a Chinese terminal shows them wide.
  private static final List<Range> WIDE =
      List.of(
          new Range(0x1100, 0x115F),
          new Range(0x2014, 0x2014),
          new Range(0x201C, 0x201D),
          new Range(0x2026, 0x2026),
          new Range(0x2E80, 0xA4CF),
          new Range(0xAC00, 0xD7A3),
          new Range(0xF900, 0xFAFF),
          new Range(0xFE30, 0xFE6F),
          new Range(0xFF00, 0xFF60),
          new Range(0xFFE0, 0xFFE6),
          new Range(0x20000, 0x3FFFD));

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// The lines, without trailing blanks.
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i));
      if (i < row.size() - 1) {
        line.append(" ".repeat(width(i) - width(row.get(i)))).append(GAP);
      }
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column + 1)
        .mapToInt(row -> width(row.get(column)))
        .max()
        .orElse(0);
  }

  /// How many cells of a terminal a text takes.
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int c) {
    return WIDE.stream().anyMatch(range -> c >= range.first() && c <= range.last());
  }

  private record Range(int first, int last) {}
}
