package pledgebook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Kind;
import pledgebook.registry.Target.Comparator;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// Which verdicts an open finding withholds: those that rest on what it speaks of, what is derived
/// from them, and no other; of every kind of indicator.
class DoubtTests {
  /// Every kind once, two of those a ratio is made of, and two ratios.
  private static final Map<String, Kind> INDICATORS =
      Map.ofEntries(
          Map.entry("A01-01", Kind.FLOW),
          Map.entry("A01-02", Kind.STOCK),
          Map.entry("A01-03", Kind.STOCK),
          Map.entry("A01-04", Kind.RATIO),
          Map.entry("A01-05", Kind.DURATION),
          Map.entry("A01-06", Kind.DISTINCT),
          Map.entry("A01-07", Kind.COMMON),
          Map.entry("A01-08", Kind.COVERAGE),
          Map.entry("A01-09", Kind.MILESTONE),
          Map.entry("A01-10", Kind.FLOW),
          Map.entry("A01-11", Kind.RATIO));

  private static SmallRound round() {
    return new SmallRound()
        .figure("A01-01", Kind.FLOW, target(Comparator.AT_LEAST, "10"))
        .figure("A01-02", Kind.STOCK, null)
        .figure("A01-03", Kind.STOCK, target(Comparator.RAISED_TO, "100"))
        .ratio("A01-04", "A01-02", "A01-03", target(Comparator.AT_MOST, "1.9"))
        .figure("A01-05", Kind.DURATION, target(Comparator.AT_MOST, "8"))
        .names("A01-06", Kind.DISTINCT, target(Comparator.AT_LEAST, "2"))
        .names("A01-07", Kind.COMMON, target(Comparator.AT_LEAST, "1"))
        .cities("A01-08", target(Comparator.ALL, null))
        .milestoneOfKind("A01-09", "a", target(Comparator.DONE, null), "甲")
        .amountsOfKind("A01-10", "b", target(Comparator.MORE_THAN, "5"))
        .ratio("A01-11", "A01-10", "A01-02", target(Comparator.AT_LEAST, "0.1"));
  }

  private static StagedRound staged() {
    StagedRound staged = new StagedRound(round());
    for (EntityCode entity : List.of(SHANGHAI, JIANGSU)) {
      boolean first = entity.equals(SHANGHAI);
      staged
          .flow(entity, "A01-01", "20")
          .closing(entity, "A01-02", "30")
          .closing(entity, "A01-03", "40")
          .closing(entity, "A01-05", "6")
          .closing(entity, "A01-06", "2")
          .closing(entity, "A01-07", "2")
          .closing(entity, "A01-08", "1")
          .flow(entity, "A01-10", "7");
      String city = first ? "上海市" : "南京市";
      staged.thing(entity, "甲", city, null, null, "2024-06-18", "是", "甲类");
      staged.thing(entity, first ? "乙" : "丙", city, "7", null, "2024-07-18", null, "乙类");
    }
    return staged;
  }

