package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import pledgebook.SystemTool;
import pledgebook.vocabulary.Sha256;

@Isolated("changes the default locale and time zone")
class DocumentTests {
  private static final double LEFT = 16;
  private static final double MEASURE = 98;
  private static final Imprint IMPRINT =
      new Imprint("2024年度完成情况", "示例", LocalDate.of(2025, 6, 7), Sha256.of("document"));
  private static final List<Run> PARAGRAPH =
      List.of(
          Run.of("长三角地区新增建成铁路里程"),
          Run.of("667.6公里").in(Weight.BOLD).in(Ink.RED).tied(Run.Tie.INSIDE),
          Run.of("，车桩比"),
          Run.of("1.62∶1").in(Weight.BOLD).in(Ink.RED).tied(Run.Tie.INSIDE),
          Run.of("；推出“一件事”（“免申即享”），累计"),
          Run.of("4.86万件").in(Weight.BOLD).tied(Run.Tie.INSIDE),
          Run.of("，实现41个地级及以上城市全覆盖，开通AI服务……线路30条、高铁游线8条——四季·主题。"));

  @Test
  void givesBackTheTextExactly() {
    byte[] pdf = onePage();
    assertThat(PrintedText.text(pdf, 1).replace("\n", "")).isEqualTo(text());
  }

  @Test
  void drawsWhereTheGalleySays() {
    byte[] pdf = onePage();
    Galley galley = paragraph(Document.begin(IMPRINT));
    List<PrintedText.Mark> marks = PrintedText.marks(pdf);
    double leading = Page.millimetres(TypeScale.BODY_SNUG.leading());
    List<Double> baselines =
        marks.stream().map(m -> Math.round(m.baseline() * 100) / 100.0).distinct().toList();
    assertThat(baselines).hasSize(galley.lines().size());
    assertThat(baselines.getLast() - baselines.getFirst())
        .isCloseTo(galley.height() - leading, within(0.02));
    assertThat(marks)
        .allSatisfy(mark -> {
          assertThat(mark.baseline()).isBetween(20.0, 20 + galley.height());
          assertThat(mark.left()).isGreaterThan(LEFT - 2);
          assertThat(mark.points()).isEqualTo(9.5, within(0.01));
        });
    // The box of a closing mark at the end of a line reaches half an em beyond the measure.
    assertThat(marks.stream().mapToDouble(PrintedText.Mark::right).max().orElseThrow())
        .isLessThanOrEqualTo(LEFT + MEASURE + Page.millimetres(9.5 / 2) + 0.01);
  }

  @Test
  void printsTheFiguresInRedAndTheRestInBlack() {
    String red =
        PrintedText.marks(onePage()).stream()
            .filter(mark -> mark.rgb() == 0xC4161C)
            .map(PrintedText.Mark::text)
            .collect(Collectors.joining());
    String black =
        PrintedText.marks(onePage()).stream()
            .filter(mark -> mark.rgb() == 0)
            .map(PrintedText.Mark::text)
            .collect(Collectors.joining());
    assertThat(red).isEqualTo("667.6公里1.62∶1");
    assertThat(black.length() + red.length()).isEqualTo(text().length());
  }

  @Test
  void leavesNoGapThatWouldBeTakenForABlankInAnyText() {
    for (int seed = 0; seed < 30; seed++) {
      List<Run> runs = new RandomText(seed).paragraph();
      byte[] pdf = randomPage(runs, 60 + seed);
      assertThat(PrintedText.text(pdf, 1).replace("\n", ""))
          .as("seed %d", seed)
          .isEqualTo(text(runs));
      List<PrintedText.Mark> marks = PrintedText.marks(pdf);
      for (int i = 1; i < marks.size(); i++) {
        PrintedText.Mark before = marks.get(i - 1);
        PrintedText.Mark after = marks.get(i);
        double em = Page.millimetres(before.points());
        if (Math.abs(before.baseline() - after.baseline()) < 0.1) {
          assertThat(after.left() - before.right())
              .as("seed %d: %s %s", seed, before.text(), after.text())
              .isLessThan(0.1 * em);
        }
      }
    }
  }

