package pledgebook.workbook;

import java.util.Optional;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.PaletteRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/// The 56 colours of a binary workbook: its own, or those of the format ([MS-XLS] 2.5.161). It is
/// read only: another colour put in for one of them would change cells of the member's.
final class BinaryPalette {
  private static final short FIRST = PaletteRecord.FIRST_COLOR_INDEX;

  private final PaletteRecord colours;

  private BinaryPalette(PaletteRecord colours) {
    this.colours = colours;
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
    byte[] triplet = colours.getColor(index);
    return Optional.ofNullable(triplet)
        .map(rgb -> (rgb[0] & 0xFF) << 16 | (rgb[1] & 0xFF) << 8 | (rgb[2] & 0xFF));
  }

  /// The index of the first colour no other is nearer than.
  short nearest(int rgb) {
    short nearest = FIRST;
    int least = Integer.MAX_VALUE;
    for (short index = FIRST; index < FIRST + PaletteRecord.STANDARD_PALETTE_SIZE; index++) {
      int distance = rgb(index).map(known -> distance(known, rgb)).orElse(Integer.MAX_VALUE);
      if (distance < least) {
        nearest = index;
        least = distance;
      }
    }
    return nearest;
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
