package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Run;

/// Keeps the words of a title on one line. Chinese marks no words; but what stands in quotation
/// marks, and what a title has in common with the sentences under it (充换电基础设施), is a word or a
/// term, so it is not divided.
final class TitleWords {
  private static final int SHORTEST = 3;

  /// A longer match is a sentence quoted, not a term.
  private static final int LONGEST = 10;

  private TitleWords() {}

  /// The title as runs, its terms tied.
  static List<Run> of(Statement statement) {
    String text = Statement.text(statement.commitment()) + Statement.text(statement.completion());
    String title = statement.title();
    List<Run> runs = new ArrayList<>();
    int start = 0;
    while (start < title.length()) {
      int length = Math.max(quoted(title, start), match(title, start, text));
      boolean term = length >= SHORTEST && length <= LONGEST;
      int end = start + (term ? length : 1);
      Run run = Run.of(title.substring(start, end));
      runs.add(term ? run.tied(Run.Tie.INSIDE) : run);
      start = end;
    }
    return runs;
  }

  /// How many characters a quotation has that begins at start.
  private static int quoted(String title, int start) {
    boolean opens = title.charAt(start) == '“';
    return opens ? title.indexOf('”', start) + 1 - start : 0;
  }

  /// How many characters from start on the text has in common.
  private static int match(String title, int start, String text) {
    int length = 0;
    while (start + length < title.length()
        && text.contains(title.substring(start, start + length + 1))) {
      length++;
    }
    return length;
  }
}
