package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.registry.Form.Column;

/// What people put behind a heading: its unit, a remark, another unit.
class HeadingNameTests {
  private static final Column TOTAL =
      Rounds.of(2024).form("piles").columns().stream()
          .filter(column -> column.code().equals("total"))
          .findFirst()
          .orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "年末充电桩总数, named",
    "年末充电桩总数（个）, named",
    "*年末充电桩总数（单位：个）, named",
    "年末充电桩总数（个）（含私人）, named",
    "年末充电桩总数（含私人）（个）, named",
    "年末充电桩总数（含私人）, named",
    "年末充电桩总数（万个）, other",
    "年末充电桩总数（个）（万个）, other",
    "年末充电桩总数（万个）（含私人）, other",
    "年末充电桩总数（辆）, other",
    "年末充电桩总数合计（个）, none",
    "充电桩总数（个）, none",
  })
  void anUnmistakableHeadingNamesItsColumn(String text, String expected) {
    assertThat(Layout.names(text, TOTAL)).isEqualTo(expected.equals("named"));
    assertThat(Layout.namesWithOtherUnit(text, TOTAL)).isEqualTo(expected.equals("other"));
  }
}
