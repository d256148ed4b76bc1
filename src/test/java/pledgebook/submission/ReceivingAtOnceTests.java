package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.Pledgebook;
import pledgebook.audit.AuditTrail;
import pledgebook.vocabulary.Sha256;

/// Several people receive files at the same moment, each in a process of their own.
class ReceivingAtOnceTests {
  @TempDir private Path folder;

  @Test
  void everyFileArrivesWholeAndIsListedOnce() throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> sent = Files.walk(Path.of("input/2024"))) {
      files = sent.filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
    }
    Path input = folder.resolve("input");
    List<Process> processes = new ArrayList<>();
    for (Path file : files) {
      processes.add(receive(file, input));
    }
    for (Process process : processes) {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    for (Path file : files) {
      assertThat(Sha256.of(input.resolve(Path.of("input").relativize(file))))
          .isEqualTo(Sha256.of(file));
    }
    assertThat(Inbox.listings(input, 2024)).hasSize(files.size());
    assertThat(new AuditTrail(input, 2024).verify(Inbox.listings(input, 2024), List.of()))
        .satisfies(verified -> assertThat(verified.findings()).isEmpty())
        .satisfies(verified ->
            assertThat(verified.end().orElseThrow().sequence()).isEqualTo(files.size()));
  }

  private static Process receive(Path file, Path input) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Pledgebook.class.getName(),
            "receive",
            file.toString(),
            "--year",
            "2024",
            "--from",
            "示例",
            "--input",
            input.toString())
        .redirectErrorStream(true)
        .start();
  }
}
