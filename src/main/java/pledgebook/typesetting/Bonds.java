package pledgebook.typesetting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pledgebook.vocabulary.Messages;

/// What a paragraph's own words hold together, whatever their style: a number with its unit and
/// with the word before it that belongs to it (第, 超), and a short item of a list. GB/T 15835-2011
/// and the W3C's "Requirements for Chinese Text Layout" forbid the first to be divided; an item,
/// mostly a name, is read at one glance.
final class Bonds {
  /// The longest item that is not divided, in characters; a longer one would leave a hole behind.
  private static final int LONGEST_ITEM = 6;

  /// Units of more than one character that stand in Chinese prose.
  private static final List<String> CUSTOMARY_UNITS =
      List.of(
          "公里", "千米", "平方公里", "平方米", "立方米", "公顷", "小时", "分钟", "工作日", "个工作日", "个月", "人次", "批次", "万元",
          "亿元", "人民币", "摄氏度", "余家", "余个", "多家", "多个", "万人次", "亿人次", "年度");

  private static final String NUMBER = "[0-9０-９](?:[0-9０-９.．,]*[0-9０-９])?";
  private static final Pattern BEFORE = Pattern.compile("[第超逾近约达](?=" + NUMBER + ")");
  private static final String ITEM_TEXT = "[^、，。；：？！（）《》“”\\s]{2," + LONGEST_ITEM + "}";

  /// What begins behind a mark and ends at 、, or begins behind 、 and ends at a mark.
  private static final Pattern ITEM =
      Pattern.compile(
          "(?<![^、，。；：？！（《“])" + ITEM_TEXT + "(?=、)|(?<=、)" + ITEM_TEXT + "(?=[，。；：？！）]|$)");

  /// An address in the net; nothing else Western is divided.
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)[!-~]+");

  /// Where an address may be divided: behind these.
  private static final String JOINTS = "/.?&=#_";

  /// What is held together where no hole would be left behind: words of our own sentences, a Han
  /// numeral with what it counts, a short quotation, a label with what it labels.
  private static final String NUMERAL = "[一二三四五六七八九十百千两](?=[\\p{IsHan}])";

  private static final Pattern NUMERALS = Pattern.compile(NUMERAL);
  private static final String QUOTATION = "“[\\p{IsHan}]{2,5}”";
  private static final String LABEL = "(?<![^；。])[\\p{IsHan}]{2,6}：(?=[^\\s])";

  private static final Pattern LABELS = Pattern.compile(LABEL);

  /// The words of sentences every round prints; data, in messages/typesetting.properties.
  private static final String[] WORDS = Messages.of("typesetting").text("words").split("、", -1);

  private final Pattern unit;
  private final Pattern word;

  /// @param units those of the texts to come, besides the customary ones
  /// @param words terms of theirs, besides those of our own sentences
  Bonds(List<String> units, List<String> words) {
    String terms =
        Stream.concat(Stream.of(WORDS), words.stream())
            .distinct()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.word = Pattern.compile(terms + "|" + QUOTATION);
    String any =
        Stream.concat(CUSTOMARY_UNITS.stream(), units.stream())
            .filter(unit -> unit.codePointCount(0, unit.length()) > 1)
            .distinct()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.unit = Pattern.compile(NUMBER + "[十百千万亿余多几]*(?:" + any + ")");
  }

  /// May a line end behind the character at an index although it stands in a Western word? Behind a
  /// joint of an address, never between two of them: http://.
  ///
  /// @param text of one `char` a character
  static boolean[] joints(String text) {
    boolean[] joints = new boolean[text.length()];
    Matcher address = ADDRESS.matcher(text);
    while (address.find()) {
      for (int i = address.start(); i + 1 < address.end(); i++) {
        boolean joint = JOINTS.indexOf(text.charAt(i)) >= 0;
        joints[i] = joint && Character.isLetterOrDigit(text.charAt(i + 1));
      }
    }
    return joints;
  }

  /// May the character at an index not be parted from the next?
  ///
  /// @param text of one `char` a character, others replaced
  boolean[] of(String text) {
    boolean[] bound = new boolean[text.length()];
    for (Pattern pattern : List.of(unit, ITEM)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        for (int i = matcher.start(); i + 1 < matcher.end(); i++) {
          bound[i] = true;
        }
      }
    }
    return before(text, bound);
  }

  /// Should the character at an index not be parted from the next? A word torn at the end of a line
  /// is seen, a hole in the line more so.
  ///
  /// @param text of one `char` a character
  boolean[] words(String text) {
    boolean[] joined = new boolean[text.length()];
    for (Pattern pattern : List.of(word, LABELS)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        int last = pattern.equals(LABELS) ? matcher.end() : matcher.end() - 1;
        for (int i = matcher.start(); i < last; i++) {
          joined[i] = true;
        }
      }
    }
    Matcher numeral = NUMERALS.matcher(text);
    while (numeral.find()) {
      joined[numeral.start()] = true;
    }
    return joined;
  }

  private static boolean[] before(String text, boolean[] bound) {
    Matcher before = BEFORE.matcher(text);
    while (before.find()) {
      bound[before.start()] = true;
    }
    return bound;
  }
}
