package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.SHANGHAI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.finding.Finding;
import pledgebook.registry.Kind;

/// Rules a round adds: they see everything and touch nothing.
class RoundRuleTests {
  private static final String HEAD =
      """
      -- code: round.odd
      -- severity: verify
      -- missing: only figures are examined
      -- message: {cell}的{found}是奇数，请核对。
      """;
  private static final String QUERY =
      """
      select entity, file, sheet, cell, raw as found, '偶数' as expected, null as difference,
        null as unit, [indicator] as indicators
      from observation.reported_cell where value % 2 = 1
      """;

  private static Judgement judged(String text) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    try (StagedRound staged = new StagedRound(round)) {
      return staged.flow(SHANGHAI, "A01-01", "7").rule("odd", text).judge();
    }
  }

  @Test
  void aRuleOfTheRoundFindsWhatItLooksFor() {
    Judgement judgement = judged(HEAD + QUERY);
    assertThat(judgement.findings())
        .filteredOn(finding -> finding.code().equals("round.odd"))
        .extracting(Finding::message)
        .containsExactly("E2的7是奇数，请核对。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "selec 1",
        "delete from observation.account",
        "select 1; drop table observation.account",
        "with x as (select 1) delete from observation.account",
        "copy observation.account to 'x.csv'",
        "attach 'x.duckdb'",
        "set threads = 1",
        "from observation.no_such_table",
        "select * from read_csv('/etc/hostname')",
        "select * from read_text('/etc/hostname')",
        "from '/etc/hostname'",
        "from 'data.csv'",
        "select * from glob('*')",
        "select * from information_schema.tables",
        "from duckdb_settings",
        "select entity from observation.account",
        "select random() as entity",
        "select current_date as entity",
        "select 'x' as entity, 'f' as file, 's' as sheet, 'A1' as cell, '1' as found, '' as"
            + " expected, '' as difference, '' as unit, 'no list' as indicators"
      })
  void whatIsNoQueryOverTheTablesIsSkipped(String query) {
    Judgement judgement = judged(HEAD + query);
    assertThat(judgement.skipped())
        .filteredOn(rule -> rule.code().equals("round.odd"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.reason()).isNotBlank().doesNotContain("{", "}"));
    assertThat(judgement.findings()).noneMatch(finding -> finding.code().equals("round.odd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "severity", "missing", "message"})
  void aRuleWithoutALineOfItsHeadIsSkipped(String key) {
    String head = HEAD.replaceAll("(?m)^-- " + key + ":.*\n", "");
    assertThat(judged(head + QUERY).skipped())
        .filteredOn(rule -> rule.code().equals("round.odd"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.reason()).contains("-- " + key + ":"));
  }

  @Test
  void aRuleUnderAnotherCodeIsSkipped() {
    assertThat(judged(HEAD.replace("round.odd", "observation.balance") + QUERY).skipped())
        .filteredOn(rule -> rule.code().equals("round.odd"))
        .singleElement()
        .satisfies(rule -> assertThat(rule.reason()).contains("observation.balance", "round.odd"));
  }
}
