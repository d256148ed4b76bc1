package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.reconciliation.Outcome;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Kind;
import pledgebook.registry.Waiver;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.warehouse.Relation;

/// Of one kind on one sheet the first thousand findings are told, the others counted; what was
/// cleared, and what is in doubt, is as if all were told.
class BoundedFindingsTests {
  private static final String UNREADABLE = "observation.unreadable-evidence";
  private static final String OUTSIDE = "observation.day-outside-period";

  private static StagedRound round() {
    SmallRound round =
        new SmallRound()
            .amounts("A01-01", Kind.FLOW, false, target(AT_LEAST, "1"))
            .figure("A01-02", Kind.STOCK, target(AT_LEAST, "1"));
    return new StagedRound(round)
        .flow(SHANGHAI, "A01-01", "0")
        .closing(SHANGHAI, "A01-02", "5")
        .flow(JIANGSU, "A01-01", "0")
        .closing(JIANGSU, "A01-02", "5");
  }

  private static List<Finding> of(Judgement judgement, String code) {
    return judgement.findings().stream().filter(f -> f.code().equals(code)).toList();
  }

  private static long held(StagedRound staged, String code) {
    return staged
        .warehouse()
        .read(new Relation("observation", "resolved_finding"), row -> row.text("code"))
        .stream()
        .filter(code::equals)
        .count();
  }

  @Test
  void uptoAThousandAndOneAreTold() {
    for (int rows : new int[] {1000, 1001}) {
      try (StagedRound staged = round()) {
        for (int i = 0; i < rows; i++) {
          staged.thing(SHANGHAI, "名" + i, "上海市", "约3", null, "2024-03-01");
        }
        assertThat(of(staged.judge(), UNREADABLE))
            .hasSize(rows)
            .allMatch(finding -> finding.places() == 1);
      }
    }
  }

  @Test
  void theOthersAreCountedAtTheFirstPlaceLeftOut() {
    try (StagedRound staged = round()) {
      for (int i = 0; i < 2500; i++) {
        staged.thing(SHANGHAI, "名" + i, "上海市", "约" + i, null, "2024-03-01");
      }
      List<Finding> told = of(staged.judge(), UNREADABLE);
      assertThat(told).hasSize(1001);
      assertThat(Finding.count(told)).isEqualTo(2500);
      assertThat(told.subList(0, 1000))
          .allMatch(finding -> finding.places() == 1)
          .extracting(finding -> finding.location().cell())
          .startsWith("C2", "C3")
          .endsWith("C1001");
      Finding rest = told.getLast();
      assertThat(rest.places()).isEqualTo(1500);
      assertThat(rest.location().cell()).isEqualTo("C1002");
      assertThat(rest.found()).isEqualTo("约1000");
      assertThat(rest.message()).endsWith("（连本处在内，还有1500处同类意见没有逐条列出。）");
      assertThat(rest.indicators()).containsExactly(new IndicatorCode("A01-01"));
      assertThat(held(staged, UNREADABLE)).isEqualTo(2500);
    }
  }

  @Test
  void noColumnIsHiddenBehindAnother() {
    try (StagedRound staged = round()) {
      for (int i = 0; i < 2000; i++) {
        String day = i == 1999 ? "不详" : "2024-03-01";
        staged.thing(SHANGHAI, "名" + i, "上海市", "约3", "约4", day);
      }
      List<Finding> told = of(staged.judge(), UNREADABLE);
      assertThat(told).hasSize(1001).anyMatch(f -> "E2001".equals(f.location().cell()));
      assertThat(told.stream().filter(f -> f.places() > 1))
          .singleElement()
          .satisfies(rest -> {
            assertThat(rest.places()).isEqualTo(3001);
            assertThat(rest.location().cell()).isEqualTo("D501");
            assertThat(rest.message()).contains("没有逐条列出：C列1500处、D列1501处。）");
          });
    }
  }

  @Test
  void whatIsOnlyCountedIsInDoubtAndNothingElse() {
    try (StagedRound staged = round()) {
      for (int i = 0; i < 1500; i++) {
        staged.thing(SHANGHAI, "名" + i, "上海市", "约3", null, "2024-03-01");
      }
      var reconciled = staged.reconcile();
      assertThat(reconciled.indicator(new IndicatorCode("A01-01")).outcome())
          .isEqualTo(Outcome.IN_DOUBT);
      assertThat(reconciled.indicator(new IndicatorCode("A01-02")).outcome())
          .isEqualTo(Outcome.EXCEEDED);
    }
  }

  private static StagedRound outside(int rows, int explained) {
    StagedRound staged = round();
    for (int i = 0; i < rows; i++) {
      String text = i < explained ? "示例：确为本期完成" : null;
      staged.thing(SHANGHAI, "名" + i, "上海市", "1", null, "2031-01-01", null, null, text);
    }
    return staged;
  }

  @Test
  void anExplanationClearsAFindingBeyondTheThousandToo() {
    try (StagedRound staged = outside(2500, 2499)) {
      Judgement judgement = staged.judge();
      assertThat(of(judgement, OUTSIDE))
          .singleElement()
          .satisfies(open -> assertThat(open.location().cell()).isEqualTo("E2501"));
      assertThat(judgement.settled()).isEqualTo(2499);
      assertThat(judgement.resolved())
          .filteredOn(resolved -> resolved.resolution() instanceof Resolution.Explained)
          .hasSize(1001)
          .last()
          .satisfies(rest -> assertThat(rest.finding().places()).isEqualTo(1499));
    }
  }

  @Test
  void aWaiverOfARuleClearsAllOfThemAndTheIndicatorIsInDoubtNoMore() {
    Waiver waiver =
        new Waiver(
            OUTSIDE,
            new EntityCode("310000"),
            null,
            null,
            null,
            null,
            null,
            "示例理由",
            "示例",
            LocalDate.of(2025, 3, 20),
            new DefinitionPlace("2024/waivers.yml", 3, "waivers[0]"));
    try (StagedRound staged = outside(1500, 0).waived(waiver)) {
      Judgement judgement = staged.judge();
      assertThat(of(judgement, OUTSIDE)).isEmpty();
      assertThat(judgement.settled()).isEqualTo(1500);
    }
  }

  @Test
  void theSameRowsAreToldInTheSameOrderWhateverTheThreads() {
    assertThat(outside(1200, 300).judge()).isEqualTo(outside(1200, 300).judge());
  }
}
