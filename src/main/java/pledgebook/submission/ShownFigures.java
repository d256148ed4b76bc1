package pledgebook.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.Cell;

/// Figures that their number format shows as others: 12.34 under the format `0.00"万"` is seen as
/// 12.34万, 1234000 under `#,##0,` as 1,234. What the cell holds is read; whoever filled it in may
/// have meant what the sheet shows; so with 480 under `0"分钟"` in a column of 小时. A format whose
/// word says what it leaves out, as `0!.0,"万"`, is none of these.
final class ShownFigures {
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|[\\\\!](.)|\\[[^\\]]*]|[_*].|([0#?.,])|(.)");
  private static final Pattern SCALING = Pattern.compile(",+(?=\\.|·|$)");
  private static final Pattern DECIMALS = Pattern.compile("[.·]([0#?]+)");
  private static final Pattern WORD = Pattern.compile("(万亿|亿|千万|百万|十万|万)");
  private static final Map<String, Integer> POWERS =
      Map.of("万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8, "万亿", 12);

  /// Seconds.
  private static final Map<String, Integer> TIMES =
      Map.of("秒", 1, "分", 60, "分钟", 60, "时", 3600, "小时", 3600, "天", 86_400, "日", 86_400);

  private static final int DECIMALS_OF_TIMES = 2;

  private final Map<Integer, Seen> columns = new LinkedHashMap<>();

  /// The first such cell of a column, and how many there are.
  ///
  /// @param shown as the sheet shows it
  /// @param meant the figure a reader of the sheet takes it for
  record Seen(Cell.Decimal cell, String shown, BigDecimal meant, int count) {}

  /// Takes a cell of a column of figures.
  ///
  /// @param unit of the column; null: of the row
  void take(int position, Cell.Decimal cell, @Nullable String unit) {
    if (cell.value().signum() != 0) {
      seen(cell, unit == null ? "" : unit)
          .ifPresent(seen ->
              columns.merge(
                  position,
                  seen,
                  (first, next) ->
                      new Seen(first.cell(), first.shown(), first.meant(), first.count() + 1)));
    }
  }

  /// The columns with such cells, by position.
  Map<Integer, Seen> columns() {
    return columns;
  }

  private static Optional<Seen> seen(Cell.Decimal cell, String unit) {
    StringBuilder digits = new StringBuilder();
    StringBuilder words = new StringBuilder();
    split(cell.format(), digits, words);
    if (digits.indexOf("0") < 0 && digits.indexOf("#") < 0) {
      return Optional.empty();
    }
    int left = leftOut(digits);
    Matcher word = WORD.matcher(words);
    int said =
        word.lookingAt() && !unit.startsWith(word.group())
            ? POWERS.getOrDefault(word.group(), 0)
            : 0;
    String time = words.toString().strip();
    if (left == said && !isOtherTime(time, unit)) {
      return Optional.empty();
    }
    Matcher decimals = DECIMALS.matcher(digits);
    String shown =
        cell.value()
            .movePointLeft(left)
            .setScale(decimals.find() ? decimals.group(1).length() : 0, RoundingMode.HALF_UP)
            .toPlainString();
    BigDecimal meant =
        isOtherTime(time, unit)
            ? inUnit(cell.value(), time, unit)
            : cell.value().scaleByPowerOfTen(said - left);
    return Optional.of(new Seen(cell, shown + words, meant, 1));
  }

  private static boolean isOtherTime(String word, String unit) {
    Integer shown = TIMES.get(word);
    Integer asked = TIMES.get(unit);
    return shown != null && asked != null && !shown.equals(asked);
  }

  private static BigDecimal inUnit(BigDecimal value, String word, String unit) {
    BigDecimal seconds = value.multiply(BigDecimal.valueOf(TIMES.getOrDefault(word, 1)));
    return seconds
        .divide(
            BigDecimal.valueOf(TIMES.getOrDefault(unit, 1)),
            DECIMALS_OF_TIMES,
            RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  /// The part for numbers above zero: its digits with , and ., and its words. A point that is only
  /// printed is a ·.
  private static void split(String format, StringBuilder digits, StringBuilder words) {
    Matcher token = TOKEN.matcher(format);
    while (token.find()) {
      String literal = token.group(1) == null ? token.group(2) : token.group(1);
      if (literal != null) {
        (literal.equals(".") ? digits : words).append(literal.equals(".") ? "·" : literal);
      } else if (token.group(3) != null) {
        digits.append(token.group(3));
      } else if (";".equals(token.group(4))) {
        return;
      } else if (token.group(4) != null && token.group(4).codePointAt(0) > 0x7f) {
        words.append(token.group(4));
      }
    }
  }

  /// The power of ten by which less is shown than the cell holds.
  private static int leftOut(StringBuilder digits) {
    int thousands = SCALING.matcher(digits).results().mapToInt(m -> m.group().length()).sum();
    int point = digits.indexOf("·");
    int behind =
        point < 0
            ? 0
            : (int)
                digits.chars().skip(point).filter(c -> c == '0' || c == '#' || c == '?').count();
    return 3 * thousands + behind;
  }
}