  @Test
  @SystemTool
  void isReadToTheLetterByPdftotext(@TempDir Path folder) throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      List<Run> runs = new RandomText(seed).paragraph();
      Path pdf = Files.write(folder.resolve(seed + ".pdf"), randomPage(runs, 60 + seed));
      Process process =
          new ProcessBuilder("pdftotext", "-enc", "UTF-8", "-nopgbrk", pdf.toString(), "-").start();
      String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertThat(read.replace("\n", "")).as("seed %d", seed).isEqualTo(text(runs));
    }
  }

  private static byte[] randomPage(List<Run> runs, double measure) {
    Document document = Document.begin(IMPRINT);
    Page page = document.page(130, 184, "示例");
    page.place(
        document.composer().compose(runs, TypeScale.BODY_SNUG, measure, Alignment.JUSTIFIED),
        10,
        10);
    return document.finish();
  }

  @Test
  void givesTheSameBytesInAnyTimeZoneAndLocale() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    byte[] first = onePage();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(onePage()).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void givesOtherBytesForAnotherIdentity() {
    Imprint other =
        new Imprint(IMPRINT.title(), IMPRINT.subject(), IMPRINT.date(), Sha256.of("another"));
    assertThat(onePage(other)).isNotEqualTo(onePage());
  }

  @Test
  void saysWhatItIs() throws IOException {
    try (PDDocument document = Loader.loadPDF(onePage())) {
      var catalog = document.getDocumentCatalog();
      assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("2024年度完成情况");
      assertThat(document.getVersion()).isEqualTo(1.7f);
      assertThat(catalog.getOutputIntents())
          .singleElement()
          .satisfies(intent -> {
            assertThat(intent.getOutputConditionIdentifier()).isEqualTo("sRGB IEC61966-2.1");
            assertThat(intent.getDestOutputIntent().createInputStream())
                .hasBinaryContent(SrgbProfile.bytes());
          });
      String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(metadata)
          .contains("<pdfaid:part>3</pdfaid:part>")
          .contains("<pdfaid:conformance>A</pdfaid:conformance>")
          .contains("<pdfuaid:part>1</pdfuaid:part>")
          .contains("2025-06-07T00:00:00Z")
          .contains("2024年度完成情况");
      PDOutlineItem bookmark = catalog.getDocumentOutline().getFirstChild();
      assertThat(bookmark.getTitle()).isEqualTo("实事目标");
      assertThat(bookmark.findDestinationPage(document)).isEqualTo(document.getPage(0));
      assertThat(document.getPage(0).getTrimBox().getWidth()).isEqualTo(368.5f, within(0.1f));
    }
  }

  @Test
  void embedsEveryFontAsASubset() throws IOException {
    try (PDDocument document = Loader.loadPDF(onePage())) {
      var resources = document.getPage(0).getResources();
      int fonts = 0;
      for (var name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        assertThat(font).isInstanceOf(PDType0Font.class);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)");
        fonts++;
      }
      assertThat(fonts).isEqualTo(2);
    }
    assertThat(onePage().length).isLessThan(100_000);
  }

  @Test
  void drawsTheWatermarkInTheMiddleOfThePage() {
    Document document = Document.begin(IMPRINT);
    document.page(130, 184, "草稿").watermark("草稿", Ink.grey(10));
    List<PrintedText.Mark> marks = PrintedText.marks(document.finish());
    assertThat(marks).extracting(PrintedText.Mark::text).containsExactly("草", "稿");
    assertThat(marks)
        .allSatisfy(mark -> {
          assertThat(mark.left()).isBetween(0.0, 130.0);
          assertThat(mark.baseline()).isBetween(60.0, 155.0);
          assertThat(mark.rgb()).isEqualTo(0xE6E6E6);
        });
  }

  private static byte[] onePage() {
    return onePage(IMPRINT);
  }

  private static byte[] onePage(Imprint imprint) {
    Document document = Document.begin(imprint);
    Page page = document.page(130, 184, "实事目标");
    page.rectangle(LEFT, 10, 20, 2, Ink.RED);
    page.line(LEFT, 15, LEFT + MEASURE, 15, 0.2, Ink.grey(40));
    page.place(paragraph(document), LEFT, 20);
    return document.finish();
  }

  private static Galley paragraph(Document document) {
    return document
        .composer()
        .compose(PARAGRAPH, TypeScale.BODY_SNUG, MEASURE, Alignment.JUSTIFIED);
  }

  private static String text() {
    return text(PARAGRAPH);
  }

  private static String text(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }
}
