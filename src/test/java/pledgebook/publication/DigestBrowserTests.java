package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.SystemTool;
import pledgebook.registry.Digest.Block;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 数说.html in a real browser (Chromium).
class DigestBrowserTests {
  /// Opens the page in frames of several widths and measures what a person would see.
  private static final String FRAMES =
      """
      <!DOCTYPE html><meta charset="utf-8"/><body><pre id="result"></pre><script>
      const channel = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
      const parse = c => (c.match(/[0-9.]+/g) || []).map(Number);
      const luminance = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
      const contrast = (a, b) => {
        const x = luminance(a), y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
      };
      function ground(doc, x, y) {
        for (const e of doc.elementsFromPoint(x, y)) {
          const style = doc.defaultView.getComputedStyle(e);
          const colour = parse(e.tagName === 'rect' ? style.fill : style.backgroundColor);
          if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
      }
      function measure(frame) {
        const doc = frame.contentDocument, view = doc.defaultView;
        const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
        const result = { width: frame.clientWidth, content: doc.documentElement.scrollWidth,
          texts: 0, least: 99, where: '', smallest: 99, red: [] };
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const range = doc.createRange();
          range.selectNodeContents(node);
          const box = range.getBoundingClientRect(), e = node.parentElement;
          if (!node.data.trim() || !box.width || e.closest('.skip, .watermark')) continue;
          const style = view.getComputedStyle(e), svg = e.tagName === 'text';
          const colour = parse(svg ? style.fill : style.color);
          const value = contrast(colour, ground(doc, box.x + box.width / 2, box.y + box.height / 2));
          if (value < result.least) { result.least = value; result.where = node.data; }
          const scale = svg ? e.getScreenCTM().a : 1;
          result.smallest = Math.min(result.smallest, parseFloat(style.fontSize) * scale);
          if (colour.join() === '196,22,28') result.red.push(node.data);
          if (box.right > result.width + 1) result.where = node.data;
          result.texts++;
        }
        return result;
      }
      const page = PAGE;
      const results = [];
      for (const width of [320, 360, 768, 1200]) {
        const frame = document.createElement('iframe');
        frame.style = 'border:0;height:9000px;width:' + width + 'px';
        frame.onload = () => {
          results.push(measure(frame));
          document.getElementById('result').textContent = JSON.stringify(results);
        };
        frame.srcdoc = page;
        document.body.appendChild(frame);
      }
      </script>
      """;

  @TempDir private Path folder;

  private Path page() throws IOException {
    Edition edition = SampleDigest.complete();
    return Files.write(
        folder.resolve("page.html"), DigestPage.bytes(edition, SampleDigest.digest(edition)));
  }

  private String chromium(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readString(out);
  }

  @SystemTool
  @Test
  void isReadableAtEveryWidth() throws Exception {
    String page = Files.readString(page());
    String text = JsonMapper.builder().build().writeValueAsString(page).replace("</", "<\\/");
    Path frames = Files.writeString(folder.resolve("frames.html"), FRAMES.replace("PAGE", text));
    String dom = chromium("--dump-dom", "--window-size=1300,1000", frames.toUri().toString());
    String json = dom.substring(dom.indexOf("<pre id=\"result\">") + 17, dom.indexOf("</pre>"));
    JsonNode results = JsonMapper.builder().build().readTree(json.replace("&amp;", "&"));
    assertThat(results.size()).isEqualTo(4);
    for (JsonNode result : results) {
      int width = result.path("width").intValue();
      assertThat(result.path("content").intValue()).as("at %d: %s", width, result).isEqualTo(width);
      assertThat(result.path("texts").intValue()).isGreaterThan(150);
      assertThat(result.path("least").doubleValue()).as("%s", result).isGreaterThanOrEqualTo(4.5);
      assertThat(result.path("smallest").doubleValue()).as("%s", result).isGreaterThan(9.5);
      assertThat(result.path("red").valueStream().map(JsonNode::asString))
          .containsExactlyElementsOf(
              results.get(0).path("red").valueStream().map(JsonNode::asString).toList())
          .contains("667.6", "41", "12");
    }
  }

  @SystemTool
  @Test
  void canBePrinted() throws Exception {
    Path pdf = folder.resolve("page.pdf");
    chromium("--no-pdf-header-footer", "--print-to-pdf=" + pdf, page().toUri().toString());
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isBetween(1, 4);
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains("667.6", "超1480万", "开放", "演示数据")
          .contains("连云港");
    }
  }

  @SystemTool
  @Test
  void runsNoTextOfADefinition() throws Exception {
    Edition edition =
        SampleDigest.edition(
            SampleDigest.with(block ->
                new Block(
                    "<img src=x onerror=\"document.title='run'\">",
                    block.icon(),
                    block.width(),
                    block.entries(),
                    block.charts(),
                    block.place())),
            false);
    Path hostile =
        Files.write(
            folder.resolve("hostile.html"),
            DigestPage.bytes(edition, SampleDigest.digest(edition)));
    assertThat(chromium("--dump-dom", hostile.toUri().toString()))
        .contains("<title>数说2024长三角</title>", "&lt;img src=x")
        .doesNotContain("<img");
  }
}
