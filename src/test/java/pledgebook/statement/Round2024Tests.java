package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.PublishedRound;
import pledgebook.registry.Round;

/// The round of 2024 as jobs/ defines it, with values that give what was published.
class Round2024Tests {
  private static Statements statements =
      new Statements("", "", List.of(), "", false, List.of(), null);
  private static List<String> commitments = List.of();

  @BeforeAll
  static void compile() {
    Round round = PublishedRound.round();
    statements = StatementCompiler.compile(round, PublishedRound.reconciled(round));
    commitments = round.projects().stream().map(p -> p.commitment()).toList();
  }

  @Test
  void everyCommitmentStandsToTheLetter() {
    assertThat(statements.projects())
        .extracting(s -> Statement.text(s.commitment()))
        .isEqualTo(commitments)
        .hasSize(10);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 长三角地区新增建成铁路里程[660]公里，杭温铁路、池黄高铁等建成通车，沪苏湖铁路力争通车，加快通苏嘉甬铁路、沪苏嘉城际、滁宁城际等项目建设。",
    "2, 长三角地区新建公共充电桩[7万]个以上，车桩比力争达到[1.9]之内，累计公共充电桩达到[60万]个以上，加快推动长三角新能源充换电基础设施互联互通。",
    "3, 开通跨省通办“远程虚拟窗口”服务点位[200]个以上，累计上线政务服务[200]项以上，实现[41]个地级及以上城市全覆盖，推进跨省“一件事”和“免申即享”创新服务。",
    "4, 统一将[12]项治疗性辅助生殖技术项目纳入长三角医保支付范围。",
  })
  void thePromisedFiguresAreTheRedOnes(int project, String commitment) {
    assertThat(marked(statements.projects().get(project - 1).commitment())).isEqualTo(commitment);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 新增建成铁路里程[667.6]公里",
    "1, 沪苏湖高铁建成通车",
    "1, (8)小时通达三省一市",
    "2, 新建公共充电桩[20.7万]个",
    "2, 累计建成充电桩(超540万)个，其中公共充电桩[75.53万]个",
    "2, 车桩比[1.62∶1]",
    "3, 点位[515]个",
    "3, 实现[41]",
    "3, 累计办理业务(4.86万)件",
    "3, 开通政务服务[超200]项，累计全程网办(超1480万)件，线下窗口服务(超52万)人次",
    "4, 三省一市统一将精子优选处理、取卵术、胚胎培养等[12]项辅助生殖类医疗服务项目纳入医保支付范围",
    "5, 累计(3198)个文旅场馆和健身场馆支持社保卡“一卡通”",
    "6, 精品特色旅游线路(30)条",
    "6, 杭黄世界级廊道黄金游线(8)条",
    "6, 高铁旅游小城“四季主题榜单”和“十大主题线路”",
    "7, 累计共建和美乡村（美丽乡村）(7528)个",
    "7, (50)个实践案例",
    "7, (10)条跨省域“美丽乡村”风景线",
    "8, 旅居养老地[300]家、健康养老目的地(100)家",
    "9, “你点我检”监督抽检和快检(超23万)批次",
    "9, 从业禁止人员库全年累计校验(281万)人次，拦截(1.5万)人次",
    "10, 新增安徽为过境免签省份，停留活动区域为全省",
    "10, 240小时",
    "10, 新增办理过境免签(超5.3万)人次",
  })
  void thePublishedFiguresAreSaidInThePublishedWords(int project, String said) {
    assertThat(marked(statements.projects().get(project - 1).completion())).contains(said);
  }

  @Test
  void allIsCompletedAndNothingIsLeftToExplain() {
    assertThat(statements.overall()).isEqualTo("全部完成");
    assertThat(statements.findings()).isEmpty();
  }

  @Test
  void onlyVerbatimWordingStandsWithoutANote() {
    assertThat(statements.projects())
        .extracting(Statement::sourceNote)
        .containsExactly(
            null,
            null,
            null,
            "※据公开报道",
            "※据公开报道整理",
            "※据公开报道整理",
            "※据公开报道整理",
            "※据公开报道",
            "※据公开报道整理",
            "※据公开报道");
  }

  @Test
  void figuresAreNumberedWithinTheirSentence() {
    assertThat(statements.figures()).extracting(Figure::id).doesNotHaveDuplicates();
    assertThat(statements.projects().get(1).figures())
        .extracting(Figure::id)
        .containsExactly("2-目标-1", "2-目标-2", "2-目标-3", "2-完成-1", "2-完成-2", "2-完成-3", "2-完成-4");
  }

  /// The characters of a sentence, red figures in square brackets, others in round ones.
  private static String marked(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      switch (span) {
        case Span.Words words -> text.append(words.text());
        case Span.Bound(Figure figure) ->
            text.append(figure.compared() ? "[" : "(")
                .append(figure.text())
                .append(figure.compared() ? "]" : ")")
                .append(figure.tied());
      }
    }
    return text.toString();
  }
}
