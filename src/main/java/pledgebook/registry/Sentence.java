package pledgebook.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
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
  private static final Pattern RAISED = Pattern.compile(".*(?:拓展|提升|增加|提高|扩大|扩展|增长|上升)(?:至|到|为)$");
  private static final Pattern LOWERED =
      Pattern.compile(".*(?:压缩|缩短|压减|缩减|减少|降低|下降|降|减)(?:至|到|为)$");
  private static final Pattern STARTS = Pattern.compile("(?:由|从)[^，；。]{0,8}$");
  private static final Pattern AT_MOST_BEFORE = Pattern.compile(".*(?:不超过|不高于|不多于|至多)$");
  private static final Pattern AT_LEAST_BEFORE = Pattern.compile(".*(?:不少于|不低于|至少|达到|达)$");
  private static final Pattern MORE_THAN_BEFORE = Pattern.compile(".*(?:突破|超过|超|逾)$");
  private static final Pattern ASPIRED = Pattern.compile("力争(?!.*确保)");

  /// 新能源 and 创新 are no such words; 累计新增, since when, nobody knows.
  private static final Pattern OF_THE_YEAR =
      Pattern.compile("(?<![创革全更])新(?:增|建|推出|开通|开工|设立|上线|发布|纳入|培育|签)|全年|年内|本年|当年|年度");

  private static final Pattern YEAR = Pattern.compile("全年|年内|本年|当年|年度");
  private static final Pattern UP_TO_NOW = Pattern.compile("累计|总数|总量|保有量|存量");
  private static final Pattern ALL_CLAIM = Pattern.compile("全覆盖|全域");
  private static final Pattern FIRST = Pattern.compile("首[个条家项座部套批次创]");

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

  /// Over which time a word before a figure counts.
  enum Window {
    /// 新增, 新建, 全年: what came within the year.
    YEAR,
    /// 累计: all there is at its end.
    END
  }

  /// @param word as it stands in the sentence
  record Counted(Window window, String word) {}

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
        ASPIRED.matcher(text.substring(segmentStart(figure.start()), figure.start())).find();
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
    return ASPIRED.matcher(segment).find() ? Firmness.ASPIRED : Firmness.COMMITTED;
  }

  /// Whether a figure is what came within the year or all there is at its end, where a word says
  /// so: it stands between the figure before, or that a raised one starts from, and this one.
  Optional<Counted> counted(Figure figure) {
    String before = before(figure);
    if (isRaised(figure, before)) {
      before = text.substring(segmentStart(figure.start()), figure.start());
    }
    Matcher year = OF_THE_YEAR.matcher(before);
    Matcher end = UP_TO_NOW.matcher(before);
    if (end.find()) {
      // 全年累计 counts the year; 累计新增 may begin at any time.
      Matcher bound = YEAR.matcher(before);
      if (bound.find()) {
        return Optional.of(new Counted(Window.YEAR, bound.group()));
      }
      return year.find() ? Optional.empty() : Optional.of(new Counted(Window.END, end.group()));
    }
    return year.find() ? Optional.of(new Counted(Window.YEAR, year.group())) : Optional.empty();
  }

  /// The segments that call something the first: 首个区域性标准.
  List<String> firsts() {
    return SEGMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(segment -> FIRST.matcher(segment).find())
        .toList();
  }

  /// The word by which a text claims that all is covered, or that something is the first; empty
  /// where it claims neither.
  static Optional<String> claimOfAll(String text) {
    return found(ALL_CLAIM, text);
  }

  /// The word by which a text calls something the first.
  static Optional<String> claimOfFirst(String text) {
    return found(FIRST, text);
  }

  private static Optional<String> found(Pattern word, String text) {
    Matcher matcher = word.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
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
    return isRaised(figure, before) ? Comparator.RAISED_TO : verb(before);
  }

  /// 由78项拓展至113项. Without a figure it starts from, 提升至113项 says as much as 达到.
  private boolean isRaised(Figure figure, String before) {
    return RAISED.matcher(before).matches()
        && figures.stream()
            .filter(f -> f.end() <= figure.start() && together(f.start(), figure.start()))
            .reduce((first, second) -> second)
            .filter(f -> STARTS.matcher(text.substring(0, f.start())).find())
            .isPresent();
  }

  private static Comparator verb(String before) {
    if (RAISED.matcher(before).matches()) {
      return Comparator.AT_LEAST;
    }
    if (LOWERED.matcher(before).matches()) {
      return Comparator.AT_MOST;
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
