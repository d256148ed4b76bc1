package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import pledgebook.typesetting.ImposedSheets.Slug;
import pledgebook.vocabulary.Sha256;

/// Documents for a press: their inks, their bleed, their sheets.
class PressTests {
  private static final Imprint IMPRINT =
      new Imprint("示例", "示例", LocalDate.of(2025, 6, 7), Sha256.of("press"));
  private static final double MILLIMETRE = 72 / 25.4;

  /// Pixels a millimetre in what is looked at.
  private static final float SCALE = 4;

  @Test
  void asksForBlackAndTheOneRedAlone() {
    assertThat(UsedInks.of(pages(Medium.PRESS))).containsExactly("K", "Separation:Pledge Red");
    assertThat(UsedInks.of(pages(Medium.READING))).containsExactly("G", "RG", "g", "rg");
  }

  @Test
  void carriesNothingOfTheArchivalForm() throws IOException {
    try (PDDocument document = Loader.loadPDF(pages(Medium.PRESS))) {
      assertThat(document.getDocumentCatalog().getOutputIntents()).isEmpty();
      assertThat(document.getDocumentCatalog().getMetadata()).isNull();
      assertThat(document.getVersion()).isEqualTo(1.6f);
    }
  }

  @Test
  void bleedsAroundTheTrim() throws IOException {
    try (PDDocument document = Loader.loadPDF(pages(Medium.PRESS))) {
      PDPage page = document.getPage(0);
      assertBox(page.getMediaBox(), 0, 0, 56, 86);
      assertBox(page.getBleedBox(), 0, 0, 56, 86);
      assertBox(page.getTrimBox(), 3, 3, 53, 83);
    }
  }

  /// What reaches the trim is drawn to the end of the bleed; what does not is where it was.
  @Test
  void rendersTheBleedAndScalesNothing() throws IOException {
    BufferedImage press = look(pages(Medium.PRESS), 0);
    assertThat(press.getWidth()).isCloseTo(Math.round(56 * SCALE), within(1));
    assertThat(isRed(press, 0.5, 0.5)).isTrue();
    assertThat(isRed(press, 55.5, 6)).isTrue();
    assertThat(isRed(press, 28, 13.8)).isFalse();
    assertThat(isBlack(press, 0.5, 43)).isTrue();
    assertThat(isBlack(press, 55.5, 43)).isTrue();
    assertThat(isBlack(press, 13.5, 63.5)).isTrue();
    assertThat(isBlack(press, 12.5, 63.5)).isFalse();
    BufferedImage reading = look(pages(Medium.READING), 0);
    assertThat(isRed(reading, 0.5, 0.5)).isTrue();
    assertThat(isBlack(reading, 10.5, 60.5)).isTrue();
    assertThat(isBlack(reading, 9.5, 60.5)).isFalse();
    double distance = place(pages(Medium.PRESS)) - place(pages(Medium.READING));
    assertThat(distance).isEqualTo(3, within(0.01));
  }

  private static double place(byte[] pdf) {
    return PrintedText.marks(pdf).getFirst().left();
  }

  @Test
  void cutsThePanelsAtTheFoldsAndLetsTheOuterEdgesBleed() throws IOException {
    BufferedImage front = look(strip(), 0);
    // Page 1 is red on top, page 2 has a red left edge; they meet in the fold.
    assertThat(isRed(front, 15 + 49.5, 20)).isTrue();
    assertThat(isRed(front, 15 + 49.5, 60)).isFalse();
    assertThat(isRed(front, 15 + 50.5, 60)).isTrue();
    assertThat(isRed(front, 15 + 50.5, 12.5)).isTrue();
    // Above the bleed and beside it the paper is white, but for the marks.
    assertThat(isRed(front, 20, 11.5)).isFalse();
    assertThat(isRed(front, 12.5, 13)).isTrue();
    assertThat(isRed(front, 11.5, 20)).isFalse();
  }

  @Test
  void marksWhereToCutAndWhereToFold() throws IOException {
    BufferedImage front = look(strip(), 0);
    for (double x : new double[] {15, 115}) {
      assertThat(inkBetween(front, x, 7.2, x, 10.8)).as("crop mark at %s", x).isTrue();
    }
    for (double y : new double[] {15, 95}) {
      assertThat(inkBetween(front, 7.2, y, 10.8, y)).as("crop mark at %s", y).isTrue();
    }
    assertThat(inkBetween(front, 65, 7.2, 65, 10.8)).isTrue();
    assertThat(inkBetween(front, 55, 7.2, 55, 10.8)).isFalse();
    try (PDDocument document = Loader.loadPDF(strip())) {
      for (PDPage page : document.getPages()) {
        assertBox(page.getMediaBox(), 0, 0, 130, 110);
        assertBox(page.getBleedBox(), 12, 12, 118, 98);
        assertBox(page.getTrimBox(), 15, 15, 115, 95);
      }
    }
  }

