package pledgebook.publication;

import java.util.List;
import java.util.regex.Matcher;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;

/// Sentences in HTML: each figure with its place and its indicator, compared ones marked.
final class FigureMarkup {
  private final Markup markup;

  FigureMarkup(Markup markup) {
    this.markup = markup;
  }

  void spans(List<Span> spans) {
    for (Span span : spans) {
      switch (span) {
        case Span.Words words -> markup.text(words.text());
        case Span.Bound bound -> figure(bound.figure());
      }
    }
  }

  /// A figure within a sentence.
  void figure(Figure figure) {
    open(figure);
    markup.text(figure.text()).close().text(figure.tied());
  }

  /// A figure on a line of its own, its digits larger than the words beside them.
  void numeral(Figure figure) {
    Matcher parts = NumeralPart.parts(figure);
    markup.open("span", "class", "number");
    open(figure);
    markup
        .text(parts.group(1))
        .element("span", parts.group(2), "class", "digits")
        .text(parts.group(3))
        .close()
        .text(figure.tied())
        .close();
  }

  private void open(Figure figure) {
    markup.open(
        "strong",
        "class",
        figure.compared() ? "figure compared" : "figure",
        "data-figure",
        figure.id(),
        "data-indicator",
        figure.indicator().value());
  }
}
