package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.OutputHashes;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Location;

/// The commands as a person calls them: what is said, where, and the exit status.
class DoorTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-06-01T01:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int enter(String... arguments) {
    return enter(false, arguments);
  }

  private int enter(boolean interactive, String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive);
    int status = Door.enter(terminal, CLOCK, arguments);
    assertThat(err()).doesNotContain("\tat ", "Exception:");
    return status;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void memoryThatIsTooSmallIsSaid() throws Exception {
    Path sample;
    try (var files = Files.list(Path.of("input/2024/310000"))) {
      sample = files.findFirst().orElseThrow();
    }
    Process small =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxDirectMemorySize=64k",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "pledgebook.Pledgebook",
                "check",
                "--year",
                "2024",
                sample.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("cli.out-of-memory", "内存不足").doesNotContain("\tat ");
    assertThat(small.waitFor()).isEqualTo(ExitStatus.FAILED.code());
  }

  @Test
  void helpIsChinese() {
    assertThat(enter("--help")).isZero();
    assertThat(out()).contains("year-end", "receive", "seal", "退出状态").doesNotContain("Usage");
    for (String command :
        List.of("templates", "check", "year-end", "receive", "seal", "proof", "sign", "verify")) {
      assertThat(enter(command, "--help")).isZero();
      assertThat(out())
          .contains("用法：pledgebook " + command)
          .doesNotContain("Show this help")
          .doesNotContainPattern("(?m)^ {6}(YEAR|FILE\\.\\.\\.)\\s*$");
    }
  }

  @Test
  void aPlaceIsSaidAsPeopleSayIt() {
    assertThat(FindingLines.place(new Location("a.pdf", "第1页", "第2面"))).isEqualTo("第1页第2面");
    assertThat(FindingLines.place(new Location("a.xlsx", "指标", "F12"))).isEqualTo("指标!F12");
    assertThat(FindingLines.place(new Location("received.csv", null, "3"))).isEqualTo("第3行");
    assertThat(FindingLines.place(Location.nowhere())).isEmpty();
  }

  @Test
  void helpSaysInALineWhatEveryCommandDoes() {
    enter("--help");
    String commands = out().substring(out().indexOf("命令："), out().indexOf("退出状态"));
    assertThat(commands.lines().skip(1).filter(line -> !line.isBlank()))
        .hasSizeGreaterThanOrEqualTo(9)
        .allSatisfy(line -> {
          assertThat(line).containsPattern("^  [a-z-]+ +\\p{IsHan}.{6,}$");
          String command = line.strip().replaceAll(" .*", "");
          assertThat(enter(command, "--help")).isZero();
          assertThat(out()).startsWith(line.strip().replaceAll("^\\S+ +", ""));
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | 用法",
        "year-end                  | 缺少参数：YEAR",
        "year-end twenty           | 参数YEAR的值“twenty”不正确",
        "year-end 2024 --nonsense  | 不认识的参数：--nonsense",
        "seal 2024                 | 缺少参数：--by",
        "nonsense                  | 不认识的参数：nonsense",
        "year-end 1999             | 1999/round.yml",
      })
  void wrongUsageIsSaidInChinese(String line, String said) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
    assertThat(enter(arguments)).isEqualTo(2);
    assertThat(err()).contains(said);
  }

  @Test
  void everyFaultOfARoundIsListedAtOnce() throws IOException {
    Path jobs = folder.resolve("jobs");
    OutputHashes.copy(Path.of("jobs"), jobs);
    Path round = jobs.resolve("2024/round.yml");
    Files.writeString(
        round,
        Files.readString(round)
            .replaceFirst("kind: flow", "kind: flwo")
            .replaceFirst("unit: 项", "unit: 箱")
            .replaceFirst("660公里", "666公里")
            .replaceFirst("code: A05-01", "code: A04-01")
            .replaceFirst("number: 10", "number: 9"));
    int status =
        enter("year-end", "2024", "--jobs", jobs.toString(), "--output", folder.toString());
    assertThat(status).isEqualTo(2);
    assertThat(err().lines().filter(line -> line.contains("round.yml 第")).count())
        .isGreaterThanOrEqualTo(5);
    assertThat(folder.resolve("2024")).doesNotExist();
  }

  @Test
  void fromReceivingToTheSeal() throws IOException {
    Path input = folder.resolve("input");
    String output = folder.resolve("output").toString();
    String[] received = {"receive", "", "--year", "2024", "--from", "示例", "--input", "" + input};
    for (String entity : new String[] {"310000", "320000", "330000", "340000"}) {
      received[1] = "input/2024/" + entity + "/2024-" + entity + "-v1.xlsx";
      assertThat(enter(received)).as(out() + err()).isZero();
      assertThat(out()).contains("已接收");
    }
    assertThat(input.resolve("2024/received.csv")).content().contains("2025-06-01");
    assertThat(enter("year-end", "2024", "--input", "" + input, "--output", output)).isZero();
    assertThat(out()).contains("正式版", "全部完成", "完成情况.pdf").doesNotContain("\u001b", "\r");
    assertThat(enter("seal", "2024", "--by", "示例", "--input", "" + input, "--output", output))
        .isZero();
    assertThat(out()).contains("已由示例于", "封存");

    received[1] = "input/2024/310000/2024-310000-v1.xlsx";
    assertThat(enter(received)).isZero();
    assertThat(enter("year-end", "2024", "--input", "" + input, "--output", output)).isZero();
    assertThat(out()).contains("已封存");
  }

  @Test
  void aTerminalSeesABarAndThenOnlyTheResult() {
    assertThat(enter(true, "year-end", "2025", "--output", folder.toString())).isEqualTo(3);
    assertThat(out()).contains("█", "读取报送文件", "排版并输出", "草稿");
    assertThat(enter("seal", "2025", "--by", "示例", "--output", folder.toString())).isEqualTo(3);
    assertThat(err()).contains("publication.draft-not-sealable");
  }

  @Test
  void anOutputFolderThatIsAFileIsToldAndLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThat(enter("year-end", "2024", "--output", file.toString())).isEqualTo(1);
    assertThat(err()).contains("publication.output-not-writable");
    assertThat(file).hasContent("mine");
  }
}
