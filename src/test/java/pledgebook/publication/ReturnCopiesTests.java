package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;
import pledgebook.Workbooks;
import pledgebook.finding.Finding;
import pledgebook.observation.Observations;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.reconciliation.Reconciliation;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.registry.TrimSize;
import pledgebook.statement.StatementCompiler;
import pledgebook.submission.Inbox;
import pledgebook.submission.Intake;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// What the members get back: Zhejiang's sample was broken in three ways, a text was sent for a
/// workbook, the others are without fault.
class ReturnCopiesTests {
  private static final Instant RECEIVED = Instant.parse("2025-02-21T01:00:00Z");
  private static final EntityCode ZHEJIANG = new EntityCode("330000");

  @TempDir private static Path root;

  private static final Warehouse WAREHOUSE = Warehouse.inMemory();
  private static Path input;
  private static Path copies;
  private static Edition edition;
  private static Round round;

  @BeforeAll
  static void publish() throws IOException, DefinitionRefused {
    round = RoundReader.read(Path.of("jobs"), 2024);
    input = root.resolve("input");
    Inbox inbox = new Inbox(input, round);
    inbox.receive(binary(), RECEIVED, "示例");
    for (String entity : List.of("310000", "340000")) {
      inbox.receive(sample(entity), RECEIVED, "示例");
    }
    inbox.receive(Workbooks.broken(sample("330000"), root.resolve("broken.xlsx")), RECEIVED, "示例");
    inbox.receive(Files.writeString(root.resolve("text.xlsx"), "a,b,c\n"), RECEIVED, "示例");
    edition = edition(inbox);
    copies = root.resolve("核查意见");
    new ReturnCopies(WAREHOUSE, input, null).write(edition, copies);
  }

  private static Path sample(String entity) {
    return Path.of("input/2024", entity, "2024-" + entity + "-v1.xlsx");
  }

  private static Path binary() throws IOException {
    Path broken = Workbooks.broken(sample("320000"), root.resolve("broken-320000.xlsx"));
    Path binary = root.resolve("2024-320000-v1.xls");
    try (XSSFWorkbook from = Workbooks.open(broken);
        HSSFWorkbook to = Workbooks.binary(from);
        OutputStream out = Files.newOutputStream(binary)) {
      to.write(out);
      return binary;
    }
  }

  private static Edition edition(Inbox inbox) {
    RoundTables.write(WAREHOUSE, round, List.of());
    Submissions.declare(WAREHOUSE);
    inbox.files().forEach(file -> new SubmissionReader(round).read(file, WAREHOUSE));
    Submissions.note(WAREHOUSE, inbox.contents());
    Submissions.settle(WAREHOUSE);
    Observations observations = new Observations(WAREHOUSE);
    observations.extract();
    ReconciledRound reconciled = new Reconciliation(WAREHOUSE).reconcile(round);
    return new Edition(
        round,
        SampleEdition.design(TrimSize.SMALL),
        Sha256.of("edition"),
        "0.1.0",
        observations.judgement(),
        reconciled,
        StatementCompiler.compile(round, reconciled));
  }

  @AfterAll
  static void close() {
    WAREHOUSE.close();
  }

  private static Path copy() {
    return copies.resolve("330000-浙江省.xlsx");
  }

  private static Set<String> coloured(XSSFWorkbook before, XSSFWorkbook after) {
    Set<String> coloured = new TreeSet<>();
    after.forEach(sheet ->
        sheet.forEach(row ->
            row.forEach(cell -> {
              XSSFSheet was = before.getSheet(sheet.getSheetName());
              XSSFCell old =
                  was == null || was.getRow(row.getRowNum()) == null
                      ? null
                      : was.getRow(row.getRowNum()).getCell(cell.getColumnIndex());
              if (was != null && (old == null || !look(old).equals(look((XSSFCell) cell)))) {
                coloured.add(sheet.getSheetName() + "!" + cell.getAddress());
              }
            })));
    return coloured;
  }

  private static String look(XSSFCell cell) {
    var kept = cell.getCTCell();
    return cell.getCellStyle().getCoreXf().xmlText()
        + List.of(kept.getS(), String.valueOf(kept.getT()), String.valueOf(kept.getF()))
        + cell;
  }

  @Test
  void everyMemberInForceAndEveryRefusedFileIsAnswered() throws IOException {
    assertThat(OutputHashes.of(copies).keySet())
        .hasSize(5)
        .contains("310000-上海市.xlsx", "320000-江苏省.xls", "330000-浙江省.xlsx", "340000-安徽省.xlsx")
        .anyMatch(name -> name.matches("退回-[0-9a-f]{12}\\.xlsx"));
  }