  @Test
  void leavesOutWhatHasNoRoomBesideThePages() {
    Imposition full = Imposition.saddleStitch(4, 50, 80, 101, 80);
    byte[] sheets = ImposedSheets.of(pages(Medium.PRESS), full, IMPRINT, slugs("示例"));
    assertThat(PrintedText.text(sheets, 1)).doesNotContain("示例");
    byte[] strip = strip("这一行字太长，一个版面的下面放不下，所以不印出来。");
    assertThat(PrintedText.text(strip, 1)).doesNotContain("放不下");
    assertThat(PrintedText.text(strip(), 1)).contains("示例");
  }

  @Test
  void namesNoTwoSubsetsAlike() throws IOException {
    try (PDDocument document = Loader.loadPDF(strip())) {
      var outer = document.getPage(0).getResources();
      var inner = outer.getXObject(outer.getXObjectNames().iterator().next());
      var panel = ((org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject) inner).getResources();
      String slug = outer.getFont(outer.getFontNames().iterator().next()).getName();
      String text = panel.getFont(panel.getFontNames().iterator().next()).getName();
      assertThat(slug).endsWith("+NotoSansSC-Regular").isNotEqualTo(text);
      assertThat(text).endsWith("+NotoSansSC-Regular");
    }
  }

  @Test
  void givesTheSameBytes() {
    assertThat(strip()).isEqualTo(strip());
  }

  private static byte[] strip() {
    return strip("示例");
  }

  private static byte[] strip(String slug) {
    return ImposedSheets.of(
        pages(Medium.PRESS), Imposition.accordion(4, 50, 80), IMPRINT, slugs(slug));
  }

  private static List<Slug> slugs(String text) {
    return List.of(new Slug(text, ""), new Slug(text, ""));
  }

  /// Four pages; the first red on top, the others at their left edge.
  private static byte[] pages(Medium medium) {
    Document document = Document.begin(IMPRINT, medium);
    for (int i = 1; i <= 4; i++) {
      Page page = document.page(50, 80, "示例");
      page.rectangle(0, 0, i == 1 ? 50 : 5, i == 1 ? 10 : 80, Ink.RED);
      page.line(0, 40, 50, 40, 1, Ink.BLACK);
      page.rectangle(10, 60, 5, 5, Ink.BLACK);
      page.frame(20, 60, 5, 5, 0.3, Ink.red(60));
      page.place(
          document
              .composer()
              .compose(List.of(Run.of("第" + i + "面")), TypeScale.BODY, 30, Alignment.LEFT),
          10,
          20);
    }
    return document.finish();
  }

  private static BufferedImage look(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImage(page, (float) (SCALE / MILLIMETRE));
    }
  }

  private static boolean isRed(BufferedImage image, double x, double y) {
    int rgb = image.getRGB((int) (x * SCALE), (int) (y * SCALE));
    return (rgb >> 16 & 0xFF) > 150 && (rgb >> 8 & 0xFF) < 90;
  }

  private static boolean isBlack(BufferedImage image, double x, double y) {
    return (image.getRGB((int) (x * SCALE), (int) (y * SCALE)) & 0xFF) < 90;
  }

  /// Is anything printed on a straight way?
  private static boolean inkBetween(
      BufferedImage image, double x1, double y1, double x2, double y2) {
    for (int step = 0; step <= 50; step++) {
      double x = x1 + (x2 - x1) * step / 50;
      double y = y1 + (y2 - y1) * step / 50;
      for (int near = -1; near <= 1; near++) {
        int column = (int) (x * SCALE) + (x1 == x2 ? near : 0);
        int row = (int) (y * SCALE) + (x1 == x2 ? 0 : near);
        if ((image.getRGB(column, row) & 0xFF) < 230) {
          return true;
        }
      }
    }
    return false;
  }

  private static void assertBox(
      PDRectangle box, double left, double lower, double right, double upper) {
    assertThat(box.getLowerLeftX() / MILLIMETRE).isEqualTo(left, within(0.01));
    assertThat(box.getLowerLeftY() / MILLIMETRE).isEqualTo(lower, within(0.01));
    assertThat(box.getUpperRightX() / MILLIMETRE).isEqualTo(right, within(0.01));
    assertThat(box.getUpperRightY() / MILLIMETRE).isEqualTo(upper, within(0.01));
  }
}
