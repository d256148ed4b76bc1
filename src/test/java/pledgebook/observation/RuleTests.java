package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.ALL;
import static pledgebook.registry.Target.Comparator.AT_LEAST;
import static pledgebook.registry.Target.Comparator.DONE;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Kind;
import pledgebook.warehouse.Check;

/// Every rule, fired by one fault in an otherwise clean round, and silent on the clean one.
class RuleTests {

  private static SmallRound round() {
    return new SmallRound()
        .amounts("A01-01", Kind.FLOW, false, target(AT_LEAST, "1"))
        .figure("A01-02", Kind.STOCK, null)
        .figure("A01-03", Kind.STOCK, null)
        .ratio("A01-04", "A01-02", "A01-03", null)
        .opening("A01-02", SHANGHAI, "100");
  }

  private static StagedRound clean(StagedRound staged) {
    return staged
        .flow(SHANGHAI, "A01-01", "7")
        .row(SHANGHAI, "A01-02", "100", "20", "5", "115")
        .closing(SHANGHAI, "A01-03", "50")
        .thing(SHANGHAI, "甲", "上海市", "3.5", null, "2024-03-01")
        .thing(SHANGHAI, "乙", "上海市", "3.5", null, "2024-12-31")
        .flow(JIANGSU, "A01-01", "0")
        .closing(JIANGSU, "A01-02", "0")
        .closing(JIANGSU, "A01-03", "—");
  }

  @Test
  void aCleanRoundHasNoFindings() {
    try (StagedRound staged = clean(new StagedRound(round()))) {
      assertThat(staged.judge().findings()).isEmpty();
    }
  }

