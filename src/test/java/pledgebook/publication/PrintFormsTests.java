package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import pledgebook.SystemTool;
import pledgebook.typesetting.Folding;
import pledgebook.typesetting.Imposition.Side;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.UsedInks;

/// The printed sheets: what stands on each panel is read out of the file, then the paper is folded.
@Isolated("changes the default locale and time zone")
class PrintFormsTests {
  @TempDir static Path folder;

  private static byte[] accordion;
  private static byte[] saddleStitch;

  @BeforeAll
  static void print() throws IOException {
    accordion = print(new PrintForms.Accordion());
    saddleStitch = print(new PrintForms.SaddleStitch());
  }

  private static byte[] print(OutputWriter form) throws IOException {
    Path file = folder.resolve(form.name());
    form.write(SampleEdition.draft(), file);
    return Files.readAllBytes(file);
  }

  @Test
  void theFoldedStripHasTheCoversOutsideAndReadsFromOneToTwelve() throws IOException {
    List<Side> sides = sides(accordion, 6);
    assertThat(sides).hasSize(2);
    assertThat(Folding.outsideOfAccordion(sides)).containsExactly(1, 12);
    assertThat(Folding.accordion(sides)).isEqualTo(oneToTwelve());
  }

  @Test
  void theNestedSheetsReadFromOneToTwelve() throws IOException {
    List<Side> sides = sides(saddleStitch, 2);
    assertThat(sides).hasSize(6);
    assertThat(Folding.nested(sides)).isEqualTo(oneToTwelve());
  }

  @Test
  void eachSideSaysHowThePaperIsTurned() throws IOException {
    for (int page = 1; page <= 6; page++) {
      String side = page % 2 == 1 ? "正面" : "反面";
      assertThat(PrintedText.text(saddleStitch, page))
          .contains("第" + (page + 1) / 2 + "张" + side, "短边翻转");
    }
    assertThat(PrintedText.text(accordion, 1)).contains("正面", "短边翻转", "Pledge Red");
    try (PDDocument document = Loader.loadPDF(saddleStitch)) {
      var preferences = document.getDocumentCatalog().getViewerPreferences();
      assertThat(preferences.getDuplex()).isEqualTo("DuplexFlipShortEdge");
      assertThat(preferences.getPrintScaling()).isEqualTo("None");
      assertThat(document.getDocumentInformation().getSubject()).contains("短边翻转");
    }
  }

  @Test
  void bothAreBlackAndOneRed() {
    assertThat(UsedInks.of(accordion)).containsExactly("K", "Separation:Pledge Red");
    assertThat(UsedInks.of(saddleStitch)).containsExactly("K", "Separation:Pledge Red");
  }

  @Test
  void bothAreTheSameBytesInAnyTimeZoneAndLocale() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      assertThat(print(new PrintForms.Accordion())).isEqualTo(accordion);
      assertThat(print(new PrintForms.SaddleStitch())).isEqualTo(saddleStitch);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  @SystemTool
  void toolsOfTheTradeFindThemSound() throws Exception {
    for (String name : List.of("完成情况-折页.pdf", "完成情况-骑马订.pdf")) {
      // The tool is handed a plain name: not every system passes on a Chinese one.
      Path file = Files.copy(folder.resolve(name), folder.resolve("sheets-" + name.hashCode()));
      assertThat(said("qpdf", "--check", file.toString())).contains("No syntax");
      List<String> fonts = said("pdffonts", file.toString()).lines().skip(2).toList();
      assertThat(fonts).isNotEmpty().allMatch(font -> font.matches(".* yes yes yes .*"));
    }
  }

  private static String said(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static List<Integer> oneToTwelve() {
    return IntStream.rangeClosed(1, 12).boxed().toList();
  }

  /// What is printed where: each panel's text, cut out of the page by its region, is looked for
  /// among the faces of the booklet to read.
  private static List<Side> sides(byte[] pdf, int panels) throws IOException {
    byte[] booklet = Booklet.print(SampleEdition.draft());
    List<String> faces =
        IntStream.rangeClosed(1, 12).mapToObj(n -> flat(PrintedText.text(booklet, n))).toList();
    assertThat(faces).doesNotHaveDuplicates();
    List<Side> sides = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        List<Integer> found = new ArrayList<>();
        for (int panel = 0; panel < panels; panel++) {
          found.add(1 + faces.indexOf(flat(textOf(page, panel, panels))));
        }
        assertThat(found).doesNotContain(0);
        sides.add(new Side(1 + sides.size() / 2, sides.size() % 2 == 0, found));
      }
    }
    return sides;
  }

  private static String textOf(PDPage page, int panel, int panels) throws IOException {
    PDRectangle trim = page.getTrimBox();
    double width = trim.getWidth() / panels;
    PDFTextStripperByArea stripper = new PDFTextStripperByArea();
    stripper.addRegion(
        "panel",
        new Rectangle2D.Double(
            trim.getLowerLeftX() + panel * width,
            page.getMediaBox().getHeight() - trim.getUpperRightY(),
            width,
            trim.getHeight()));
    stripper.extractRegions(page);
    return stripper.getTextForRegion("panel");
  }

  private static String flat(String text) {
    return text.replaceAll("\\s", "");
  }
}
