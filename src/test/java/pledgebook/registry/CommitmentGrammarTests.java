package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.registry.Sentence.Figure;
import pledgebook.registry.Sentence.Reading;

/// The words of published commitments, phrase by phrase.
class CommitmentGrammarTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # sentence                                     | figure | unit | comparator | bare  | firmness
          长三角地区新增建成铁路里程660公里，杭温铁路等建成通车      | 660    | 公里 | at_least  | true  | committed
          长三角地区新建公共充电桩7万个以上，车桩比力争达到1.9之内   | 7万    | 个   | at_least  | false | committed
          新建公共充电桩7万个以上，车桩比力争达到1.9之内，累计        | 1.9    | 比   | at_most   | false | aspired
          车桩比力争达到1.9之内，累计公共充电桩达到60万个以上        | 60万   | 个   | at_least  | false | committed
          开通跨省通办“远程虚拟窗口”服务点位200个以上，累计          | 200    | 个   | at_least  | false | committed
          点位200个以上，累计上线政务服务200项以上，实现             | 200    | 项   | at_least  | false | committed
          实现41个地级及以上城市全覆盖，推进跨省“一件事”             | 41     | 个   | all       | false | committed
          统一将12项治疗性辅助生殖技术项目纳入长三角医保支付范围     | 12     | 项   | at_least  | true  | committed
          评选旅居养老地300家                                  | 300    | 家   | at_least  | true  | committed
          培育3000家放心商店、放心市场；全年新增3万家企业            | 3000   | 家   | at_least  | true  | committed
          培育3000家放心商店；全年新增3万家企业参与无理由退货承诺    | 3万    | 家   | at_least  | true  | committed
          三省一市各推荐30件“长三角伴手礼”产品                    | 30     | 件   | at_least  | true  | committed
          新推出100项、累计推出300项高频跨省服务                  | 100    | 项   | at_least  | true  | committed
          新推出100项、累计推出300项高频跨省服务                  | 300    | 项   | at_least  | true  | committed
          跨省通办远程虚拟窗口点位突破600个                       | 600    | 个   | more_than | false | committed
          年度归集岗位不少于150万个                              | 150万  | 个   | at_least  | false | committed
          居民服务事项长三角一卡通用由78项拓展至113项              | 113    | 项   | raised_to | false | committed
          在12个以上城市打造老年人“一卡通”服务场景                 | 12     | 个   | at_least  | false | committed
          覆盖率不低于９５．５分                                | ９５．５ | 分   | at_least  | false | committed
          办理时间不超过3个工作日                               | 3      | 个   | at_most   | false | committed
          办理时间压缩到3天以内                                 | 3      | 天   | at_most   | false | committed
          办理时间至多3天                                      | 3      | 天   | at_most   | false | committed
          全年办件超1.5亿件                                    | 1.5亿  | 件   | more_than | false | committed
          全年办件超过1.5亿件                                  | 1.5亿  | 件   | more_than | false | committed
          全年办件逾1.2万亿件                                  | 1.2万亿 | 件   | more_than | false | committed
          突破600个以上                                       | 600    | 个   | at_least  | false | committed
          全部12个站点开通                                     | 12     | 个   | all       | false | committed
          力争由78项提升至113项                                | 113    | 项   | raised_to | false | aspired
          由78项增加到113项                                   | 113    | 项   | raised_to | false | committed
          新建7万个、力争8万个                                  | 7万    | 个   | at_least  | true  | committed
          新建7万个、力争8万个                                  | 8万    | 个   | at_least  | true  | aspired
          标准提升至95分，由省级评定                              | 95     | 分   | at_least  | false | committed
          由省级评定的标准提升至95分                              | 95     | 分   | at_least  | false | committed
          由7个工作日压缩至1个工作日                              | 1      | 个   | at_most   | false | committed
          排放由80项降到60项                                   | 60     | 项   | at_most   | false | committed
          总数达600个                                         | 600    | 个   | at_least  | false | committed
          力争8万个、确保7万个                                  | 8万    | 个   | at_least  | true  | aspired
          力争8万个、确保7万个                                  | 7万    | 个   | at_least  | true  | committed
          力争通车，新建660 公里及以上                           | 660    | 公里 | at_least  | false | committed
          """)
  void readsTheWords(
      String text, String figure, String unit, String comparator, boolean bare, String firmness) {
    Sentence sentence = new Sentence(text);
    Figure found =
        sentence.figures().stream()
            .filter(f -> f.text().equals(figure))
            .filter(f -> unit.equals("比") || sentence.isFollowedBy(f, unit))
            .findFirst()
            .orElseThrow();

    Reading reading = sentence.read(found, unit);

    assertThat(reading)
        .extracting(
            r -> r.comparator().name().toLowerCase(Locale.ROOT),
            Reading::bare,
            r -> r.firmness().name().toLowerCase(Locale.ROOT))
        .containsExactly(comparator, bare, firmness);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # sentence                                     | figure | counted | word
          长三角地区新增建成铁路里程660公里，杭温铁路           | 660    | YEAR    | 新增
          长三角地区新建公共充电桩7万个以上，累计             | 7万    | YEAR    | 新建
          7万个以上，累计公共充电桩达到60万个以上             | 60万   | END     | 累计
          新推出100项、累计推出300项高频跨省服务              | 100    | YEAR    | 新推出
          新推出100项、累计推出300项高频跨省服务              | 300    | END     | 累计
          全年新增3万家企业                                | 3万    | YEAR    | 全年
          年度归集岗位不少于150万个                          | 150万  | YEAR    | 年度
          全年累计办件150万个                              | 150万  | YEAR    | 全年
          累计由78项拓展至113项                            | 113    | END     | 累计
          累计新增里程660公里                              | 660    |         |
          培育3000家放心商店                               | 3000   |         |
          新能源汽车660辆                                 | 660    |         |
          创新建设12个平台                                 | 12     |         |
          新增10项、覆盖12个城市                            | 12     |         |
          """)
  void tellsWhatIsOfTheYearFromWhatThereIs(
      String text, String figure, Sentence.Window window, String word) {
    Sentence sentence = new Sentence(text);
    Figure found =
        sentence.figures().stream().filter(f -> f.text().equals(figure)).findFirst().orElseThrow();

    assertThat(sentence.counted(found))
        .isEqualTo(java.util.Optional.ofNullable(window).map(w -> new Sentence.Counted(w, word)));
  }

  @ParameterizedTest
  @CsvSource({
    "660, 660",
    "1.9, 1.9",
    "1.90, 1.90",
    "7万, 70000",
    "1.5亿, 150000000",
    "1.2万亿, 1200000000000",
    "１２．５, 12.5",
    "20.7万, 207000",
    "0.1234567万, 1234.567"
  })
  void readsFiguresExactly(String figure, BigDecimal value) {
    assertThat(Sentence.exact(figure)).isEqualTo(value);
  }

  @Test
  void refusesWhatIsNoFigure() {
    assertThatThrownBy(() -> Sentence.exact("约7万")).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void chineseNumeralsAreWords() {
    assertThat(new Sentence("“四季主题榜单”和“十大主题线路”，七万个").figures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024 | 1  | 660 TARGET A01-01
          2024 | 2  | 7万 TARGET A02-01, 1.9 TARGET A02-05, 60万 TARGET A02-02
          2024 | 3  | 200 TARGET A03-01, 200 TARGET A03-02, 41 TARGET A03-03
          2024 | 4  | 12 TARGET A04-01
          2024 | 5  | ''
          2024 | 6  | ''
          2024 | 7  | ''
          2024 | 8  | 300 TARGET A08-01
          2024 | 9  | ''
          2024 | 10 | 144 QUOTED null
          2025 | 1  | 3000 TARGET A01-01, 3万 TARGET A01-02, 30 TARGET A01-03
          2025 | 2  | 100 TARGET A02-01, 300 TARGET A02-02, 600 TARGET A02-03
          2025 | 3  | 150万 TARGET A03-01
          2025 | 4  | 78 FROM A04-01, 113 TARGET A04-01, 12 TARGET A04-02
          2025 | 5  | ''
          2025 | 6  | 24 QUOTED null
          2025 | 7  | ''
          """)
  void bindsEveryFigureOfTheCommitments(int year, int number, String expected) throws Exception {
    Round round = RoundReader.read(Path.of("jobs"), year);
    Project project = round.projects().get(number - 1);

    List<String> bound =
        CommitmentGrammar.figures(round, project).stream()
            .map(f ->
                project.commitment().substring(f.start(), f.end())
                    + " "
                    + f.role()
                    + " "
                    + f.indicator())
            .toList();

    assertThat(String.join(", ", bound)).isEqualTo(expected);
  }
}