  private static Arguments fault(
      String rule, String cell, String found, String expected, UnaryOperator<StagedRound> change) {
    return Arguments.of(rule, cell, found, expected, change);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault(
            "unknown-indicator", "A5", "B09-99", "模板中的指标代码", s -> s.flow(SHANGHAI, "B09-99", "1")),
        fault("repeated-indicator", "A5", "A01-03", "一行", s -> s.closing(SHANGHAI, "A01-03", "50")),
        fault("unreadable-evidence", "C4", "约3", "数字", s -> s.thing(SHANGHAI, "丙", "上海市", "约3")),
        fault(
            "unreadable-evidence",
            "E4",
            "2024-13-01",
            "日期，如2024-12-26",
            s -> s.thing(SHANGHAI, "丙", "上海市", "0", null, "2024-13-01")),
        fault("unknown-code", "B4", "苏川市", "下拉列表中的一项", s -> s.thing(SHANGHAI, "丙", "苏川市", "0")),
        fault("required-evidence", "A4", "空", "名称", s -> s.thing(SHANGHAI, " ", "上海市", "0")),
        fault("duplicate-row", "A4", "乙", "不重复", s -> s.thing(SHANGHAI, "乙 ", "上海市", "0")),
        fault("negative-value", "C4", "-1", "不小于0", s -> s.thing(SHANGHAI, "丙", "上海市", "-1")),
        fault(
            "excess-decimals",
            "C4",
            "1.2345",
            "至多3位小数",
            s -> s.thing(SHANGHAI, "丙", "上海市", "1.2345")),
        fault(
            "day-outside-period",
            "E4",
            "2025-01-01",
            "2024-01-01至2024-12-31",
            s -> s.thing(SHANGHAI, "丙", "上海市", "0", null, "2025-01-01")),
        fault("evidence-total", "E2", "7", "8", s -> s.thing(SHANGHAI, "丙", "上海市", "1")),
        fault("key-in-two-members", "A2", "甲", "只由一方填报", s -> s.thing(JIANGSU, "甲", "南京市", "0")));
  }

  @Test
  void aNameTwoMembersGiveForACountedThingIsToldAndCountedOnce() {
    SmallRound round = new SmallRound().names("A01-01", Kind.DISTINCT, target(AT_LEAST, "1"));
    try (StagedRound staged =
        new StagedRound(round)
            .thing(SHANGHAI, "甲", "上海市")
            .thing(JIANGSU, "甲", "南京市")
            .thing(JIANGSU, "乙", "南京市")
            .closing(SHANGHAI, "A01-01", "1")
            .closing(JIANGSU, "A01-01", "2")) {
      assertThat(staged.findings("observation.name-in-two-members"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.location().cell()).isEqualTo("A2");
            assertThat(finding.message()).contains("1项", "A2");
          });
      assertThat(staged.reconcile("A01-01").figure())
          .get()
          .satisfies(actual -> assertThat(actual.numerator()).isEqualByComparingTo("2"));
    }
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("faults")
  void namesTheCell(
      String rule, String cell, String found, String expected, UnaryOperator<StagedRound> change) {
    try (StagedRound staged = change.apply(clean(new StagedRound(round())))) {
      assertThat(staged.findings("observation." + rule))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.entity()).isEqualTo(SHANGHAI);
            assertThat(finding.location().file()).isEqualTo("310000/报送.xlsx");
            assertThat(finding.location().cell()).isEqualTo(cell);
            assertThat(finding.found()).isEqualTo(found);
            assertThat(finding.expected()).isEqualTo(expected);
            assertThat(finding.message()).isNotBlank().doesNotContain("{", "}");
          });
    }
  }

  /// Changes one figure of the sheet 指标 in the clean round.
  private static List<Finding> withRow(String rule, @Nullable String... row) {
    try (StagedRound staged = new StagedRound(round())) {
      clean(staged).replaceRow(SHANGHAI, Arrays.asList(row));
      return staged.findings("observation." + rule);
    }
  }

  @Test
  void namesTheFigureCell() {
    assertThat(withRow("missing-value", "A01-03", null, null, null, null, null, null))
        .extracting(f -> f.location().cell())
        .containsExactly("G4");
    assertThat(withRow("unreadable-value", "A01-03", null, null, null, null, null, "约515个"))
        .extracting(Finding::found)
        .containsExactly("约515个");
    assertThat(withRow("balance", "A01-02", null, null, "100", "20", "5", "116"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.location().cell()).isEqualTo("G3");
          assertThat(finding.difference()).isEqualTo("1");
          assertThat(finding.message())
              .contains("文件310000/报送.xlsx工作表“指标”的G3、D3、E3、F3", "100＋本年新增20－本年减少5＝115");
          assertThat(finding.location().file()).isEqualTo("310000/报送.xlsx");
          assertThat(finding.location().sheet()).isEqualTo("指标");
        });
    assertThat(withRow("opening-differs", "A01-02", null, null, "99", "21", "5", "115"))
        .extracting(Finding::expected)
        .containsExactly("100");
    assertThat(withRow("beyond-measure", "A01-03", null, null, null, null, null, "999999999999"))
        .isEmpty();
    assertThat(withRow("unreadable-value", "A01-03", null, null, null, null, null, "1000000000000"))
        .hasSize(1);
  }

  @Test
  void aMemberThatSentNothingIsTold() {
    try (StagedRound staged = new StagedRound(round())) {
      staged.sent(JIANGSU);
      assertThat(staged.findings("observation.member-missing"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.entity()).isEqualTo(SHANGHAI);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.indicators()).hasSize(3);
          });
    }
  }

  @Test
  void notApplicableContradictsEvidence() {
    try (StagedRound staged = new StagedRound(round())) {
      clean(staged)
          .replaceRow(SHANGHAI, Arrays.asList("A01-01", null, null, null, "—", null, null));
      assertThat(staged.findings("observation.not-applicable-with-evidence"))
          .extracting(f -> f.location().cell(), Finding::expected)
          .containsExactly(org.assertj.core.api.Assertions.tuple("E2", "7"));
    }
  }

  @Test
  void notApplicableMayNotShortenTheLongestTime() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.DURATION, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged.closing(SHANGHAI, "A01-01", "8").closing(JIANGSU, "A01-01", "—");
      assertThat(staged.findings("observation.not-applicable-counts"))
          .extracting(Finding::entity)
          .containsExactly(JIANGSU);
    }
  }

  @Test
  void aCodeOfTwoMembersIsToBeVerified() {
    SmallRound round = new SmallRound().codes("A01-01");
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .closing(SHANGHAI, "A01-01", "1")
          .closing(JIANGSU, "A01-01", "1")
          .thing(SHANGHAI, "xn-1")
          .thing(JIANGSU, "XN-1");
      assertThat(staged.findings("observation.code-in-two-members"))
          .extracting(Finding::found)
          .containsExactly("XN-1", "XN-1");
    }
  }

  @Test
  void aWholeThatDiffersIsToldAtEachPlace() {
    SmallRound round = new SmallRound().amounts("A01-01", Kind.FLOW, true, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .thing(SHANGHAI, "沪苏湖铁路", null, "64.8", "163.8")
          .thing(JIANGSU, "沪苏湖铁路", null, "99", "163");
      assertThat(staged.findings("observation.whole-differs"))
          .extracting(f -> f.location().cell() + " " + f.expected())
          .containsExactly("D2 163", "D2 163.8");
    }
  }

  @Test
  void whatIsCountedForTheYearBeginsWithIt() {
    SmallRound round =
        new SmallRound().namesOfTheYear("A01-01", null).names("A01-02", Kind.DISTINCT, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .thing(SHANGHAI, "甲", "上海市", null, null, "2023-12-31")
          .thing(SHANGHAI, "乙", "上海市", null, null, "2024-01-01")
          .thing(SHANGHAI, "丙", "上海市", null, null, "2024-12-31");
      assertThat(staged.findings("observation.day-outside-period"))
          .extracting(f -> f.location().cell() + f.indicators())
          .containsExactly("E2[A01-01]");
    }
  }

  @Test
  void aMilestoneNeedsItsDayAndItsName() {
    SmallRound round = new SmallRound().milestone("A01-01", target(DONE, null), "建成通车");
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .thing(SHANGHAI, "建成通车", null, null, null, null, "是")
          .thing(JIANGSU, "开工", null, null, null, null, "否");
      assertThat(staged.findings("observation.milestone-undated"))
          .extracting(f -> f.location().cell())
          .containsExactly("E2");
      assertThat(staged.findings("observation.unknown-deliverable"))
          .extracting(Finding::found)
          .containsExactly("开工");
    }
  }

  @Test
  void rowsThatCountForNothingAreTold() {
    SmallRound round = new SmallRound().namesOfKind("A01-01", "甲类", target(ALL, null));
    try (StagedRound staged = new StagedRound(round)) {
      staged.sent(JIANGSU).thing(SHANGHAI, "一", null, null, null, null, null, "乙类");
      assertThat(staged.findings("observation.not-its-own"))
          .extracting(Finding::found)
          .containsExactly("1");
    }
  }

  @Test
  void flowAndStockOfOneThingAreTied() {
    SmallRound round =
        new SmallRound().figure("A01-01", Kind.FLOW, null).tiedStock("A01-02", "A01-01");
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "7").row(SHANGHAI, "A01-02", "0", "8", "0", "8");
      assertThat(staged.findings("observation.flow-of-stock"))
          .extracting(f -> f.location().cell() + f.difference())
          .containsExactly("E31");
    }
  }

  @Test
  void aMissingRowIsToldWhereItShouldStand() {
    SmallRound round =
        new SmallRound()
            .milestone("A01-01", target(DONE, null), "建成通车")
            .figure("A01-02", Kind.NARRATIVE, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .sent(JIANGSU)
          .closing(SHANGHAI, "A01-02", null)
          .texts(SHANGHAI, "A01-02", "/", null)
          .thing(SHANGHAI, "建成通车", null, null, null, "2024-05-01", "是");
      assertThat(staged.findings("observation.deliverable-missing"))
          .extracting(f -> f.entity() + f.location().sheet() + f.location().cell())
          .containsExactly(JIANGSU + "事项A2");
      assertThat(staged.findings("observation.missing-value"))
          .extracting(f -> f.location().cell() + f.message())
          .containsExactly(
              "H2“指标A01-02”的完成情况说明（H2）只填了“/”，没有说明。请用文字写明完成情况；尚无进展的也请写明原因。",
              "A2“指标A01-02”的完成情况说明没有填：表中没有代码A01-02的一行。请从模板中补回这一行并填写。");
    }
  }

  /// An error is explained away by nobody, so nothing may advise to.
  @Test
  void noErrorAdvisesToExplain() {
    assertThat(Observations.checks())
        .filteredOn(check -> check.severity() == Severity.ERROR)
        .hasSizeGreaterThan(15)
        .allSatisfy(check -> assertThat(check.message()).doesNotContain("“说明”栏", "说明栏"));
  }

  @Test
  void everyRuleHasAHeadAndAPurpose() {
    assertThat(Observations.checks())
        .hasSizeGreaterThan(20)
        .allSatisfy(check -> {
          assertThat(check.code()).startsWith("observation.");
          assertThat(check.message()).endsWith("。");
          assertThat(check.missing()).isNotBlank();
        })
        .extracting(Check::code)
        .doesNotHaveDuplicates();
  }
}
