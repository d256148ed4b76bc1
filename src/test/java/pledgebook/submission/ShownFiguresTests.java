package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.workbook.Cell;
import pledgebook.workbook.CellAddress;

/// Number formats that show another figure than the cell holds, and those that do not.
class ShownFiguresTests {
  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "12.34|General|个||",
        "1234|#,##0|个||",
        "1234.5|#,##0.00_ |公里||",
        "1234|#,##0;[Red]-#,##0|个||",
        "1234|0\"个\"|个||",
        "1234|@|个||",
        "12.34|0.00\"万\"|个|12.34万|123400",
        "12.34|0.00\\万|个|12.34万|123400",
        "12.34|0.00万|个|12.34万|123400",
        "12.34|0.00\"万\"|万人次||",
        "1.5|0.0\"亿元\"|元|1.5亿元|150000000",
        "123400|0!.0,\"万\"|个||",
        "123400|0\\.0,\"万\"|个||",
        "12340|#,##0.0,\"万\"|个|12.3万|123400",
        "1234000|#,##0,|个|1234|1234",
        "1234000|0.0,,\"百万\"|个||",
        "0|0.00\"万\"|个||",
        "480|0\"分钟\"|小时|480分钟|8",
        "500|0\"分\"|小时|500分|8.33",
        "2|0\"天\"|小时|2天|48",
        "8|0\"小时\"|小时||",
        "8|0\"时\"|小时||",
        "8|0\"分\"|分||",
        "480|0\"分钟\"|个||",
      })
  void aFigureShownAsAnotherIsFound(
      String value, String format, String unit, @Nullable String shown, @Nullable String meant) {
    ShownFigures figures = new ShownFigures();
    figures.take(
        0, new Cell.Decimal(new CellAddress(4, 2), new BigDecimal(value), value, format), unit);
    if (shown == null) {
      assertThat(figures.columns()).isEmpty();
    } else {
      assertThat(figures.columns().values())
          .singleElement()
          .satisfies(seen -> {
            assertThat(seen.shown()).isEqualTo(shown);
            assertThat(seen.meant()).isEqualByComparingTo(String.valueOf(meant));
          });
    }
  }
}
