package pledgebook.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The short ways macros take give what the long ones would, for every character there is.
class MacroTests {
  private static Connection database;

  @BeforeAll
  static void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = database.createStatement()) {
      statement.execute(SqlFile.of("warehouse/macros.sql").text());
      statement.execute(
          """
          create table characters as
          select chr(n::integer) as c from range(1, 65536) as r(n) where n not between 55296 and 57343
          """);
    }
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private static List<String> texts(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  @Test
  void whatPlainlySaysSomethingIsNeverBlankNorAStandIn() throws SQLException {
    assertThat(
            texts(
                """
                with words as (
                  select unnest(['', '无', '暂无', '没有', '有', '不适用', '不涉及', '略', '同上', '待定', '/A', 'A', 'ONE', 'il', '。', '1']) as word
                ),
                texts as (select c || word as t from characters cross join words)
                select t from texts
                where begins_to_speak(t) and (is_blank(t) or is_not_applicable(t) or says_nothing(t))
                """))
        .isEmpty();
    assertThat(texts("select c from characters where begins_to_speak(c)"))
        .hasSizeGreaterThan(20_000)
        .contains("会", "J", "7")
        .doesNotContain("无", "n", "N", "—", " ");
    assertThat(texts("select t from (select unnest(['无', ' ', '—', '会计']) as t) where is_given(t)"))
        .containsExactly("会计");
  }

  @Test
  void everyFullWidthCharacterIsMadeNarrow() throws SQLException {
    assertThat(texts("select c from characters where half_width(c) <> c"))
        .hasSize(26 + 26 + 10 + 6)
        .contains("０", "Ｚ", "ａ", "：");
    assertThat(texts("select half_width('Ａ１：甲')")).containsExactly("A1:甲");
  }

  @Test
  void aPlainCodeIsItsOwnForm() throws SQLException {
    assertThat(
            texts(
                """
                select c from characters
                where
                  normalised('A' || c, 'CODE') <> upper(without_blanks(half_width('A' || c)))
                  or (unicode(c) > 32 and unicode(c) < 127 and upper(c) = c and normalised(c, 'CODE') <> c)
                """))
        .isEmpty();
    assertThat(texts("select normalised(' ab\u3000ｃ ', 'CODE')")).containsExactly("ABC");
  }

  @Test
  void blanksOfAllKindsGo() throws SQLException {
    assertThat(texts("select c from characters where without_blanks('甲' || c || '乙') = '甲乙'"))
        .contains(" ", "\t", "\u00A0", "\u3000", "\u200B", "\uFEFF")
        .hasSizeLessThan(15);
  }
}
