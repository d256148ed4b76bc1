package pledgebook.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which page of a booklet lies where on the sheets it is printed on (拼版). Pure geometry; lengths
/// are millimetres from the top left corner of a sheet.
///
/// @param sheetWidth of the paper
/// @param pageWidth of the trimmed page
/// @param sides of the sheets in the order they are printed: the front of the first, its back, the
///   front of the second …
public record Imposition(
    double sheetWidth, double sheetHeight, double pageWidth, double pageHeight, List<Side> sides) {
  /// Around the strip of an accordion: bleed, marks and the slug line.
  private static final double AROUND = 15;

  /// A side of a sheet, as somebody sees it who looks at it.
  ///
  /// @param sheet counted from 1
  /// @param front or back
  /// @param pages left to right, counted from 1; between two of them lies a fold
  public record Side(int sheet, boolean front, List<Integer> pages) {
    public Side {
      pages = List.copyOf(pages);
    }
  }

  public Imposition {
    sides = List.copyOf(sides);
  }

  /// One strip, folded zigzag (风琴折). Such folds leave the first and the last panel of the front
  /// outside, so the front carries the first pages and the last one, and the back the rest: with
  /// twelve pages 1 2 3 4 5 12 and, seen from behind, 6 7 8 9 10 11.
  ///
  /// @param pages a multiple of 4: the last of an odd number of panels would show its back
  public static Imposition accordion(int pages, double pageWidth, double pageHeight) {
    if (pages < 4 || pages % 4 != 0) {
      throw new IllegalArgumentException("pages of an accordion: " + pages);
    }
    int panels = pages / 2;
    List<Integer> front = new ArrayList<>(range(1, panels - 1));
    front.add(pages);
    return new Imposition(
        panels * pageWidth + 2 * AROUND,
        pageHeight + 2 * AROUND,
        pageWidth,
        pageHeight,
        List.of(new Side(1, true, front), new Side(1, false, range(panels, pages - 1))));
  }

  /// Sheets folded once and nested into each other, stapled in the fold (骑马订): with twelve pages
  /// 12|1 and 2|11 on the outermost sheet. The backs are the right way up when the paper is turned
  /// about its short edge.
  ///
  /// @param pages a multiple of 4
  public static Imposition saddleStitch(
      int pages, double pageWidth, double pageHeight, double sheetWidth, double sheetHeight) {
    if (pages < 4 || pages % 4 != 0) {
      throw new IllegalArgumentException("pages of nested sheets: " + pages);
    }
    List<Side> sides = new ArrayList<>();
    for (int sheet = 1; sheet <= pages / 4; sheet++) {
      int first = 2 * sheet - 1;
      int last = pages + 1 - first;
      sides.add(new Side(sheet, true, List.of(last, first)));
      sides.add(new Side(sheet, false, List.of(first + 1, last - 1)));
    }
    return new Imposition(sheetWidth, sheetHeight, pageWidth, pageHeight, sides);
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /// Panels side by side; as many on every side.
  public int panels() {
    return sides.getFirst().pages().size();
  }

  /// The left edge of a panel, counted from 0; with the number of panels, the right edge of the
  /// last.
  public double panelLeft(int panel) {
    return (sheetWidth - panels() * pageWidth) / 2 + panel * pageWidth;
  }

  /// The upper edge of the panels.
  public double panelTop() {
    return (sheetHeight - pageHeight) / 2;
  }
}
