package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 4180, and nothing that a spreadsheet program would run.
class CsvTests {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1+cmd|' /C calc'!A0", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "　=1",
        "＝1+1", "＋1", "－1+1", "＠x", "-", "--5", "+5e3", "=", "\t"
      })
  void putsAnApostropheBeforeFormulas(String text) {
    assertThat(Csv.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "667.6", "-5", "+5.25", "-0.5%", "上海市", "a=b", "1:62", "—", "—5", " 515 ", "'x"
      })
  void leavesEverythingElse(String text) {
    assertThat(Csv.harmless(text)).isEqualTo(text);
  }

  @Test
  void quotesWhatNeedsIt() throws IOException {
    Path file = root.resolve("x.csv");
    try (Csv csv = Csv.raw(file)) {
      csv.row(Arrays.asList("a,b", "say \"hi\"", "two\nlines", null, "", "=1", "甲"));
    }
    assertThat(Files.readString(file))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,,=1,甲\r\n");
  }

  @Test
  void marksUtf8ForPeople() throws IOException {
    Path file = root.resolve("x.csv");
    try (Csv csv = Csv.forPeople(file)) {
      csv.row(List.of("=1", "a\",=1"));
    }
    assertThat(Files.readString(file)).isEqualTo("\uFEFF'=1,\"a\"\",=1\"\r\n");
  }
}
