package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.statement.SmallRound.indicator;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Printed.Scale;

/// 舍位平衡: when printed parts agree with the printed total, at its boundaries.
class PartsAndTotalTests {
  @ParameterizedTest(name = "{0} against {1} with {2} decimals, step {3}, {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "667.6,  667.6,  1, -,     NONE,      true",
        "668,    667.6,  1, -,     NONE,      false",
        "667.5,  667.6,  1, -,     NONE,      false",
        // parts finer than the total: the reader's sum rounds to it, half to even
        "667.64, 667.6,  1, -,     NONE,      true",
        "667.65, 667.6,  1, -,     NONE,      true",
        "667.66, 667.6,  1, -,     NONE,      false",
        // 超 with a step: the sum says it too, or it does not
        "236000, 235900, 0, 10000, MORE_THAN, true",
        "230001, 235900, 0, 10000, MORE_THAN, true",
        "230000, 235900, 0, 10000, MORE_THAN, false",
        "240001, 235900, 0, 10000, MORE_THAN, false",
        "229999, 230001, 0, 10000, MORE_THAN, false",
      })
  void partsAgreeWhereTheirSumPrintsAsTheTotal(
      String sum, String total, int decimals, BigDecimal step, Qualifier qualifier, boolean agree) {
    Printed printed = new Printed(Scale.NONE, decimals, step, qualifier);
    PartsAndTotal parts =
        new PartsAndTotal(indicator("A01-01", "里程", "公里", Kind.FLOW, printed, null));
    assertThat(parts.agree(new BigDecimal(sum), new Actual(new BigDecimal(total), BigDecimal.ONE)))
        .isEqualTo(agree);
  }
}
