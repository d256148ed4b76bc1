package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Run;

/// Divides a title at sense. Chinese marks no words, so a line of a title ends only where one of
/// these says that a word does: a stop or closing mark before, an opening mark after, one of the
/// words of [#OPENERS] after or of [#CLOSERS] before; and the ends of a term, which is what stands
/// in quotation marks and what the title has in common with the sentences under it (充换电基础设施).
/// Nothing else is divided; a title that needs another end has its `title_lines` in booklet.yml.
final class TitleWords {
  /// A line may end before these.
  private static final List<String> OPENERS =
      List.of("和", "与", "及", "服务", "平台", "设施", "建设", "合作", "政策", "应用", "行动", "活动");

  /// A line may end after these.
  private static final List<String> CLOSERS = List.of("的", "长三角", "一体化", "区域");

  private static final String STOPS = "，、：；”》）";
  private static final String OPENINGS = "“《（";
  private static final int SHORTEST = 3;

  /// A longer match is a sentence quoted, not a term.
  private static final int LONGEST = 10;

  private final String title;
  private final boolean[] ends;

  private TitleWords(String title, String text) {
    this.title = title;
    this.ends = new boolean[title.length() + 1];
    words();
    terms(text);
    ends[title.length()] = true;
  }

  /// The title as runs that are not divided.
  static List<Run> of(Statement statement) {
    String text = Statement.text(statement.commitment()) + Statement.text(statement.completion());
    return new TitleWords(statement.title(), text).runs();
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    for (int end = 1; end < ends.length; end++) {
      if (ends[end]) {
        runs.add(Run.of(title.substring(start, end)).tied(Run.Tie.INSIDE));
        start = end;
      }
    }
    return runs;
  }

  private void words() {
    for (int at = 1; at < title.length(); at++) {
      int here = at;
      ends[at] =
          STOPS.indexOf(title.charAt(at - 1)) >= 0
              || OPENINGS.indexOf(title.charAt(at)) >= 0
              || OPENERS.stream().anyMatch(word -> title.startsWith(word, here))
              || CLOSERS.stream().anyMatch(word -> title.startsWith(word, here - word.length()));
    }
  }

  private void terms(String text) {
    int start = 0;
    while (start < title.length()) {
      int length = Math.max(quoted(start), match(start, text));
      boolean term = length >= SHORTEST && length <= LONGEST;
      if (term) {
        for (int at = start + 1; at < start + length; at++) {
          ends[at] = false;
        }
        ends[start] = start > 0;
        ends[start + length] = true;
      }
      start += term ? length : 1;
    }
  }

  /// How many characters a quotation has that begins at start.
  private int quoted(int start) {
    boolean opens = title.charAt(start) == '“';
    return opens ? title.indexOf('”', start) + 1 - start : 0;
  }

  /// How many characters from start on the text has in common.
  private int match(int start, String text) {
    int length = 0;
    while (start + length < title.length()
        && text.contains(title.substring(start, start + length + 1))) {
      length++;
    }
    return length;
  }
}
