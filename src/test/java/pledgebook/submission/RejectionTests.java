package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.registry.RoundTables;
import pledgebook.vocabulary.EntityCode;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookLimits;

class RejectionTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final WorkbookContent BLANK =
      SubmissionTemplate.of(ROUND, Rounds.JIANGSU, Filling.none());

  @TempDir private Path folder;

  private Sent sent(WorkbookContent content) {
    return Sent.workbook(ROUND, folder, "320000/a.xlsx", content);
  }

  static Stream<Arguments> kinds() throws Exception {
    return Stream.of(
        Arguments.of("submission.not-a-workbook", new byte[0]),
        Arguments.of("submission.not-a-workbook", text("%PDF-1.7\n")),
        Arguments.of("submission.not-a-workbook", text("<html><table><tr><td>1</td></tr></table>")),
        Arguments.of("submission.not-a-workbook", text("a,b\n1,2\n")),
        Arguments.of("submission.unrecognised", legacy()),
        Arguments.of("submission.password-protected", encrypted()),
        Arguments.of("submission.damaged", text("PK\u0003\u0004 cut")));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] legacy() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet("封面");
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] encrypted() throws Exception {
    try (POIFSFileSystem system = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("示例");
      try (OutputStream stream = encryptor.getDataStream(system)) {
        stream.write(text("PK"));
      }
      system.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aFileThatCannotBeReadIsRejectedWithWhatToDo(String code, byte[] bytes) {
    Finding reason = Sent.bytes(ROUND, folder, "320000/a.xlsx", bytes).rejection();
    assertThat(reason.code()).isEqualTo(code);
    assertThat(reason.entity()).isEqualTo(Rounds.JIANGSU);
    assertThat(reason.location().file()).isEqualTo("320000/a.xlsx");
    assertThat(reason.message()).contains("请");
  }

  @Test
  void aFileCutShortIsRejected() throws IOException {
    byte[] bytes = Files.readAllBytes(sent(BLANK).file().path());
    Finding reason =
        Sent.bytes(ROUND, folder, "320000/a.xlsx", Arrays.copyOf(bytes, bytes.length / 2))
            .rejection();
    assertThat(reason.code()).isEqualTo("submission.damaged");
  }

  @Test
  void aFileBeyondTheBoundsLeavesNoRowBehind() {
    WorkbookLimits few =
        new WorkbookLimits(
            1 << 30, 1 << 30, 200, 100, 200, 64, 9_999, 99_999, 1 << 20, Duration.ofMinutes(1));
    WorkbookContent filled =
        SubmissionTemplate.of(
            ROUND, Rounds.JIANGSU, new SampleSubmissions(ROUND).filling(Rounds.JIANGSU));
    Sent sent = sent(filled);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      Intake intake = new SubmissionReader(ROUND, few).read(sent.file(), warehouse);
      assertThat(intake)
          .isInstanceOfSatisfying(
              Intake.Rejected.class,
              rejected -> {
                assertThat(rejected.reason().code()).isEqualTo("submission.too-large");
                assertThat(rejected.reason().message()).contains("行数超过200");
              });
      assertThat(warehouse.read(Submissions.STAGED_ROW, f -> f.text("form"))).isEmpty();
      assertThat(warehouse.read(Submissions.STAGED_SHEET, f -> f.text("form"))).isEmpty();
      assertThat(warehouse.read(Submissions.INTAKE, f -> f.text("state")))
          .containsExactly("rejected");
      assertThat(warehouse.read(Submissions.READING_FINDING, f -> f.text("code")))
          .containsExactly("submission.too-large");
      RoundTables.write(warehouse, ROUND);
      Submissions.settle(warehouse);
      assertThat(Submissions.inForce(warehouse)).isEmpty();
    }
  }

  @Test
  void textsBeyondTheBoundAreSaidInWordsOfTheirOwn() {
    WorkbookLimits few =
        new WorkbookLimits(
            1 << 30, 1 << 30, 200, 100, 20_000, 64, 9_999, 99_999, 20, Duration.ofMinutes(1));
    WorkbookContent filled =
        SubmissionTemplate.of(
            ROUND, Rounds.JIANGSU, new SampleSubmissions(ROUND).filling(Rounds.JIANGSU));
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      assertThat(new SubmissionReader(ROUND, few).read(sent(filled).file(), warehouse))
          .isInstanceOfSatisfying(
              Intake.Rejected.class,
              rejected -> assertThat(rejected.reason().message()).contains("共享文本的字节数超过20"));
    }
  }

  @Test
  void anotherYearIsRejected() {
    WorkbookContent other = SubmissionTemplate.of(Rounds.of(2025), Rounds.JIANGSU, Filling.none());
    Finding reason = sent(other).rejection();
    assertThat(reason.code()).isEqualTo("submission.wrong-round");
    assertThat(reason.message()).isEqualTo("这个工作簿是2025年度的，本次收集的是2024年度。请用2024年度的模板填写后报送。");
  }

  @Test
  void anotherMembersWorkbookIsRejected() {
    Finding reason = Sent.workbook(ROUND, folder, "330000/a.xlsx", BLANK).rejection();
    assertThat(reason.code()).isEqualTo("submission.wrong-member");
    assertThat(reason.entity()).isEqualTo(Rounds.ZHEJIANG);
    assertThat(List.of(String.valueOf(reason.found()), String.valueOf(reason.expected())))
        .containsExactly("江苏省", "浙江省");
  }

  @Test
  void aFolderOfNoMemberTakesNothing() {
    Finding reason = Sent.workbook(ROUND, folder, "110000/a.xlsx", BLANK).rejection();
    assertThat(reason.code()).isEqualTo("submission.wrong-member");
    assertThat(reason.entity()).isNull();
  }

  @Test
  void aTemplateOfAnotherVersionIsRejected() {
    Finding reason = sent(Edits.text(BLANK, "_pledgebook", 3, 2, "99")).rejection();
    assertThat(reason.code()).isEqualTo("submission.wrong-template");
    assertThat(reason.message()).contains("99");
  }

  @Test
  void aStrangerIsRejected() {
    Finding reason = sent(Edits.text(BLANK, "_pledgebook", 2, 2, "110000")).rejection();
    assertThat(reason.code()).isEqualTo("submission.unknown-member");
    assertThat(reason.message()).contains("110000");
  }

  @Test
  void aCoverThatContradictsTheMachineSheetIsNotDecidedForThem() {
    assertThat(sent(Edits.text(BLANK, "封面", 5, 3, "浙江省")).rejection().code())
        .isEqualTo("submission.contradictory");
    assertThat(sent(Edits.text(BLANK, "封面", 6, 3, "2023年度")).rejection().code())
        .isEqualTo("submission.contradictory");
  }

  @Test
  void withoutTheMachineSheetTheCoverDecides() {
    Sent sent = sent(Edits.without(BLANK, "_pledgebook"));
    assertThat(sent.findings())
        .extracting(Finding::code)
        .contains("submission.no-machine-sheet")
        .doesNotContain("submission.other-definition");
  }

  @Test
  void withoutEitherNobodyKnows() {
    WorkbookContent content = Edits.without(BLANK, "_pledgebook");
    assertThat(sent(Edits.without(content, "封面")).rejection().code())
        .isEqualTo("submission.unrecognised");
    assertThat(sent(Edits.text(content, "封面", 5, 3, "江苏省、浙江省")).rejection().code())
        .isEqualTo("submission.unrecognised");
  }

  @Test
  void anOlderTemplateIsReadAndToldOf() {
    Sent sent = sent(Edits.text(BLANK, "_pledgebook", 4, 2, "0".repeat(64)));
    assertThat(sent.findings()).extracting(Finding::code).contains("submission.other-definition");
  }

  @ParameterizedTest
  @EnumSource(ReadingRule.class)
  void everyRuleHasACodeAndASentence(ReadingRule rule) {
    assertThat(rule.code()).matches("submission\\.[a-z-]+");
    assertThat(rule.message()).endsWith("。").doesNotContain(" ");
  }

  @Test
  void rejectionIsAddressedToAMemberOnlyWhereTheFolderSaysSo() {
    Finding reason = Sent.bytes(ROUND, folder, "loose.xlsx", new byte[0]).rejection();
    assertThat(reason.entity()).isNull();
    assertThat(new EntityCode("320000")).isEqualTo(Rounds.JIANGSU);
  }
}
