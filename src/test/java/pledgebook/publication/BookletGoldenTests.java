package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pledgebook.registry.BookletDesign.CoverGround;
import pledgebook.registry.TrimSize;
import pledgebook.typesetting.HeardText;
import pledgebook.typesetting.PrintedText;

/// The booklet of the sample submissions as text and as pictures, committed for review.
/// `-Dgolden=accept` makes them again. Texts are compared to the letter; pictures with tolerance,
/// for a renderer is not the same everywhere.
class BookletGoldenTests {
  private static final Path FOLDER = Path.of("src/test/resources/booklet");
  private static final boolean ACCEPT = "accept".equals(System.getProperty("golden"));
  private static final int FACES = 12;

  /// Bytes of a picture at most.
  private static final long LARGEST = 60_000;

  /// Mean difference of two pictures' samples, of 255.
  private static final double TOLERANCE = 4;

  @Test
  void printsTheSampleSubmissions() throws IOException {
    byte[] pdf = Booklet.print(SampleSubmissionsEdition.COMPLETE);
    compare("2024.txt", printed(pdf));
    compare("2024-heard.txt", HeardText.lines(pdf));
    for (int face = 1; face <= FACES; face++) {
      String name = "2024-%02d.png".formatted(face);
      compare(name, palette(render(pdf, face, 90)));
    }
  }

  @Test
  void printsADraft() throws IOException {
    byte[] pdf = Booklet.print(SampleSubmissionsEdition.DRAFT);
    compare("2024-draft.txt", printed(pdf));
    compare("2024-draft.png", palette(overview(pdf)));
  }

  @ParameterizedTest
  @EnumSource(TrimSize.class)
  void printsEverySizeOnRed(TrimSize size) throws IOException {
    Edition edition =
        SampleSubmissionsEdition.in(SampleSubmissionsEdition.COMPLETE, size, CoverGround.RED);
    byte[] pdf = Booklet.print(edition);
    String name = "2024-" + size.width() + "x" + size.height();
    compare(name + ".txt", printed(pdf));
    compare(name + ".png", palette(overview(pdf)));
  }

  private static List<String> printed(byte[] pdf) {
    List<String> lines = new ArrayList<>();
    for (int face = 1; face <= FACES; face++) {
      lines.add("--- " + face);
      PrintedText.text(pdf, face).lines().map(String::strip).forEach(lines::add);
    }
    return lines;
  }

  private static void compare(String name, List<String> lines) throws IOException {
    Path golden = FOLDER.resolve(name);
    if (ACCEPT) {
      Files.createDirectories(FOLDER);
      Files.write(golden, lines);
    }
    assertThat(Files.readAllLines(golden)).as(name).isEqualTo(lines);
  }

  private static void compare(String name, BufferedImage picture) throws IOException {
    Path golden = FOLDER.resolve(name);
    if (ACCEPT) {
      ImageIO.write(picture, "png", golden.toFile());
    }
    assertThat(Files.size(golden)).as(name).isLessThanOrEqualTo(LARGEST);
    BufferedImage accepted = ImageIO.read(golden.toFile());
    assertThat(accepted.getWidth()).isEqualTo(picture.getWidth());
    assertThat(accepted.getHeight()).isEqualTo(picture.getHeight());
    assertThat(difference(accepted, picture)).as(name).isLessThan(TOLERANCE);
  }

  private static double difference(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
        }
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }

  static BufferedImage render(byte[] pdf, int face, float dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(face - 1, dpi, ImageType.RGB);
    }
  }

  /// All faces, six in a row.
  private static BufferedImage overview(byte[] pdf) throws IOException {
    List<BufferedImage> faces = new ArrayList<>();
    for (int face = 1; face <= FACES; face++) {
      faces.add(render(pdf, face, 34));
    }
    int width = faces.getFirst().getWidth() + 4;
    int height = faces.getFirst().getHeight() + 4;
    BufferedImage sheet = new BufferedImage(6 * width, 2 * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    for (int i = 0; i < FACES; i++) {
      graphics.drawImage(faces.get(i), i % 6 * width + 2, i / 6 * height + 2, null);
    }
    graphics.dispose();
    return sheet;
  }

  /// The picture in the booklet's own colours: shades of grey and of the red.
  private static BufferedImage palette(BufferedImage picture) {
    int greys = 24;
    int reds = 8;
    byte[] red = new byte[greys + reds];
    byte[] green = new byte[greys + reds];
    byte[] blue = new byte[greys + reds];
    for (int i = 0; i < greys; i++) {
      red[i] = green[i] = blue[i] = (byte) (i * 255 / (greys - 1));
    }
    for (int i = 0; i < reds; i++) {
      red[greys + i] = (byte) (255 - (255 - 196) * (i + 1) / reds);
      green[greys + i] = (byte) (255 - (255 - 22) * (i + 1) / reds);
      blue[greys + i] = (byte) (255 - (255 - 28) * (i + 1) / reds);
    }
    BufferedImage indexed =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, greys + reds, red, green, blue));
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        int light = rgb & 255;
        boolean tinted = (rgb >> 16 & 255) - light > 12;
        int shade = tinted ? greys + ((255 - light) * reds + 114) / 228 - 1 : (light * greys) >> 8;
        indexed
            .getRaster()
            .setSample(x, y, 0, Math.clamp(shade, tinted ? greys : 0, greys + reds - 1));
      }
    }
    return indexed;
  }
}
