package pledgebook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.aspired;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.ALL;
import static pledgebook.registry.Target.Comparator.AT_LEAST;
import static pledgebook.registry.Target.Comparator.AT_MOST;
import static pledgebook.registry.Target.Comparator.DONE;
import static pledgebook.registry.Target.Comparator.MORE_THAN;
import static pledgebook.registry.Target.Comparator.RAISED_TO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.registry.Kind;
import pledgebook.registry.Target;
import pledgebook.warehouse.Relation;

/// Every kind at its boundary, and what a missing reporter does to it.
class ReconciliationTests {

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 200, 199.999, MISSED, 0.999995",
    "AT_LEAST, 200, 200,     MET, 1",
    "AT_LEAST, 200, 200.001, EXCEEDED, 1.000005",
    "MORE_THAN, 200, 200,    MISSED, 1",
    "MORE_THAN, 200, 200.001, EXCEEDED, 1.000005",
    "AT_MOST, 200, 200.001,  MISSED, 0.999995",
    "AT_MOST, 200, 200,      MET, 1",
    "AT_MOST, 200, 199.999,  EXCEEDED, 1.000005",
    "RAISED_TO, 113, 112,    MISSED, 0.971429",
    "RAISED_TO, 113, 113,    MET, 1",
    "RAISED_TO, 113, 114,    MET, 1.028571",
  })
  void takesTheVerdictOnExactValues(
      Target.Comparator comparator, String figure, String actual, Outcome outcome, String share) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, target(comparator, figure));
    BigDecimal rest = new BigDecimal(actual).subtract(new BigDecimal("60"));
    try (StagedRound staged = new StagedRound(round)) {
      ReconciledIndicator reconciled =
          staged
              .flow(SHANGHAI, "A01-01", "60")
              .flow(JIANGSU, "A01-01", rest.toPlainString())
              .reconcile("A01-01");
      assertThat(reconciled.outcome()).isEqualTo(outcome);
      assertThat(reconciled.attainment()).isEqualByComparingTo(share);
      assertThat(reconciled.figure().orElseThrow().compareTo(new BigDecimal(actual))).isZero();
    }
  }

  @Test
  void comparesARatioByMultiplying() {
    // 19 : 10 is 1.9 to the last digit; a binary 1.9 would not say so.
    assertThat(ratio("19", "10").outcome()).isEqualTo(Outcome.MET);
    assertThat(ratio("1900001", "1000000").outcome()).isEqualTo(Outcome.ASPIRATION_MISSED);
    assertThat(ratio("1899999", "1000000").outcome()).isEqualTo(Outcome.EXCEEDED);
    assertThat(ratio("1", "3").attainment()).isEqualByComparingTo("5.7");
    assertThat(ratio("1", "3").variance()).isEqualByComparingTo("-1.566667");
    assertThat(ratio("1", "3").margin()).isEqualByComparingTo("1.566667");
  }

  /// Sum over sum: the members' own ratios differ, 0 : 0 included.
  private static ReconciledIndicator ratio(String numerator, String denominator) {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.STOCK, null)
            .figure("A01-02", Kind.STOCK, null)
            .ratio("A01-03", "A01-01", "A01-02", aspired(AT_MOST, "1.9"));
    try (StagedRound staged = new StagedRound(round)) {
      return staged
          .closing(SHANGHAI, "A01-01", numerator)
          .closing(SHANGHAI, "A01-02", "0")
          .closing(JIANGSU, "A01-01", "0")
          .closing(JIANGSU, "A01-02", denominator)
          .reconcile("A01-03");
    }
  }

  @Test
  void aRatioOverNothingIsNoFigureAndIsTold() {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.STOCK, null)
            .figure("A01-02", Kind.STOCK, null)
            .ratio("A01-03", "A01-01", "A01-02", target(AT_MOST, "1.9"));
    try (StagedRound staged = new StagedRound(round)) {
      for (var entity : List.of(SHANGHAI, JIANGSU)) {
        staged.closing(entity, "A01-01", "5").closing(entity, "A01-02", "0");
      }
      assertThat(staged.reconcile("A01-03").actual()).isNull();
      assertThat(staged.findings("observation.zero-denominator")).hasSize(1);
    }
  }

  @Test
  void countsAKeyOfTwoMembersOnce() {
    SmallRound round = new SmallRound().names("A01-01", Kind.DISTINCT, target(AT_LEAST, "3"));
    try (StagedRound staged = new StagedRound(round)) {
      ReconciledIndicator reconciled =
          staged
              .closing(SHANGHAI, "A01-01", "2")
              .closing(JIANGSU, "A01-01", "2")
              .thing(SHANGHAI, "江南水乡线")
              .thing(SHANGHAI, "红色线")
              .thing(JIANGSU, " 江南　水乡线")
              .thing(JIANGSU, "运河线")
              .reconcile("A01-01");
      assertThat(reconciled.outcome()).isEqualTo(Outcome.MET);
      assertThat(reconciled.figure().orElseThrow().numerator()).isEqualByComparingTo("3");
    }
  }

  @Test
  void countsOnlyRowsOfTheKindByCodeOrName() {
    SmallRound round = new SmallRound().namesOfKind("A01-01", "甲类", target(AT_LEAST, "2"));
    try (StagedRound staged = new StagedRound(round)) {
      ReconciledIndicator reconciled =
          staged
              .closing(SHANGHAI, "A01-01", "2")
              .closing(JIANGSU, "A01-01", "0")
              .thing(SHANGHAI, "一", null, null, null, null, null, "甲类")
              .thing(SHANGHAI, "二", null, null, null, null, null, "a")
              .thing(SHANGHAI, "三", null, null, null, null, null, "乙类")
              .reconcile("A01-01");
      assertThat(reconciled.figure().orElseThrow().numerator()).isEqualByComparingTo("2");
    }
  }

  @Test
  void countsWhatEveryMemberHas() {
    SmallRound round = new SmallRound().names("A01-01", Kind.COMMON, target(AT_LEAST, "1"));
    try (StagedRound staged = new StagedRound(round)) {
      ReconciledIndicator reconciled =
          staged
              .closing(SHANGHAI, "A01-01", "2")
              .closing(JIANGSU, "A01-01", "2")
              .thing(SHANGHAI, "取卵术")
              .thing(SHANGHAI, "胚胎培养")
              .thing(JIANGSU, "胚胎培养")
              .thing(JIANGSU, "其他")
              .reconcile("A01-01");
      assertThat(reconciled.figure().orElseThrow().numerator()).isEqualByComparingTo("1");
      assertThat(reconciled.outcome()).isEqualTo(Outcome.MET);
    }
  }

  @Test
  void coversAReferenceListByCodeOrName() {
    SmallRound round = new SmallRound().cities("A01-01", target(ALL, null));
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .closing(SHANGHAI, "A01-01", "1")
          .closing(JIANGSU, "A01-01", "1")
          .thing(SHANGHAI, "甲", "310000")
          .thing(JIANGSU, "乙", "南京市");
      ReconciledIndicator reconciled = staged.reconcile("A01-01");
      assertThat(reconciled.outcome()).isEqualTo(Outcome.MET);
      assertThat(reconciled.figure().orElseThrow().numerator()).isEqualByComparingTo("2");
      assertThat(reconciled.attainment()).isNull();
    }
  }

  /// 全覆盖, 全域: every member of the list, and one less is missed.
  @ParameterizedTest
  @CsvSource({"310000, 南京市, MET", "310000, 上海市, MISSED", "320100, 南京市, MISSED"})
  void allButOneIsNotAll(String shanghai, String jiangsu, Outcome expected) {
    SmallRound round = new SmallRound().cities("A01-01", target(ALL, null));
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .closing(SHANGHAI, "A01-01", "1")
          .closing(JIANGSU, "A01-01", "1")
          .thing(SHANGHAI, "甲", shanghai)
          .thing(JIANGSU, "乙", jiangsu)
          .explained(SHANGHAI, "A01-01", "示例：地区如实填报A2、B2")
          .explained(JIANGSU, "A01-01", "示例：地区如实填报A2、B2");
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(expected);
    }
  }

  @Test
  void aPlaceOutsideTheListReachesNothing() {
    SmallRound round = new SmallRound().cities("A01-01", target(ALL, null));
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .closing(SHANGHAI, "A01-01", "1")
          .closing(JIANGSU, "A01-01", "0")
          .thing(SHANGHAI, "甲", "上海市")
          .thing(JIANGSU, "乙", "东京");
      assertThat(staged.findings("observation.unknown-code"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.location().cell()).isEqualTo("B2");
            assertThat(finding.found()).isEqualTo("东京");
          });
      assertThat(staged.reconcile("A01-01").figure().orElseThrow().numerator())
          .isEqualByComparingTo("1");
    }
  }

  @Test
  void aMilestoneNeedsEveryDeliverableOfEveryReporter() {
    SmallRound round = new SmallRound().milestone("A01-01", target(DONE, null), "建成通车");
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .thing(SHANGHAI, "建成通车", null, null, null, "2024-12-26", "是")
          .thing(JIANGSU, "建成通车", null, null, null, null, "否");
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.MISSED);
    }
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .thing(SHANGHAI, "建成通车", null, null, null, "2024-12-26", "是")
          .thing(JIANGSU, "建成 通车", null, null, null, "2024年12月26日", "是");
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.MET);
    }
  }

  @Test
  void aDurationIsAsLongAsTheWorst() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.DURATION, target(AT_MOST, "8"));
    try (StagedRound staged = new StagedRound(round)) {
      ReconciledIndicator reconciled =
          staged
              .closing(SHANGHAI, "A01-01", "7")
              .closing(JIANGSU, "A01-01", "9")
              .reconcile("A01-01");
      assertThat(reconciled.outcome()).isEqualTo(Outcome.MISSED);
      assertThat(reconciled.figure().orElseThrow().numerator()).isEqualByComparingTo("9");
    }
  }

  /// Never a smaller sum, a larger intersection or a nicer maximum.
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aMissingReporterMakesNoFigureOfAnyKind(Kind kind) {
    try (StagedRound staged = new StagedRound(roundOf(kind))) {
      staged
          .row(SHANGHAI, "A01-01", null, "500", null, "500")
          .row(SHANGHAI, "A01-02", null, null, null, "500")
          .thing(SHANGHAI, "甲", "上海市", "500", null, "2024-05-01", "是")
          .sent(JIANGSU);
      String code = kind == Kind.RATIO ? "A01-03" : "A01-01";
      ReconciledIndicator reconciled = staged.reconcile(code);
      assertThat(reconciled.outcome()).isEqualTo(Outcome.NOT_REPORTED);
      assertThat(reconciled.actual()).isNull();
      assertThat(reconciled.coverage().missing()).contains(JIANGSU);
    }
  }

  private static SmallRound roundOf(Kind kind) {
    SmallRound round = new SmallRound();
    return switch (kind) {
      case FLOW, STOCK, DURATION -> round.figure("A01-01", kind, target(AT_LEAST, "1"));
      case NARRATIVE -> round.figure("A01-01", kind, null);
      case DISTINCT, COMMON -> round.names("A01-01", kind, target(AT_LEAST, "1"));
      case COVERAGE -> round.cities("A01-01", target(ALL, null));
      case MILESTONE -> round.milestone("A01-01", target(DONE, null), "甲");
      case RATIO ->
          round
              .figure("A01-01", Kind.STOCK, null)
              .figure("A01-02", Kind.STOCK, null)
              .ratio("A01-03", "A01-01", "A01-02", target(AT_MOST, "9"));
    };
  }

  @Test
  void blankZeroAndNotApplicableAreThreeThings() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, target(AT_LEAST, "5"));
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "5").flow(JIANGSU, "A01-01", "0");
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.MET);
    }
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "5").flow(JIANGSU, "A01-01", "—");
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.MET);
    }
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "5").flow(JIANGSU, "A01-01", " ");
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.NOT_REPORTED);
      assertThat(staged.findings("observation.missing-value")).hasSize(1);
    }
  }

  @Test
  void anOpenFindingPutsWhatItTouchesInDoubt() {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.FLOW, target(AT_LEAST, "1"))
            .amounts("A01-02", Kind.FLOW, false, target(AT_LEAST, "1"));
    try (StagedRound staged = new StagedRound(round)) {
      ReconciledRound reconciled =
          staged
              .flow(SHANGHAI, "A01-01", "5")
              .flow(JIANGSU, "A01-01", "5")
              .flow(SHANGHAI, "A01-02", "7")
              .flow(JIANGSU, "A01-02", "0")
              .thing(SHANGHAI, "甲", null, "8")
              .reconcile();
      assertThat(reconciled.indicators())
          .extracting(ReconciledIndicator::outcome)
          .containsExactly(Outcome.EXCEEDED, Outcome.IN_DOUBT);
      assertThat(reconciled.project(1).verdict()).isEqualTo(ProjectVerdict.IN_DOUBT);
      assertThat(reconciled.project(1).exceeded()).isFalse();
      assertThat(reconciled.project(1).aspirationMissed()).isFalse();
      assertThat(reconciled.allCompleted()).isFalse();
    }
  }

  @Test
  void anAspirationMissedBlocksNothing() {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.FLOW, target(AT_LEAST, "1"))
            .figure("A01-02", Kind.FLOW, aspired(MORE_THAN, "9"))
            .figure("A01-03", Kind.FLOW, aspired(RAISED_TO, "113"));
    try (StagedRound staged = new StagedRound(round)) {
      for (var entity : List.of(SHANGHAI, JIANGSU)) {
        staged.flow(entity, "A01-01", "1").flow(entity, "A01-02", "1").flow(entity, "A01-03", "1");
      }
      ReconciledRound reconciled = staged.reconcile();
      assertThat(reconciled.indicators())
          .extracting(ReconciledIndicator::outcome)
          .containsExactly(Outcome.EXCEEDED, Outcome.ASPIRATION_MISSED, Outcome.ASPIRATION_MISSED);
      assertThat(reconciled.project(1))
          .isEqualTo(new ReconciledProject(1, ProjectVerdict.COMPLETED, true, true));
      assertThat(reconciled.allCompleted()).isTrue();
    }
  }

  /// An aspiration may be exceeded; the project is not for that.
  @Test
  void aProjectGoesBeyondItsFigureByACommittedIndicator() {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.FLOW, target(AT_LEAST, "2"))
            .figure("A01-02", Kind.FLOW, aspired(AT_LEAST, "1"));
    try (StagedRound staged = new StagedRound(round)) {
      for (var entity : List.of(SHANGHAI, JIANGSU)) {
        staged.flow(entity, "A01-01", "1").flow(entity, "A01-02", "1");
      }
      ReconciledRound reconciled = staged.reconcile();
      assertThat(reconciled.indicators())
          .extracting(ReconciledIndicator::outcome)
          .containsExactly(Outcome.MET, Outcome.EXCEEDED);
      assertThat(reconciled.project(1))
          .isEqualTo(new ReconciledProject(1, ProjectVerdict.COMPLETED, false, false));
    }
  }

  @Test
  void aFigureLeadsBackToEveryCellItRestsOn() {
    SmallRound round =
        new SmallRound()
            .amounts("A01-01", Kind.STOCK, false, target(AT_LEAST, "1"))
            .figure("A01-02", Kind.STOCK, null)
            .ratio("A01-03", "A01-01", "A01-02", null);
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .closing(SHANGHAI, "A01-01", "3")
          .closing(SHANGHAI, "A01-02", "10")
          .closing(JIANGSU, "A01-01", "4")
          .closing(JIANGSU, "A01-02", "10")
          .thing(SHANGHAI, "甲", null, "1")
          .thing(SHANGHAI, "乙", null, "２")
          .thing(JIANGSU, "丙", null, "4")
          .reconcile();
      List<String> cells = new ArrayList<>();
      staged
          .warehouse()
          .each(
              new Relation("reconciliation", "lineage"),
              List.of("indicator", "entity", "sheet", "row_number", "side"),
              row ->
                  cells.add(
                      String.join(
                          " ",
                          row.text("indicator"),
                          row.text("entity"),
                          row.text("sheet"),
                          row.text("cell"),
                          row.text("raw"))));
      assertThat(cells)
          .containsExactly(
              "A01-01 310000 事项 C2 1",
              "A01-01 310000 事项 C3 ２",
              "A01-01 320000 事项 C2 4",
              "A01-02 310000 指标 G3 10",
              "A01-02 320000 指标 G3 10",
              "A01-03 310000 事项 C2 1",
              "A01-03 310000 事项 C3 ２",
              "A01-03 310000 指标 G3 10",
              "A01-03 320000 事项 C2 4",
              "A01-03 320000 指标 G3 10");
    }
  }

  /// A sheet sent without the column of the value brings nothing, and leads back to the key;
  /// without either, to no cell.
  @Test
  void aFigureWhoseColumnIsMissingLeadsBackToACellAllTheSame() {
    SmallRound round =
        new SmallRound()
            .amounts("A01-01", Kind.STOCK, false, target(AT_LEAST, "1"))
            .names("A01-02", Kind.DISTINCT, null);
    try (StagedRound staged = new StagedRound(round).withoutColumn(2)) {
      staged.thing(SHANGHAI, "甲").reconcile();
      assertThat(placesOf(staged)).containsExactly("A01-01 A2 false", "A01-02 A2 true");
    }
    try (StagedRound staged = new StagedRound(round).withoutColumn(0)) {
      staged.thing(SHANGHAI, null, null, "3").reconcile();
      assertThat(placesOf(staged)).containsExactly("A01-01 C2 true");
    }
  }

  private static List<String> placesOf(StagedRound staged) {
    List<String> places = new ArrayList<>();
    staged
        .warehouse()
        .each(
            new Relation("reconciliation", "lineage"),
            List.of("indicator", "row_number"),
            row ->
                places.add(
                    row.text("indicator")
                        + " "
                        + row.optionalText("cell")
                        + " "
                        + row.flag("counted")));
    return places;
  }
}
