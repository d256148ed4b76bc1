package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.publication.Proof.Proofed;
import pledgebook.statement.Statement;

class ProofTests {
  private static final Edition EDITION = SampleEdition.complete();
  private static final OutputWriter READING =
      new OutputWriter() {
        @Override
        public String name() {
          return PublishedBooklet.NAME;
        }

        @Override
        public void write(Edition edition, Path target) throws IOException {
          Files.write(target, Booklet.print(edition));
        }
      };

  @TempDir Path root;
  private Path output;

  /// What a run leaves: the booklet and the manifest that tells of it.
  @BeforeEach
  void publish() throws IOException {
    output = root.resolve("output");
    Path folder = Files.createDirectories(output.resolve("2024"));
    READING.write(EDITION, folder.resolve(PublishedBooklet.NAME));
    Manifest.of(EDITION, folder, PublishableRound.basis(folder), List.of()).write(folder);
  }

  private static OutputWriter form(String name) {
    return switch (name) {
      case "折页" -> new PrintForms.Accordion();
      case "骑马订" -> new PrintForms.SaddleStitch();
      default -> READING;
    };
  }

  @ParameterizedTest
  @CsvSource({"手册", "折页", "骑马订"})
  void findsNothingWhereNothingWasChanged(String form) throws IOException {
    Proofed proofed = proof(form, EDITION);
    assertThat(proofed.findings()).isEmpty();
    assertThat(proofed.numbers()).isGreaterThan(40);
    assertThat(proofed.edition()).isEqualTo(EDITION.hash());
  }

