package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.ZHEJIANG;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Kind;
import pledgebook.vocabulary.EntityCode;

/// What members share: shares that add up to the whole, under one name.
class SharedThingTests {
  private static final String SHARES = "observation.shares-of-whole";
  private static final String ROUNDED = "observation.shares-rounded";
  private static final String TWICE = "observation.same-whole-other-name";
  private static final String SIMILAR = "observation.similar-name";

  private static final List<EntityCode> MEMBERS = List.of(SHANGHAI, JIANGSU, ZHEJIANG);

  /// All three sent something.
  private static StagedRound staged() {
    StagedRound staged = sentByNobody();
    MEMBERS.forEach(staged::sent);
    return staged;
  }

  private static StagedRound sentByNobody() {
    return new StagedRound(
        new SmallRound().withZhejiang().amounts("A01-01", Kind.FLOW, true, target(AT_LEAST, "1")));
  }

  private static StagedRound line(
      StagedRound staged, EntityCode entity, String name, String share, String whole) {
    return staged.thing(entity, name, null, share, whole, "2024-05-01");
  }

  private static StagedRound line(String whole, String... shares) {
    StagedRound staged = staged();
    for (int i = 0; i < shares.length; i++) {
      line(staged, MEMBERS.get(i), "沪苏湖铁路", shares[i], whole);
    }
    return staged;
  }

  /// The whole, the shares of three members, and how many errors and findings to verify they give.
  private static final String TABLE =
      """
      # published: 64.8, 52.156 and 46.844 km of 163.8
      163.8 64.8  52.156 46.844 0 0
      # three shares of three decimals may be off by 0.0015 together, two by 0.001
      1     0.333 0.333  0.333  0 3
      1     0.334 0.334  0.333  0 3
      1     0.333 0.333  0.332  3 0
      1     0.334 0.334  0.334  3 0
      1     0.5   0.499  -      0 2
      1     0.5   0.501  -      0 2
      1     0.5   0.498  -      2 0
      1     0.5   0.502  -      2 0
      # a share nobody gives; a line in full by one, two and three
      163.8 64.8  52.156 -      2 0
      163.8 163.8 -      -      0 0
      163.8 163.8 163.8  -      2 0
      163.8 163.8 163.8  163.8  3 0
      """;

