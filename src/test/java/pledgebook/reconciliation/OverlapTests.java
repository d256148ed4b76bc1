package pledgebook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.registry.Kind;
import pledgebook.warehouse.Relation;

/// What two members have alike, with both cells, and how it counts.
class OverlapTests {
  private static List<String> overlaps(StagedRound staged) {
    staged.reconcile();
    return staged
        .warehouse()
        .read(
            new Relation("reconciliation", "overlap"),
            row ->
                String.join(
                    " ",
                    row.text("counted"),
                    row.text("thing"),
                    row.text("entity") + "!" + row.text("cell"),
                    row.text("other_entity") + "!" + row.text("other_cell"),
                    String.valueOf(row.optionalText("whole"))));
  }

  /// One line both members name, with what each of them has of it.
  private static StagedRound line(
      boolean shared, String shanghai, String jiangsu, @Nullable String whole) {
    return new StagedRound(new SmallRound().amounts("A01-01", Kind.FLOW, shared, null))
        .thing(SHANGHAI, "沪苏湖", "上海市", shanghai, whole, "2024-12-26")
        .thing(JIANGSU, "沪苏湖", "苏州市", jiangsu, whole, "2024-12-26");
  }

  @Test
  void aNameOfTwoMembersIsCountedOnce() {
    SmallRound round = new SmallRound().names("A01-01", Kind.DISTINCT, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .thing(SHANGHAI, "红色线")
          .thing(SHANGHAI, "江南水乡线")
          .thing(JIANGSU, " 江南　水乡线")
          .thing(JIANGSU, "运河线");
      assertThat(overlaps(staged)).containsExactly("once 江南水乡线 310000!A3 320000!A2 null");
      assertThat(staged.reconcile("A01-01").figure().orElseThrow().numerator())
          .isEqualByComparingTo("3");
    }
  }

  @Test
  void sharesOfASharedThingAreAddedUp() {
    try (StagedRound staged = line(true, "64.8", "52.156", "116.956")) {
      assertThat(overlaps(staged)).containsExactly("shares 沪苏湖 310000!C2 320000!C2 116.956000");
      assertThat(staged.findings("observation.shares-of-whole")).isEmpty();
    }
  }

  /// Without a whole nothing tells that both mean their share.
  @Test
  void whatIsAddedTwiceIsAnErrorToo() {
    try (StagedRound staged = line(false, "163.8", "163.8", null)) {
      assertThat(overlaps(staged)).containsExactly("added 沪苏湖 310000!C2 320000!C2 null");
      assertThat(staged.findings("observation.key-in-two-members")).hasSize(1);
    }
  }

  @Test
  void allThreeInFullAreToldWithEveryCell() {
    try (StagedRound staged = line(true, "163.8", "163.8", "163.8")) {
      // Each member that gives a share is told.
      assertThat(staged.findings("observation.shares-of-whole"))
          .hasSize(2)
          .allSatisfy(finding ->
              assertThat(finding.message())
                  .contains("327.6", "上海市C2为163.8，江苏省C2为163.8", "163.8公里不符"));
    }
  }

  @Test
  void whatEveryMemberHasByDefinitionIsNoOverlap() {
    SmallRound round =
        new SmallRound()
            .names("A01-01", Kind.COMMON, null)
            .cities("A01-02", null)
            .milestone("A01-03", null, "示例线路");
    try (StagedRound staged = new StagedRound(round)) {
      staged.thing(SHANGHAI, "示例线路", "上海市").thing(JIANGSU, "示例线路", "上海市");
      assertThat(overlaps(staged)).isEmpty();
    }
  }
}
