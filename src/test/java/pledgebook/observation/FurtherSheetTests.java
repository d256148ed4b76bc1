package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.ZHEJIANG;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Kind;
import pledgebook.vocabulary.EntityCode;

/// Rows that go on in further sheets of their form count and are judged as if all stood on one, and
/// what is said of them names the right sheet.
class FurtherSheetTests {
  private static final String DAY = "observation.day-outside-period";

  private static StagedRound amounts(int rowsOfASheet) {
    SmallRound round = new SmallRound().amounts("A01-01", Kind.FLOW, false, target(AT_LEAST, "1"));
    return new StagedRound(round).flow(JIANGSU, "A01-01", "0").rowsOfASheet(rowsOfASheet);
  }

  private static @Nullable String[] thing(String name, String amount, String day) {
    return new @Nullable String[] {name, "上海市", amount, null, day};
  }

  private static String place(Finding finding) {
    return finding.location().sheet() + "!" + finding.location().cell();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 100})
  void howManySheetsTheRowsStandOnPlaysNoPart(int rowsOfASheet) {
    try (StagedRound staged = amounts(rowsOfASheet).flow(SHANGHAI, "A01-01", "15")) {
      for (int i = 1; i <= 5; i++) {
        staged.thing(SHANGHAI, thing("名" + i, String.valueOf(i), "2024-03-0" + i));
      }
      assertThat(staged.judge().findings()).isEmpty();
      Actual actual = staged.reconcile("A01-01").figure().orElseThrow();
      assertThat(actual.numerator()).isEqualByComparingTo("15");
    }
  }

  /// 0.333 three times of 1; only where a form has several sheets has each share to name its own.
  @ParameterizedTest
  @CsvSource({"1, 事项（2）!C2", "2, C3"})
  void roundedSharesNameTheirSheets(int rowsOfASheet, String cell) {
    SmallRound round =
        new SmallRound().withZhejiang().amounts("A01-01", Kind.FLOW, true, target(AT_LEAST, "1"));
    try (StagedRound staged = new StagedRound(round).rowsOfASheet(rowsOfASheet)) {
      for (EntityCode entity : List.of(SHANGHAI, JIANGSU, ZHEJIANG)) {
        staged
            .thing(entity, "本地线" + entity, null, "1", "1", "2024-05-01")
            .thing(entity, "共有线", null, "0.333", "1", "2024-05-01");
      }
      assertThat(staged.findings("observation.shares-rounded"))
          .hasSize(3)
          .allSatisfy(finding ->
              assertThat(finding.message())
                  .contains("（上海市%s为0.333，江苏省%s为0.333，浙江省%s为0.333）".replace("%s", cell)));
    }
  }

  @Test
  void aKeyOnTwoSheetsIsToldWithBoth() {
    try (StagedRound staged = amounts(1)) {
      staged
          .thing(SHANGHAI, thing("甲", "1", "2024-03-01"))
          .thing(SHANGHAI, thing("甲", "2", "2024-03-02"));
      assertThat(staged.findings("observation.duplicate-row"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(place(finding)).isEqualTo("事项（2）!A2");
            assertThat(finding.message()).startsWith("“事项（2）”第2行与“事项”第2行的名称相同（甲）");
          });
    }
    try (StagedRound staged = amounts(2)) {
      staged
          .thing(SHANGHAI, thing("甲", "1", "2024-03-01"))
          .thing(SHANGHAI, thing("甲", "2", "2024-03-02"));
      assertThat(staged.findings("observation.duplicate-row"))
          .singleElement()
          .satisfies(finding -> assertThat(finding.message()).startsWith("第3行与第2行的名称相同"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "事项（2）的C3示例确为次年办结, true",
    "事项(2)！C3示例确为次年办结, true",
    "事项的C3示例确为次年办结, false",
    "C3示例确为次年办结, false",
    "E3示例确为次年办结, false",
    "事项（2）的E3示例确为次年办结, true",
    "事项E3示例确为次年办结, false"
  })
  void aTextBesideTheIndicatorNamesTheSheetItSpeaksOf(String text, boolean clears) {
    try (StagedRound staged =
        amounts(2).flow(SHANGHAI, "A01-01", "4").explained(SHANGHAI, "A01-01", text)) {
      for (String name : List.of("甲", "乙", "丙")) {
        staged.thing(SHANGHAI, thing(name, "1", "2024-03-01"));
      }
      staged.thing(SHANGHAI, thing("丁", "1", "2025-03-01"));
      Resolved late =
          staged.judge().resolved().stream()
              .filter(resolved -> resolved.finding().code().equals(DAY))
              .findFirst()
              .orElseThrow();
      assertThat(place(late.finding())).isEqualTo("事项（2）!E3");
      boolean named = text.contains("E3") && clears;
      assertThat(late.resolution() instanceof Resolution.Explained).isEqualTo(named);
    }
  }

  @Test
  void onOneSheetTheAddressAloneIsEnough() {
    try (StagedRound staged =
        amounts(9).flow(SHANGHAI, "A01-01", "1").explained(SHANGHAI, "A01-01", "E2示例确为次年办结")) {
      staged.thing(SHANGHAI, thing("甲", "1", "2025-03-01"));
      assertThat(staged.judge().resolved())
          .filteredOn(resolved -> resolved.finding().code().equals(DAY))
          .singleElement()
          .satisfies(
              late -> assertThat(late.resolution()).isInstanceOf(Resolution.Explained.class));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 100})
  void aColumnIsLookedAtOverAllSheets(int rowsOfASheet) {
    try (StagedRound staged = amounts(rowsOfASheet).flow(SHANGHAI, "A01-01", "1500")) {
      for (int i = 1; i <= 5; i++) {
        staged.thing(SHANGHAI, thing("名" + i, i + "00", "2024-03-0" + i));
      }
      assertThat(staged.findings("observation.all-round"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(place(finding)).isEqualTo("事项!C2");
            assertThat(finding.found()).isEqualTo("5");
          });
    }
  }

  @Test
  void aSlipIsFoundOnTheSheetItStandsOn() {
    try (StagedRound staged = amounts(4).flow(SHANGHAI, "A01-01", "10000090")) {
      for (int i = 1; i <= 7; i++) {
        staged.thing(SHANGHAI, thing("名" + i, "1" + i, "2024-03-01"));
      }
      staged.thing(SHANGHAI, thing("末", "9999999", "2024-03-01"));
      assertThat(staged.findings("observation.unit-slip"))
          .extracting(FurtherSheetTests::place)
          .filteredOn(place -> place.startsWith("事项"))
          .containsExactly("事项（2）!C5");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aMissingDeliverableIsToldOnceHoweverManySheets(int rowsOfASheet) {
    SmallRound round = new SmallRound().milestone("A01-01", target(AT_LEAST, "1"), "甲", "乙", "丙");
    try (StagedRound staged = new StagedRound(round).rowsOfASheet(rowsOfASheet)) {
      staged
          .thing(SHANGHAI, "甲", "上海市", null, null, "2024-03-01", "是")
          .thing(SHANGHAI, "乙", "上海市", null, null, "2024-03-01", "是");
      assertThat(staged.findings("observation.deliverable-missing"))
          .filteredOn(finding -> SHANGHAI.equals(finding.entity()))
          .singleElement()
          .satisfies(finding -> assertThat(finding.expected()).isEqualTo("丙"));
    }
  }

  @Test
  void sharesNameTheSheetWhereThereAreSeveral() {
    SmallRound round = new SmallRound().amounts("A01-01", Kind.FLOW, true, target(AT_LEAST, "1"));
    try (StagedRound staged = new StagedRound(round).rowsOfASheet(1)) {
      staged
          .thing(SHANGHAI, "乙", "上海市", "7", "7", "2024-03-01")
          .thing(SHANGHAI, "甲", "上海市", "8", "10", "2024-03-01")
          .thing(JIANGSU, "甲", "南京市", "9", "10", "2024-03-01");
      assertThat(staged.findings("observation.shares-of-whole"))
          .filteredOn(finding -> SHANGHAI.equals(finding.entity()))
          .singleElement()
          .satisfies(finding -> {
            assertThat(place(finding)).isEqualTo("事项（2）!C2");
            assertThat(finding.message()).contains("上海市事项（2）!C2为8，江苏省C2为9");
          });
    }
  }

  @Test
  void aMonthOnTwoSheetsIsThereTwiceAndNoneIsMissing() {
    try (StagedRound staged = new StagedRound(new SmallRound().monthly("A01-01")).rowsOfASheet(6)) {
      for (int month = 1; month <= 12; month++) {
        String day = "2024-%02d-01".formatted(month);
        staged.thing(SHANGHAI, thing("名" + month, "1", day));
      }
      assertThat(staged.findings("observation.months-incomplete")).isEmpty();
      staged.thing(SHANGHAI, thing("末", "1", "2024-02-15"));
      assertThat(staged.findings("observation.months-incomplete"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.found()).isEqualTo("2024-02填报了2行");
            assertThat(place(finding)).isEqualTo("事项!E3");
          });
    }
  }
}
