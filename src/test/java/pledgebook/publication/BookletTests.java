package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;
import pledgebook.typesetting.Conformance;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;

class BookletTests {
  private static final int RED = 0xC4161C;

  /// Nothing to be read lies nearer to the trim.
  private static final double SAFE = 8;

  @Test
  void hasTwelveFacesOf130By184Millimetres() throws IOException {
    try (PDDocument document = Loader.loadPDF(Booklet.print(SampleEdition.complete()))) {
      assertThat(document.getNumberOfPages()).isEqualTo(12);
      for (PDPage page : document.getPages()) {
        assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isCloseTo(130, within(0.01));
        assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isCloseTo(184, within(0.01));
      }
    }
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
  void keepsTheMargins() {
    for (Edition edition : List.of(SampleEdition.complete(), SampleEdition.draft())) {
      assertThat(PrintedText.marks(Booklet.print(edition)))
          .filteredOn(mark -> mark.points() < 100)
          .hasSizeGreaterThan(1500)
          .allSatisfy(mark -> {
            assertThat(mark.left()).isGreaterThan(SAFE);
            assertThat(mark.right()).isLessThan(130 - SAFE);
            assertThat(mark.baseline()).isBetween(SAFE, 184 - SAFE);
          });
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
  void conformsToArchivalAndAccessibleProfiles() {
    assertThat(Conformance.faults(Booklet.print(SampleEdition.complete()))).isEmpty();
    assertThat(Conformance.faults(Booklet.print(SampleEdition.draft()))).isEmpty();
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
