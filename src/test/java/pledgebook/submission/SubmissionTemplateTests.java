package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pledgebook.registry.Round;
import pledgebook.vocabulary.EntityCode;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.InputRule;
import pledgebook.workbook.WorkbookContent.InputRule.Allowed;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

class SubmissionTemplateTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final WorkbookContent JIANGSU =
      SubmissionTemplate.of(ROUND, Rounds.JIANGSU, Filling.none());

  private static SheetContent sheet(WorkbookContent content, String name) {
    return content.sheets().stream()
        .filter(sheet -> sheet.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Role> roles(String indicator) {
    return sheet(JIANGSU, "指标").rows().stream()
        .filter(row -> text(row, 1).equals(indicator))
        .findFirst()
        .orElseThrow()
        .cells()
        .stream()
        .map(SubmissionTemplateTests::role)
        .toList();
  }

  private static Role role(@Nullable CellContent cell) {
    return cell == null ? Role.NOTE : cell.look().role();
  }

  private static String text(RowContent row, int column) {
    CellContent cell = row.cells().size() < column ? null : row.cells().get(column - 1);
    return switch (cell == null ? new CellValue.Blank() : cell.value()) {
      case CellValue.Text(String text) -> text;
      case CellValue.Decimal(BigDecimal number) -> number.toPlainString();
      case CellValue.Day(var day) -> day.toString();
      case CellValue.Blank blank -> "";
      case CellValue.SheetLink link -> link.text();
      case CellValue.FileLink link -> link.text();
    };
  }

  @Test
  void aWorkbookHasItsSheetsInOrderAndOnlyTheMachinesAreHidden() {
    assertThat(JIANGSU.sheets())
        .extracting(SheetContent::name)
        .containsExactly(
            "封面",
            "指标",
            "铁路区段",
            "里程碑",
            "充电桩",
            "虚拟窗口点位",
            "政务服务事项",
            "办件量",
            "辅助生殖项目",
            "一卡通场馆",
            "旅游线路",
            "和美乡村",
            "乡村案例和风景线",
            "养老地",
            "食品安全",
            "过境免签",
            "填报说明",
            "_pledgebook",
            "_lists");
    assertThat(JIANGSU.sheets())
        .filteredOn(SheetContent::hidden)
        .extracting(SheetContent::name)
        .containsExactly("_pledgebook", "_lists");
  }

  @Test
  void onlyTheCellsOfAnIndicatorsKindTakeEntries() {
    Role f = Role.FIXED;
    Role n = Role.ENTRY_NUMBER;
    Role t = Role.ENTRY_TEXT;
    assertThat(roles("A01-01")).containsExactly(f, f, f, f, n, f, f, t, t, t);
    assertThat(roles("A02-02")).containsExactly(f, f, f, f, n, n, n, t, t, t);
    assertThat(roles("A03-01")).containsExactly(f, f, f, f, f, f, n, t, t, t);
    assertThat(roles("A03-02")).containsExactly(f, f, f, f, f, f, n, t, t, t);
    assertThat(roles("A03-03")).containsExactly(f, f, f, f, f, f, n, t, t, t);
    assertThat(roles("A01-06")).containsExactly(f, f, f, f, f, f, n, t, t, t);
    assertThat(roles("A01-07")).containsExactly(f, f, f, f, f, f, f, t, t, t);
  }

  @Test
  void aMemberIsAskedForWhatItOwesAndNothingElse() {
    List<String> codes =
        sheet(JIANGSU, "指标").rows().stream().skip(3).map(row -> text(row, 1)).toList();
    assertThat(codes)
        .isEqualTo(ROUND.owedBy(Rounds.JIANGSU).stream().map(i -> i.code().value()).toList())
        .doesNotContain("A02-05", "A01-02", "A06-02");
  }

  @Test
  void lastYearsClosingValueIsFilledIn() {
    RowContent row =
        sheet(JIANGSU, "指标").rows().stream()
            .filter(r -> text(r, 1).equals("A02-02"))
            .findFirst()
            .orElseThrow();
    assertThat(text(row, 4)).isEqualTo("152600");
  }

  @Test
  void theMilestonesAMemberOwesAreFilledInAndTheirListIsClosed() {
    SheetContent sheet =
        sheet(SubmissionTemplate.of(ROUND, Rounds.ZHEJIANG, Filling.none()), "里程碑");
    assertThat(sheet.rows().stream().skip(3).map(row -> text(row, 1) + " " + text(row, 2)))
        .startsWith("A01-02 杭温铁路", "A01-04 沪苏湖铁路")
        .doesNotContain("A01-03 池黄高铁");
    assertThat(sheet.locked()).isTrue();
    assertThat(sheet.rows().get(3).cells().stream().map(SubmissionTemplateTests::role))
        .containsExactly(
            Role.FIXED,
            Role.FIXED,
            Role.ENTRY_TEXT,
            Role.ENTRY_DATE,
            Role.ENTRY_TEXT,
            Role.ENTRY_TEXT);
  }

  @Test
  void rowsCanBePastedBelowAnOpenForm() {
    assertThat(sheet(JIANGSU, "和美乡村").locked()).isFalse();
  }

  @Test
  void headingsSayTheUnitAndWhatEveryRowNeeds() {
    RowContent headings = sheet(JIANGSU, "铁路区段").rows().get(2);
    assertThat(List.of(text(headings, 1), text(headings, 3), text(headings, 5)))
        .containsExactly("*线路名称", "*区段长度（公里）", "*通车日期");
  }

  @Test
  void inputRulesComeFromTheColumns() {
    List<InputRule> rules = sheet(JIANGSU, "虚拟窗口点位").inputRules();
    assertThat(rules)
        .extracting(InputRule::allowed)
        .containsExactly(
            new Allowed.OneOf("_lists", new CellAddress(2, 1), new CellAddress(42, 1)),
            new Allowed.Between(ROUND.period().start(), ROUND.period().end()));
    assertThat(rules)
        .extracting(InputRule::last)
        .extracting(CellAddress::row)
        .containsOnly(CellAddress.LAST_ROW);
  }

  @Test
  void aFigureIsLimitedAsTheRulesLimitIt() {
    List<String> notApplicable = List.of("—", "/", "无");
    assertThat(rule(JIANGSU, "指标", "A01-01").allowed())
        .isEqualTo(new Allowed.Figure(new BigDecimal("1000000000000"), 3, notApplicable));
    assertThat(rule(JIANGSU, "指标", "A02-02"))
        .satisfies(rule -> assertThat(rule.first()).hasToString("E" + rule.first().row()))
        .satisfies(rule -> assertThat(rule.last()).hasToString("G" + rule.first().row()))
        .satisfies(rule -> assertThat(rule.message()).contains("整数", "不适用的填“—”"));
    assertThat(sheet(JIANGSU, "铁路区段").inputRules())
        .extracting(InputRule::allowed)
        .filteredOn(Allowed.Figure.class::isInstance)
        .containsOnly(new Allowed.Figure(new BigDecimal("1000000000000"), 3, List.of()));
  }

  private static InputRule rule(WorkbookContent content, String sheet, String indicator) {
    List<RowContent> rows = sheet(content, sheet).rows();
    return sheet(content, sheet).inputRules().stream()
        .filter(rule -> text(rows.get(rule.first().row() - 1), 1).equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDayThatPlacesNoRowInThePeriodMayBeLongAgo() {
    assertThat(sheet(JIANGSU, "过境免签").inputRules())
        .extracting(InputRule::allowed)
        .filteredOn(Allowed.Between.class::isInstance)
        .allSatisfy(allowed ->
            assertThat(((Allowed.Between) allowed).first()).isBefore(ROUND.period().start()));
  }

  @Test
  void ownCitiesComeFirstInTheList() {
    SheetContent lists = sheet(JIANGSU, "_lists");
    assertThat(text(lists.rows().get(0), 1)).isEqualTo("regions/city");
    assertThat(text(lists.rows().get(1), 1)).isEqualTo("南京市");
    assertThat(text(lists.rows().get(14), 1)).isEqualTo("上海市");
  }

  @Test
  void theMachineSheetSaysWhoseAndForWhen() {
    assertThat(sheet(JIANGSU, "_pledgebook").rows())
        .extracting(row -> Map.entry(text(row, 1), text(row, 2)))
        .containsExactly(
            Map.entry("round", "2024"),
            Map.entry("entity", "320000"),
            Map.entry("template", "1"),
            Map.entry("definition", Layout.definition(ROUND, Rounds.JIANGSU).hex()));
  }

  @Test
  void theDefinitionDiffersBetweenMembersOfDifferentDuties() {
    assertThat(Layout.definition(ROUND, Rounds.JIANGSU))
        .isNotEqualTo(Layout.definition(ROUND, Rounds.ZHEJIANG));
  }

  @Test
  void theCoverSaysThatDemonstrationDataIsNotReal() {
    assertThat(sheet(JIANGSU, "封面").rows().stream().map(row -> text(row, 2)))
        .anyMatch(text -> text.contains("演示数据"));
  }

  @Test
  void theGuideExplainsEveryIndicatorAndEveryForm() {
    List<String> guide =
        sheet(JIANGSU, "填报说明").rows().stream()
            .map(row -> text(row, 1) + text(row, 2) + text(row, 4) + text(row, 5))
            .toList();
    assertThat(ROUND.owedBy(Rounds.JIANGSU))
        .allSatisfy(indicator ->
            assertThat(guide).anyMatch(row -> row.startsWith(indicator.code() + indicator.name())));
    assertThat(ROUND.formsOf(Rounds.JIANGSU))
        .allSatisfy(form ->
            assertThat(guide)
                .anyMatch(row -> row.contains(form.title()) && row.contains(form.note())));
    assertThat(String.join("", guide)).contains("强制", "核实", "提示", "2025-02-28");
  }

  @Test
  void everyMemberOfEveryRoundGetsATemplate() {
    for (int year : List.of(2024, 2025)) {
      Round round = Rounds.of(year);
      assertThat(round.entities())
          .hasSize(4)
          .allSatisfy(entity ->
              assertThat(SubmissionTemplate.of(round, entity.code(), Filling.none()).sheets())
                  .hasSizeGreaterThan(3));
    }
  }

  @Test
  void aStrangerGetsNone() {
    assertThatThrownBy(() -> SubmissionTemplate.of(ROUND, new EntityCode("110000"), Filling.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("110000");
  }

  @Test
  void anEntryForAColumnThatIsNotThereIsRefused() {
    Filling filling =
        new Filling(
            Filling.none().cover(),
            Map.of(),
            Map.of("rail", List.of(Map.of("nowhere", new CellValue.Text("x")))));
    assertThatThrownBy(() -> SubmissionTemplate.of(ROUND, Rounds.JIANGSU, filling))
        .hasMessageContaining("nowhere");
  }
}