  @Test
  void exactlyTheCellsOfTheFindingsAreMarked() throws IOException {
    List<Finding> findings =
        edition.openFindings().stream().filter(f -> ZHEJIANG.equals(f.entity())).toList();
    assertThat(findings).hasSize(5);
    try (XSSFWorkbook before = Workbooks.open(root.resolve("broken.xlsx"));
        XSSFWorkbook after = Workbooks.open(copy())) {
      assertThat(coloured(before, after))
          .containsExactlyInAnyOrderElementsOf(
              findings.stream().map(f -> f.location().sheet() + "!" + f.location().cell()).toList())
          .contains("指标!E4", "指标!G8", "里程碑!D4");
      assertThat(after.getSheet("指标").getRow(7).getCell(6).getCellComment().getString().getString())
          .contains("强制", "请填写准确数", "现为：约17.8万个", "应为：数字", "observation.unreadable-value");
    }
  }

  @Test
  void theIndexLeadsToEachCell() throws IOException {
    try (XSSFWorkbook copy = Workbooks.open(copy())) {
      XSSFSheet index = copy.getSheetAt(0);
      assertThat(index.getSheetName()).isEqualTo(Submissions.REVIEW_SHEET);
      assertThat(index.getHyperlinkList())
          .extracting(link -> link.getAddress())
          .containsExactlyInAnyOrder(
              "'指标'!E4", "'指标'!G8", "'里程碑'!D4", "'乡村案例和风景线'!B18", "'旅游线路'!A5");
      assertThat(text(index)).contains("强制3条").doesNotContain("提示0条");
    }
  }

  @Test
  void aMemberWithoutFindingsIsToldSo() throws IOException {
    try (XSSFWorkbook before = Workbooks.open(sample("340000"));
        XSSFWorkbook after = Workbooks.open(copies.resolve("340000-安徽省.xlsx"))) {
      assertThat(text(after.getSheetAt(0))).contains("无意见");
      assertThat(coloured(before, after)).isEmpty();
    }
  }

  @Test
  void aRefusedFileGetsASheetThatSaysWhy() throws IOException {
    String name =
        OutputHashes.of(copies).keySet().stream()
            .filter(file -> file.startsWith("退回"))
            .findFirst()
            .orElseThrow();
    try (XSSFWorkbook report = Workbooks.open(copies.resolve(name))) {
      assertThat(report.getNumberOfSheets()).isEqualTo(1);
      assertThat(text(report.getSheetAt(0)))
          .contains("退回通知", "未予采用", "不是Excel工作簿", "submission.not-a-workbook");
    }
  }

  @Test
  void sentBackUnchangedItIsNoChangeAndItsBytesAreKept() throws IOException {
    Path elsewhere = elsewhere("unchanged");
    Inbox inbox = new Inbox(elsewhere, round);
    List<ReceivedFile> before = inbox.files();
    Intake again = inbox.receive(copy(), RECEIVED.plusSeconds(3600), "示例");
    assertThat(inbox.files()).isEqualTo(before);
    assertThat(OutputHashes.of(elsewhere))
        .containsValue(Sha256.of(copy()))
        .containsKey(
            "2024/unchanged/"
                + Sha256.of(copy()).abbreviated()
                + "-as-"
                + again.sha256().abbreviated()
                + ".xlsx");
    Map<String, Sha256> kept = OutputHashes.of(elsewhere);
    assertThat(inbox.receive(copy(), RECEIVED.plusSeconds(7200), "示例").file())
        .isEqualTo(again.file());
    assertThat(OutputHashes.of(elsewhere)).isEqualTo(kept);
    assertThat(again)
        .isInstanceOfSatisfying(
            Intake.Received.class,
            received ->
                assertThat(received.findings())
                    .extracting(Finding::code)
                    .containsExactly("submission.same-values"));
  }

  private Path elsewhere(String name) throws IOException {
    Path elsewhere = root.resolve(name);
    OutputHashes.copy(input, elsewhere);
    return elsewhere;
  }

