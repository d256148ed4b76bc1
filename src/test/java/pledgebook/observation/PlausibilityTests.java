package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Kind;
import pledgebook.registry.Target.Comparator;

/// Values that contradict nothing and still cannot be meant.
class PlausibilityTests {
  private static final String SLIP = "observation.unit-slip";

  private static List<Finding> closing(String rule, String opening, String closing) {
    SmallRound round =
        new SmallRound().figure("A01-01", Kind.STOCK, null).opening("A01-01", SHANGHAI, opening);
    try (StagedRound staged = new StagedRound(round)) {
      staged.closing(SHANGHAI, "A01-01", closing).closing(JIANGSU, "A01-01", "0");
      return staged.findings("observation." + rule);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "118400, 12.34, 123400",
    "118400, 1234000000, 123400",
    "118400, 12340000000000, ",
    "200000, 0.0021, 210000",
    "118400, 118400, ",
    "118400, 300000, "
  })
  void aSlipOfUnitsIsToldWithWhatItMayMean(String opening, String closing, String expected) {
    List<Finding> findings = closing("unit-slip", opening, closing);
    if (expected == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings)
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.VERIFY);
            assertThat(finding.expected()).isEqualTo(expected);
            assertThat(finding.message()).contains("上年末累计", "“说明”栏");
          });
    }
  }

  @Test
  void aJumpIsToldAndAGrowthIsNot() {
    assertThat(closing("improbable-jump", "100", "301"))
        .extracting(f -> f.location().sheet(), f -> f.location().cell())
        .containsExactly(tuple("指标", "G2"));
    assertThat(closing("improbable-jump", "100", "300")).isEmpty();
    assertThat(closing("improbable-jump", "100", "49")).hasSize(1);
    assertThat(closing("improbable-jump", "100", "0")).hasSize(1);
    assertThat(closing("improbable-jump", "100", "50")).isEmpty();
    assertThat(closing("improbable-jump", "999999999999", "999999999999")).isEmpty();
  }

  @Test
  void membersAreHeldAgainstEachOther() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "31205").flow(JIANGSU, "A01-01", "0.8642");
      assertThat(staged.findings(SLIP)).extracting(Finding::expected).contains("8642").hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"480, 1", "0.3, 1", "160, 1", "159.9, 0", "24, 0", "0, 0"})
  void minutesForHoursAreTold(String hours, int expected) {
    SmallRound round =
        new SmallRound().figure("A01-01", Kind.DURATION, null).opening("A01-01", SHANGHAI, "8");
    try (StagedRound staged = new StagedRound(round)) {
      staged.closing(SHANGHAI, "A01-01", hours).closing(JIANGSU, "A01-01", "0");
      assertThat(staged.findings("observation.time-unit")).hasSize(expected);
      assertThat(staged.findings(SLIP)).isEmpty();
    }
  }

  /// Unit, what it is held against, what is found, what is proposed, and the advice.
  private static final String TIMES =
      """
      小时     8  480   8    如以分钟计，应为8小时。
      小时     8  500   8.33 如以分钟计，应为8.33小时。
      小时     8  0.3   7.2  如以天计，应为7.2小时。
      小时     8  28800 8    如以秒计，应为8小时。
      小时     8  4000  8    疑为时间单位填错
      分钟     30 0.5   30   如以小时计，应为30分钟。
      天       5  120   5    如以小时计，应为5天。
      个工作日 7  56    7    如以小时计，应为7个工作日。
      个工作日 7  55    -    -
      """;

  /// Held against last year's, against the target, and against the other member's.
  @Test
  void theTimeThatWasMeantIsProposed() {
    List<String[]> rows = TIMES.lines().map(line -> line.split(" +", -1)).toList();
    SmallRound round = new SmallRound();
    for (int i = 0; i < rows.size(); i++) {
      String unit = rows.get(i)[0];
      round
          .time(code(0, i), unit, null)
          .opening(code(0, i), SHANGHAI, rows.get(i)[1])
          .time(code(1, i), unit, target(Comparator.AT_MOST, rows.get(i)[1]))
          .time(code(2, i), unit, null);
    }
    try (StagedRound staged = new StagedRound(round)) {
      for (int i = 0; i < rows.size(); i++) {
        String found = rows.get(i)[2];
        staged.closing(SHANGHAI, code(0, i), found).closing(JIANGSU, code(0, i), "0");
        staged.closing(SHANGHAI, code(1, i), found).closing(JIANGSU, code(1, i), "—");
        staged.closing(SHANGHAI, code(2, i), found).closing(JIANGSU, code(2, i), rows.get(i)[1]);
      }
      List<Finding> findings =
          staged.findings("observation.time-unit").stream()
              .filter(finding -> SHANGHAI.equals(finding.entity()))
              .toList();
      for (int i = 0; i < 3 * rows.size(); i++) {
        String[] row = rows.get(i % rows.size());
        String code = code(i / rows.size(), i % rows.size());
        List<Finding> told =
            findings.stream().filter(f -> f.message().contains("“指标" + code + "”")).toList();
        assertThat(told)
            .as("%s %s", code, String.join(" ", row))
            .extracting(Finding::expected)
            .isEqualTo(row[3].equals("-") ? List.of() : List.of(row[3]));
        assertThat(told)
            .allSatisfy(finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.VERIFY);
              assertThat(finding.location().cell()).matches("G\\d+");
              assertThat(finding.message()).contains(row[4]);
            });
      }
    }
  }

  private static String code(int kind, int row) {
    return "A01-%d%d".formatted(kind, row);
  }

  @ParameterizedTest
  @CsvSource({"100000, 1", "99999.999, 0", "1, 1", "1.001, 0", "500, 0"})
  void whereNobodyElseReportsTheTargetIsTheMeasure(String flow, int expected) {
    // Each of the two members stands for 1000 of 2000.
    SmallRound round =
        new SmallRound().figure("A01-01", Kind.FLOW, target(Comparator.AT_LEAST, "2000"));
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", flow).sent(JIANGSU);
      assertThat(staged.findings(SLIP)).hasSize(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 10000, 2", "100, 9999.99, 0", "100, 1.001, 0", "100, 1, 2"})
  void aHundredfoldBetweenMembersIsTold(String shanghai, String jiangsu, int expected) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", shanghai).flow(JIANGSU, "A01-01", jiangsu);
      assertThat(staged.findings(SLIP)).hasSize(expected);
    }
  }

  @Test
  void nothingIsProposedThatTheUnitCannotBe() {
    assertThat(closing("unit-slip", "12", "1234567"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.expected()).isEqualTo("按个计的数");
          assertThat(finding.difference()).isNull();
          assertThat(finding.message()).doesNotContain("或应为");
        });
  }

  @Test
  void aRowIsHeldAgainstItsColumn() {
    SmallRound round = new SmallRound().amounts("A01-01", Kind.FLOW, false, null);
    try (StagedRound staged = new StagedRound(round)) {
      for (String name : List.of("甲", "乙", "丙", "丁")) {
        staged.thing(
            SHANGHAI, name, null, name.equals("丙") ? "0.031" : "305.5", null, "2024-05-01");
      }
      assertThat(staged.findings(SLIP))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.location().cell()).isEqualTo("C4");
            assertThat(finding.expected()).isEqualTo("310");
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "全年新建20.7万个。, 0",
    "全年新建21.7万个。, 1",
    "累计超20万个，其中2024年新建207000个。, 0",
    "建成207001个。, 1",
    "覆盖41个城市，第3批12月完成，同比增长5.2%。, 0",
    "投资3.5万元。, 0",
    "全年新建二十万七千个。, 0",
    "全年新建二十一万七千个。, 1",
    "新建二百一十七个。, 1",
    "总数二百一十七个。, 1",
    "数十万个、几十个、三五百个、第二百一十七个。, 0",
    "全年新建超20万个。, 0",
    "全年新建超10万个。, 1",
    "全年新建约21万个。, 0",
    "全年新建约25万个。, 1"
  })
  void numbersOfTheAccountAreBorneOut(String account, int expected) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    try (StagedRound staged = new StagedRound(round)) {
      staged
          .flow(SHANGHAI, "A01-01", "207000")
          .flow(JIANGSU, "A01-01", "207000")
          .texts(
              SHANGHAI,
              "A01-01",
              account.replace("个", round.round().indicators().getFirst().unit().symbol()),
              null);
      assertThat(staged.findings("observation.text-against-figure"))
          .hasSize(expected)
          .allSatisfy(finding -> {
            assertThat(finding.entity()).isEqualTo(SHANGHAI);
            assertThat(finding.location().sheet()).isEqualTo("指标");
            assertThat(finding.location().cell()).isEqualTo("H2");
            assertThat(finding.message()).contains("完成情况说明（H2）");
          });
    }
  }

  @Test
  void withoutLastYearTheRulesOnItAreSkippedAndSayWhy() {
    try (StagedRound staged =
        new StagedRound(new SmallRound().figure("A01-01", Kind.STOCK, null))) {
      assertThat(staged.closing(SHANGHAI, "A01-01", "1").judge().skipped())
          .extracting(rule -> rule.code())
          .containsExactlyInAnyOrder(
              "observation.opening-differs",
              "observation.improbable-jump",
              "observation.missing-component");
    }
  }
}
