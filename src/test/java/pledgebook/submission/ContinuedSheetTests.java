package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// Which further sheets go on with a form, and which do not.
class ContinuedSheetTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final String PILES = "充电桩";
  private static final int HEAD = EntrySheets.HEADING_ROW;
  private static final WorkbookContent FILLED =
      SubmissionTemplate.of(ROUND, Rounds.JIANGSU, fewRows());

  @TempDir private Path folder;

  private static Filling fewRows() {
    Filling filling = new SampleSubmissions(ROUND).filling(Rounds.JIANGSU);
    Map<String, List<Map<String, CellValue>>> evidence = new HashMap<>();
    filling
        .evidence()
        .forEach((form, rows) -> evidence.put(form, rows.stream().limit(10).toList()));
    return new Filling(filling.cover(), filling.indicators(), evidence);
  }

  private static SheetContent sheet(String name) {
    return FILLED.sheets().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /// The rows of 充电桩 from one to another on a sheet of the name given, below its headings.
  private static SheetContent part(String name, int from, int to) {
    WorkbookContent cut =
        Edits.rows(
            FILLED,
            PILES,
            rows -> {
              List<RowContent> kept = new ArrayList<>(rows.subList(0, HEAD));
              kept.addAll(rows.subList(HEAD + from, HEAD + to));
              return kept;
            });
    return Edits.renamed(cut, PILES, name).sheets().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Sent sent(SheetContent... piles) {
    return sent(Arrays.asList(piles));
  }

  private Sent sent(List<SheetContent> piles) {
    WorkbookContent content =
        Edits.sheets(
            Edits.without(FILLED, PILES),
            sheets -> {
              sheets.addAll(2, piles);
              return sheets;
            });
    return Sent.workbook(ROUND, folder, "320000/a.xlsx", content);
  }

  private static List<String> told(Sent sent) {
    return sent.findings().stream()
        .map(finding -> finding.code().substring(11) + " " + finding.location().sheet())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "充电桩（2）",
        "充电桩(2)",
        "充电桩 (2)",
        "充电桩2",
        "充电桩（二）",
        "充电桩十二",
        "充电桩续",
        "充电桩（续）",
        "充电桩续表",
        "充电桩续2",
        "充电桩-2",
        "充电桩（第2张）",
        "续表",
        "续",
        "续表2"
      })
  void aSheetNamedSoGoesOn(String name) {
    Sent sent = sent(part(PILES, 0, 6), part(name, 6, 10));
    assertThat(told(sent)).containsExactly("continued-sheet " + name);
    Finding note = sent.findings().getFirst();
    assertThat(note.message()).contains("“" + name + "”已作为“充电桩”的续表读取，其中4行与“充电桩”的各行一并计算");
    assertThat(sent.staged().cells("piles")).hasSize(10);
    assertThat(sent.staged().numbers("piles")).containsExactly(4, 5, 6, 7, 8, 9, 4, 5, 6, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"充电桩 备份", "充电桩2024", "充电桩100", "充电桩旧", "旧充电桩", "表9", "充电桩2月"})
  void aSheetNamedOtherwiseIsStillADuplicate(String name) {
    Sent sent = sent(part(PILES, 0, 6), part(name, 6, 10));
    assertThat(told(sent)).containsExactly("duplicate-sheet " + name);
    assertThat(sent.staged().cells("piles")).hasSize(6);
  }

  @Test
  void theOrderOfSheetsPlaysNoPart() {
    List<SheetContent> parts =
        new ArrayList<>(List.of(part(PILES, 0, 3), part("充电桩（2）", 3, 6), part("充电桩（10）", 6, 10)));
    List<List<?>> read = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      Sent sent = sent(parts);
      read.add(List.of(told(sent), sent.staged().cells("piles")));
      Collections.rotate(parts, 1);
    }
    assertThat(read.get(1)).isEqualTo(read.getFirst());
    assertThat(read.get(2)).isEqualTo(read.getFirst());
    assertThat(read.getFirst().getFirst())
        .isEqualTo(List.of("continued-sheet 充电桩（2）", "continued-sheet 充电桩（10）"));
  }

  @Test
  void whereNoSheetBearsTheTitleAloneTheFirstIsTheForms() {
    Sent sent = sent(part("充电桩（2）", 5, 10), part("充电桩（1）", 0, 5));
    assertThat(told(sent)).containsExactly("renamed-sheet 充电桩（1）", "continued-sheet 充电桩（2）");
    assertThat(sent.staged().cells("piles")).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"充电桩（2）", "续表"})
  void theSameRowsOnceMoreAreACopyWhateverTheirOrder(String name) {
    WorkbookContent reversed =
        Edits.rows(
            FILLED,
            PILES,
            rows -> {
              List<RowContent> turned = new ArrayList<>(rows);
              Collections.reverse(turned.subList(HEAD, HEAD + 10));
              return turned;
            });
    SheetContent copy =
        Edits.renamed(reversed, PILES, name).sheets().stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow();
    Sent sent = sent(sheet(PILES), copy);
    assertThat(told(sent)).containsExactly("duplicate-sheet " + name);
    assertThat(sent.findings().getFirst().message()).contains("各行也相同");
    assertThat(sent.staged().cells("piles")).hasSize(10);
  }

  @Test
  void aCopyIsTakenOutOfTheWarehouseAgain() {
    Sent sent = sent(part(PILES, 0, 10), part("充电桩（2）", 0, 10), part("充电桩（3）", 0, 9));
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      new SubmissionReader(ROUND).read(sent.file(), warehouse);
      assertThat(warehouse.read(Submissions.STAGED_SHEET, row -> row.text("sheet")))
          .contains(PILES, "充电桩（3）")
          .doesNotContain("充电桩（2）");
      assertThat(
              warehouse.read(Submissions.STAGED_ROW, row -> row.text("sheet")).stream()
                  .filter(name -> name.startsWith(PILES)))
          .hasSize(19)
          .doesNotContain("充电桩（2）");
    }
  }

  @Test
  void aFurtherSheetWithoutRowsIsNone() {
    assertThat(told(sent(sheet(PILES), part("充电桩（2）", 0, 0))))
        .containsExactly("extra-sheet 充电桩（2）");
  }

  @Test
  void rowsWithoutHeadingsUnderTheTitleAreNotPassedOverInSilence() {
    SheetContent bare = part("充电桩（2）", 6, 10);
    WorkbookContent content =
        Edits.sheets(
            FILLED,
            sheets -> {
              sheets.add(bare);
              return sheets;
            });
    WorkbookContent headless =
        Edits.rows(content, "充电桩（2）", rows -> new ArrayList<>(rows.subList(HEAD, rows.size())));
    Sent sent = Sent.workbook(ROUND, folder, "320000/a.xlsx", headless);
    assertThat(told(sent)).containsExactly("missing-heading 充电桩（2）");
    assertThat(sent.findings().getFirst().indicators()).isNotEmpty();
  }

  @Test
  void theSheetOfIndicatorsHasNone() {
    WorkbookContent content =
        Edits.sheets(
            FILLED,
            sheets -> {
              sheets.add(
                  Edits.renamed(FILLED, "指标", "指标（2）").sheets().stream()
                      .filter(s -> s.name().equals("指标（2）"))
                      .findFirst()
                      .orElseThrow());
              return sheets;
            });
    assertThat(told(Sent.workbook(ROUND, folder, "320000/a.xlsx", content)))
        .containsExactly("duplicate-sheet 指标（2）");
  }

  @ParameterizedTest
  @CsvSource({
    "岗位（3）, 岗位, 3",
    "岗位（十一）, 岗位, 11",
    "岗位二十三, 岗位, 23",
    "岗位十, 岗位, 10",
    "岗位续, 岗位, 2",
    "岗位续3, 岗位, 3",
    "续表（4）, '', 4",
    "岗位, 岗位, ",
    "3, '', ",
    "岗位2023, 岗位, ",
    "办件2, 岗位, "
  })
  void theNameTellsThePlace(
      String name, String title, @org.jspecify.annotations.Nullable Integer place) {
    assertThat(SheetOrdinal.of(name, title).orElse(null)).isEqualTo(place);
  }
}