  @Test
  void sharesAddUpToTheWhole() {
    List<String[]> rows =
        TABLE.lines().filter(l -> !l.startsWith("#")).map(l -> l.split(" +", -1)).toList();
    try (StagedRound staged = staged()) {
      for (int i = 0; i < rows.size(); i++) {
        for (int member = 0; member < MEMBERS.size(); member++) {
          String share = rows.get(i)[member + 1];
          if (!share.equals("-")) {
            line(staged, MEMBERS.get(member), "线" + (char) ('甲' + i), share, rows.get(i)[0]);
          }
        }
      }
      List<Finding> findings = staged.judge().findings();
      for (int i = 0; i < rows.size(); i++) {
        String thing = "线" + (char) ('甲' + i) + "”";
        assertThat(of(findings, SHARES))
            .as("errors of %s", String.join(" ", rows.get(i)))
            .filteredOn(f -> f.message().contains(thing))
            .hasSize(Integer.parseInt(rows.get(i)[4]));
        assertThat(of(findings, ROUNDED))
            .as("to verify of %s", String.join(" ", rows.get(i)))
            .filteredOn(f -> f.message().contains(thing))
            .hasSize(Integer.parseInt(rows.get(i)[5]))
            .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.VERIFY));
      }
      assertThat(of(findings, ROUNDED).getFirst().message())
          .contains("合计0.999公里", "全长（总量）1公里只差0.001公里", "“说明”栏");
    }
  }

  private static List<Finding> of(List<Finding> findings, String code) {
    return findings.stream().filter(f -> f.code().equals(code)).toList();
  }

  @Test
  void everyMemberIsToldOfAllTheShares() {
    try (StagedRound staged = line("163.8", "64.8", "163.8", "46.844")) {
      List<Finding> findings = staged.judge().findings();
      assertThat(of(findings, SHARES))
          .extracting(
              f -> f.entity(), f -> f.location().file(), f -> f.location().cell(), Finding::found)
          .containsExactly(
              tuple(SHANGHAI, "310000/报送.xlsx", "C2", "275.444"),
              tuple(JIANGSU, "320000/报送.xlsx", "C2", "275.444"),
              tuple(ZHEJIANG, "330000/报送.xlsx", "C2", "275.444"));
      assertThat(of(findings, SHARES).getFirst())
          .satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.expected()).isEqualTo("163.8");
            assertThat(f.difference()).isEqualTo("111.644");
            assertThat(f.message()).contains("上海市C2为64.8，江苏省C2为163.8，浙江省C2为46.844", "偏大多为有一方报了全长");
          });
      assertThat(of(findings, "observation.key-in-two-members")).isEmpty();
    }
  }

  @Test
  void aShareOfAMemberThatSentNothingIsNotMissedTwice() {
    try (StagedRound staged = sentByNobody()) {
      line(staged, SHANGHAI, "沪苏湖铁路", "64.8", "163.8");
      line(staged, JIANGSU, "沪苏湖铁路", "52.156", "163.8");
      List<Finding> findings = staged.judge().findings();
      assertThat(of(findings, SHARES)).isEmpty();
      assertThat(of(findings, "observation.member-missing"))
          .extracting(Finding::entity)
          .containsExactly(ZHEJIANG);
      line(staged, SHANGHAI, "沪苏湖铁路", "100", "163.8");
      assertThat(staged.findings(SHARES)).hasSize(2);
    }
  }

  @Test
  void aShareThatIsBlankIsToldAndTheRestNot() {
    try (StagedRound staged = line("163.8", "64.8", "52.156", "46.844")) {
      line(staged, ZHEJIANG, "沪苏湖铁路", "约10", "163.8");
      List<Finding> findings = staged.judge().findings();
      assertThat(of(findings, "observation.unreadable-evidence"))
          .extracting(f -> f.location().cell())
          .containsExactly("C3");
      assertThat(of(findings, SHARES)).isEmpty();
    }
  }

  private static final List<String> ALIKE =
      List.of(
          "沪苏湖高铁 沪苏湖铁路",
          "沪苏通铁路 沪苏通",
          "沪渝蓉铁路 沪—渝—蓉铁路",
          "新建合新铁路 合新铁路（安徽段）",
          "通苏嘉甬 通苏嘉甬城际铁路",
          "宁马市域（郊）铁路 宁马市域线",
          "杭温铁路 杭温客专",
          "池黄铁路工程 池黄高速铁路",
          "苏州轨道交通十一号线 苏州地铁11号线",
          "无锡市轨道交通１号线 无锡1号线",
          "二号线 2号线");

  private static final List<String> OTHERS =
      List.of(
          "淮宿蚌铁路 淮宿阜铁路",
          "南京11号线 南京12号线",
          "合肥13号线 常州13号线",
          "14号线 常州14号线",
          "宣绩高铁安徽段 宣绩高铁浙江段",
          "铁路 高铁",
          "上海线 上线");

  /// The names of a pair are given by two members, each with a share; nothing is made of one.
  @Test
  void namesThatDifferOnlyInHowALineIsCalledAreSimilarAndOthersAreNot() {
    try (StagedRound staged = staged()) {
      for (String pair : Stream.concat(ALIKE.stream(), OTHERS.stream()).toList()) {
        line(staged, SHANGHAI, pair.split(" ", 2)[0], "60", "163.8");
        line(staged, JIANGSU, pair.split(" ", 2)[1], "50", "163.9");
      }
      List<Finding> findings = staged.judge().findings();
      assertThat(of(findings, SIMILAR))
          .extracting(f -> half(f.found()) + " " + half(f.expected()))
          .containsExactlyInAnyOrderElementsOf(ALIKE.stream().map(SharedThingTests::half).toList());
      assertThat(of(findings, SIMILAR).getFirst())
          .satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.NOTE);
            assertThat(f.location().cell()).matches("A\\d+");
            assertThat(f.message()).contains("可能同一线路", "没有合并", "事项!A");
          });
      assertThat(of(findings, TWICE)).isEmpty();
    }
  }

  /// Names are told as they are compared.
  private static String half(@Nullable String name) {
    return String.valueOf(name).replace('（', '(').replace('）', ')').replace('１', '1');
  }

  /// The same whole, or names alike: what is given in full twice is to be verified.
  @Test
  void aLineInFullUnderTwoNamesIsToBeVerifiedAndCountedTwiceUntilThen() {
    try (StagedRound staged = staged()) {
      line(staged, SHANGHAI, "沪苏湖高铁", "163.8", "163.8");
      line(staged, JIANGSU, "沪苏湖铁路", "164", "164");
      line(staged, ZHEJIANG, "申湖线", "163.8", "163.8");
      line(staged, JIANGSU, "杭温高铁", "260", "260");
      List<Finding> findings = staged.judge().findings();
      assertThat(of(findings, TWICE))
          .extracting(Finding::found, Finding::expected, f -> f.location().cell())
          .containsExactlyInAnyOrder(tuple("沪苏湖高铁", "沪苏湖铁路", "A2"), tuple("沪苏湖高铁", "申湖线", "A2"));
      assertThat(of(findings, TWICE))
          .allSatisfy(f -> {
            assertThat(f.severity()).isEqualTo(Severity.VERIFY);
            assertThat(f.message()).contains("可能同一线路", "现计了两次", "事项!A2");
          });
      assertThat(of(findings, SIMILAR)).isEmpty();
      staged.flow(SHANGHAI, "A01-01", "163.8").flow(JIANGSU, "A01-01", "424");
      staged.flow(ZHEJIANG, "A01-01", "163.8");
      assertThat(staged.reconcile("A01-01").figure().orElseThrow().numerator())
          .isEqualByComparingTo("751.6");
    }
  }

  /// In sections, no row is the whole.
  @Test
  void aLineInFullInSectionsIsFoundAsWell() {
    try (StagedRound staged = staged()) {
      line(staged, SHANGHAI, "沪苏湖高铁", "63.8", "163.8");
      line(staged, SHANGHAI, "沪苏湖高铁", "100", "163.8");
      line(staged, JIANGSU, "沪苏湖铁路", "163.8", "163.8");
      assertThat(staged.findings(TWICE))
          .extracting(Finding::found, Finding::expected)
          .containsExactly(tuple("沪苏湖高铁", "沪苏湖铁路"));
    }
  }
}
