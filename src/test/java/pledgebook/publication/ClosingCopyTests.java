package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Failure;
import pledgebook.publication.ClosingCopy.Opened;

/// A sealed closing.csv on its way to the next year.
class ClosingCopyTests {
  private static final Instant AT = Instant.parse("2025-06-07T04:00:00Z");
  private static final LocalDate ON = LocalDate.of(2025, 7, 1);

  @TempDir Path root;
  private Path output;
  private Path closing;
  private Path jobs;

  @BeforeEach
  void sealed() throws IOException {
    try (PublishableRound round = PublishableRound.complete(root)) {
      Path folder = round.publish().folder();
      output = round.output;
      assertThat(code(() -> ClosingCopy.find(output, 2024, List.of())))
          .isEqualTo("publication.nothing-to-open");
      new Seal(round.jobs, round.input, round.output).seal(2024, "示例", AT);
      closing = folder.resolve("closing.csv");
    }
    jobs = root.resolve("next");
    Files.createDirectories(jobs.resolve("2025"));
  }

  private static String code(ThrowingCallable call) {
    return catchThrowableOfType(Failure.class, call).code();
  }

  private Path edited(String name, String old, String by) throws IOException {
    return Files.writeString(root.resolve(name), Files.readString(closing).replace(old, by));
  }

  @Test
  void copiesByteForByteAndSaysWhereFrom() throws IOException {
    ClosingCopy copy = ClosingCopy.find(output, 2024, List.of());
    Opened opened = copy.writeTo(jobs, "示例: \"甲\"", ON, false);
    Path written = opened.file();

    assertThat(opened.before()).isFalse();
    assertThat(written).hasSameBinaryContentAs(closing);
    assertThat(Files.readString(jobs.resolve("2025/opening.yml")))
        .contains("closing: " + copy.sha256(), "edition: " + copy.edition(), "on: 2025-07-01")
        .contains("by: \"示例: \\\"甲\\\"\"");
    assertThat(ClosingCopy.find(output, 2024, List.of(closing)).writeTo(jobs, "别人", ON, false))
        .isEqualTo(new Opened(written, true));
    assertThat(Files.readString(jobs.resolve("2025/opening.yml"))).doesNotContain("别人");
  }

  @Test
  void otherValuesForTheSameEditionAreAContradiction() throws IOException {
    Path other = edited("other.csv", ",40", ",41");
    assertThat(code(() -> ClosingCopy.find(output, 2024, List.of(other))))
        .isEqualTo("publication.closing-contradicts");
    assertThat(code(() -> ClosingCopy.find(root.resolve("none"), 2024, List.of(closing, other))))
        .isEqualTo("publication.closing-contradicts");
    ClosingCopy copy = ClosingCopy.find(output, 2024, List.of());
    Files.copy(other, jobs.resolve("2025/opening.csv"));
    assertThat(code(() -> copy.writeTo(jobs, "示例", ON, true)))
        .isEqualTo("publication.closing-contradicts");
  }

  @Test
  void whatIsNoClosingOfTheYearIsRefused() throws IOException {
    Path bare = edited("bare.csv", "# 2024年度", "# 2023年度");
    assertThat(code(() -> ClosingCopy.find(output, 2024, List.of(bare))))
        .isEqualTo("publication.closing-unknown");
    Path foreign = edited("foreign.csv", "标识", "标识" + "0".repeat(64) + " ");
    Files.writeString(foreign, Files.readString(foreign).replaceFirst(" [0-9a-f]{64}", ""));
    assertThat(code(() -> ClosingCopy.find(output, 2024, List.of(foreign, closing))))
        .isEqualTo("publication.closing-several");
  }

  @Test
  void valuesThatAreThereStay() throws IOException {
    Path opening = jobs.resolve("2025/opening.csv");
    Files.writeString(opening, "indicator,entity,value\nA01-01,310000,5\n");
    ClosingCopy copy = ClosingCopy.find(output, 2024, List.of());
    assertThat(code(() -> copy.writeTo(jobs, "示例", ON, false)))
        .isEqualTo("publication.opening-there");
    assertThat(Files.readString(opening)).endsWith("310000,5\n");
    copy.writeTo(jobs, "示例", ON, true);
    assertThat(opening).hasSameBinaryContentAs(closing);
  }

  @Test
  void anAlteredSealedFileIsNotCopied() throws IOException {
    Files.writeString(closing, Files.readString(closing).replace(",40", ",41"));
    assertThat(code(() -> ClosingCopy.find(output, 2024, List.of())))
        .isEqualTo("publication.outputs-altered");
  }

  /// There is one first edition of a year.
  @Test
  void anotherEditionOfTheSameNumberIsAContradiction() throws IOException {
    String text = Files.readString(closing);
    Path other =
        Files.writeString(
            root.resolve("other.csv"), text.replaceFirst("[0-9a-f]{64}", "0".repeat(64)));
    assertThat(code(() -> ClosingCopy.find(output, 2024, List.of(other))))
        .isEqualTo("publication.closing-contradicts");
  }

  /// Nothing is copied that the next year could not be opened with.
  @Test
  void whatHoldsNoClosingValuesIsRefused() throws IOException {
    Path none = root.resolve("none");
    for (Path file :
        List.of(
            edited("negative.csv", ",40", ",-40"),
            edited("formula.csv", ",40", ",=4+4"),
            edited("headless.csv", "indicator,entity,unit,value\r\n", ""),
            Files.writeString(
                root.resolve("heading.csv"),
                Files.readString(closing).lines().findFirst().orElseThrow()),
            Files.write(
                root.resolve("gbk.csv"),
                Files.readString(closing).getBytes(Charset.forName("GBK"))))) {
      assertThat(code(() -> ClosingCopy.find(none, 2024, List.of(file))))
          .as(file.toString())
          .isEqualTo("publication.closing-unknown");
    }
    Path huge = root.resolve("huge.csv");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    assertThat(code(() -> ClosingCopy.find(none, 2024, List.of(huge))))
        .isEqualTo("publication.closing-unknown");
  }

  @Test
  void somebodyAnswersForTheCopy() {
    ClosingCopy copy = ClosingCopy.find(output, 2024, List.of());
    assertThat(code(() -> copy.writeTo(jobs, " \u200B", ON, false)))
        .isEqualTo("publication.review-needs-name");
    assertThat(jobs.resolve("2025/opening.csv")).doesNotExist();
  }
}
