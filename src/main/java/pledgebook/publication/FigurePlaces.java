package pledgebook.publication;

import pledgebook.statement.Figure;
import pledgebook.typesetting.Link;
import pledgebook.vocabulary.Messages;

/// The way from a compared figure of the booklet to its line in the annex.
final class FigurePlaces {
  static final String ANNEX = "完成情况-附件.pdf";

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private FigurePlaces() {}

  /// The name of a figure's line in the annex: its id with the words spelled in ASCII.
  static String destination(Figure figure) {
    StringBuilder name = new StringBuilder("figure-");
    figure
        .id()
        .codePoints()
        .forEach(codePoint -> {
          if (codePoint > 0x20 && codePoint < 0x7F) {
            name.appendCodePoint(codePoint);
          } else {
            name.append('u').append(Integer.toHexString(codePoint));
          }
        });
    return name.toString();
  }

  static Link link(Figure figure) {
    String description = MESSAGES.text("annex.link", "figure", figure.text());
    return new Link(ANNEX, destination(figure), description);
  }
}
