package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
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
