package pledgebook.statement;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import pledgebook.registry.Indicator;

/// Puts a sentence together from words and figures and numbers the figures as they come.
final class SentenceComposer {
  private final int project;
  private final Figure.Role role;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int serial;

  SentenceComposer(int project, Figure.Role role) {
    this.project = project;
    this.role = role;
  }

  /// Appends words that hold no figure.
  void append(String text) {
    words.append(text);
  }

  /// Appends a text with its figures.
  ///
  /// @param bindings in order, none overlapping another
  void append(String source, List<Binding> bindings) {
    int from = 0;
    for (int i = 0; i < bindings.size(); i++) {
      Binding binding = bindings.get(i);
      int next = i + 1 < bindings.size() ? bindings.get(i + 1).start() : source.length();
      words.append(source, from, binding.start());
      from = binding.end() + append(binding, source.substring(binding.end(), next));
    }
    words.append(source, from, source.length());
  }

  /// The sentence.
  List<Span> spans() {
    closeWords();
    return List.copyOf(spans);
  }

  /// Appends what a binding prints and tells how many characters behind it are tied to it.
  private int append(Binding binding, String following) {
    Indicator indicator = binding.indicator();
    if (indicator == null) {
      words.append(binding.text());
      return 0;
    }
    closeWords();
    String tied = tied(following, indicator.unit().symbol());
    String id = project + "-" + role.label() + "-" + ++serial;
    boolean compared = indicator.target() != null;
    spans.add(
        new Span.Bound(new Figure(id, indicator.code(), role, binding.text(), tied, compared)));
    return tied.length();
  }

  private void closeWords() {
    if (!words.isEmpty()) {
      spans.add(new Span.Words(words.toString()));
      words.setLength(0);
    }
  }

  /// The unit behind a figure; where it is not the indicator's own (41城), the one Han character.
  private static String tied(String following, String unit) {
    if (!unit.isEmpty() && following.startsWith(unit)) {
      return unit;
    }
    if (following.isEmpty()) {
      return "";
    }
    int next = following.codePointAt(0);
    return UnicodeScript.of(next) == UnicodeScript.HAN ? Character.toString(next) : "";
  }
}
