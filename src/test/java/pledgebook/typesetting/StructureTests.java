package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.SystemTool;
import pledgebook.vocabulary.Sha256;

/// What a reader hears, and what the reference validator says of it.
class StructureTests {
  private static final Imprint IMPRINT =
      new Imprint("完成情况 <示例> & 其他", "示例", LocalDate.of(2025, 6, 7), Sha256.of("structure"));

  private final Document document = Document.begin(IMPRINT);
  private final Page page = document.page(130, 184, "第一页");

  private Galley galley(String text) {
    return document.composer().compose(List.of(Run.of(text)), TypeScale.BODY, 80, Alignment.LEFT);
  }

  @Test
  void isHeardInTheOrderOfTheCallsWhateverTheirPlace() {
    page.place(galley("下面一段"), 20, 120);
    page.place(galley("标题"), 20, 20, Role.HEADING);
    page.rectangle(10, 10, 5, 5, Ink.RED);
    page.figure("目标与完成", 20, 60, 40, 10, () -> page.rectangle(20, 60, 30, 4, Ink.RED));
    page.ornament(() -> page.place(galley("页脚"), 20, 170));
    page.block(
        Role.SUBHEADING,
        () -> {
          page.place(galley("一"), 20, 80);
          page.place(galley("小标题"), 30, 80);
        });
    document.page(130, 184, "第二页").place(galley("另一页"), 20, 20);
    byte[] pdf = document.finish();
    assertThat(HeardText.lines(pdf))
        .containsExactly(
            "Document",
            "  Sect",
            "    P 下面一段",
            "    H1 标题",
            "    Figure 目标与完成",
            "    H2 一小标题",
            "  Sect",
            "    P 另一页");
  }

  @Test
  void tablesAndListsConform() {
    page.place(galley("标题"), 20, 20, Role.HEADING);
    page.group(
        Role.TABLE,
        () -> {
          page.group(Role.ROW, () -> page.place(galley("指标"), 20, 40, Role.HEAD_CELL));
          page.group(Role.ROW, () -> page.place(galley("里程"), 20, 50, Role.CELL));
        });
    page.group(
        Role.LIST,
        () ->
            page.group(
                Role.ITEM,
                () -> {
                  page.place(galley("一"), 20, 60, Role.LABEL);
                  page.place(galley("条目"), 30, 60, Role.BODY);
                }));
    byte[] pdf = document.finish();
    assertThat(HeardText.lines(pdf))
        .containsSubsequence("    Table", "      TR", "        TH 指标", "        TD 里程", "    L");
    assertThat(Conformance.faults(pdf)).isEmpty();
  }

  @Test
  void aCodeInGroupsIsHeardWhole() {
    page.place(galley("标题"), 20, 20, Role.HEADING);
    page.block(
        Role.PARAGRAPH,
        () -> page.reading("1a2b3c4d", () -> page.place(galley("1a2b 3c4d"), 20, 40)));
    assertThat(HeardText.lines(document.finish())).contains("    P 1a2b3c4d");
  }

  @Test
  void theValidatorSeesWhatIsMissing() {
    page.figure("", 20, 60, 40, 10, () -> page.rectangle(20, 60, 30, 4, Ink.RED));
    assertThat(Conformance.faults(document.finish()))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).startsWith("ua1"));
  }

  @Test
  void carriesFilesAsItsSource() throws IOException {
    page.place(galley("标题"), 20, 20, Role.HEADING);
    document.attach(new Attachment("figures.csv", "text/csv", "数字", "a,b\r\n1,里程\r\n"));
    byte[] pdf = document.finish();
    assertThat(Conformance.faults(pdf)).isEmpty();
    try (PDDocument read = Loader.loadPDF(pdf)) {
      var catalog = read.getDocumentCatalog();
      assertThat(catalog.getCOSObject().getCOSArray(COSName.getPDFName("AF")).size()).isOne();
      PDComplexFileSpecification file =
          new PDDocumentNameDictionary(catalog)
              .getEmbeddedFiles()
              .getNames()
              .values()
              .iterator()
              .next();
      assertThat(file.getFilename()).isEqualTo("figures.csv");
      assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Source");
      assertThat(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo("a,b\r\n1,里程\r\n");
    }
  }

  @Test
  @SystemTool
  void isSoundToOtherTools(@TempDir Path folder) throws Exception {
    page.place(galley("标题667.6公里"), 20, 20, Role.HEADING);
    Path pdf = Files.write(folder.resolve("sound.pdf"), document.finish());
    assertThat(output("qpdf", "--check", pdf.toString())).contains("No syntax or stream encoding");
    assertThat(output("pdffonts", pdf.toString()).lines().skip(2))
        .isNotEmpty()
        .allSatisfy(
            font -> assertThat(font).matches("[A-Z]{6}\\+NotoSansSC-\\w+ .* yes yes yes .*"));
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
