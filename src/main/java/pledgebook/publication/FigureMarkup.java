package pledgebook.publication;

import java.util.List;
import java.util.regex.Matcher;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;

/// Sentences in HTML: each figure with its place and its indicator, compared ones marked.
final class FigureMarkup {
  private static final String RATIO = "\u2236";

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
    markup.open("span", "class", "tied");
    open(figure);
    digits(figure.text());
    markup.close().text(figure.tied()).close();
  }

  /// A figure on a line of its own, its digits larger than the words beside them.
  void numeral(Figure figure) {
    Matcher parts = NumeralPart.parts(figure);
    markup.open("span", "class", "number");
    open(figure);
    if (!parts.group(1).isEmpty()) {
      markup.element("span", parts.group(1), "class", "qualifier");
    }
    markup.open("span", "class", "digits");
    digits(parts.group(2));
    markup.close().text(parts.group(3)).close().text(figure.tied()).close();
  }

  /// The ratio sign stands in a full square of Chinese fonts; the style sheet draws it in.
  private void digits(String text) {
    int sign = text.indexOf(RATIO);
    if (sign < 0) {
      markup.text(text);
    } else {
      markup.text(text.substring(0, sign)).element("span", RATIO, "class", "ratio");
      markup.text(text.substring(sign + RATIO.length()));
    }
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
