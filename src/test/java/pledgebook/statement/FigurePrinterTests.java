package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.statement.SmallRound.CASES;
import static pledgebook.statement.SmallRound.CITIES;
import static pledgebook.statement.SmallRound.LINE;
import static pledgebook.statement.SmallRound.PLAIN;
import static pledgebook.statement.SmallRound.PROMISE;
import static pledgebook.statement.SmallRound.RAIL;
import static pledgebook.statement.SmallRound.clause;
import static pledgebook.statement.SmallRound.indicator;
import static pledgebook.statement.SmallRound.project;
import static pledgebook.statement.SmallRound.target;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;

class FigurePrinterTests {
  @Test
  void aQualifierThatIsNotBorneOutIsAFinding() {
    SmallRound round =
        new SmallRound()
            .project(
                project(1, "推进网办。", clause("网办{{ A01-05 }}件"), clause("又{{ A01-05 }}件")),
                ProjectVerdict.COMPLETED)
            .indicator(CASES, "14800000", Outcome.NO_TARGET);

    assertThat(round.completion()).isEqualTo("网办1480万件；又1480万件。");
    Finding finding = onlyFinding(round);
    assertThat(finding.code()).isEqualTo("statement.qualifier-not-borne-out");
    assertThat(finding.severity()).isEqualTo(Severity.VERIFY);
    assertThat(finding.indicators()).containsExactly(CASES.code());
    assertThat(finding.found()).isEqualTo("14800000");
    assertThat(finding.expected()).isEqualTo("1480万");
    assertThat(finding.location().file()).isEqualTo("2024/round.yml");
    assertThat(finding.location().cell()).isEqualTo("77");
    assertThat(finding.message())
        .isEqualTo(
            "指标A01-05“累计全程网办”的数值为14800000件，并不严格高于所印数字，不能印作“超1480万”，"
                + "现按GB/T 8170修约印作“1480万”。请核实数值；数值无误的，请在round.yml中去掉“超”或调整step。");
  }

  @Test
  void moreThanNothingIsAFindingToo() {
    SmallRound round =
        new SmallRound()
            .project(project(1, "推进网办。", clause("网办{{ A01-05 }}件")), ProjectVerdict.COMPLETED)
            .indicator(CASES, "53000", Outcome.NO_TARGET);

    assertThat(round.completion()).isEqualTo("网办5万件。");
    assertThat(onlyFinding(round).message()).contains("数值为53000件，不足一个修约步长");
  }

  @Test
  void printingThatLosesTheVerdictIsAFindingAndChangesNoVerdict() {
    SmallRound round =
        new SmallRound()
            .project(project(1, PROMISE, clause("里程{{ A01-01 }}公里")), ProjectVerdict.MISSED)
            .indicator(RAIL, "659.96", Outcome.MISSED)
            .indicator(LINE, "2", Outcome.MET)
            .indicator(CITIES, "41", Outcome.MET);

    assertThat(round.completion()).isEqualTo("里程660.0公里。");
    assertThat(round.statement().verdict()).isEqualTo(ProjectVerdict.MISSED);
    assertThat(onlyFinding(round).code()).isEqualTo("statement.printing-flips-verdict");
    assertThat(onlyFinding(round).severity()).isEqualTo(Severity.VERIFY);
    assertThat(onlyFinding(round).message())
        .isEqualTo(
            "指标A01-01“新增铁路里程”的数值为659.96公里，未达到目标（≥660），"
                + "但印作“660.0”会使人以为已经达到。请在round.yml中增加decimals或调整step。");
  }

  @Test
  void aReachedTargetMayBeLostInPrintToo() {
    Indicator ratio =
        indicator(
            "A01-01",
            "车桩比",
            "比",
            Kind.RATIO,
            PLAIN,
            target(Comparator.AT_MOST, "1.9", null, Firmness.COMMITTED));
    SmallRound round =
        new SmallRound()
            .project(project(1, "车桩比达到1.9之内。", clause("车桩比{{ A01-01 }}")), ProjectVerdict.COMPLETED)
            .indicator(
                ratio,
                new Actual(new BigDecimal("8760000"), new BigDecimal("5412300")),
                Outcome.EXCEEDED);

    assertThat(round.completion()).isEqualTo("车桩比2∶1。");
    assertThat(onlyFinding(round).found()).isEqualTo("8760000∶5412300");
    assertThat(onlyFinding(round).message())
        .contains("数值为8760000∶5412300，已达到目标（≤1.9），但印作“2∶1”会使人以为没有达到");
  }

  private static Finding onlyFinding(SmallRound round) {
    List<Finding> findings = round.compile().findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
