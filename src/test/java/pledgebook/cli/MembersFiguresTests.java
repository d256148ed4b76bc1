package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;
import pledgebook.vocabulary.Sha256;

/// Nobody but the member changes a member's figure: whatever command runs, what was received stays
/// as it is, byte by byte and value by value.
class MembersFiguresTests {
  private static final String FILE = "2024/310000/2024-310000-v1.xlsx";

  @TempDir Path folder;

  @Test
  void noCommandChangesWhatWasReceived() throws IOException {
    OutputHashes.copy(Path.of("jobs"), folder.resolve("jobs"));
    OutputHashes.copy(Path.of("input"), folder.resolve("input"));
    Path output = folder.resolve("output");
    Map<String, String> received = received();
    run("year-end 2024 --jobs J --input I --output O", 0);
    String values = Files.readString(output.resolve("2024/data/member_value.csv"));
    // Agreed on another value than the member sent: the secretariat's strongest word.
    Files.writeString(
        folder.resolve("jobs/2024/differences.yml"),
        """
        differences:
          - indicator: A01-01
            entity: 310000
            sent: {value: 64.8, source: 铁路区段!C4}
            other: {value: 999, source: 示例公报}
            cause: 示例：口径不同
            status: settled
            agreed: 999
            signed:
              - {by: 示例单位甲, on: 2025-03-20}
              - {by: 示例单位乙, on: 2025-03-21}
        """);
    Map<String, Integer> lines = commands();
    assertThat(lines.keySet().stream().map(line -> line.split(" ", -1)[0]))
        .as("every command the program has")
        .containsAll(known());
    for (Map.Entry<String, Integer> line : lines.entrySet()) {
      run(line.getKey(), line.getValue());
      assertThat(received()).as(line.getKey()).containsAllEntriesOf(received);
    }
    assertThat(Files.readString(output.resolve("2024/data/member_value.csv"))).isEqualTo(values);
    String notes = Files.readString(output.resolve("2024/data/difference_note.csv"));
    assertThat(notes).contains(",999,").contains(",64.8\r\n");
  }

  /// Each command as it is called, and the exit status; what is to be sealed is a draft.
  private static Map<String, Integer> commands() {
    Map<String, Integer> lines = new LinkedHashMap<>();
    lines.put("announce 2025 --jobs J --output O", 0);
    lines.put("templates 2024 --jobs J --output O", 0);
    lines.put("check --year 2024 --jobs J I/" + FILE, 0);
    lines.put("receive I/" + FILE + " --year 2024 --from 示例 --jobs J --input I", 0);
    lines.put("year-end 2024 --jobs J --input I --output O", 3);
    lines.put("explain A01-01 --output O", 0);
    lines.put("proof O/2024/完成情况.pdf --year 2024 --output O", 0);
    lines.put("seal 2024 --by 示例 --jobs J --input I --output O", 3);
    lines.put("sign 2024 --key O/none.p12 --time 2025-06-07T10:00:00+08:00 --output O", 2);
    lines.put("verify O/2024/完成情况.pdf --output O", 0);
    lines.put("rebuild 2024 --output O", 2);
    lines.put("prove 310000/2024-310000-v1.xlsx!铁路区段!C4 --year 2024 --output O", 0);
    lines.put("diff O/2024 O/2024", 0);
    lines.put("open 2025 --by 示例 --jobs J --output O", 2);
    lines.put("compare 2025 --jobs J --output O", 0);
    lines.put("audit verify 2024 --input I --output O", 0);
    return lines;
  }

  private static List<String> known() {
    String help = Entered.command("--help").out();
    return help.substring(help.indexOf("命令："))
        .lines()
        .map(line -> line.replaceFirst("^  ([a-z-]+)\\s.*", "$1"))
        .filter(line -> line.matches("[a-z-]+"))
        .toList();
  }

  private void run(String line, int status) {
    Object[] arguments =
        Stream.of(line.split(" ", -1))
            .map(word -> word.replaceFirst("^J$", folder.resolve("jobs").toString()))
            .map(word -> word.replaceFirst("^I(?=/|$)", folder.resolve("input").toString()))
            .map(word -> word.replaceFirst("^O(?=/|$)", folder.resolve("output").toString()))
            .toArray();
    Entered entered = Entered.command(arguments);
    assertThat(entered.status()).as(line + "\n" + entered.out() + entered.err()).isEqualTo(status);
  }

  /// The workbooks; the lists beside them grow.
  private Map<String, String> received() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("input"))) {
      Map<String, String> hashes = new TreeMap<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
        hashes.put(folder.relativize(file).toString(), Sha256.of(file).hex());
      }
      return hashes;
    }
  }
}
