package pledgebook.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pledgebook.registry.Form;
import pledgebook.registry.Form.Column;
import pledgebook.registry.Form.ColumnType;
import pledgebook.workbook.RawRow;

/// The rows of long evidence of which there is nothing to tell: several cells with ordinary texts,
/// numbers and days, and no word that could make it a row of totals, a remark or the headings
/// again. They are staged as they stand; about any other row [SheetStager] decides.
final class PlainRows {
  /// More digits than a number keeps.
  private static final int KEPT = 15;

  private final List<Column> columns;
  private final int[] positions;
  private final byte[][] headings;
  private final boolean[] explains;
  private final boolean[] inOtherUnit;
  private byte[] @Nullable [] cells = new byte[0] @Nullable [];
  private byte[] @Nullable [] raw = new byte[0] @Nullable [];

  PlainRows(Form form, Headings found) {
    this.columns = form.columns();
    this.positions = IntStream.rangeClosed(0, found.lastColumn()).map(found::position).toArray();
    this.headings =
        columns.stream()
            .map(column -> Layout.plainName(column.heading()).getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    this.explains = new boolean[columns.size()];
    this.inOtherUnit = new boolean[columns.size()];
    for (int i = 0; i < explains.length; i++) {
      inOtherUnit[i] = found.isInOtherUnit(i);
      explains[i] = columns.get(i).heading().equals(Form.EXPLANATION.heading());
    }
  }

  /// Tells whether the row is one of them; then its texts are here.
  boolean take(RawRow row) {
    cells = new byte[columns.size()] @Nullable [];
    raw = new byte[columns.size()] @Nullable [];
    int filled = 0;
    int texts = 0;
    for (int i = 0; i < row.size(); i++) {
      int position = row.column(i) < positions.length ? positions[row.column(i)] : -1;
      if (position < 0) {
        continue;
      }
      RawRow.Kind kind = row.kind(i);
      if (kind == RawRow.Kind.OTHER || inOtherUnit[position]) {
        return false;
      }
      byte[] plain = row.plain(i);
      boolean isText = kind == RawRow.Kind.TEXT;
      if (filled == 0 && !beginsPlainly(plain, position)) {
        return false;
      }
      if (isText
          ? !isFilled(plain) || (texts++ < 2 && !isOrdinary(plain))
          : isLong(plain, position)) {
        return false;
      }
      cells[position] = plain;
      raw[position] = row.raw(i);
      filled++;
    }
    return filled > 1;
  }

  byte[] @Nullable [] cells() {
    return cells;
  }

  byte[] @Nullable [] raw() {
    return raw;
  }

  /// A code typed as a number so long that digits are lost is told of.
  private boolean isLong(byte[] number, int position) {
    ColumnType type = columns.get(position).type();
    return number.length > KEPT && (type == ColumnType.TEXT || type == ColumnType.CODE);
  }

  /// No label of a remark, no heading.
  private boolean beginsPlainly(byte[] text, int position) {
    for (byte c : text) {
      if (c == ':' || c == '(' || c == '[' || c == '*' || c == ' ') {
        return false;
      }
    }
    return !explains[position] && isOrdinary(text) && !Arrays.equals(text, headings[position]);
  }

  private static boolean isFilled(byte[] text) {
    return text[0] > ' ' || isHan(text, 0);
  }

  /// ASCII and Han characters, which no normalisation changes, without the signs of 合计, 小计, 总计 or
  /// 共计 together, or those of 其中.
  private static boolean isOrdinary(byte[] text) {
    boolean sum = false;
    boolean ofAll = false;
    boolean its = false;
    boolean among = false;
    for (int i = 0; i < text.length; i++) {
      byte c = text[i];
      if (c >= ' ' && c < 127) {
        continue;
      }
      if (!isHan(text, i)) {
        return false;
      }
      switch (character(text, i)) {
        case 0xE8AEA1 -> sum = true; // 计
        case 0xE59088, 0xE5B08F, 0xE680BB, 0xE585B1 -> ofAll = true; // 合 小 总 共
        case 0xE585B6 -> its = true; // 其
        case 0xE4B8AD -> among = true; // 中
        default -> {}
      }
      i += 2;
    }
    return !(sum && ofAll) && !(its && among);
  }

  /// U+4000 to U+9FFF: Han, all but 64 of them, and those are no blanks and stay as they are too.
  private static boolean isHan(byte[] text, int at) {
    return (text[at] & 0xFF) >= 0xE4 && (text[at] & 0xFF) <= 0xE9;
  }

  private static int character(byte[] text, int at) {
    return (text[at] & 0xFF) << 16 | (text[at + 1] & 0xFF) << 8 | (text[at + 2] & 0xFF);
  }
}
