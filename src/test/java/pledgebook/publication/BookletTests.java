package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Severity;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.BookletDesign.CoverGround;
import pledgebook.registry.TrimSize;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Conformance;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;

@Isolated("changes the default locale and time zone")
class BookletTests {
  private static final int RED = 0xC4161C;

  /// Nothing to be read lies nearer to the trim.
  private static final double SAFE = 8;

  @ParameterizedTest
  @EnumSource(TrimSize.class)
  void hasTwelveFacesOfItsSizeThatConform(TrimSize size) throws IOException {
    for (CoverGround cover : CoverGround.values()) {
      Edition edition = SampleSubmissionsEdition.in(SampleSubmissionsEdition.COMPLETE, size, cover);
      byte[] pdf = Booklet.print(edition);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isEqualTo(12);
        for (PDPage page : document.getPages()) {
          assertThat(page.getMediaBox().getWidth() / 72 * 25.4)
              .isCloseTo(size.width(), within(0.01));
          assertThat(page.getMediaBox().getHeight() / 72 * 25.4)
              .isCloseTo(size.height(), within(0.01));
        }
      }
      assertThat(Conformance.faults(pdf)).isEmpty();
      keepsTheMargins(pdf, size);
    }
  }

  private static void keepsTheMargins(byte[] pdf, TrimSize size) {
    assertThat(PrintedText.marks(pdf))
        .filteredOn(mark -> mark.points() < 100)
        .hasSizeGreaterThan(1500)
        .allSatisfy(mark -> {
          assertThat(mark.left()).isGreaterThan(SAFE);
          assertThat(mark.right()).isLessThan(size.width() - SAFE);
          assertThat(mark.baseline()).isBetween(SAFE, size.height() - SAFE);
        });
  }

  @Test
  void theCodeOnTheBackIsTheEditionsHash() throws Exception {
    for (CoverGround cover : CoverGround.values()) {
      Edition edition =
          SampleSubmissionsEdition.in(SampleSubmissionsEdition.COMPLETE, TrimSize.SMALL, cover);
      BufferedImage back = BookletGoldenTests.render(Booklet.print(edition), 12, 300);
      int[] pixels = back.getRGB(0, 0, back.getWidth(), back.getHeight(), null, 0, back.getWidth());
      var source = new RGBLuminanceSource(back.getWidth(), back.getHeight(), pixels);
      String read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
              .getText();
      assertThat(read).isEqualTo(edition.hash().hex());
    }
  }

  @Test
  void aChartWithoutAValueIsNotDrawnAndNoted() {
    Edition draft = SampleSubmissionsEdition.DRAFT;
    assertThat(draft.openFindings())
        .filteredOn(finding -> finding.code().equals("publication.chart-without-data"))
        .isNotEmpty()
        .allSatisfy(finding -> {
          assertThat(finding.severity()).isEqualTo(Severity.NOTE);
          assertThat(finding.location().file()).isEqualTo("2024/booklet.yml");
          assertThat(finding.location().cell()).matches("\\d+");
        });
    assertThat(flat(Booklet.print(draft), 2)).doesNotContain("自零起");
    assertThat(flat(Booklet.print(SampleSubmissionsEdition.COMPLETE), 2)).contains("自零起");
  }

  @Test
  void aTitleIsDividedAsTheDesignSaysOrRefused() {
    assertThat(lines(Booklet.print(withTitleLines("建设轨道", "上的长三角")), 2)).contains("上的长三角");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(withTitleLines("建设轨道上的长三角".repeat(3))))
        .withMessageContaining("title_lines");
  }

  @Test
  void refusesCoversThatDoNotFit() {
    BookletDesign design = SampleSubmissionsEdition.COMPLETE.booklet();
    BookletDesign.Note method = new BookletDesign.Note("编制方法", "完成数由各成员报送的数据汇总得出。".repeat(60));
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(with(design.coverLine(), method, design.projects())))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.overflow"))
        .withMessageContaining("封底")
        .withMessageContaining("“编制方法”最长")
        .withMessageContaining("（2024/booklet.yml第" + design.place("method").line() + "行）");
    String line = "年度长三角一体化实事项目完成情况".repeat(12);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(with(line, design.method(), design.projects())))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.overflow"))
        .withMessageContaining("封面")
        .withMessageContaining("（2024/booklet.yml第" + design.place("cover.line").line() + "行）");
  }

  @Test
  void aCharacterTheFontLacksIsToldWithItsLine() {
    BookletDesign design = SampleSubmissionsEdition.COMPLETE.booklet();
    BookletDesign.Note method = new BookletDesign.Note("编制方法", "示例\uD83D\uDE04");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(with(design.coverLine(), method, design.projects())))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("typesetting.missing-glyph"))
        .withMessageContaining("（2024/booklet.yml第" + design.place("method").line() + "行）");
    String line = "完成情况\uD83D\uDE04";
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(with(line, design.method(), design.projects())))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("typesetting.missing-glyph"))
        .withMessageContaining("（2024/booklet.yml第" + design.place("cover.line").line() + "行）");
  }

  @Test
  void anAddressIsDividedAndAnotherLongWordIsNamed() {
    BookletDesign design = SampleSubmissionsEdition.COMPLETE.booklet();
    String address = "https://example.org/" + "yangtze/".repeat(12) + "index.html";
    BookletDesign.Note link = new BookletDesign.Note("编制方法", "见" + address + "。");
    byte[] pdf = Booklet.print(with(design.coverLine(), link, design.projects()));
    assertThat(lines(pdf, 12)).anyMatch(line -> line.endsWith("yangtze/"));
    String word = "A".repeat(120);
    BookletDesign.Note tooWide = new BookletDesign.Note("编制方法", "见" + word + "。");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(with(design.coverLine(), tooWide, design.projects())))
        .withMessageContaining("“" + word + "。”当中没有可以分行的地方")
        .withMessageContaining("（2024/booklet.yml第" + design.place("method").line() + "行）");
  }

  private static Edition withTitleLines(String... lines) {
    BookletDesign design = SampleSubmissionsEdition.COMPLETE.booklet();
    return with(
        design.coverLine(),
        design.method(),
        List.of(new BookletDesign.ProjectLayout(1, List.of(lines), List.of())));
  }

  private static Edition with(
      String coverLine, BookletDesign.Note method, List<BookletDesign.ProjectLayout> projects) {
    Edition edition = SampleSubmissionsEdition.COMPLETE;
    BookletDesign design = edition.booklet();
    return SampleSubmissionsEdition.with(
        edition,
        new BookletDesign(
            design.size(),
            design.cover(),
            design.chart(),
            coverLine,
            design.headings(),
            method,
            design.demonstration(),
            projects,
            design.words(),
            design.places()));
  }

  @Test
  void printsEverySentenceToTheLetter() {
    Edition edition = SampleEdition.complete();
    byte[] pdf = Booklet.print(edition);
    assertThat(lines(pdf, 1)).contains("共同承诺").contains("年度呈现");
    assertThat(flat(pdf, 1)).contains("2024年度长三角一体化实事项目完成情况").contains("上海市江苏省浙江省安徽省");
    for (Statement statement : edition.statements().projects()) {
      String text = flat(pdf, statement.project() + 1);
      assertThat(text)
          .contains("实事目标", "完成情况", "责任单位")
          .contains(statement.title())
          .contains(Statement.text(statement.commitment()))
          .contains(Statement.text(statement.completion()))
          .contains(String.join("", statement.responsible()));
      if (statement.sourceNote() != null) {
        assertThat(text).contains(statement.sourceNote());
      }
    }
    assertThat(flat(pdf, 12))
        .contains("全部完成", "2025年5月31日", "演示数据", "长三角区域合作办公室（2024年6月6日）")
        .contains(edition.hash().hex().substring(0, 16))
        .contains(edition.hash().hex().substring(48));
  }

  @Test
  void printsComparedFiguresRedAndTheOthersBlack() {
    Edition edition = SampleEdition.complete();
    byte[] pdf = Booklet.print(edition);
    List<Mark> marks = PrintedText.marks(pdf);
    for (Statement statement : edition.statements().projects()) {
      String expected =
          statement.figures().stream()
              .filter(Figure::compared)
              .map(Figure::text)
              .collect(Collectors.joining());
      String red =
          marks.stream()
              .filter(mark -> mark.page() == statement.project() + 1 && mark.rgb() == RED)
              .map(Mark::text)
              .collect(Collectors.joining());
      assertThat(red).as(statement.title()).isEqualTo(expected);
    }
  }

  @Test
  void startsNoLineWithAStop() {
    byte[] pdf = Booklet.print(SampleEdition.draft());
    for (int page = 1; page <= 12; page++) {
      assertThat(lines(pdf, page))
          .isNotEmpty()
          .noneMatch(line -> line.matches("^[，。、；：？！）》」』】〕”’％∶].*"));
    }
  }

  @Test
  void tellsVerdictsAsTheyAreGiven() {
    byte[] complete = Booklet.print(SampleEdition.complete());
    assertThat(lines(complete, 2)).contains("完成 承诺的指标全部达到，其中有指标超额完成。");
    assertThat(lines(complete, 9)).contains("完成 承诺的指标全部达到。");
    assertThat(flat(complete, 2)).doesNotContain("草稿");

    byte[] draft = Booklet.print(SampleEdition.draft());
    assertThat(lines(draft, 3)).contains("未完成 有承诺的指标未达到。");
    assertThat(lines(draft, 5)).contains("待核实 有指标待核实，核实之前不下结论。");
    assertThat(lines(draft, 8)).contains("未报送 有应报送的成员尚未报送，暂不下结论。");
    assertThat(flat(draft, 12)).doesNotContain("全部完成全").contains("第4项待核实");
    assertThat(lines(draft, 12)).doesNotContain("全部完成");
  }

  @Test
  void marksEveryFaceOfADraft() {
    byte[] pdf = Booklet.print(SampleEdition.draft());
    List<Mark> marks = PrintedText.marks(pdf);
    for (int page = 1; page <= 12; page++) {
      int number = page;
      assertThat(marks)
          .filteredOn(mark -> mark.page() == number && mark.points() > 100)
          .extracting(Mark::text)
          .containsExactly("草", "稿");
      assertThat(flat(pdf, page)).contains("草稿：尚有强制性意见1条、核实性意见1条未办结");
    }
  }

  @Test
  void setsLongTextSmallerAndThenRefusesIt() {
    String sentence = "加快推动长三角新能源充换电基础设施互联互通，推进跨省服务。";
    byte[] longer = Booklet.print(withCompletion(sentence.repeat(9)));
    assertThat(bodySize(longer, 2)).isBetween(7.4, 9.6);
    assertThat(bodySize(longer, 3)).isEqualTo(10.5, within(0.01));
    assertThat(PrintedText.marks(longer))
        .filteredOn(mark -> mark.page() == 2)
        .allSatisfy(mark -> assertThat(mark.baseline()).isLessThan(184 - SAFE));

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(withCompletion(sentence.repeat(30))))
        .satisfies(failure -> {
          assertThat(failure.code()).isEqualTo("publication.overflow");
          assertThat(failure.exitStatus()).isEqualTo(ExitStatus.USAGE);
        })
        .withMessageContaining("第1个项目“建设轨道上的长三角”");
  }

  @Test
  void dividesNoTermOfATitle() {
    assertThat(lines(Booklet.print(SampleEdition.complete()), 3)).contains("充换电基础设施一张网");
  }

  @Test
  void aDraftConformsToo() {
    byte[] pdf = Booklet.print(SampleSubmissionsEdition.DRAFT);
    assertThat(Conformance.faults(pdf)).isEmpty();
    keepsTheMargins(pdf, TrimSize.SMALL);
  }

  @Test
  void refusesAnyOtherNumberOfProjects() {
    List<Statement> nine = SampleEdition.statements().subList(0, 9);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Booklet.print(SampleEdition.of(nine, List.of())))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.faces"))
        .withMessageContaining("9个项目");
  }

  @Test
  void givesTheSameBytesInAnyTimeZoneAndLocale() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    byte[] first = Booklet.print(SampleEdition.draft());
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      assertThat(Booklet.print(SampleEdition.draft())).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  private static Edition withCompletion(String completion) {
    List<Statement> statements = new ArrayList<>(SampleEdition.statements());
    Statement first = statements.getFirst();
    statements.set(
        0,
        SampleEdition.statement(
            1, first.title(), Statement.text(first.commitment()), completion, null));
    return SampleEdition.of(statements, List.of());
  }

  /// The size of the text right of the labels, the head and the verdict apart.
  private static double bodySize(byte[] pdf, int page) {
    return PrintedText.marks(pdf).stream()
        .filter(mark -> mark.page() == page && mark.baseline() > 46 && mark.left() > 32)
        .mapToDouble(Mark::points)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(byte[] pdf, int page) {
    return PrintedText.text(pdf, page).lines().map(String::strip).toList();
  }

  private static String flat(byte[] pdf, int page) {
    return PrintedText.text(pdf, page).replaceAll("\\s", "");
  }
}
