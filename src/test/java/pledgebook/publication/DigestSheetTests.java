package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.PublishedRound;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.registry.Clause;
import pledgebook.registry.Digest;
import pledgebook.registry.Digest.Block;
import pledgebook.registry.Digest.Chart;
import pledgebook.registry.Digest.Orientation;
import pledgebook.registry.Digest.Paper;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.DigestStatement.Entry;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Conformance;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;
import pledgebook.vocabulary.IndicatorCode;

/// 数说.pdf, read back.
@Isolated("changes the default locale and time zone")
class DigestSheetTests {
  private static final int RED = 196 << 16 | 22 << 8 | 28;

  private static byte[] print(Edition edition) {
    try {
      return DigestSheet.print(edition, SampleDigest.digest(edition));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String flat(byte[] pdf) {
    return PrintedText.marks(pdf).stream()
        .map(Mark::text)
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }

  @ParameterizedTest
  @CsvSource({
    "A3, PORTRAIT, 297, 420", "A3, LANDSCAPE, 420, 297",
    "A4, PORTRAIT, 210, 297", "A4, LANDSCAPE, 297, 210"
  })
  void isOnePageOfThePaperAskedFor(
      Paper paper, Orientation orientation, double width, double height) throws IOException {
    byte[] pdf = print(SampleDigest.edition(SampleDigest.on(paper, orientation), false));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      PDPage page = document.getPage(0);
      assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isCloseTo(width, within(0.01));
      assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isCloseTo(height, within(0.01));
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("数说2024长三角");
    }
    assertThat(PrintedText.marks(pdf))
        .hasSizeGreaterThan(300)
        .allSatisfy(mark -> {
          assertThat(mark.left()).isBetween(10.0, width);
          assertThat(mark.right()).isLessThan(width - 10);
          assertThat(mark.baseline()).isBetween(8.0, height - 8);
          assertThat(mark.points()).isGreaterThan(7.4);
        });
  }

  @Test
  void printsEverySentenceToTheLetter() {
    Edition edition = SampleDigest.complete();
    DigestStatement digest = SampleDigest.digest(edition);
    String text = flat(print(edition));
    assertThat(text)
        .contains("数说2024长三角", Statement.text(digest.lead()), "全部完成", "数据截至2024年12月31日")
        .contains("演示数据", edition.hash().abbreviated());
    for (DigestStatement.Block block : digest.blocks()) {
      assertThat(text).contains(block.title());
      for (Entry entry : block.entries()) {
        if (entry.isNumeral()) {
          assertThat(text)
              .contains(Statement.text(entry.before()))
              .contains(Statement.text(entry.after()))
              .contains(entry.figure().text() + entry.figure().tied());
        } else {
          assertThat(text).contains(Statement.text(entry.spans()));
        }
      }
      block.charts().forEach(chart -> assertThat(text).contains(Statement.text(chart.title())));
    }
  }

  @Test
  void printsComparedFiguresRedAndNothingElse() {
    Edition edition = SampleDigest.complete();
    String red =
        PrintedText.marks(print(edition)).stream()
            .filter(mark -> mark.rgb() == RED)
            .map(Mark::text)
            .collect(Collectors.joining());
    // Numerals of a row are drawn side by side, in the order of the entries.
    String expected =
        SampleDigest.digest(edition).figures().stream()
            .filter(Figure::compared)
            .map(Figure::text)
            .collect(Collectors.joining());
    assertThat(red).isEqualTo(expected).contains("667.6", "超200", "1.62∶1");
  }

  @Test
  void namesEveryTile() {
    Edition edition = SampleDigest.complete();
    Tiles tiles =
        SampleDigest.digest(edition).blocks().stream()
            .flatMap(block -> block.charts().stream())
            .filter(Tiles.class::isInstance)
            .map(Tiles.class::cast)
            .findFirst()
            .orElseThrow();
    byte[] pdf = print(edition);
    assertThat(flat(pdf)).contains("已开到", "尚未开到");
    for (DigestStatement.Tile tile : tiles.tiles()) {
      assertThat(flat(pdf)).contains(tile.name());
    }
    assertThat(PrintedText.marks(pdf))
        .filteredOn(mark -> mark.rgb() == 0xFFFFFF)
        .hasSize(
            tiles.tiles().stream().filter(t -> t.reached()).mapToInt(t -> t.name().length()).sum());
  }

  @Test
  void startsNoLineWithAStop() {
    for (Edition edition : List.of(SampleDigest.complete(), SampleDigest.draft())) {
      assertThat(PrintedText.text(print(edition), 1).lines().map(String::strip))
          .isNotEmpty()
          .noneMatch(line -> line.matches("^[，。、；：？！）》」』】〕”’％∶].*"));
    }
  }

  @Test
  void marksADraftAndTellsWhatIsMissing() {
    byte[] pdf = print(SampleDigest.draft());
    assertThat(PrintedText.marks(pdf))
        .filteredOn(mark -> mark.points() > 100)
        .extracting(Mark::text)
        .containsExactly("草", "稿");
    assertThat(flat(pdf))
        .contains("草稿：尚有强制性意见1条")
        .contains("新增铁路里程：未报送")
        .contains("“远程虚拟窗口”覆盖城市：未报送")
        .doesNotContain("667.6");
    assertThat(flat(print(SampleDigest.complete()))).doesNotContain("草稿");
  }

  @Test
  void isForTheArchiveAndForThoseWhoHearIt() throws IOException {
    assertThat(Conformance.faults(print(SampleDigest.complete()))).isEmpty();
    assertThat(Conformance.faults(print(SampleDigest.draft()))).isEmpty();
  }

  @Test
  void carriesItsFigures() throws IOException {
    Edition edition = SampleDigest.complete();
    try (PDDocument document = Loader.loadPDF(print(edition))) {
      String csv =
          document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().values().stream()
              .map(file -> text(file.getEmbeddedFile()))
              .findFirst()
              .orElseThrow();
      for (Figure figure : SampleDigest.digest(edition).figures()) {
        assertThat(csv).contains(figure.id() + ",PERFORMANCE," + figure.text() + ",");
      }
    }
  }

  private static String text(PDEmbeddedFile file) {
    try {
      return new String(file.toByteArray(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> print(SampleDigest.edition(SampleDigest.with(this::manifold), false)))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo("publication.overflow");
          assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
        })
        .withMessageContaining("数说");
  }

  @ParameterizedTest
  @CsvSource({"A3, PORTRAIT", "A3, LANDSCAPE", "A4, PORTRAIT", "A4, LANDSCAPE"})
  void whatIsShippedFitsThePaper(Paper paper, Orientation orientation) throws IOException {
    Digest shipped = PublishedRound.digest();
    Edition edition =
        SampleDigest.edition(
            new Digest(
                shipped.title(),
                shipped.lead(),
                paper,
                orientation,
                shipped.blocks(),
                shipped.tiles(),
                shipped.quoted()),
            false);
    List<Mark> marks = PrintedText.marks(print(edition));
    assertThat(marks).allMatch(mark -> mark.page() == 1 && mark.points() > 7.4);
    String printed = marks.stream().map(Mark::text).collect(Collectors.joining());
    for (DigestStatement.Block block : SampleDigest.digest(edition).blocks()) {
      assertThat(printed).contains(block.title());
      for (Entry entry : block.entries()) {
        String words = Statement.text(entry.isNumeral() ? entry.after() : entry.spans());
        assertThat(printed).contains(words);
      }
    }
  }

  @Test
  void tellsWhichBlockTakesTheMostRoom() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> print(SampleDigest.edition(SampleDigest.with(this::manifold), false)))
        .withMessageContaining("“民生”（2024/digest.yml第");
  }

  @Test
  void aCharacterTheFontLacksIsToldWithItsLine() {
    for (String place : List.of("entry", "title", "chart")) {
      Digest digest = SampleDigest.with(block -> spoilt(block, place, "\uD83D\uDE04"));
      int line = PublishedRound.digest().blocks().getFirst().place().line();
      assertThatExceptionOfType(Failure.class)
          .isThrownBy(() -> print(SampleDigest.edition(digest, false)))
          .satisfies(failure -> assertThat(failure.code()).isEqualTo("typesetting.missing-glyph"))
          .withMessageContaining("（2024/digest.yml第" + (place.equals("title") ? line : ""));
    }
  }

  @Test
  void aWordThatCannotBeDividedIsNamedWithItsLine() {
    String word = "A".repeat(300);
    Digest digest = SampleDigest.with(block -> spoilt(block, "entry", word));
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> print(SampleDigest.edition(digest, false)))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.overflow"))
        .withMessageContaining(word)
        .withMessageContaining("没有可以分行的地方")
        .withMessageContaining("（2024/digest.yml第");
  }

  private static Block spoilt(Block block, String place, String what) {
    Clause clause = new Clause("示例" + what, List.of(), block.place());
    Chart chart =
        new Chart(Digest.ChartKind.BARS, new IndicatorCode("A01-01"), clause, null, block.place());
    return new Block(
        place.equals("title") ? what : block.title(),
        block.icon(),
        block.width(),
        place.equals("entry") ? List.of(new Digest.Entry(clause, null)) : block.entries(),
        place.equals("chart") ? List.of(chart) : block.charts(),
        block.place());
  }

  private Block manifold(Block block) {
    List<Digest.Entry> entries =
        IntStream.range(0, 30).boxed().flatMap(n -> block.entries().stream()).toList();
    return new Block(
        block.title(), block.icon(), block.width(), entries, block.charts(), block.place());
  }

  @Test
  void givesTheSameBytesInAnyTimeZoneAndLocale() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Edition edition = SampleDigest.draft();
    byte[] pdf = print(edition);
    byte[] page = DigestPage.bytes(edition, SampleDigest.digest(edition));
    byte[] list = Announcement.print(edition.round(), "0.1.0");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      assertThat(print(edition)).isEqualTo(pdf);
      assertThat(DigestPage.bytes(edition, SampleDigest.digest(edition))).isEqualTo(page);
      assertThat(Announcement.print(edition.round(), "0.1.0")).isEqualTo(list);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }
}
