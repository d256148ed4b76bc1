package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Form;
import pledgebook.registry.Indicator;
import pledgebook.registry.Round;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.CellValue;

class SubmissionReaderTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final int ROWS = 12;
  private static final Filling FILLING = fewRows();
  private static final WorkbookContent FILLED =
      SubmissionTemplate.of(ROUND, Rounds.JIANGSU, FILLING);

  @TempDir private Path folder;

  /// A sample with a page of rows on every sheet.
  private static Filling fewRows() {
    Filling filling = new SampleSubmissions(ROUND).filling(Rounds.JIANGSU);
    Map<String, List<Map<String, CellValue>>> evidence = new HashMap<>();
    filling
        .evidence()
        .forEach((form, rows) -> evidence.put(form, rows.stream().limit(ROWS).toList()));
    return new Filling(filling.cover(), filling.indicators(), evidence);
  }

  private Sent sent(WorkbookContent content) {
    return Sent.workbook(ROUND, folder, "320000/a.xlsx", content);
  }

  /// A workbook someone went on working on in a spreadsheet program.
  private Sent edited(Consumer<XSSFWorkbook> edit) throws IOException {
    Sent sent = sent(FILLED);
    Path path = sent.file().path();
    try (InputStream in = Files.newInputStream(path);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      edit.accept(workbook);
      try (OutputStream out = Files.newOutputStream(path)) {
        workbook.write(out);
      }
    }
    return Sent.at(ROUND, path, sent.file().file(), Sent.TIME);
  }

  private static @Nullable String plain(CellValue value) {
    return switch (value) {
      case CellValue.Text(String text) -> text;
      case CellValue.Decimal(BigDecimal number) ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      case CellValue.Day(LocalDate day) -> day.toString();
      case CellValue.Blank blank -> null;
      case CellValue.SheetLink link -> link.text();
      case CellValue.FileLink link -> link.text();
    };
  }

  private static List<@Nullable String> expected(Form form, Map<String, CellValue> row) {
    List<@Nullable String> cells = new ArrayList<>();
    for (Form.Column column : form.columns()) {
      cells.add(plain(row.getOrDefault(column.code(), new CellValue.Blank())));
    }
    return cells;
  }

  private static List<List<@Nullable String>> expectedRows(Form form) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    FILLING
        .evidence()
        .getOrDefault(form.code(), List.of())
        .forEach(row -> rows.add(expected(form, row)));
    return rows;
  }

  private static List<List<@Nullable String>> expectedIndicators() {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (Indicator indicator : ROUND.owedBy(Rounds.JIANGSU)) {
      Map<String, CellValue> row =
          new HashMap<>(FILLING.indicators().getOrDefault(indicator.code(), Map.of()));
      row.put("code", new CellValue.Text(indicator.code().value()));
      row.put("name", new CellValue.Text(indicator.name()));
      if (!indicator.unit().symbol().isEmpty()) {
        row.put("unit", new CellValue.Text(indicator.unit().symbol()));
      }
      ROUND
          .findOpening(indicator.code(), Rounds.JIANGSU)
          .ifPresent(opening -> row.put("opening", new CellValue.Decimal(opening.value())));
      rows.add(expected(Layout.INDICATORS, row));
    }
    return rows;
  }

  private static void holdsEverything(Recording staged) {
    assertThat(staged.cells("指标")).isEqualTo(expectedIndicators());
    for (Form form : ROUND.formsOf(Rounds.JIANGSU)) {
      assertThat(staged.cells(form.code())).as(form.title()).isEqualTo(expectedRows(form));
    }
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @Test
  void whatIsEnteredIsWhatIsStagedAndThereIsNothingToSay() {
    Sent sent = sent(FILLED);
    Recording staged = sent.staged();
    holdsEverything(staged);
    assertThat(staged.numbers("rail")).containsExactly(4, 5);
    assertThat(staged.columns.get("rail")).containsExactly("A", "B", "C", "D", "E", "F");
    assertThat(sent.findings()).isEmpty();
  }

  @Test
  void theCoverTellsWhoseItIsAndWhenItWasMade() {
    Intake intake = sent(FILLED).examined();
    assertThat(intake)
        .isInstanceOfSatisfying(
            Intake.Received.class,
            received -> {
              Submission submission = received.submission();
              assertThat(submission.entity()).isEqualTo(Rounds.JIANGSU);
              assertThat(submission.version()).isEqualTo(1);
              assertThat(submission.coverDate()).isEqualTo(LocalDate.of(2025, 2, 18));
              assertThat(submission.receivedAt()).isEqualTo(Sent.TIME);
              assertThat(submission.origin()).isEqualTo("示例");
              assertThat(submission.late()).isFalse();
            });
  }

  @Test
  void theBlankTemplateIsASubmissionWithEmptySheets() {
    Sent sent = sent(SubmissionTemplate.of(ROUND, Rounds.JIANGSU, Filling.none()));
    assertThat(codes(sent.findings()))
        .containsOnly(
            "submission.cover-blank", "submission.cover-date-unclear", "submission.empty-sheet");
    assertThat(sent.staged().numbers("milestone")).hasSize(8);
  }

  @Test
  void theOrderOfSheetsPlaysNoPart() {
    Sent sent =
        sent(
            Edits.sheets(
                FILLED,
                sheets -> {
                  Collections.reverse(sheets);
                  return sheets;
                }));
    holdsEverything(sent.staged());
    assertThat(sent.findings()).isEmpty();
  }

  @Test
  void movedColumnsAreFoundByTheirHeadings() {
    WorkbookContent moved = Edits.reversedColumns(FILLED, "指标");
    for (Form form : ROUND.formsOf(Rounds.JIANGSU)) {
      moved = Edits.reversedColumns(moved, form.title());
    }
    Sent sent = sent(moved);
    holdsEverything(sent.staged());
    assertThat(sent.staged().columns.get("rail")).containsExactly("F", "E", "D", "C", "B", "A");
    assertThat(sent.findings()).isEmpty();
  }

  @Test
  void headingsAreRecognisedWhateverTheirWidthAndBlanks() {
    WorkbookContent content = Edits.text(FILLED, "铁路区段", 3, 1, " 线路\n名称 ");
    content = Edits.text(content, "铁路区段", 3, 3, "区段长度(公里)");
    content = Edits.text(content, "铁路区段", 3, 4, "线路全长");
    Sent sent = sent(Edits.renamed(content, "办件量", "　办件量 "));
    holdsEverything(sent.staged());
    assertThat(sent.findings()).isEmpty();
  }

  @Test
  void headingsAreFoundFurtherDown() {
    WorkbookContent content =
        Edits.rows(
            FILLED,
            "铁路区段",
            rows -> {
              IntStream.range(0, 10).forEach(i -> rows.add(0, Edits.row("抬头" + i)));
              return rows;
            });
    assertThat(sent(content).staged().numbers("rail")).containsExactly(14, 15);
  }

  @Test
  void blankRowsAreSkippedAndTheRowNumbersStayTrue() {
    WorkbookContent content =
        Edits.rows(
            FILLED,
            "铁路区段",
            rows -> {
              rows.add(4, Edits.row());
              rows.add(4, Edits.row("　", " "));
              rows.add(3, Edits.row());
              return rows;
            });
    Sent sent = sent(content);
    holdsEverything(sent.staged());
    assertThat(sent.staged().numbers("rail")).containsExactly(5, 8);
    assertThat(sent.findings()).isEmpty();
  }

  @Test
  void aMissingColumnEveryRowNeedsIsAFindingOnTheIndicatorsThatRestOnIt() {
    Sent sent = sent(Edits.withoutColumn(FILLED, "铁路区段", 3));
    Finding finding = only(sent.findings());
    assertThat(finding.code()).isEqualTo("submission.missing-column");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.entity()).isEqualTo(Rounds.JIANGSU);
    assertThat(finding.location().sheet()).isEqualTo("铁路区段");
    assertThat(finding.message()).isEqualTo("工作表“铁路区段”缺少必填列“区段长度”，各行的这一项都没有读到。请恢复这一列并填写。");
    assertThat(finding.indicators()).extracting(Object::toString).containsExactly("A01-01");
    assertThat(sent.staged().columns.get("rail")).containsExactly("A", "B", null, "C", "D", "E");
    assertThat(sent.staged().cells("rail").getFirst())
        .containsExactly("沪苏湖铁路", "江苏段", null, "163.8", "2024-12-26", null);
  }

  @Test
  void aMissingColumnThatMayBeBlankIsANote() {
    Finding finding = only(sent(Edits.withoutColumn(FILLED, "里程碑", 4)).findings());
    assertThat(finding.code()).isEqualTo("submission.missing-optional-column");
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void extraAndDoubleColumnsAreToldOf() {
    WorkbookContent content = Edits.text(FILLED, "铁路区段", 3, 8, "内部编号");
    Sent sent = sent(Edits.text(content, "铁路区段", 3, 7, "区段名称"));
    assertThat(codes(sent.findings()))
        .containsExactly("submission.duplicate-column", "submission.extra-column");
    assertThat(sent.findings().getFirst().location().cell()).isEqualTo("G3");
    assertThat(sent.findings().getFirst().message()).contains("只读取了B列");
    holdsEverything(sent.staged());
  }

  @Test
  void withoutHeadingsASheetIsNotRead() {
    WorkbookContent content =
        Edits.rows(
            FILLED,
            "充电桩",
            rows -> {
              rows.remove(2);
              return rows;
            });
    Sent sent = sent(content);
    assertThat(codes(sent.findings())).containsExactly("submission.missing-heading");
    assertThat(sent.staged().rows).doesNotContainKey("piles");
  }

  @Test
  void aMissingSheetIsAFinding() {
    Finding finding = only(sent(Edits.without(FILLED, "办件量")).findings());
    assertThat(finding.code()).isEqualTo("submission.missing-sheet");
    assertThat(finding.indicators())
        .extracting(Object::toString)
        .containsExactly("A03-04", "A03-05", "A03-06");
  }

  @Test
  void aRenamedSheetIsTakenByItsHeadingsWhereTheyFitNothingElse() {
    Sent sent = sent(Edits.renamed(FILLED, "充电桩", "表3"));
    holdsEverything(sent.staged());
    Finding finding = only(sent.findings());
    assertThat(finding.code()).isEqualTo("submission.renamed-sheet");
    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
  }

  @Test
  void renamedSheetsOfTheSameHeadingsAreNotGuessedAt() {
    WorkbookContent content = Edits.renamed(FILLED, "养老地", "表12");
    Sent sent = sent(Edits.renamed(content, "乡村案例和风景线", "表13"));
    assertThat(codes(sent.findings()))
        .containsExactly(
            "submission.extra-sheet",
            "submission.extra-sheet",
            "submission.ambiguous-sheet",
            "submission.ambiguous-sheet");
  }

  @Test
  void anExtraSheetIsANoteAndASecondOneOfAFormAnError() {
    WorkbookContent content =
        Edits.sheets(
            FILLED,
            sheets -> {
              sheets.add(Edits.renamed(FILLED, "铁路区段", "铁路区段 ").sheets().get(2));
              sheets.add(Edits.renamed(FILLED, "铁路区段", "铁路区段 (2)").sheets().get(2));
              sheets.add(Edits.renamed(FILLED, "封面", "草稿").sheets().getFirst());
              return sheets;
            });
    Sent sent = sent(content);
    holdsEverything(sent.staged());
    assertThat(codes(sent.findings()))
        .containsExactly(
            "submission.duplicate-sheet", "submission.extra-sheet", "submission.duplicate-sheet");
  }

  @Test
  void rowsOfTotalsAreToldOfAndLeftOut() {
    WorkbookContent content =
        Edits.rows(
            FILLED,
            "铁路区段",
            rows -> {
              rows.set(5, Edits.row("", "合 计：", 56, 56));
              rows.set(6, Edits.row("合计村", "不是合计行", 1, 1, "2024-01-01"));
              return rows;
            });
    Sent sent = sent(content);
    Finding finding = only(sent.findings());
    assertThat(finding.code()).isEqualTo("submission.summary-row");
    assertThat(finding.location().cell()).isEqualTo("B6");
    assertThat(sent.staged().numbers("rail")).containsExactly(4, 5, 7);
  }

  @Test
  void headingsPastedAgainAreLeftOut() {
    WorkbookContent content =
        Edits.rows(
            FILLED,
            "铁路区段",
            rows -> {
              rows.set(5, rows.get(2));
              return rows;
            });
    assertThat(codes(sent(content).findings())).containsExactly("submission.repeated-heading");
    holdsEverything(sent(content).staged());
  }

  @Test
  void rowsOutsideTheFormAreCountedAndToldOfOnce() {
    WorkbookContent content =
        Edits.rows(
            FILLED,
            "铁路区段",
            rows -> {
              rows.set(7, Edits.row("", "", "", "", "", "", "核对人"));
              rows.set(8, Edits.row("", "", "", "", "", "", "示例"));
              return rows;
            });
    Finding finding = only(sent(content).findings());
    assertThat(finding.message()).isEqualTo("表格列名之外的列有内容，共2行（第一处在G8），没有读取。误输入的请删除；应报的请移到相应的列。");
    holdsEverything(sent(content).staged());
  }

  @Test
  void errorsAndFormulasWithoutAValueAreFindingsWithTheirCell() throws IOException {
    Sent sent =
        edited(workbook -> {
          Sheet piles = workbook.getSheet("充电桩");
          piles
              .getRow(4)
              .getCell(2)
              .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
          piles.getRow(5).createCell(3).setCellFormula("SUM(D4:D5)");
          workbook.getSheet("指标").getRow(6).getCell(6).setCellFormula("1/0");
        });
    List<Finding> findings = sent.findings();
    assertThat(codes(findings))
        .containsExactly(
            "submission.uncalculated", "submission.error-cell", "submission.uncalculated");
    assertThat(findings.get(0).indicators()).extracting(Object::toString).containsExactly("A02-01");
    assertThat(findings.get(1).location().cell()).isEqualTo("C5");
    assertThat(findings.get(1).found()).isEqualTo("#N/A");
    assertThat(findings.get(2).location().cell()).isEqualTo("D6");
    Recording.StagedRow row = sent.staged().rows.getOrDefault("piles", List.of()).get(1);
    assertThat(row.cells().get(2)).isNull();
    assertThat(row.raw()).isNotNull().element(2).isEqualTo("#N/A");
  }

  @Test
  void hiddenRowsAndSheetsAreReadAndToldOf() throws IOException {
    Sent sent =
        edited(workbook -> {
          Sheet villages = workbook.getSheet("和美乡村");
          for (int i : List.of(3, 4, 5, 9)) {
            villages.getRow(i).setZeroHeight(true);
          }
          villages.setColumnHidden(1, true);
          workbook.setSheetHidden(workbook.getSheetIndex("办件量"), true);
        });
    holdsEverything(sent.staged());
    assertThat(sent.findings())
        .extracting(Finding::message)
        .containsExactly(
            "工作表“办件量”被隐藏，已照常读取。请确认其中内容确应报送；不应报送的请清除。",
            "第4行至第6行中有3行被隐藏，已照常读取。请确认这些行确应报送；不应报送的请删除。",
            "第10行被隐藏，已照常读取。请确认这些行确应报送；不应报送的请删除。",
            "“和美乡村”的B列被隐藏，已照常读取。请取消隐藏，核对其中内容。");
  }

  @Test
  void joinedCellsThatHideValuesAreFindings() throws IOException {
    Sent sent =
        edited(workbook -> {
          Sheet windows = workbook.getSheet("虚拟窗口点位");
          windows.getRow(4).getCell(2).setBlank();
          windows.addMergedRegion(new CellRangeAddress(3, 4, 2, 2));
        });
    Finding finding = only(sent.findings());
    assertThat(finding.code()).isEqualTo("submission.merged-cells");
    assertThat(finding.location().cell()).isEqualTo("C4");
  }

  @Test
  void numbersStoredAsTextStayTheTextTheyAre() {
    WorkbookContent content = Edits.text(FILLED, "铁路区段", 4, 3, "５２．１５６");
    assertThat(sent(content).staged().cells("rail").getFirst().get(2)).isEqualTo("５２．１５６");
  }

  @Test
  void theRawFormIsKeptWhereItIsNotThePlainOne() {
    Recording.StagedRow row = sent(FILLED).staged().rows.getOrDefault("rail", List.of()).get(0);
    assertThat(row.raw()).containsExactly(null, null, null, null, "45652.0", null);
  }

  @Test
  void aBrokenCoverIsReadAsFarAsItIsUnmistakable() {
    WorkbookContent content = Edits.text(FILLED, "封面", 7, 3, "第 ２ 版");
    content = Edits.text(content, "封面", 12, 3, "2025年2月18日");
    Sent sent = sent(content);
    assertThat(sent.findings()).isEmpty();
    assertThat(((Intake.Received) sent.examined()).submission().version()).isEqualTo(2);

    Sent unclear = sent(Edits.text(Edits.text(FILLED, "封面", 7, 3, "最终版"), "封面", 12, 3, "二月"));
    assertThat(unclear.findings())
        .extracting(Finding::message)
        .containsExactly(
            "封面“填报日期”C12填的是“二月”，不是可识别的日期，已按2025-02-20处理。请填如2025-02-18的日期。",
            "封面“版本号”C7填的是“最终版”，应为从1开始的整数，已按第1版处理。请更正：首次报送填1，以后每次加1。");
  }

  @Test
  void lateIsAfterTheDeadlineNotOnIt() {
    Path path = sent(FILLED).file().path();
    Sent onTheDay = Sent.at(ROUND, path, "320000/a.xlsx", "2025-02-28T23:59:59+08:00");
    Sent after = Sent.at(ROUND, path, "320000/a.xlsx", "2025-03-01T00:00:00+08:00");
    assertThat(onTheDay.findings()).isEmpty();
    assertThat(codes(after.findings())).containsExactly("submission.late");
    assertThat(((Intake.Received) after.examined()).submission().late()).isTrue();
  }

  @Test
  void aFileDroppedInByHandCountsFromTheDateOnItsCover() {
    Sent sent = Sent.at(ROUND, sent(FILLED).file().path(), "320000/a.xlsx", null);
    assertThat(codes(sent.findings())).containsExactly("submission.not-listed");
    assertThat(((Intake.Received) sent.examined()).submission().receivedAt())
        .isEqualTo("2025-02-18");
  }

  @Test
  void namesOfSheetsStandInMessagesOnOneLineAndNotForEver() {
    String name = "表\u202E" + "长".repeat(20);
    Finding finding =
        only(
            sent(Edits.sheets(
                    FILLED,
                    sheets -> {
                      sheets.add(Edits.renamed(FILLED, "封面", name).sheets().getFirst());
                      return sheets;
                    }))
                .findings());
    assertThat(finding.message()).doesNotContain("\u202E").contains("长长长");
  }
}
