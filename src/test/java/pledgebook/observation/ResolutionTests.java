package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.reconciliation.Outcome;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Kind;
import pledgebook.registry.Waiver;
import pledgebook.vocabulary.IndicatorCode;

/// How a finding of weight 核实 is cleared, and that an error is not.
class ResolutionTests {
  private static final String JUMP = "observation.improbable-jump";

  private static StagedRound jumping() {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.STOCK, target(AT_LEAST, "1"))
            .opening("A01-01", SHANGHAI, "100");
    return new StagedRound(round)
        .row(SHANGHAI, "A01-01", "100", "301", "0", "401")
        .closing(JIANGSU, "A01-01", "0");
  }

  private static Waiver waiver(String code, @Nullable String found) {
    return new Waiver(
        code,
        SHANGHAI,
        null,
        null,
        null,
        new IndicatorCode("A01-01"),
        found,
        "示例理由：统计口径调整",
        "示例",
        LocalDate.of(2025, 3, 20),
        new DefinitionPlace("2024/waivers.yml", 3, "waivers[0]"));
  }

  private static Resolution resolution(StagedRound staged, String code) {
    return staged.judge().resolved().stream()
        .filter(resolved -> resolved.finding().code().equals(code))
        .findFirst()
        .orElseThrow()
        .resolution();
  }

  @Test
  void anOpenFindingPutsItsIndicatorInDoubt() {
    try (StagedRound staged = jumping()) {
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.IN_DOUBT);
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Open());
    }
  }

  @Test
  void theColumnOfTheRowClearsIt() {
    try (StagedRound staged = jumping().explained(SHANGHAI, "A01-01", "示例口径调整")) {
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Explained("示例口径调整", "指标!J2"));
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.EXCEEDED);
    }
    for (String nothing : new String[] {"", "　", "无", "—", "。", "同上", "请核实", "1234"}) {
      try (StagedRound staged = jumping().explained(SHANGHAI, "A01-01", nothing)) {
        assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Open());
      }
    }
  }

  private static StagedRound renewed(String flow, String closing, String text) {
    return jumping()
        .explained(SHANGHAI, "A01-01", "示例口径调整")
        .version(
            SHANGHAI,
            1,
            "2025-02-01",
            true,
            List.of("A01-01", "", "", "100", flow, "0", closing, "", "", text));
  }

  @Test
  void aTextWrittenForOtherValuesClearsNothingAndTheFindingSaysSo() {
    try (StagedRound staged = renewed("300", "400", "示例口径调整")) {
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Open());
      assertThat(staged.findings(JUMP))
          .singleElement()
          .satisfies(finding -> assertThat(finding.message()).contains("（J2的说明在此前的版本中已有"));
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.IN_DOUBT);
    }
    try (StagedRound staged = renewed("301", "401", "示例口径调整")) {
      assertThat(resolution(staged, JUMP)).isInstanceOf(Resolution.Explained.class);
    }
    try (StagedRound staged = renewed("300", "400", "示例另一说明")) {
      assertThat(resolution(staged, JUMP)).isInstanceOf(Resolution.Explained.class);
      assertThat(staged.judge().resolved())
          .noneMatch(resolved -> resolved.finding().message().contains("此前的版本中已有"));
    }
  }

  @Test
  void theColumnOfARowOfEvidenceClearsThatRowAlone() {
    String day = "observation.day-outside-period";
    SmallRound round = new SmallRound().amounts("A01-01", Kind.FLOW, false, target(AT_LEAST, "1"));
    try (StagedRound staged =
        new StagedRound(round)
            .thing(SHANGHAI, "甲", "上海市", "1", null, "2025-01-05", null, null, "示例：年末通车，次年办结")
            .thing(SHANGHAI, "乙", "上海市", "1", null, "2025-01-06", null, null)
            .flow(SHANGHAI, "A01-01", "2")
            .flow(JIANGSU, "A01-01", "0")) {
      assertThat(staged.judge().resolved())
          .filteredOn(resolved -> resolved.finding().code().equals(day))
          .extracting(resolved -> resolved.resolution().getClass().getSimpleName())
          .containsExactly("Explained", "Open");
    }
  }

  private static final String DAY = "observation.day-outside-period";

  private static StagedRound things() {
    SmallRound round = new SmallRound().amounts("A01-01", Kind.FLOW, false, target(AT_LEAST, "1"));
    return new StagedRound(round).closing(JIANGSU, "A01-01", "0");
  }

  /// A row of 2025 with what stands in 说明 and 备注.
  private static String[] late(String name, @Nullable String text, @Nullable String remark) {
    return new String[] {name, "上海市", "1", null, "2025-01-05", null, null, text, remark};
  }

  @Test
  void aRemarkOfARowOfEvidenceThatBeginsWithTheWordClearsIt() {
    try (StagedRound staged =
        things()
            .thing(SHANGHAI, late("甲", null, "说明：示例次年办结"))
            .thing(SHANGHAI, late("乙", null, "　说明 :示例年末通车"))
            .thing(SHANGHAI, late("丙", null, "示例次年办结"))) {
      assertThat(staged.judge().resolved())
          .filteredOn(resolved -> resolved.finding().code().equals(DAY))
          .extracting(Resolved::resolution)
          .containsExactly(
              new Resolution.Explained("示例次年办结", "事项!I2"),
              new Resolution.Explained("示例年末通车", "事项!I3"),
              new Resolution.Open());
    }
  }

  @ParameterizedTest
  @CsvSource({"示例次年办结, ''", "'', 说明：示例次年办结"})
  void aRowWhoseKeyWasChangedTakesNoTextOver(String text, String remark) {
    String[] before = late("甲", text, remark);
    String[] after = late("乙", text, remark);
    try (StagedRound staged = things().earlierThing(SHANGHAI, before).thing(SHANGHAI, after)) {
      assertThat(resolution(staged, DAY)).isEqualTo(new Resolution.Open());
      assertThat(staged.findings(DAY))
          .singleElement()
          .satisfies(finding -> assertThat(finding.message()).contains("的说明在此前的版本中已有"));
    }
  }

  /// The row was moved down, its key changed and its text kept.
  @ParameterizedTest
  @CsvSource({"示例次年办结, ''", "'', 说明：示例次年办结"})
  void aMovedRowWhoseKeyWasChangedTakesNoTextOver(String text, String remark) {
    try (StagedRound staged =
        things()
            .earlierThing(SHANGHAI, late("甲", text, remark))
            .thing(SHANGHAI, "丙", "上海市", "1", null, "2024-05-01")
            .thing(SHANGHAI, late("乙", text, remark))) {
      assertThat(resolution(staged, DAY)).isEqualTo(new Resolution.Open());
      assertThat(staged.findings(DAY))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.location().cell()).isEqualTo("E3");
            assertThat(finding.message()).contains("的说明在此前的版本中已有");
          });
    }
  }

  @Test
  void aNewRowBesideTheOldOneAndANewTextAreTakenAtTheirWord() {
    String[] before = late("甲", "示例次年办结", null);
    String[] after = late("乙", "示例次年办结", null);
    try (StagedRound staged =
        things().earlierThing(SHANGHAI, before).thing(SHANGHAI, after).thing(SHANGHAI, before)) {
      assertThat(staged.judge().resolved())
          .filteredOn(resolved -> resolved.finding().code().equals(DAY))
          .hasSize(2)
          .allMatch(resolved -> resolved.resolution() instanceof Resolution.Explained);
    }
    try (StagedRound staged =
        things().earlierThing(SHANGHAI, before).thing(SHANGHAI, late("乙", "示例另一说明", null))) {
      assertThat(resolution(staged, DAY)).isInstanceOf(Resolution.Explained.class);
    }
  }

  @Test
  void theMembersTextClearsIt() {
    try (StagedRound staged = jumping().texts(SHANGHAI, "A01-01", null, "说明：示例口径调整")) {
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Explained("示例口径调整", "指标!I2"));
      assertThat(staged.judge().findings()).isEmpty();
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.EXCEEDED);
    }
  }

  @Test
  void anyOtherRemarkDoesNot() {
    try (StagedRound staged = jumping().texts(SHANGHAI, "A01-01", "说明：写错了地方", "数据来自年报")) {
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Open());
    }
    try (StagedRound staged = jumping().texts(SHANGHAI, "A01-01", null, "说明： ")) {
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Open());
    }
  }

  @Test
  void theSecretariatWaivesWithAReason() {
    try (StagedRound staged = jumping().waived(waiver(JUMP, "401"))) {
      assertThat(resolution(staged, JUMP))
          .isEqualTo(new Resolution.Waived("示例理由：统计口径调整", "示例", LocalDate.of(2025, 3, 20)));
      assertThat(staged.reconcile("A01-01").outcome()).isEqualTo(Outcome.EXCEEDED);
      assertThat(staged.judge().findings()).isEmpty();
    }
  }

  @Test
  void aWaiverOfAnotherValueIsToldAsUnused() {
    try (StagedRound staged = jumping().waived(waiver(JUMP, "400"))) {
      assertThat(resolution(staged, JUMP)).isEqualTo(new Resolution.Open());
      assertThat(staged.findings("observation.waiver-unused"))
          .singleElement()
          .satisfies(finding -> assertThat(finding.message()).contains("waivers.yml第3行", JUMP));
    }
  }

  @Test
  void anErrorIsNeitherExplainedNorWaived() {
    String balance = "observation.balance";
    SmallRound round =
        new SmallRound().figure("A01-01", Kind.STOCK, null).opening("A01-01", SHANGHAI, "100");
    try (StagedRound staged =
        new StagedRound(round)
            .row(SHANGHAI, "A01-01", "100", "1", "0", "102")
            .closing(JIANGSU, "A01-01", "0")
            .texts(SHANGHAI, "A01-01", null, "说明：示例说明")
            .waived(waiver(balance, null))) {
      assertThat(resolution(staged, balance)).isEqualTo(new Resolution.Open());
      assertThat(staged.findings("observation.waiver-refused")).hasSize(1);
      assertThat(staged.findings("observation.waiver-unused")).isEmpty();
    }
  }
}
