package pledgebook.typesetting;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private final Pattern unit;

  /// @param units those of the texts to come, besides the customary ones
  Bonds(List<String> units) {
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
    Matcher before = BEFORE.matcher(text);
    while (before.find()) {
      bound[before.start()] = true;
    }
    return bound;
  }
}
