package pledgebook.statement;

import java.util.List;

/// A piece of a printed sentence. The sentence is the concatenation of its spans' texts.
public sealed interface Span {
  /// The characters it prints.
  String text();

  /// The figures among spans, in order.
  static List<Figure> figures(List<Span> spans) {
    return spans.stream()
        .filter(Bound.class::isInstance)
        .map(span -> ((Bound) span).figure())
        .toList();
  }

  /// Words without a bound figure.
  record Words(String text) implements Span {}

  /// A bound figure with what is tied to it: only [Figure#text()] is coloured.
  record Bound(Figure figure) implements Span {
    @Override
    public String text() {
      return figure.text() + figure.tied();
    }
  }
}
