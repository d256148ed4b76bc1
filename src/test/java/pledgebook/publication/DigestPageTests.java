package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import pledgebook.registry.Digest.Block;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;

/// 数说.html as a program reads it.
class DigestPageTests {
  private static final String HOSTILE = "<script>alert('&\"')</script>";

  private static String html(Edition edition) {
    return new String(
        DigestPage.bytes(edition, SampleDigest.digest(edition)), StandardCharsets.UTF_8);
  }

  private static Document read(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void everyFigureIsThatOfTheCompiledDigest() throws Exception {
    Edition edition = SampleDigest.complete();
    List<Element> shown =
        elements(read(html(edition)), "strong").stream()
            .filter(e -> e.hasAttribute("data-figure"))
            .toList();
    List<Figure> figures = SampleDigest.digest(edition).figures();
    assertThat(shown)
        .extracting(e -> e.getAttribute("data-figure"))
        .containsExactlyElementsOf(figures.stream().map(Figure::id).toList());
    for (int i = 0; i < figures.size(); i++) {
      assertThat(shown.get(i).getTextContent()).isEqualTo(figures.get(i).text());
      assertThat(shown.get(i).getAttribute("data-indicator"))
          .isEqualTo(figures.get(i).indicator().value());
      assertThat(shown.get(i).getAttribute("class").contains("compared"))
          .isEqualTo(figures.get(i).compared());
    }
  }

  @Test
  void everySentenceStandsToTheLetter() throws Exception {
    Edition edition = SampleDigest.complete();
    DigestStatement digest = SampleDigest.digest(edition);
    Document document = read(html(edition));
    String text = document.getDocumentElement().getTextContent();
    digest
        .blocks()
        .forEach(block ->
            block
                .entries()
                .forEach(entry -> assertThat(text).contains(Statement.text(entry.spans()))));
    assertThat(elements(document, "h1"))
        .singleElement()
        .satisfies(h1 -> assertThat(h1.getTextContent()).isEqualTo("数说2024长三角"));
    assertThat(elements(document, "h2"))
        .extracting(Element::getTextContent)
        .containsExactly("交通", "食安", "民生", "文旅", "开放");
    assertThat(text).contains(edition.hash().hex(), "演示数据", "全部完成");
  }

  @Test
  void standsAloneAndRunsNothing() throws Exception {
    String html = html(SampleDigest.complete());
    Document document = read(html);
    assertThat(html).startsWith("<!DOCTYPE html>\n").doesNotContain("<script", "url(", "@import");
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    assertThat(html).contains("default-src 'none'");
    for (String name : List.of("script", "link", "img", "iframe", "object", "form", "base")) {
      assertThat(elements(document, name)).as(name).isEmpty();
    }
    for (Element element : elements(document, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        assertThat(name).doesNotStartWith("on").isNotIn("src", "xlink:href");
        if (name.equals("href")) {
          assertThat(element.getAttribute(name)).startsWith("#");
        }
      }
    }
  }

  @Test
  void canBeHeard() throws Exception {
    Document document = read(html(SampleDigest.complete()));
    Set<String> ids = new HashSet<>();
    for (Element element : elements(document, "*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
    }
    for (Element element : elements(document, "*")) {
      if (element.hasAttribute("aria-labelledby")) {
        assertThat(ids).contains(element.getAttribute("aria-labelledby"));
      }
      if (element.getTagName().equals("a")) {
        assertThat(ids).contains(element.getAttribute("href").substring(1));
      }
    }
    assertThat(elements(document, "main")).hasSize(1);
    assertThat(elements(document, "figure"))
        .isNotEmpty()
        .allSatisfy(figure -> {
          assertThat(figure.getElementsByTagName("figcaption").getLength()).isEqualTo(1);
          assertThat(figure.getElementsByTagName("table").getLength()).isEqualTo(1);
        });
    assertThat(elements(document, "th"))
        .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("row", "col"));
    assertThat(elements(document, "svg"))
        .allSatisfy(svg ->
            assertThat(
                    svg.getAttribute("aria-hidden").equals("true")
                        || svg.getAttribute("role").equals("img"))
                .isTrue());
  }

  @Test
  void theMapHasATableOfTheSame() throws Exception {
    Document document = read(html(SampleDigest.complete()));
    assertThat(elements(document, "rect")).hasSize(41);
    assertThat(elements(document, "g"))
        .filteredOn(g -> g.getAttribute("class").equals("open"))
        .extracting(Element::getTextContent)
        .containsExactlyInAnyOrder("台州", "池州");
    Element table =
        (Element) elements(document, "details").getFirst().getElementsByTagName("table").item(0);
    assertThat(table.getTextContent()).contains("江苏省", "连云港", "上海市");
    assertThat(elements(document, "td"))
        .extracting(Element::getTextContent)
        .contains("台州", "池州", "上海");
  }

  @Test
  void barsAreAsLongAsTheirValuesAre() throws Exception {
    List<Element> bars =
        elements(read(html(SampleDigest.complete())), "span").stream()
            .filter(e -> e.getAttribute("class").equals("bar"))
            .toList();
    assertThat(bars).hasSize(16);
    // 169.6 and 166.0 of 667.6 kilometres.
    assertThat(bars.get(0).getAttribute("style")).isEqualTo("width: 72.00%");
    assertThat(bars.get(1).getAttribute("style")).isEqualTo("width: 70.47%");
  }

  @Test
  void aDraftSaysSoAndTellsWhatIsMissing() throws Exception {
    String text = read(html(SampleDigest.draft())).getDocumentElement().getTextContent();
    assertThat(text)
        .contains("草稿：尚有强制性意见1条", "新增铁路里程：未报送", "“远程虚拟窗口”覆盖城市：未报送")
        .doesNotContain("667.6");
    assertThat(read(html(SampleDigest.complete())).getDocumentElement().getTextContent())
        .doesNotContain("草稿");
  }

  @Test
  void textFromADefinitionIsNeverMarkup() throws Exception {
    Edition edition =
        SampleDigest.edition(
            SampleDigest.with(block ->
                new Block(
                    HOSTILE + "\u0001\uFFFE",
                    block.icon(),
                    block.width(),
                    block.entries(),
                    block.charts(),
                    block.place())),
            false);
    Document document = read(html(edition));
    assertThat(elements(document, "script")).isEmpty();
    assertThat(elements(document, "h2").getFirst().getTextContent())
        .isEqualTo(HOSTILE + "\uFFFD\uFFFD");
  }

  /// WCAG 2.2, success criterion 1.4.3: the colours that text is set in, on what it stands on.
  @Test
  void textStandsOutFromItsGround() throws Exception {
    String css = elements(read(html(SampleDigest.complete())), "style").getFirst().getTextContent();
    String paper = colour(css, "paper");
    for (String ink : List.of("ink", "soft", "red")) {
      assertThat(contrast(colour(css, ink), paper)).as(ink).isGreaterThanOrEqualTo(4.5);
    }
    assertThat(contrast(colour(css, "ink"), colour(css, "empty"))).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast("#ffffff", "#767676")).isBetween(4.5, 4.6);
  }

  private static String colour(String css, String name) {
    Matcher matcher = Pattern.compile("--" + name + ": (#[0-9a-f]+);").matcher(css);
    assertThat(matcher.find()).as(name).isTrue();
    String colour = matcher.group(1);
    return colour.length() == 4 ? colour.replaceAll("([0-9a-f])", "$1$1") : colour;
  }

  private static double contrast(String one, String other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double value = (channel & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
