package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;

/// What is refused at the door, before any work is done.
class RefusalTests {
  @TempDir private Path folder;

  @Test
  void aDayToComeIsNotLookedBackTo() {
    Entered entered =
        Entered.command("year-end", "2024", "--as-of", "2999-01-01", "--output", folder);
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("cli.as-of-to-come", "2999-01-01", "2025-02-20");
  }

  @Test
  void whereNothingIsNothingIsProved() {
    Entered entered = Entered.command("prove", "甲!乙!A1", "--output", folder);
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("cli.prove-none").doesNotContain("0年度");
  }

  @Test
  void aSenderWithoutANameIsNone() {
    Entered entered = Entered.command("receive", "x.xlsx", "--year", "2024", "--from", " ");
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("cli.sender");
  }

  /// A file beyond what any memory holds is no reason for a stack trace.
  @Test
  void whatExceedsMemoryIsTold() throws IOException {
    Path manifest = Files.createDirectories(folder.resolve("2024")).resolve("manifest.json");
    try (RandomAccessFile file = new RandomAccessFile(manifest.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    Entered entered = Entered.command("explain", "1", "--output", folder);
    assertThat(entered.status()).isEqualTo(1);
    assertThat(entered.err()).contains("cli.out-of-memory", "内存不足").doesNotContain("\tat ");
  }

  /// By the members' legal time it is tomorrow already.
  @Test
  void aCopyIsReviewedOnTheDayItIsInTheMembersTime() throws IOException {
    Path jobs = folder.resolve("jobs");
    OutputHashes.copy(Path.of("jobs"), jobs);
    Path closing =
        Files.writeString(
            folder.resolve("closing.csv"),
            "# 2024年度第1版（已封存）各地区年末累计数，版次标识%s\r\nindicator,entity,unit,value\r\n"
                .formatted("a".repeat(64)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream said = new PrintStream(out, true, StandardCharsets.UTF_8);
    int status =
        Door.enter(
            new Terminal(said, said, false),
            Clock.fixed(Instant.parse("2025-07-01T17:00:00Z"), ZoneOffset.UTC),
            "open",
            "2025",
            "--by",
            "示例",
            "--from",
            closing.toString(),
            "--jobs",
            jobs.toString(),
            "--output",
            folder.resolve("output").toString());
    assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(Files.readString(jobs.resolve("2025/opening.yml"))).contains("on: 2025-07-02");
  }
}
