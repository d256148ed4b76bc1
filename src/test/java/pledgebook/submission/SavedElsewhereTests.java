package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;

/// A submission as programs wrote it that cannot be run in a test: the files of `quirks/`, each
/// with a line in `quirks.csv` that says why it is there.
class SavedElsewhereTests {
  private static final Path FOLDER = Path.of("src/test/resources/quirks");
  private static final Round ROUND = Rounds.of(2024);

  /// A file, and the codes of what reading it finds.
  record Quirk(String file, List<String> findings) {}

  static Stream<Quirk> quirks() throws IOException {
    return Files.readAllLines(FOLDER.resolve("quirks.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(fields ->
            new Quirk(
                fields[0],
                Arrays.stream(fields[2].split(" ", -1)).filter(c -> !c.isEmpty()).toList()));
  }

  private static Sent sent(String file) {
    return Sent.at(ROUND, FOLDER.resolve(file), "310000/" + file, Sent.TIME);
  }

  @Test
  void everyFileSaysWhyItIsThere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(path -> String.valueOf(path.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(quirks().map(Quirk::file), Stream.of("quirks.csv")).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("quirks")
  void whatIsFoundIsWhatTheListSays(Quirk quirk) {
    List<Finding> findings =
        switch (sent(quirk.file()).examined()) {
          case Intake.Received received -> received.findings();
          case Intake.Rejected rejected -> List.of(rejected.reason());
        };
    assertThat(findings).extracting(Finding::code).isEqualTo(quirk.findings());
  }

  @ParameterizedTest
  @MethodSource("quirks")
  void whatIsReadIsTheSameWhoeverSavedIt(Quirk quirk) {
    if (!(sent(quirk.file()).examined() instanceof Intake.Received)) {
      assertThat(quirk.findings()).hasSize(1);
      return;
    }
    Recording expected = sent("openpyxl.xlsx").staged();
    Recording read = sent(quirk.file()).staged();
    assertThat(read.rows.keySet()).isEqualTo(expected.rows.keySet()).hasSizeGreaterThan(10);
    for (String form : expected.rows.keySet()) {
      assertThat(read.cells(form)).as(form).isEqualTo(expected.cells(form)).isNotEmpty();
      assertThat(read.numbers(form)).as(form).isEqualTo(expected.numbers(form));
    }
  }
}
