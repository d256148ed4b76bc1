package pledgebook.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;

/// A sentence, the figures in it and what its words say about them. Figures are written in Arabic
/// or full-width digits; Chinese numerals (十大, 四季) are words and free.
final class Sentence {
  /// Every number character of Unicode but the Han ones counts (①, ½, Ⅷ, ²), so that none slips
  /// through unbound; only decimal digits have a value.
  static final String NUMBER = "[\\p{N}&&[^\\p{IsHan}]]";

  private static final Pattern FIGURE =
      Pattern.compile(NUMBER + "+(?:[.．]" + NUMBER + "+)?(?:万亿|万|亿)?");

  private static final Pattern DECIMAL = Pattern.compile("\\p{Nd}+(?:[.．]\\p{Nd}+)?(?:万亿|万|亿)?");

  private static final Pattern SEGMENT = Pattern.compile("[^，；。！？,;\n]+");
  private static final Pattern AT_LEAST_AFTER = Pattern.compile("^(?:及)?以上.*");
  private static final Pattern AT_MOST_AFTER = Pattern.compile("^(?:之内|及?以内|及?以下).*");
  private static final Pattern ALL = Pattern.compile("全覆盖|全域|全部");
  private static final Pattern RAISED = Pattern.compile(".*(?:拓展|提升|增加|提高|扩大|扩展|增长|上升)(?:至|到)$");
  private static final Pattern AT_MOST_BEFORE = Pattern.compile(".*(?:不超过|不高于|不多于|至多)$");
  private static final Pattern AT_LEAST_BEFORE = Pattern.compile(".*(?:不少于|不低于|至少|达到|达)$");
  private static final Pattern MORE_THAN_BEFORE = Pattern.compile(".*(?:突破|超过|超|逾)$");
  private static final String ASPIRED = "力争";

  private final String text;
  private final List<Figure> figures;

  Sentence(String text) {
    this.text = text;
    List<Figure> found = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(text);
    while (matcher.find()) {
      found.add(new Figure(matcher.start(), matcher.end(), matcher.group()));
    }
    this.figures = List.copyOf(found);
  }

  /// A figure of a sentence: digits with the 万 or 亿 behind them.
  record Figure(int start, int end, String text) {
    /// Does it stand for this number? What is written otherwise than in digits stands for none.
    boolean is(BigDecimal number) {
      return DECIMAL.matcher(text).matches() && exact(text).compareTo(number) == 0;
    }
  }

  /// What the words around a figure say.
  ///
  /// @param bare no word compares; the figure then is what has to be reached
  record Reading(Comparator comparator, boolean bare, Firmness firmness) {}

  /// The exact decimal a figure stands for: 7万 is 70000, １２．５ is 12.5.
  ///
  /// @throws NumberFormatException when the text is no figure
  static BigDecimal exact(String figure) {
    int power =
        figure.endsWith("万亿") ? 12 : figure.endsWith("万") ? 4 : figure.endsWith("亿") ? 8 : 0;
    StringBuilder digits = new StringBuilder();
    figure
        .codePoints()
        .filter(c -> c != '万' && c != '亿')
        .forEach(c -> {
          int digit = Character.digit(c, 10);
          digits.append(digit >= 0 ? Character.forDigit(digit, 10) : c == '．' ? '.' : (char) c);
        });
    BigDecimal value = new BigDecimal(digits.toString()).scaleByPowerOfTen(power);
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  List<Figure> figures() {
    return figures;
  }

  /// Tells whether a unit is written right behind a figure.
  boolean isFollowedBy(Figure figure, String unit) {
    return text.substring(figure.end()).stripLeading().startsWith(unit);
  }

  /// Reads the words around a figure. What stands behind it wins over the verb before it: 达到1.9之内
  /// is at most.
  Reading read(Figure figure, String unit) {
    Comparator compared = compared(figure, unit);
    boolean bare = compared == Comparator.DONE;
    boolean aspired =
        text.substring(segmentStart(figure.start()), figure.start()).contains(ASPIRED);
    return new Reading(
        bare ? Comparator.AT_LEAST : compared,
        bare,
        aspired ? Firmness.ASPIRED : Firmness.COMMITTED);
  }

  /// The firmness of a segment without a figure: 沪苏湖铁路力争通车.
  ///
  /// @param position of anything in the segment
  Firmness firmness(int position) {
    String segment = text.substring(segmentStart(position), segmentEnd(position));
    return segment.contains(ASPIRED) ? Firmness.ASPIRED : Firmness.COMMITTED;
  }

  /// Tells whether a text says that everything is covered.
  static boolean saysAll(String text) {
    return ALL.matcher(text).find();
  }

  /// Tells whether two positions stand in the same segment.
  boolean together(int one, int other) {
    return segmentStart(one) == segmentStart(other);
  }

  /// The words between the figure before (or the segment's start) and this one.
  String before(Figure figure) {
    int start = segmentStart(figure.start());
    for (Figure other : figures) {
      if (other.end() <= figure.start()) {
        start = Math.max(start, other.end());
      }
    }
    return text.substring(start, figure.start()).stripTrailing();
  }

  /// The comparing word; DONE stands for none.
  private Comparator compared(Figure figure, String unit) {
    String before = before(figure);
    String after = after(figure);
    String behind = after.startsWith(unit) ? after.substring(unit.length()) : after;
    if (AT_LEAST_AFTER.matcher(behind).matches()) {
      return Comparator.AT_LEAST;
    }
    if (AT_MOST_AFTER.matcher(behind).matches()) {
      return Comparator.AT_MOST;
    }
    if (saysAll(before) || saysAll(after)) {
      return Comparator.ALL;
    }
    return verb(before);
  }

  private static Comparator verb(String before) {
    if (RAISED.matcher(before).matches()) {
      return Comparator.RAISED_TO;
    }
    if (AT_MOST_BEFORE.matcher(before).matches()) {
      return Comparator.AT_MOST;
    }
    if (AT_LEAST_BEFORE.matcher(before).matches()) {
      return Comparator.AT_LEAST;
    }
    return MORE_THAN_BEFORE.matcher(before).matches() ? Comparator.MORE_THAN : Comparator.DONE;
  }

  private String after(Figure figure) {
    int end = segmentEnd(figure.start());
    for (Figure other : figures) {
      if (other.start() >= figure.end()) {
        end = Math.min(end, other.start());
      }
    }
    return text.substring(figure.end(), Math.max(figure.end(), end)).stripLeading();
  }

  private int segmentStart(int position) {
    Matcher matcher = SEGMENT.matcher(text);
    int start = 0;
    while (matcher.find() && matcher.start() <= position) {
      start = matcher.start();
    }
    return start;
  }

  private int segmentEnd(int position) {
    Matcher matcher = SEGMENT.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > position) {
        return matcher.end();
      }
    }
    return text.length();
  }
}