  /// The second face is on sheet page 1 or 2, whichever the form.
  @ParameterizedTest
  @CsvSource({"手册, 2", "折页, 1", "骑马订, 2"})
  void findsEveryNumberThatWasChanged(String form, int page) throws IOException {
    Edition edited =
        edited(1, "长三角地区新增建成铁路里程[680|公里]，杭温铁路、池黄高铁等建成通车。", "新增建成铁路里程[667.9|公里]；实现通达三省一市，又有<12|条>。");
    List<Finding> findings = proof(form, edited).findings();
    assertThat(findings)
        .extracting(Finding::code, Finding::expected, Finding::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("publication.proof-altered", "660", "680"),
            org.assertj.core.groups.Tuple.tuple("publication.proof-altered", "667.6", "667.9"),
            org.assertj.core.groups.Tuple.tuple("publication.proof-altered", "8", "12"));
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.location().sheet()).isEqualTo("第" + page + "页");
          assertThat(finding.location().cell()).isEqualTo("第2面");
        });
    assertThat(findings.getFirst().message()).contains("建成铁路里程”之后", "应为“660”", "现为“680”");
  }

  @Test
  void tellsWhatIsMissingAndWhatWasAdded() throws IOException {
    Statement first = SampleEdition.statements().getFirst();
    String completion = Statement.text(first.completion());
    assertThat(proof("手册", edited(1, "长三角地区新增建成铁路。", completion)).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("publication.proof-missing");
          assertThat(finding.expected()).isEqualTo("660");
          assertThat(finding.found()).isNull();
        });
    String commitment = Statement.text(first.commitment());
    assertThat(proof("手册", edited(1, commitment + "又99条。", completion)).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("publication.proof-added");
          assertThat(finding.found()).isEqualTo("99");
          assertThat(finding.message()).contains("又”之后多出数字“99”");
        });
  }

  /// 7万 is not 7亿, 超200 is not 200; a ratio's colon and the width of digits are the printer's.
  @ParameterizedTest
  @CsvSource({
    "[7万|个], [7亿|个], 1",
    "[超200|项], [200|项], 1",
    "[1.62∶1|], [1.26∶1|], 1",
    "[1.62∶1|], [1.62:1|], 0",
    "[660|公里], [６６０|公里], 0",
    "[660|公里], [66 0|公里], 1",
  })
  void knowsANumberByItsWholeForm(String before, String after, int found) throws IOException {
    Edition original = edited(1, "示例" + before + "。", "示例。");
    Path folder = output.resolve("2024");
    READING.write(original, folder.resolve(PublishedBooklet.NAME));
    Manifest.of(original, folder, PublishableRound.basis(folder), List.of()).write(folder);
    List<Finding> findings = proof("手册", edited(1, "示例" + after + "。", "示例。")).findings();
    assertThat(findings.isEmpty()).isEqualTo(found == 0);
  }

  /// What a printing house does to a file: written by another program, without its trim, with a
  /// line of its own beside the pages.
  @Test
  void seesThroughWhatAPrintingHouseDoes() throws IOException {
    Path file = root.resolve("from-printer.pdf");
    form("骑马订").write(EDITION, file);
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      for (PDPage page : document.getPages()) {
        page.getCOSObject().removeItem(COSName.TRIM_BOX);
        page.getCOSObject().removeItem(COSName.BLEED_BOX);
        try (PDPageContentStream content =
            new PDPageContentStream(
                document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
          content.newLineAtOffset(4, 100);
          content.showText("2231");
          content.endText();
        }
      }
      Files.write(file, saved(document));
    }
    assertThat(new Proof(output).compare(2024, file).findings()).isEmpty();
  }

  /// White paint over a face leaves its text in the file and nothing for a reader.
  @Test
  void countsOnlyWhatAReaderSees() throws IOException {
    Path file = root.resolve("painted.pdf");
    READING.write(EDITION, file);
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      try (PDPageContentStream content =
          new PDPageContentStream(
              document, document.getPage(1), PDPageContentStream.AppendMode.APPEND, true, true)) {
        content.setNonStrokingColor(1f);
        content.addRect(0, 0, 1000, 1000);
        content.fill();
      }
      Files.write(file, saved(document));
    }
    Proofed proofed = new Proof(output).compare(2024, file);
    assertThat(proofed.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("publication.proof-no-text");
          assertThat(finding.message()).contains("看得见");
          assertThat(finding.location().cell()).isEqualTo("第2面");
        });
    assertThat(proofed.compared()).isBetween(1, proofed.numbers() - 1);
  }

  /// A program that writes a file anew may leave out what its glyphs stand for.
  @Test
  void saysOfEachFaceThatItsCharactersAreUnknown() throws IOException {
    Path file = root.resolve("distilled.pdf");
    READING.write(EDITION, file);
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      COSStream map = document.getDocument().createCOSStream();
      try (OutputStream out = map.createOutputStream()) {
        out.write(
            ("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange"
                    + " 1 beginbfrange <0000> <FFFF> <E000> endbfrange endcmap")
                .getBytes(StandardCharsets.US_ASCII));
      }
      for (PDPage page : document.getPages()) {
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        fonts
            .keySet()
            .forEach(name -> fonts.getCOSDictionary(name).setItem(COSName.TO_UNICODE, map));
      }
      Files.write(file, saved(document));
    }
    Proofed proofed = new Proof(output).compare(2024, file);
    assertThat(proofed.findings())
        .hasSize(12)
        .allSatisfy(f -> assertThat(f.code()).isEqualTo("publication.proof-no-characters"));
    assertThat(proofed.findings().getFirst().message()).contains("ToUnicode", "没有核对");
    assertThat(proofed.compared()).isZero();
    assertThat(proofed.numbers()).isPositive();
  }

  /// A raised ² may come back as a 2; it is no other number for that.
  @Test
  void takesARaisedDigitForTheDigit() {
    assertThat(PrintedNumbers.in(List.of("面积10km²，共3个")))
        .extracting(PrintedNumbers.PrintedNumber::text)
        .isEqualTo(
            PrintedNumbers.in(List.of("面积10km2，共3个")).stream()
                .map(PrintedNumbers.PrintedNumber::text)
                .toList());
  }

  @Test
  void saysWhenThereIsNothingToRead() throws IOException {
    Path file = root.resolve("outlined.pdf");
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < 12; i++) {
        document.addPage(new PDPage());
      }
      Files.write(file, saved(document));
    }
    assertThat(new Proof(output).compare(2024, file).findings())
        .hasSize(12)
        .allSatisfy(f -> assertThat(f.code()).isEqualTo("publication.proof-no-text"));
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      Files.write(file, saved(document));
    }
    assertThat(new Proof(output).compare(2024, file).findings())
        .extracting(Finding::code)
        .containsExactly("publication.proof-form");
    Files.writeString(file, "示例");
    assertThat(new Proof(output).compare(2024, file).findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo("publication.proof-unreadable");
          assertThat(finding.message()).contains("不是PDF");
        });
  }

  @Test
  void failsWhereThereIsNoEditionToCompareWith() throws IOException {
    Path file = output.resolve("2024").resolve(PublishedBooklet.NAME);
    Path missing = root.resolve("missing.pdf");
    assertFailure(2023, file, "publication.nothing-to-compare", ExitStatus.USAGE);
    assertFailure(2024, missing, "publication.file-not-readable", ExitStatus.USAGE);
    Files.writeString(file, "altered");
    assertFailure(2024, file, "publication.booklet-altered", ExitStatus.FINDINGS);
    Files.delete(output.resolve("2024/manifest.json"));
    assertFailure(2024, file, "publication.edition-not-readable", ExitStatus.FINDINGS);
  }

  private void assertFailure(int year, Path file, String code, ExitStatus status) {
    Failure failure =
        catchThrowableOfType(Failure.class, () -> new Proof(output).compare(year, file));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.exitStatus()).isEqualTo(status);
  }

  private Proofed proof(String form, Edition edited) throws IOException {
    Path file = root.resolve("edited.pdf");
    form(form).write(edited, file);
    return new Proof(output).compare(2024, file);
  }

  /// The edition with another face, as if somebody had set it anew.
  private static Edition edited(int number, String commitment, String completion) {
    List<Statement> statements = new ArrayList<>(SampleEdition.statements());
    Statement face = statements.get(number - 1);
    statements.set(
        number - 1,
        SampleEdition.statement(number, face.title(), commitment, completion, face.sourceNote()));
    return SampleEdition.of(statements, List.of());
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
