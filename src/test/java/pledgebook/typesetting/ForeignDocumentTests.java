package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroupAttributes;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.typesetting.DocumentRefused.Reason;
import pledgebook.typesetting.ForeignDocument.Bounds;
import pledgebook.vocabulary.Sha256;

class ForeignDocumentTests {
  private static final Imprint IMPRINT =
      new Imprint("示例", "示例", LocalDate.of(2025, 6, 7), Sha256.of("foreign"));

  private static final String TEXT = " BT /F 12 Tf 50 100 Td (660) Tj ET ";

  private static final Bounds BOUNDS = ForeignDocument.BOUNDS;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"READING", "PRESS"})
  void readsWhatStandsWhere(Medium medium) throws DocumentRefused {
    ForeignDocument document = ForeignDocument.read(sample(medium), BOUNDS);
    assertThat(document.identity()).contains(IMPRINT.identity().hex().substring(0, 32));
    ForeignPage page = document.pages().getFirst();
    assertThat(page.width()).isCloseTo(130, org.assertj.core.api.Assertions.within(0.01));
    assertThat(page.lines(0, 0, 130, 184)).containsExactly("新增铁路667.6公里 左右", "第二行");
    assertThat(page.lines(0, 0, 60, 184)).containsExactly("新增铁路667.6公里", "第二行");
    assertThat(page.lines(60, 0, 70, 30)).containsExactly("左右");
  }

  /// A printing house may turn a page and take its trim away.
  @Test
  void readsAPageThatWasTurned() throws IOException, DocumentRefused {
    try (PDDocument document = Loader.loadPDF(sample(Medium.READING))) {
      PDPage page = document.getPage(0);
      page.setRotation(180);
      page.getCOSObject().removeItem(COSName.TRIM_BOX);
      assertThat(ForeignDocument.read(saved(document), BOUNDS).pages().getFirst().height())
          .isCloseTo(184, org.assertj.core.api.Assertions.within(0.01));
    }
  }

  /// What a reader does not see is not there, however much of it the file holds.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 Tr %s",
        "7 Tr %s",
        "1 g %s",
        "1 1 1 rg %s",
        "0 0 0 0 k %s",
        "%s 1 g 40 90 60 30 re f",
        "%s 0 0 1 rg 40 90 60 30 re f",
        "%s q 60 0 0 30 40 90 cm 0 0 m 1 0 l 1 1 l 0 1 l h f* Q",
        "0.2 0.4 0.6 rg 40 90 60 30 re f %s",
        "1 0 0 1 200 0 cm %s",
        "q 0 0 10 10 re W n %s Q",
        "/Clear gs %s",
        "/Clear gs /Group Do",
        "%s q 60 0 0 30 40 90 cm /Picture Do Q",
      })
  void doesNotReadWhatNobodySees(String content) throws IOException, DocumentRefused {
    String ink = content.startsWith("0.2") ? "0.2 0.4 0.6 rg" : "";
    assertThat(seen(content.replace("%s", ink + TEXT))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "1 0 0 rg 40 90 60 30 re f 1 g %s",
        "1 g 40 90 60 30 re f 0 g %s",
        "2 Tr 1 g 0 G %s",
        "%s 40 90 60 30 re S",
        "%s 1 g 40 90 60 4 re f",
        "%s /Half gs 1 g 40 90 60 30 re f",
        "%s q 0 0 10 10 re W n 1 g 40 90 60 30 re f Q",
        "%s 40 90 60 30 re n 1 g f",
        "/Half gs /Group Do",
        "q 60 0 0 30 40 90 cm /Picture Do Q 1 g %s",
      })
  void readsWhatIsSeen(String content) throws IOException, DocumentRefused {
    assertThat(seen(content.replace("%s", TEXT))).containsExactly("660");
  }

  private static List<String> seen(String content) throws IOException, DocumentRefused {
    return ForeignDocument.read(drawn(content), BOUNDS).pages().getFirst().lines(0, 0, 100, 100);
  }

  private static byte[] drawn(String content) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(200, 200));
      document.addPage(page);
      PDResources resources = new PDResources();
      resources.put(COSName.F, new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      resources.put(COSName.getPDFName("Clear"), transparent(0));
      resources.put(COSName.getPDFName("Half"), transparent(0.5f));
      resources.put(
          COSName.getPDFName("Picture"),
          LosslessFactory.createFromImage(
              document, new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)));
      PDFormXObject group = new PDFormXObject(document);
      group.setBBox(new PDRectangle(200, 200));
      group.setResources(resources);
      PDTransparencyGroupAttributes attributes = new PDTransparencyGroupAttributes();
      group.getCOSObject().setItem(COSName.GROUP, attributes.getCOSObject());
      write(group.getCOSObject(), TEXT);
      resources.put(COSName.getPDFName("Group"), group);
      page.setResources(resources);
      COSStream stream = document.getDocument().createCOSStream();
      write(stream, content);
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      return saved(document);
    }
  }

  private static void write(COSStream stream, String content) throws IOException {
    try (OutputStream out = stream.createOutputStream()) {
      out.write(content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static PDExtendedGraphicsState transparent(float alpha) {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(alpha);
    return state;
  }

  /// As a program that writes a file anew may leave it: glyphs, and no word of what they are.
  @Test
  void countsTheLettersOfWhichNobodySaysWhatTheyAre() throws IOException, DocumentRefused {
    try (PDDocument document = Loader.loadPDF(sample(Medium.READING))) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        COSDictionary font =
            document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary one = font.getCOSDictionary(name);
        one.setItem(COSName.TO_UNICODE, nothing(document));
      }
      ForeignPage page = ForeignDocument.read(saved(document), BOUNDS).pages().getFirst();
      assertThat(page.letters()).isEmpty();
      assertThat(page.unread()).isGreaterThan(12);
    }
    assertThat(ForeignDocument.read(sample(Medium.READING), BOUNDS).pages().getFirst().unread())
        .isZero();
  }

  /// Every glyph is said to be a character of private use, which stands for nothing.
  private static COSStream nothing(PDDocument document) throws IOException {
    COSStream map = document.getDocument().createCOSStream();
    write(
        map,
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange"
            + " 1 beginbfrange <0000> <00FF> <E000> endbfrange endcmap");
    return map;
  }

  @Test
  void refusesWhatIsEncrypted() throws IOException {
    for (String user : List.of("", "secret")) {
      try (PDDocument document = Loader.loadPDF(sample(Medium.READING))) {
        document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
        assertThat(refusal(saved(document), BOUNDS)).isEqualTo(Reason.ENCRYPTED);
      }
    }
  }

  @Test
  void refusesWhatIsNoPdf() {
    assertThat(refusal(new byte[0], BOUNDS)).isEqualTo(Reason.BROKEN);
    assertThat(refusal("示例".getBytes(StandardCharsets.UTF_8), BOUNDS)).isEqualTo(Reason.BROKEN);
    byte[] half = Arrays.copyOf(sample(Medium.READING), 900);
    assertThat(refusal(half, BOUNDS)).isEqualTo(Reason.BROKEN);
  }

  @Test
  void refusesWhatUnpacksBeyondMeasure() throws IOException {
    Bounds small = new Bounds(1 << 20, 4 << 20, 64, 200_000, Duration.ofSeconds(20));
    assertThat(refusal(bomb(1), small)).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal(bomb(2), small)).isEqualTo(Reason.TOO_LARGE);
    assertThat(bomb(2).length).isLessThan(100_000);
  }

  /// Blanks, packed so many times over.
  private static byte[] bomb(int layers) throws IOException {
    byte[] content = new byte[32 << 20];
    Arrays.fill(content, (byte) ' ');
    for (int layer = 0; layer < layers; layer++) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
        out.write(content);
      }
      content = packed.toByteArray();
    }
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      COSStream stream = document.getDocument().createCOSStream();
      try (OutputStream out = stream.createRawOutputStream()) {
        out.write(content);
      }
      COSArray filters = new COSArray();
      for (int layer = 0; layer < layers; layer++) {
        filters.add(COSName.FLATE_DECODE);
      }
      stream.setItem(COSName.FILTER, filters);
      page.getCOSObject().setItem(COSName.CONTENTS, stream);
      return saved(document);
    }
  }

  @Test
  void refusesMoreThanABookletHas() throws IOException {
    byte[] sample = sample(Medium.READING);
    Bounds fewLetters = new Bounds(1 << 20, 1 << 25, 64, 10, Duration.ofSeconds(20));
    assertThat(refusal(sample, fewLetters)).isEqualTo(Reason.TOO_LARGE);
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < 65; i++) {
        document.addPage(new PDPage());
      }
      assertThat(refusal(saved(document), BOUNDS)).isEqualTo(Reason.TOO_LARGE);
    }
    try (PDDocument document = new PDDocument()) {
      assertThat(refusal(saved(document), BOUNDS)).isEqualTo(Reason.BROKEN);
    }
    Path file = Files.write(folder.resolve("large.pdf"), new byte[2_000]);
    DocumentRefused refused =
        catchThrowableOfType(DocumentRefused.class, () -> ForeignDocument.bytes(file, 1_999));
    assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void stopsWhenItTakesTooLong() {
    Bounds hasty = new Bounds(1 << 20, 1 << 25, 64, 200_000, Duration.ZERO);
    assertThat(refusal(sample(Medium.READING), hasty)).isEqualTo(Reason.TOO_SLOW);
  }

  /// Damaged at random, a file is read or refused; nothing else comes of it.
  @Test
  void withstandsDamage() {
    byte[] sample = sample(Medium.PRESS);
    Bounds bounds = new Bounds(1 << 20, 1 << 26, 64, 200_000, Duration.ofSeconds(20));
    int refused = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      byte[] damaged = sample.clone();
      for (int i = 0; i < 1 + random.nextInt(40); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(ForeignDocument.read(damaged, bounds).pages()).isNotEmpty();
      } catch (DocumentRefused e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 150);
  }

  private static Reason refusal(byte[] bytes, Bounds bounds) {
    return catchThrowableOfType(DocumentRefused.class, () -> ForeignDocument.read(bytes, bounds))
        .reason();
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /// A page with a watermark, a line, something beside it, a second line.
  private static byte[] sample(Medium medium) {
    Document document = Document.begin(IMPRINT, medium);
    Page page = document.page(130, 184, "示例");
    page.watermark("２０", Ink.grey(6));
    Composer composer = document.composer();
    page.place(
        composer.compose(
            List.of(Run.of("新增铁路"), Run.of("667.6").in(Weight.BOLD).in(Ink.RED), Run.of("公里")),
            TypeScale.BODY,
            60,
            Alignment.LEFT),
        10,
        20);
    page.place(composer.compose(List.of(Run.of("左右")), TypeScale.BODY, 40, Alignment.LEFT), 80, 20);
    page.place(
        composer.compose(List.of(Run.of("第二行")), TypeScale.NOTE, 40, Alignment.LEFT), 10, 40);
    return document.finish();
  }
}
