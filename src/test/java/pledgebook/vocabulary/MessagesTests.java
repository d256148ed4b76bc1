package pledgebook.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTests {
  @ParameterizedTest
  @CsvSource({
    "“{name}”未填, “窗口”点位, “‘窗口’点位”未填",
    "“{name}的合计”未填, “窗口”点位, “‘窗口’点位的合计”未填",
    "“甲”与{name}不同, “窗口”点位, “甲”与“窗口”点位不同",
    "{name}未填, “窗口”点位, “窗口”点位未填",
  })
  void quotesInsideQuotesAreSingle(String text, String name, String filled) {
    assertThat(Messages.fill(text, "name", name)).isEqualTo(filled);
  }
}
