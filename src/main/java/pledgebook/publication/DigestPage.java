package pledgebook.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.DigestStatement.Block;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Entry;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.statement.Statement;
import pledgebook.vocabulary.Messages;

/// 数说.html: the digest as one file for any browser: no script, nothing loaded from elsewhere,
/// readable by those who hear it, on a narrow screen and on paper.
final class DigestPage {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Edition edition;
  private final DigestStatement digest;
  private final Messages messages = PublicationFailures.MESSAGES;
  private final Markup markup = new Markup();
  private final FigureMarkup figures = new FigureMarkup(markup);
  private final ChartMarkup charts = new ChartMarkup(markup, figures);

  private DigestPage(Edition edition, DigestStatement digest) {
    this.edition = edition;
    this.digest = digest;
  }

  /// The page of an edition: the same edition, the same bytes.
  static byte[] bytes(Edition edition, DigestStatement digest) {
    return new DigestPage(edition, digest).write().getBytes(StandardCharsets.UTF_8);
  }

  private String write() {
    markup.open("html", "lang", "zh-CN", "xmlns", "http://www.w3.org/1999/xhtml").line();
    head();
    markup.open("body").line();
    if (edition.draft()) {
      String mark = messages.text("booklet.draft-mark");
      markup.element("div", mark, "class", "watermark", "aria-hidden", "true").line();
    }
    markup.open("div", "class", "page").line();
    markup.element("a", messages.text("digest.skip"), "class", "skip", "href", "#main").line();
    if (edition.draft()) {
      markup.element("p", Notices.draft(edition), "class", "draft").line();
    }
    masthead();
    markup.open("main", "id", "main").line();
    for (int i = 0; i < digest.blocks().size(); i++) {
      block(digest.blocks().get(i), "block-" + (i + 1));
    }
    markup.close().line();
    foot();
    return markup.close().line().close().line().close().document();
  }

  private void head() {
    markup.open("head").line().empty("meta", "charset", "utf-8").line();
    markup
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .line()
        .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
        .line()
        .element("title", Statement.text(digest.title()))
        .line()
        .style(style())
        .line()
        .close()
        .line();
  }

  private void masthead() {
    markup.open("header").open("h1");
    figures.spans(digest.title());
    markup.close();
    if (!digest.lead().isEmpty()) {
      markup.open("p", "class", "lead");
      figures.spans(digest.lead());
      markup.close();
    }
    markup.open("ul", "class", "dateline");
    markup.element("li", edition.round().title());
    String day = Days.text(edition.round().dataDate());
    markup.element("li", messages.text("digest.data-date", "day", day));
    markup.element("li", edition.statements().overall(), "class", "overall");
    markup.close().close().line();
  }

  private void block(Block block, String id) {
    boolean wide = block.charts().stream().anyMatch(Tiles.class::isInstance);
    markup.open(
        "section",
        "class",
        wide ? "block wide" : "block",
        "style",
        "--cells: " + block.width(),
        "aria-labelledby",
        id);
    markup.line().open("h2", "id", id);
    icon(Icon.of(block.icon()));
    markup.text(block.title()).close().line();
    markup.open("div", "class", "told").line();
    entries(block.entries());
    charts(block, id, false);
    markup.close().line();
    if (wide) {
      markup.open("div", "class", "beside").line();
      charts(block, id, true);
      markup.close().line();
    }
    markup.close().line();
  }

  /// The maps of tiles, or the other charts.
  private void charts(Block block, String id, boolean maps) {
    for (int i = 0; i < block.charts().size(); i++) {
      Chart chart = block.charts().get(i);
      if (chart instanceof Tiles == maps) {
        charts.chart(chart, id + "-chart-" + (i + 1));
      }
    }
  }

  private void entries(List<Entry> entries) {
    markup.open("ul", "class", "entries").line();
    boolean first = true;
    for (Entry entry : entries) {
      if (entry.isNumeral()) {
        numeral(entry, first ? "numeral hero" : "numeral");
        first = false;
      } else {
        markup.open("li", "class", "sentence");
        figures.spans(entry.spans());
        markup.close().line();
      }
    }
    markup.close().line();
  }

  private void numeral(Entry entry, String kind) {
    markup.open("li", "class", kind);
    markup.open("span", "class", "before");
    figures.spans(entry.before());
    markup.close();
    figures.numeral(entry.figure());
    if (!entry.after().isEmpty()) {
      markup.open("span");
      figures.spans(entry.after());
      markup.close();
    }
    markup.close().line();
  }

  private void icon(Icon icon) {
    String grid = "0 0 " + Icon.GRID + " " + Icon.GRID;
    markup.open("svg", "viewBox", grid, "aria-hidden", "true", "focusable", "false", "xmlns", SVG);
    icon.strokes()
        .forEach(stroke -> markup.empty("path", "class", stroke.way(), "d", stroke.path()));
    markup.close();
  }

  /// The namespace of SVG; a browser needs none, a reader of XML does.
  static final String SVG = "http://www.w3.org/2000/svg";

  private void foot() {
    markup.open("footer").line();
    markup.element("p", messages.text("digest.legend")).line();
    Notices.asOf(edition).forEach(notice -> markup.element("p", notice).line());
    if (edition.round().demonstration()) {
      markup.element("p", Notices.demonstration()).line();
    }
    markup.open("p").text(messages.text("digest.edition-label"));
    markup.element("span", edition.hash().hex(), "class", "hash").close().line();
    markup.close().line();
  }

  private static String style() {
    try (InputStream in = DigestPage.class.getResourceAsStream("/web/digest.css")) {
      if (in == null) {
        throw new IllegalStateException("no digest.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
