package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// How received texts are read: each line a text, and the value or what is said of it. A value not
/// in the plain form is always told of; nothing is read that might be another.
class ReadingTests {
  private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I");
  private static final Relation READING = new Relation("observation", "cell_reading");
  private static final Relation FINDING = new Relation("observation", "told_finding");

  /// Indicators of 指标 counted in 个 and in 件.
  private static final String PIECES = "A03-01";

  private static final String CASES = "A03-05";

  /// Stages rows from row 1 on as Jiangsu's sheet of a form, runs the rules, reads a relation.
  private static <T> List<T> read(
      String form, List<List<@Nullable String>> rows, Relation from, Function<Fields, T> map) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, RoundReader.read(Path.of("jobs"), 2024));
      warehouse.createAll(
          "submission",
          List.of("intake", "staged_cover", "staged_sheet", "staged_row", "reading_finding"));
      String id = Sha256.of("test").hex();
      Relation intake = new Relation("submission", "intake");
      Relation sheets = new Relation("submission", "staged_sheet");
      Relation staged = new Relation("submission", "staged_row");
      warehouse.replace(
          null,
          List.of(intake, sheets, staged),
          tables -> {
            tables
                .to(intake)
                .row(id, "320000", "a.xlsx", "received", "2025", null, true, 1, null, false);
            tables.to(sheets).row(id, "表", form, 3, LETTERS);
            for (int i = 0; i < rows.size(); i++) {
              tables.to(staged).row(id, "表", form, i + 1, rows.get(i), null);
            }
          });
      Submissions.settle(warehouse);
      new Observations(warehouse).extract();
      return warehouse.read(from, map);
    } catch (DefinitionRefused e) {
      throw new IllegalStateException(e.faults().toString(), e);
    }
  }

  /// A row of nothing but a key and one cell.
  private static List<@Nullable String> row(String key, int position, String text) {
    @Nullable String[] cells = new @Nullable String[9];
    cells[0] = key;
    cells[position - 1] = text;
    return Arrays.asList(cells);
  }

  /// What becomes of each line's text: text, value and what was read over, or text and hint.
  private static List<String> readings(String form, String key, int position, List<String> lines) {
    List<String> texts = lines.stream().map(line -> line.substring(0, line.indexOf('|'))).toList();
    List<String> readings = new ArrayList<>(texts);
    read(
            form,
            texts.stream().map(text -> row(position == 1 ? text : key, position, text)).toList(),
            READING,
            fields ->
                new Object[] {
                  fields.integer("row_number"),
                  fields.optionalText("canonical") == null
                      ? "|" + fields.text("hint")
                      : "|" + fields.text("canonical") + "|" + fields.text("how")
                })
        .forEach(reading -> {
          int row = (Integer) reading[0] - 1;
          readings.set(row, texts.get(row) + reading[1]);
        });
    return readings;
  }

  private static void areRead(String form, String key, int position, String... lines) {
    assertThat(readings(form, key, position, List.of(lines))).containsExactly(lines);
  }

  /// Each line a text and a part of what is said of it.
  private static void areNotRead(String form, String key, int position, String... lines) {
    List<String> readings = readings(form, key, position, List.of(lines));
    assertThat(IntStream.range(0, lines.length).boxed().toList())
        .allSatisfy(i -> {
          String[] expected = lines[i].split("\\|", 2);
          assertThat(readings.get(i)).startsWith(expected[0] + "|").contains(expected[1]);
          assertThat(readings.get(i).chars().filter(c -> c == '|').count()).isEqualTo(1);
        });
  }

  @Test
  void anUnmistakableFigureIsReadAndTold() {
    areRead(
        "指标",
        PIECES,
        7,
        "５１５|515|全角字符",
        "１２３．４|123.4|全角字符",
        "1,234,567|1234567|千位分隔符",
        "1，234|1234|千位分隔符、全角字符",
        "1 234 567|1234567|空格",
        "\u00A0515|515|空格",
        "515　|515|空格",
        "515个|515|计量单位",
        "515 个|515|计量单位、空格",
        "５１５个|515|计量单位、全角字符",
        "+5|5|多余的0或符号",
        "0515|515|多余的0或符号",
        "515.00|515|多余的0或符号",
        ".5|0.5|多余的0或符号",
        "五百一十五|515|中文数字",
        "五百一十五个|515|中文数字、计量单位",
        "伍佰壹拾伍|515|中文数字",
        "十二|12|中文数字",
        "两百零五|205|中文数字",
        "一千零五十|1050|中文数字",
        "三万五千|35000|中文数字",
        "一万零五百|10500|中文数字",
        "一亿|100000000|中文数字",
        "一亿二千万|120000000|中文数字",
        "三亿零五十万零三|300500003|中文数字",
        "二〇二四|2024|中文数字",
        "零|0|中文数字",
        "－5|-5|全角字符");
  }

  @Test
  void tenThousandsOfTheUnitAreMultiplied() {
    areRead(
        "指标",
        CASES,
        7,
        "1480万件|14800000|“万”、计量单位",
        "1480.5万|14805000|“万”",
        "1.2亿|120000000|“亿”",
        "1,480万|14800000|“万”、千位分隔符");
  }

  @Test
  void whatMayBeAnotherFigureIsNotRead() {
    areNotRead(
        "指标",
        PIECES,
        7,
        "约515个|准确数",
        "超500|准确数",
        "近200|准确数",
        "≥200|准确数",
        "500余|准确数",
        "500+|准确数",
        "二十余|准确数",
        "三十多个|准确数",
        "515家|“家”字样，而规定的单位是“个”",
        "85%|百分数",
        "８５％|百分数",
        "百分之八十五|百分数",
        "1.62:1|比值不必填报",
        "1.62：1|比值不必填报",
        "1.62∶1|比值不必填报",
        "1899-12-31T02:02:00|2:02或1:62",
        "1904-01-01T02:02:00|2:02或1:62",
        "2024-01-02|这是日期",
        "12 34|空格",
        "1,23|千位分隔符的位置不对",
        "100-200|范围",
        "1.2E+05|科学计数法",
        "(515)|括号",
        "1.23456789|小数位数过多",
        "1000000000000个|数值过大",
        "五百一|不能确定",
        "一亿五|不能确定",
        "一亿五百万|不能确定",
        "三万五|不能确定",
        "三五|不能确定",
        "待定|不能确定");
  }

  @Test
  void aTimeOfDayIsNoRatioWhereHoursAreAskedFor() {
    areNotRead("指标", "A01-06", 7, "1899-12-31T08:30:00|钟点的写法", "8:30|钟点的写法");
  }

  @Test
  void anotherUnitIsNotConverted() {
    areNotRead("指标", CASES, 7, "1480万个|“万个”字样，而规定的单位是“件”", "1480万人次|“万人次”字样，而规定的单位是“件”");
  }

  @Test
  void plainFiguresBlanksAndSignsOfNoneNeedNoReading() {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (String text : List.of("515", "0", "-5", "1.25", "—", "/", "无", "－", " ")) {
      rows.add(row(PIECES, 7, text));
    }
    assertThat(read("指标", rows, READING, fields -> fields.text("text"))).isEmpty();
  }

  @Test
  void blankZeroAndNoneStayApart() {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (String text : List.of("0", "—", "/", "无", " ")) {
      rows.add(row(PIECES, 7, text));
    }
    assertThat(
            read(
                    "指标",
                    rows,
                    new Relation("observation", "reported_cell"),
                    fields -> fields.text("measure") + " " + fields.text("state"))
                .stream()
                .filter(line -> line.startsWith("closing")))
        .containsExactly(
            "closing figure",
            "closing not_applicable",
            "closing not_applicable",
            "closing not_applicable",
            "closing blank");
  }

  @Test
  void anUnmistakableDayIsReadAndTold() {
    areRead(
        "rail",
        "某线",
        5,
        "2024年12月26日|2024-12-26|文字日期",
        "2024.12.26|2024-12-26|文字日期",
        "2024/1/5|2024-01-05|文字日期",
        "20241226|2024-12-26|无分隔的日期",
        "45652|2024-12-26|日期序号");
  }

  @Test
  void aMonthIsReadWhereAMonthIsAskedFor() {
    areRead(
        "food",
        "某月",
        1,
        "2024年12月|2024-12-01|只有年月",
        "202412|2024-12-01|只有年月",
        "2024-3|2024-03-01|只有年月",
        "2024年12月31日|2024-12-31|文字日期");
  }

  @Test
  void whatMayBeAnotherDayIsNotRead() {
    areNotRead(
        "rail",
        "某线",
        5,
        "2024年12月|只有年月",
        "202412|只有年月",
        "24.12.26|四位年份",
        "2024-13-01|没有这一天",
        "20241332|没有这一天",
        "1899-12-31T02:02:00|时间",
        "1900-01-05|日期过早",
        "2024|不能确定",
        "12月底|不能确定",
        "99999|不能确定");
  }

  @Test
  void anUnmistakablePlaceIsReadAndTold() {
    areRead(
        "piles",
        "某市",
        1,
        "南京|南京市|简称",
        "江苏省南京市|南京市|省名",
        "江苏南京|南京市|省名",
        "３２０１００|南京市|空格、全角字符或大小写",
        "3201|南京市|其他位数的代码",
        "320100000|南京市|其他位数的代码",
        "320100000000|南京市|其他位数的代码",
        "南京市（320100）|南京市|代码和名称",
        " 南京 市|南京市|空格、全角字符或大小写",
        "上海|上海市|简称",
        "台州|台州市|简称",
        "泰州|泰州市|简称");
  }

  @Test
  void whatMayBeAnotherPlaceIsNotRead() {
    areNotRead(
        "piles",
        "某市",
        1,
        "毫州|是否应为“亳州市”",
        "毫州市|是否应为“亳州市”",
        "杭洲市|是否应为“杭州市”",
        "连云巷市|是否应为“连云港市”",
        "江苏省杭州市|请从下拉列表中选择",
        "320102|请从下拉列表中选择",
        "320102001|请从下拉列表中选择",
        "32|请从下拉列表中选择",
        "昆山市|请从下拉列表中选择");
  }

  private static List<String> told(String form, String rule, List<List<@Nullable String>> rows) {
    return read(
            form,
            rows,
            FINDING,
            fields ->
                fields.text("code")
                    + " "
                    + fields.optionalText("cell")
                    + " "
                    + fields.text("message"))
        .stream()
        .filter(line -> line.startsWith("observation." + rule + " "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  @Test
  void whatIsReadLenientlyIsANoteWithTheTextReceived() {
    assertThat(told("指标", "read-leniently", List.of(row(PIECES, 7, "515个"))))
        .containsExactly("G1 “年末累计”一栏G1填写的是“515个”，已按“515”读取（计量单位）。请核对；下次请直接填写“515”。");
    assertThat(told("指标", "unreadable-value", List.of(row(PIECES, 7, "约515个"))))
        .containsExactly("G1 “‘远程虚拟窗口’服务点位”的G1填写的是“约515个”，不能采用：“约、近、超、余”等字样表示不是准确数，请填写准确数。");
  }

  @Test
  void aColumnWrittenSoThroughoutIsToldOfOnce() {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      rows.add(row("南京市", 2, i + "个"));
    }
    assertThat(told("piles", "read-leniently", rows))
        .singleElement()
        .asString()
        .contains("B1", "共51格");
  }

  @Test
  void aLookAlikeIsProposedAndANamesakeElsewhereIsAskedAbout() {
    assertThat(told("piles", "unknown-code", List.of(row("毫州", 1, "毫州"))))
        .containsExactly("A1 “城市”一栏A1填写的“毫州”不在规定的代码或名称之内：是否应为“亳州市”。");
    assertThat(told("piles", "code-of-other-member", List.of(row("台州", 1, "台州"))))
        .singleElement()
        .asString()
        .startsWith("A1 ");
    assertThat(told("piles", "code-of-other-member", List.of(row("泰州", 1, "泰州")))).isEmpty();
  }
}