  private static Set<String> inDoubt(ReconciledRound reconciled) {
    return reconciled.indicators().stream()
        .filter(indicator -> indicator.outcome() == Outcome.IN_DOUBT)
        .map(indicator -> indicator.code().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What rests on an indicator: itself, and the ratios it is a side of.
  private static Set<String> restingOn(String code) {
    return switch (code) {
      case "A01-02" -> Set.of("A01-02", "A01-04", "A01-11");
      case "A01-03" -> Set.of("A01-03", "A01-04");
      case "A01-10" -> Set.of("A01-10", "A01-11");
      default -> Set.of(code);
    };
  }

  static Stream<String> indicators() {
    return INDICATORS.keySet().stream().sorted();
  }

  @Test
  void everyKindIsThereAndNoneIsInDoubtByItself() {
    try (StagedRound staged = staged()) {
      ReconciledRound reconciled = staged.reconcile();
      assertThat(inDoubt(reconciled)).isEmpty();
      assertThat(reconciled.indicators())
          .noneMatch(indicator -> indicator.outcome() == Outcome.NOT_REPORTED);
    }
    assertThat(Set.copyOf(INDICATORS.values()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Kind.values()).filter(kind -> kind != Kind.NARRATIVE).toList());
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void anOpenFindingTouchesWhatRestsOnItsIndicator(String code) {
    for (Severity severity : Severity.values()) {
      try (StagedRound staged = staged()) {
        Set<String> doubted =
            inDoubt(staged.readingFault(JIANGSU, severity, code).reconcileUnjudged());
        assertThat(doubted)
            .as("%s %s", severity, code)
            .isEqualTo(severity.blocks() ? restingOn(code) : Set.of());
      }
    }
  }

  @Test
  void oneThatNamesNoIndicatorTouchesAllItsMemberReports() {
    try (StagedRound staged = staged()) {
      ReconciledRound reconciled = staged.readingFault(JIANGSU, Severity.ERROR).reconcileUnjudged();
      assertThat(inDoubt(reconciled)).isEqualTo(new TreeSet<>(INDICATORS.keySet()));
    }
  }

  /// A value of 指标 that cannot be: below zero.
  @ParameterizedTest
  @CsvSource({"A01-01", "A01-02", "A01-03", "A01-05"})
  void aFigureBelowZeroPutsWhatRestsOnItInDoubt(String code) {
    try (StagedRound staged = staged()) {
      boolean flow = INDICATORS.get(code) == Kind.FLOW;
      staged.replaceRow(
          JIANGSU,
          Arrays.asList(code, null, null, null, flow ? "-1" : null, null, flow ? null : "-1"));
      assertThat(inDoubt(staged.reconcile())).isEqualTo(restingOn(code));
    }
  }

  /// A fault in evidence: what its column gives in rows like this; where nothing rests on the
  /// column, what the row gives or the form (decision 0004). Never what the form has no part in.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amount | -4   | A01-10 A01-11
          amount | 若干 | A01-10 A01-11
          whole  | -1   | A01-06 A01-07 A01-08 A01-09 A01-10 A01-11
          city   | 东京 | A01-06 A01-07 A01-08 A01-09 A01-10 A01-11
          whole  | 若干 | A01-06 A01-07 A01-08 A01-10 A01-11
          day    | 去年 | A01-06 A01-07 A01-08 A01-10 A01-11
          done   | 也许 | A01-06 A01-07 A01-08 A01-10 A01-11
          """)
  void aFaultInEvidencePutsWhatItsFormGivesInDoubt(String column, String text, String doubted) {
    try (StagedRound staged = staged()) {
      List<String> cells =
          Stream.of(
                  "name:丁",
                  "city:南京市",
                  "amount:0",
                  "whole:0",
                  "day:2024-08-01",
                  "done:是",
                  "kind:乙类")
              .map(cell -> cell.split(":", 2))
              .map(cell -> cell[0].equals(column) ? text : cell[1])
              .toList();
      for (String counted : List.of("A01-06", "A01-07")) {
        staged.replaceRow(JIANGSU, Arrays.asList(counted, null, null, null, null, null, "3"));
      }
      ReconciledRound reconciled = staged.thing(JIANGSU, cells.toArray(new String[0])).reconcile();
      assertThat(reconciled.indicators())
          .filteredOn(i -> i.outcome() == Outcome.IN_DOUBT)
          .extracting(i -> i.code().value())
          .containsExactlyInAnyOrder(doubted.split(" ", -1));
    }
  }

  /// The same cell in a row of the kind the milestone is made of, and in one whose kind cannot be
  /// read: then it may be either's.
  @ParameterizedTest
  @CsvSource({"甲类, A01-06 A01-07 A01-08 A01-09, A01-09", "#REF!, A01-10, A01-09"})
  void whetherTheRowIsItsOwnDecidesToo(String kind, String ofAmount, String ofDone) {
    try (StagedRound staged = staged()) {
      staged.thing(JIANGSU, "甲", "南京市", "若干", null, "2024-08-01", "也许", kind);
      List<Finding> told = staged.findings("observation.unreadable-evidence");
      assertThat(told).extracting(f -> f.location().cell()).containsExactly("C4", "F4");
      assertThat(told)
          .extracting(f ->
              f.indicators().stream().map(IndicatorCode::value).collect(Collectors.joining(" ")))
          .containsExactly(ofAmount, ofDone);
    }
  }
}
