package pledgebook.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;

/// What is written is what is read, and the same content is the same bytes.
@Isolated("changes the default locale and time zone")
class WorkbookWriterTests {
  private static final int ENOUGH_TO_STREAM = 5_001;

  @TempDir Path folder;

  private static List<RowContent> column(List<CellValue> values) {
    return values.stream()
        .map(value -> RowContent.of(List.of(CellContent.of(value, CellLook.of(Role.BODY)))))
        .toList();
  }

  /// The cells of column A after writing and reading, blank rows added up to `rows`.
  private List<Cell> roundTrip(List<CellValue> values, int rows) throws WorkbookRefused {
    List<RowContent> content = new ArrayList<>(column(values));
    while (content.size() < rows) {
      content.add(RowContent.empty());
    }
    Path file = folder.resolve("written.xlsx");
    WorkbookWriter.write(SampleWorkbook.of(content), file);
    return HandMadeWorkbook.rows(file, WorkbookLimits.standard()).stream()
        .map(row -> row.cells().getFirst())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, ENOUGH_TO_STREAM})
  void everyKindOfValueComesBack(int rows) throws WorkbookRefused {
    List<Cell> cells =
        roundTrip(
            List.of(
                new CellValue.Text("铁路里程"),
                new CellValue.Blank(),
                new CellValue.Decimal(new BigDecimal("667.60")),
                new CellValue.Day(LocalDate.of(2024, 12, 26)),
                new CellValue.SheetLink("看", "明细", new CellAddress(1, 1)),
                new CellValue.FileLink("件", "浙江省/来 件#1.xlsx", "指标", new CellAddress(3, 2)),
                new CellValue.Text("")),
            rows);
    assertThat(cells)
        .extracting(cell -> cell.address() + "=" + cell.plain())
        .containsExactly("A1=铁路里程", "A3=667.6", "A4=2024-12-26", "A5=看", "A6=件");
    assertThat(cells.get(1)).isInstanceOf(Cell.Decimal.class);
    assertThat(cells.get(2)).isInstanceOf(Cell.Moment.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, ENOUGH_TO_STREAM})
  void textComesBackToTheLastSign(int rows) throws WorkbookRefused {
    List<String> texts =
        List.of(
            "一\n二\r\n三\r四",
            " 前后 ",
            "_x000D_",
            "_x005F_x000D_",
            "a\u0001b\u001F",
            "<a href=\"&\">'",
            "𠮷野家😀",
            "=1+2",
            "+86",
            "-5",
            "@SUM(1)",
            "\t制表",
            "\r回车",
            "ﾊﾝ\uFFFE",
            "0012");
    List<Cell> cells = roundTrip(texts.stream().<CellValue>map(CellValue.Text::new).toList(), rows);
    assertThat(cells).allMatch(Cell.Text.class::isInstance);
    assertThat(cells).extracting(Cell::plain).containsExactlyElementsOf(texts);
  }

  /// Law: up to fifteen significant digits nothing is lost.
  @ParameterizedTest
  @ValueSource(ints = {0, ENOUGH_TO_STREAM})
  void fifteenDigitsComeBack(int rows) throws WorkbookRefused {
    long seed = 20241226;
    Random random = new Random(seed);
    List<BigDecimal> numbers =
        random
            .longs(2000, -999_999_999_999_999L, 999_999_999_999_999L)
            .mapToObj(digits -> BigDecimal.valueOf(digits, random.nextInt(-10, 25)))
            .toList();
    List<Cell> cells =
        roundTrip(numbers.stream().<CellValue>map(CellValue.Decimal::new).toList(), rows);
    assertThat(cells).as("seed %d", seed).hasSameSizeAs(numbers);
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(cells.get(i)).isInstanceOf(Cell.Decimal.class);
      assertThat(((Cell.Decimal) cells.get(i)).value()).isEqualByComparingTo(numbers.get(i));
    }
  }

  @Test
  void aNumberIsWrittenPlainly() throws WorkbookRefused {
    List<Cell> cells = roundTrip(List.of(new CellValue.Decimal(new BigDecimal("515.00"))), 0);
    assertThat(cells.getFirst().raw()).isEqualTo("515");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, ENOUGH_TO_STREAM})
  void theSameContentIsTheSameBytes(int rows) throws IOException {
    WorkbookContent content =
        rows == 0
            ? SampleWorkbook.everything()
            : SampleWorkbook.of(
                column(
                    IntStream.range(0, rows)
                        .<CellValue>mapToObj(i -> new CellValue.Text("行" + i))
                        .toList()));
    byte[] first = bytes(content, "UTC", Locale.ROOT);
    assertThat(Arrays.mismatch(first, bytes(content, "Asia/Shanghai", Locale.CHINA)))
        .as("first different byte")
        .isEqualTo(-1);
    assertThat(
            bytes(
                content, "America/St_Johns", Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai")))
        .isEqualTo(first);
  }

  private byte[] bytes(WorkbookContent content, String zone, Locale locale) throws IOException {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(locale);
      Path file = folder.resolve("same.xlsx");
      WorkbookWriter.write(content, file);
      return Files.readAllBytes(file);
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }
}
