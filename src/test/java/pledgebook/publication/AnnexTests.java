package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.SHANGHAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Severity;
import pledgebook.statement.Figure;
import pledgebook.typesetting.Conformance;
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
