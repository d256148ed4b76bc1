package pledgebook.statement;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import pledgebook.registry.Indicator;
import pledgebook.registry.Project;

/// Puts a sentence together from words and figures and numbers the figures as they come.
final class SentenceComposer {
  private final String place;
  private final Figure.Role role;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int serial;

  /// @param place what the ids of figures begin with
  SentenceComposer(String place, Figure.Role role) {
    this.place = place;
    this.role = role;
  }

  /// A sentence of a project.
  static SentenceComposer of(Project project, Figure.Role role) {
    return new SentenceComposer(project.number() + "-" + role.label(), role);
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

  /// The sentence so far; the next begins, and figures are numbered on.
  List<Span> spans() {
    closeWords();
    List<Span> sentence = List.copyOf(spans);
    spans.clear();
    return sentence;
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
    String id = place + "-" + ++serial;
    boolean compared = indicator.target() != null;
    spans.add(
        new Span.Bound(new Figure(id, indicator.code(), role, binding.text(), tied, compared)));
    return tied.length();
  }

  /// A figure of a part of an indicator, which stands in no sentence and is compared with nothing.
  Figure part(Indicator indicator, String text) {
    String id = place + "-" + ++serial;
    return new Figure(id, indicator.code(), role, text, indicator.unit().symbol(), false);
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
