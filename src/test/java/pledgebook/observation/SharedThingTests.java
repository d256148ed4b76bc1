package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.ZHEJIANG;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.AT_LEAST;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static StagedRound staged() {
    return new StagedRound(
        new SmallRound().withZhejiang().amounts("A01-01", Kind.FLOW, true, target(AT_LEAST, "1")));
  }

  private static StagedRound line(
      StagedRound staged, EntityCode entity, String name, @Nullable String share, String whole) {
    return staged.thing(entity, name, null, share, whole, "2024-05-01");
  }

  private static StagedRound line(String whole, @Nullable String... shares) {
    StagedRound staged = staged();
    EntityCode[] members = {SHANGHAI, JIANGSU, ZHEJIANG};
    for (int i = 0; i < members.length; i++) {
      String share = i < shares.length ? shares[i] : null;
      staged.sent(members[i]).flow(members[i], "A01-01", share == null ? "0" : share);
      if (share != null) {
        line(staged, members[i], "沪苏湖铁路", share, whole);
      }
    }
    return staged;
  }

  @ParameterizedTest(name = "{1} + {2} + {3} of {0}: {4} errors, {5} to verify")
  @CsvSource(
      nullValues = "-",
      value = {
        // published: 64.8, 52.156 and 46.844 km of 163.8
        "163.8, 64.8,  52.156, 46.844, 0, 0",
        // three shares of three decimals may be off by 0.0015 together, two by 0.001
        "1,     0.333, 0.333,  0.333,  0, 3",
        "1,     0.334, 0.334,  0.333,  0, 3",
        "1,     0.333, 0.333,  0.332,  3, 0",
        "1,     0.334, 0.334,  0.334,  3, 0",
        "1,     0.5,   0.499,  -,      0, 2",
        "1,     0.5,   0.501,  -,      0, 2",
        "1,     0.5,   0.498,  -,      2, 0",
        "1,     0.5,   0.502,  -,      2, 0",
        // a share nobody gives, a line in full by one, two and three
        "163.8, 64.8,  52.156, -,      2, 0",
        "163.8, 163.8, -,      -,      0, 0",
        "163.8, 163.8, 163.8,  -,      2, 0",
        "163.8, 163.8, 163.8,  163.8,  3, 0",
      })
  void sharesAddUpToTheWhole(
      String whole,
      String shanghai,
      @Nullable String jiangsu,
      @Nullable String zhejiang,
      int errors,
      int verify) {
    try (StagedRound staged = line(whole, shanghai, jiangsu, zhejiang)) {
      assertThat(staged.findings(SHARES)).hasSize(errors);
      assertThat(staged.findings(ROUNDED))
          .hasSize(verify)
          .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.VERIFY));
    }
  }

  @Test
  void everyMemberIsToldOfAllTheShares() {
    try (StagedRound staged = line("163.8", "64.8", "163.8", "46.844")) {
      assertThat(staged.findings(SHARES))
          .extracting(
              f -> f.entity(), f -> f.location().file(), f -> f.location().cell(), Finding::found)
          .containsExactly(
              tuple(SHANGHAI, "310000/报送.xlsx", "C2", "275.444"),
              tuple(JIANGSU, "320000/报送.xlsx", "C2", "275.444"),
              tuple(ZHEJIANG, "330000/报送.xlsx", "C2", "275.444"));
      assertThat(staged.findings(SHARES).getFirst())
          .satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.expected()).isEqualTo("163.8");
            assertThat(f.difference()).isEqualTo("111.644");
            assertThat(f.message()).contains("上海市C2为64.8，江苏省C2为163.8，浙江省C2为46.844", "偏大多为有一方报了全长");
          });
      assertThat(staged.findings("observation.key-in-two-members")).isEmpty();
    }
  }

  @Test
  void theRoundingIsToldAsItIs() {
    try (StagedRound staged = line("1", "0.333", "0.333", "0.333")) {
      assertThat(staged.findings(ROUNDED).getFirst().message())
          .contains("合计0.999公里", "全长（总量）1公里只差0.001公里", "“说明”栏");
    }
  }

  @Test
  void aShareOfAMemberThatSentNothingIsNotMissedTwice() {
    try (StagedRound staged = staged()) {
      line(staged, SHANGHAI, "沪苏湖铁路", "64.8", "163.8");
      line(staged, JIANGSU, "沪苏湖铁路", "52.156", "163.8");
      assertThat(staged.findings(SHARES)).isEmpty();
      assertThat(staged.findings("observation.member-missing"))
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
      assertThat(staged.findings("observation.unreadable-evidence"))
          .extracting(f -> f.location().cell())
          .containsExactly("C3");
      assertThat(staged.findings(SHARES)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "沪苏湖高铁, 沪苏湖铁路", "沪苏湖铁路, 沪苏湖", "沪苏湖铁路, 沪—苏—湖铁路", "新建沪苏湖铁路, 沪苏湖铁路（上海段）",
    "沪苏湖 铁路, 沪苏湖城际铁路", "宁马市域（郊）铁路, 宁马市域线", "杭温铁路, 杭温客专", "杭温铁路工程, 杭温高速铁路",
    "苏州轨道交通十一号线, 苏州地铁11号线", "苏州市轨道交通１１号线, 苏州11号线", "二号线, 2号线"
  })
  void namesThatDifferOnlyInHowALineIsCalledAreSimilar(String one, String other) {
    try (StagedRound staged = staged()) {
      line(staged, SHANGHAI, one, "60", "163.8");
      line(staged, JIANGSU, other, "50", "163.9");
      assertThat(staged.findings(SIMILAR))
          .singleElement()
          .satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.NOTE);
            assertThat(f.location().cell()).isEqualTo("A2");
            assertThat(f.message()).contains("可能同一线路", "没有合并", "事项!A2");
          });
      assertThat(staged.findings(TWICE)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "沪苏湖铁路, 沪苏通铁路",
    "苏州11号线, 苏州12号线",
    "苏州11号线, 无锡11号线",
    "11号线, 苏州11号线",
    "合新高铁安徽段, 合新高铁江苏段",
    "铁路, 高铁",
    "上海线, 上线"
  })
  void otherNamesAreNot(String one, String other) {
    try (StagedRound staged = staged()) {
      line(staged, SHANGHAI, one, "60", "163.8");
      line(staged, JIANGSU, other, "50", "163.9");
      assertThat(staged.findings(SIMILAR)).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} of {1} and {2} of {3}: {4}")
  @CsvSource({
    // the same whole, or names alike: twice in full is to be verified
    "沪苏湖高铁, 163.8, 沪苏湖铁路, 163.8, 1",
    "沪苏湖高铁, 163.8, 沪苏湖铁路, 164, 1",
    "沪苏湖高铁, 163.8, 申苏湖线, 163.8, 1",
    "沪苏湖高铁, 163.8, 杭温高铁, 260, 0"
  })
  void aLineInFullUnderTwoNamesIsToBeVerifiedAndCountedTwiceUntilThen(
      String one, String whole, String other, String otherWhole, int expected) {
    try (StagedRound staged = staged()) {
      line(staged, SHANGHAI, one, whole, whole).flow(SHANGHAI, "A01-01", whole);
      line(staged, JIANGSU, other, otherWhole, otherWhole).flow(JIANGSU, "A01-01", otherWhole);
      staged.flow(ZHEJIANG, "A01-01", "0");
      assertThat(staged.findings(TWICE))
          .hasSize(expected)
          .allSatisfy(f -> {
            assertThat(f.severity()).isEqualTo(Severity.VERIFY);
            assertThat(f.location().cell()).isEqualTo("A2");
            assertThat(f.message()).contains("可能同一线路", "现计了两次", "事项!A2");
          });
      assertThat(staged.findings(SIMILAR)).isEmpty();
      assertThat(staged.reconcile("A01-01").figure().orElseThrow().numerator())
          .isEqualByComparingTo(
              new java.math.BigDecimal(whole).add(new java.math.BigDecimal(otherWhole)));
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
