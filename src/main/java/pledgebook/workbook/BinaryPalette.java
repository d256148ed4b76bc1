package pledgebook.workbook;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.PaletteRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import pledgebook.workbook.WorkbookAnnotator.Mark;

/// The 56 colours of a binary workbook, its own or those of the format ([MS-XLS] 2.5.161), and the
/// eight before them which no workbook can change. It is read only: another colour put in for one
/// of them would change cells of the member's.
final class BinaryPalette {
  private static final short FIRST = PaletteRecord.FIRST_COLOR_INDEX;
  private static final List<Integer> FIXED =
      List.of(0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF);
  private static final int WHITE = 0xFFFFFF;

  /// Squares of distances: nearer than this to white a ground is faint, and two are alike.
  private static final int ALIKE = 10_000;

  /// Farther than this from the colour wanted it is another colour.
  private static final int FOREIGN = 16_000;

  private final PaletteRecord colours;
  private final Map<Mark, Short> marks;

  private BinaryPalette(PaletteRecord colours) {
    this.colours = colours;
    this.marks = marks();
  }

  /// The library's own way writes a palette into a workbook that has none.
  static BinaryPalette of(HSSFWorkbook workbook) {
    InternalWorkbook records = workbook.getInternalWorkbook();
    return new BinaryPalette(
        records.findFirstRecordBySid(PaletteRecord.sid) instanceof PaletteRecord own
            ? own
            : new PaletteRecord());
  }

  /// Red, green, blue of a colour by its index; empty for what the palette does not hold, such as
  /// the automatic one.
  Optional<Integer> rgb(short index) {
    if (index >= 0 && index < FIXED.size()) {
      return Optional.of(FIXED.get(index));
    }
    byte[] triplet = colours.getColor(index);
    return Optional.ofNullable(triplet)
        .map(rgb -> (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | (rgb[2] & 0xFF));
  }

  /// The index of the first colour no other is nearer than.
  short nearest(int rgb) {
    short nearest = FIRST;
    int least = Integer.MAX_VALUE;
    for (int index : indices()) {
      int distance = rgb((short) index).map(known -> distance(known, rgb)).orElse(least);
      if (distance < least) {
        nearest = (short) index;
        least = distance;
      }
    }
    return nearest;
  }

  /// The workbook's own come first, the fixed ones last.
  private static int[] indices() {
    return IntStream.concat(
            IntStream.range(FIRST, FIRST + PaletteRecord.STANDARD_PALETTE_SIZE),
            IntStream.range(0, FIXED.size()))
        .toArray();
  }

  /// The index of the colour of a mark: never faint, and like that of no other mark.
  short of(Mark mark) {
    return marks.getOrDefault(mark, FIRST);
  }

  /// A palette of tints, as programs make them that keep the colours of one design, has none that
  /// would do; there the fixed ones do.
  private Map<Mark, Short> marks() {
    Map<Mark, Short> own = new EnumMap<>(Mark.class);
    Map<Mark, Short> fixed = new EnumMap<>(Mark.class);
    for (Mark mark : Mark.values()) {
      own.put(mark, nearest(mark.standard()));
      fixed.put(mark, (short) FIXED.indexOf(mark.fixed()));
    }
    return areClear(own) ? own : fixed;
  }

  private boolean areClear(Map<Mark, Short> chosen) {
    return Arrays.stream(Mark.values())
        .allMatch(mark -> {
          int ground = ground(chosen, mark);
          return distance(ground, WHITE) >= ALIKE
              && distance(ground, mark.standard()) <= FOREIGN
              && Arrays.stream(Mark.values())
                  .filter(other -> other != mark)
                  .allMatch(other -> distance(ground, ground(chosen, other)) >= ALIKE);
        });
  }

  private int ground(Map<Mark, Short> chosen, Mark mark) {
    return rgb(chosen.getOrDefault(mark, FIRST)).orElse(WHITE);
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }
}