  @Test
  void whatIsTypedIntoTheIndexOrAsACommentIsToldOfWithItsCell() throws IOException {
    for (String name : List.of("330000-浙江省.xlsx", "320000-江苏省.xls")) {
      Path answered = answered(copies.resolve(name));
      Inbox inbox = new Inbox(elsewhere("answered-" + name.substring(0, 6)), round);
      Intake intake = inbox.receive(answered, RECEIVED.plusSeconds(3600), "示例");
      List<Finding> told = ((Intake.Received) intake).findings();
      assertThat(told)
          .filteredOn(f -> f.code().startsWith("submission.unread"))
          .extracting(f -> f.code() + " " + f.location().sheet() + " " + f.location().cell())
          .containsExactly(
              "submission.unread-reply 核查意见 M8",
              "submission.unread-reply 核查意见 A40",
              "submission.unread-comment 指标 G8");
      assertThat(inbox.contents().findings())
          .extracting(Finding::code)
          .contains("submission.same-values", "submission.unread-reply");
      assertThat(told).extracting(Finding::message).anyMatch(text -> text.contains("“说明”栏"));
    }
  }

  /// As an officer answers where the remarks are: beside a row, below the table, in a comment.
  private static Path answered(Path copy) throws IOException {
    Path answered = root.resolve("answered-" + copy.getFileName());
    try (Workbook workbook =
            WorkbookFactory.create(new ByteArrayInputStream(Files.readAllBytes(copy)));
        OutputStream out = Files.newOutputStream(answered)) {
      Sheet index = workbook.getSheetAt(0);
      index.getRow(7).createCell(12).setCellValue("已与统计部门核对");
      index.createRow(39).createCell(0).setCellValue("以上均已核实");
      var comment = workbook.getSheet("指标").getRow(7).getCell(6).getCellComment();
      comment.setString(
          workbook
              .getCreationHelper()
              .createRichTextString(comment.getString().getString() + "\n答：数字无误"));
      workbook.write(out);
    }
    return answered;
  }

  @Test
  void aBinaryWorkbookIsGivenBackAsOneAndSentBackItIsNoChange() throws IOException {
    Path copy = copies.resolve("320000-江苏省.xls");
    try (HSSFWorkbook workbook =
        new HSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(copy)))) {
      assertThat(workbook.getSheetName(0)).isEqualTo(Submissions.REVIEW_SHEET);
      assertThat(workbook.getSheetAt(0).getHyperlinkList())
          .extracting(link -> link.getAddress())
          .contains("'指标'!E4", "'指标'!G8", "'里程碑'!D4");
      assertThat(
              workbook.getSheet("指标").getRow(7).getCell(6).getCellComment().getString().getString())
          .contains("强制", "请填写准确数", "现为：约17.8万个");
    }
    Inbox inbox = new Inbox(elsewhere("binary"), round);
    List<ReceivedFile> before = inbox.files();
    Intake again = inbox.receive(copy, RECEIVED.plusSeconds(3600), "示例");
    assertThat(inbox.files()).isEqualTo(before);
    assertThat(((Intake.Received) again).findings())
        .extracting(Finding::code)
        .contains("submission.same-values");
  }

  @Test
  void theAdviceOnTheFormatIsAboutTheFileThatCame() throws IOException {
    Inbox inbox = new Inbox(elsewhere("format"), round);
    Path saved = root.resolve("broken-320000.xlsx");
    assertThat(codes(inbox.receive(saved, RECEIVED.plusSeconds(3600), "示例")))
        .contains("submission.same-values")
        .doesNotContain("submission.binary-format");
    Path copy = copies.resolve("320000-江苏省.xls");
    assertThat(codes(inbox.receive(copy, RECEIVED.plusSeconds(7200), "示例")))
        .contains("submission.same-values")
        .containsOnlyOnce("submission.binary-format");
  }

  private static List<String> codes(Intake intake) {
    return ((Intake.Received) intake).findings().stream().map(Finding::code).toList();
  }

  @Test
  void sentBackCorrectedItIsANewVersionWithoutAnythingToSayOfOurMarks() throws IOException {
    Path elsewhere = root.resolve("elsewhere");
    OutputHashes.copy(input, elsewhere);
    Path corrected =
        Workbooks.changed(
            copy(),
            root.resolve("corrected.xlsx"),
            workbook -> workbook.getSheet("指标").getRow(3).getCell(4).setCellValue(306.844));
    Intake intake = new Inbox(elsewhere, round).receive(corrected, RECEIVED, "示例");
    assertThat(intake.file()).matches("330000/2024-330000-v1-[0-9a-f]{12}\\.xlsx");
    assertThat(((Intake.Received) intake).findings()).isEmpty();
  }

  @Test
  void theSameEditionGivesTheSameBytes() throws IOException {
    Path again = root.resolve("again");
    new ReturnCopies(WAREHOUSE, input, null).write(edition, again);
    assertThat(OutputHashes.of(again)).isEqualTo(OutputHashes.of(copies));
  }

  private static String text(XSSFSheet sheet) {
    List<String> texts = new ArrayList<>();
    sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
    return String.join("|", texts);
  }
}
