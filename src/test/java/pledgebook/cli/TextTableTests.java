package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Columns stand below each other on a Chinese terminal.
class TextTableTests {
  @Test
  void countsHanCharactersTwice() {
    assertThat(TextTable.width("沪a“")).isEqualTo(5);
    assertThat(new TextTable().row("1", "长三角", "完成").row("10", "a", "未完成").lines())
        .containsExactly("1   长三角  完成", "10  a       未完成");
  }
}
