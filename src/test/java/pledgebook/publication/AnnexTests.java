package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Severity;
import pledgebook.registry.CommitmentChange;
import pledgebook.registry.CommitmentComparison;
import pledgebook.registry.CommitmentComparison.Compared;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.statement.Figure;
import pledgebook.typesetting.Conformance;
import pledgebook.typesetting.HeardText;
import pledgebook.typesetting.PrintedLinks;
import pledgebook.typesetting.PrintedLinks.Place;
import pledgebook.typesetting.PrintedLinks.RemoteLink;
import pledgebook.typesetting.PrintedText;
import pledgebook.typesetting.PrintedText.Mark;

class AnnexTests {
  private static final int RED = 0xC4161C;

  @TempDir Path root;

  @Test
  void everyRedFigureOfTheBookletLeadsToItsLine() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      byte[] annex = annex(round, edition);
      List<RemoteLink> links = PrintedLinks.of(Booklet.print(edition));
      List<Figure> compared =
          edition.statements().figures().stream().filter(Figure::compared).toList();
      assertThat(links)
          .hasSameSizeAs(compared)
          .allSatisfy(link -> assertThat(link.file()).isEqualTo("完成情况-附件.pdf"));
      for (int i = 0; i < links.size(); i++) {
        assertThat(links.get(i).text()).isEqualTo(compared.get(i).text());
        assertThat(links.get(i).page()).isEqualTo(2);
        Place place = PrintedLinks.place(annex, links.get(i).destination()).orElseThrow();
        assertThat(redBelow(annex, place)).startsWith(compared.get(i).text());
      }
      assertThat(links).extracting(RemoteLink::destination).doesNotHaveDuplicates();
    }
  }

  /// The red text that follows a place on its page.
  private static String redBelow(byte[] pdf, Place place) {
    return PrintedText.marks(pdf).stream()
        .filter(mark -> mark.page() == place.page() && mark.rgb() == RED)
        .filter(mark -> mark.baseline() > place.top())
        .map(Mark::text)
        .collect(Collectors.joining());
  }

  @Test
  void aBookletForThePressLeadsNowhere() {
    byte[] pdf = Booklet.printForPress(SampleEdition.complete());
    assertThat(PrintedLinks.of(pdf)).isEmpty();
    assertThat(PrintedLinks.of(Booklet.print(SampleEdition.complete()))).isNotEmpty();
  }

  @Test
  void tellsOnWhatAFigureRests() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      String text = text(annex(round, round.edition()));
      assertThat(text)
          .contains("没有待办的强制性、核实性意见。", "没有被替代的版本")
          .contains("红色数字的来源（2处）")
          .contains("公开承诺原文")
          .contains("完成值100公里（本年相加），目标≥100，结论：完成")
          .contains("310000/报送.xlsx");
    }
  }

  @Test
  void tellsWhatStandsAgainstADraftWhateverWasFound() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      // A character no font here has, a line end, and no end of letters.
      String found = "\uD83D\uDE00\n" + "W".repeat(2_000);
      round.found(Severity.ERROR, found).found(Severity.NOTE, "1").skipped();
      byte[] pdf = annex(round, round.edition());
      assertThat(text(pdf))
          .contains("待办的核查意见（1条）", "提示（1条）", "未运行的核查规则（1条）")
          .contains("observation.unit-slip", "数值似与单位不符", "〔U+1F600〕")
          .contains("observation.jump", "草稿");
      assertThat(PrintedText.marks(pdf))
          .filteredOn(mark -> mark.points() < 100)
          .allSatisfy(mark -> assertThat(mark.right()).isLessThan(190.5));
    }
  }

  /// Tagged and archival, links included: annex and booklet.
  @Test
  void conformsToTheArchivalAndTheAccessibleForm() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.found(Severity.VERIFY, "1");
      Edition edition = round.edition();
      assertThat(Conformance.faults(annex(round, edition))).isEmpty();
      assertThat(Conformance.faults(Booklet.print(edition))).isEmpty();
    }
  }

  @Test
  void countsWhatItDoesNotList() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      IntStream.range(0, 305).forEach(i -> round.found(Severity.VERIFY, "" + i));
      byte[] pdf = annex(round, round.edition());
      assertThat(text(pdf)).contains("待办的核查意见（305条）", "其余5条未列出，全部见findings.csv");
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(document.getNumberOfPages()).isGreaterThan(5);
      }
    }
  }

  @Test
  void isHeardAsTables() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      round.found(Severity.VERIFY, "1").skipped();
      List<String> heard = HeardText.lines(annex(round, round.edition()));
      assertThat(heard)
          .containsSubsequence(
              "    Table",
              "      TR",
              "        TH 级别",
              "        TH 编码",
              "      TR",
              "        TD 核实",
              "        TD observation.unit-slip")
          .containsSubsequence("        TH 未运行的原因", "        TD 没有上年数据，无法比较。")
          .containsSubsequence(
              "    Table", "        TH 地区", "        TD 上海市", "        TD 66.6公里", "        TD E2");
    }
  }

  @Test
  void listsCorrectionsOfTheOpeningInASectionOfItsOwn() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      assertThat(text(annex(round, round.edition()))).doesNotContain("更正期初");
      round.definition().opening("A01-03", JIANGSU, "20");
      assertThat(text(annex(round, round.edition())))
          .contains("更正期初（0处）", "上年封存的1个年末数全部照原值作为本年期初，没有更正。");
      round
          .definition()
          .corrected("A01-03", SHANGHAI, "38", "39", "示例：上年漏计一座", "示例统计处")
          .corrected("A01-04", SHANGHAI, "1234567.5", "90", "W".repeat(300), "示例");
      byte[] pdf = annex(round, round.edition());
      List<String> heard = HeardText.lines(pdf);
      assertThat(heard)
          .containsSubsequence(
              "        TH 地区",
              "        TH 指标",
              "        TH 上年年末（封存）",
              "        TH 本年期初（更正）",
              "        TH 理由",
              "        TH 更正人",
              "      TR",
              "        TD 上海市",
              "        TD A01-03 指标A01-03",
              "        TD 38个",
              "        TD 39个",
              "        TD 示例：上年漏计一座",
              "        TD 示例统计处（2025-01-10）");
      assertThat(text(pdf)).contains("更正期初（2处）");
      assertThat(Conformance.faults(pdf)).isEmpty();
      assertThat(PrintedText.marks(pdf))
          .filteredOn(mark -> mark.points() < 100)
          .allSatisfy(mark -> assertThat(mark.right()).isLessThan(190.5));
      // The widest letters stay within their column, too.
      assertThat(PrintedText.marks(pdf))
          .filteredOn(mark -> mark.text().equals("W"))
          .isNotEmpty()
          .allSatisfy(mark -> assertThat(mark.right()).isLessThan(20 + 16 + 38 + 26 + 26 + 38));
    }
  }

  @Test
  void setsThePromisesAgainstThoseOfTheYearBeforeWithHeadingsOnEveryPage() throws Exception {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Edition edition = round.edition();
      assertThat(text(annex(round, edition))).contains("承诺对照（与2023年度）", "2023年度没有定义");
      List<CommitmentChange> changes =
          CommitmentComparison.of(
              RoundReader.readPromises(Path.of("jobs"), 2024),
              RoundReader.readPromises(Path.of("jobs"), 2025));
      RoundTables.write(
          round.warehouse(),
          edition.round(),
          List.of(),
          List.of(),
          new Compared(changes, List.of()));
      byte[] pdf = annex(round, edition);
      assertThat(HeardText.lines(pdf))
          .containsSubsequence(
              "        TH 对照",
              "        TH 项目",
              "        TH 指标，或上年的项目",
              "        TH 上年目标",
              "        TH 本年目标",
              "        TH 说明",
              "        TD 延续",
              "        TD 2 共推跨省一体化惠企利民服务",
              "        TD （上年）3 长三角“跨省高效办成一件事”",
              "        TD 目标提高",
              "        TD A02-02 累计推出高频跨省服务",
              "        TD ≥200项",
              "        TD ≥300项",
              "        TD 未延续",
              "        TD （上年）8 长三角旅居养老");
      List<List<String>> pages = pages(pdf);
      assertThat(pages.stream().filter(page -> page.contains("        TD 新增")))
          .hasSizeGreaterThan(1)
          .allSatisfy(page -> assertThat(page).contains("        TH 上年目标"));
      assertThat(Conformance.faults(pdf)).isEmpty();
      assertThat(PrintedText.marks(pdf))
          .filteredOn(mark -> mark.points() < 100)
          .allSatisfy(mark -> assertThat(mark.right()).isLessThan(190.5));
    }
  }

  /// However much stands before: the headings of a table are repeated on every page and never stand
  /// without a row, and no heading stands without what it heads.
  @Test
  void headsEveryPageOfATableAndLeavesNoHeadingAlone() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      for (int count = 0; count < 14; count++) {
        round.found(Severity.VERIFY, "示例".repeat(80)).found(Severity.NOTE, "示例".repeat(80));
        List<List<String>> pages = pages(annex(round, round.edition()));
        assertThat(pages)
            .allSatisfy(page -> {
              assertThat(page.getLast()).doesNotStartWith("    H").doesNotStartWith("        TH");
              for (int i = 0; i < page.size(); i++) {
                if (page.get(i).equals("    Table")) {
                  assertThat(page.get(i + 2)).startsWith("        TH");
                }
              }
              String lines = String.join("\n", page);
              assertThat(lines).doesNotContainPattern("TH [^\\n]*\\n    [^ ]");
            });
      }
    }
  }

  /// What is heard of each page.
  private static List<List<String>> pages(byte[] pdf) {
    List<List<String>> pages = new ArrayList<>();
    for (String line : HeardText.lines(pdf)) {
      if (line.equals("  Sect")) {
        pages.add(new ArrayList<>());
      } else if (!pages.isEmpty()) {
        pages.getLast().add(line);
      }
    }
    return pages;
  }

  @Test
  void neverEndsALineBeforeAnExtension() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      for (int length = 1; length < 30; length++) {
        round.found(Severity.NOTE, "1", "310000/" + "示".repeat(length) + ".xlsx");
        round.found(Severity.NOTE, "1", "310000/" + "m".repeat(length) + ".xlsx");
      }
      List<Mark> marks = PrintedText.marks(annex(round, round.edition()));
      for (int i = 1; i < marks.size() - 5; i++) {
        String text =
            marks.subList(i, i + 5).stream().map(Mark::text).collect(Collectors.joining());
        if (text.equals(".xlsx")) {
          List<Mark> name = marks.subList(i - 1, i + 5);
          assertThat(name).extracting(Mark::baseline).containsOnly(marks.get(i).baseline());
        }
      }
      assertThat(marks).extracting(Mark::text).contains("x");
    }
  }

  @Test
  void isTheSameBytesTwice() throws IOException {
    try (PublishableRound round = new PublishableRound(root).sent(SHANGHAI, "66.6", "40")) {
      Edition edition = round.edition();
      assertThat(annex(round, edition)).isEqualTo(annex(round, edition));
    }
  }

  private byte[] annex(PublishableRound round, Edition edition) throws IOException {
    Path file = root.resolve("annex.pdf");
    new Annex(round.warehouse()).write(edition, file);
    return Files.readAllBytes(file);
  }

  private static String text(byte[] pdf) throws IOException {
    int pages;
    try (PDDocument document = Loader.loadPDF(pdf)) {
      pages = document.getNumberOfPages();
    }
    return IntStream.rangeClosed(1, pages)
        .mapToObj(page -> PrintedText.text(pdf, page))
        .collect(Collectors.joining())
        .replaceAll("\\s", "");
  }
}
