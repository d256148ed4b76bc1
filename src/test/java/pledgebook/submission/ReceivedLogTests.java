package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.submission.ReceivedLog.Line;
import pledgebook.submission.ReceivedLog.LineFault;
import pledgebook.vocabulary.Sha256;

class ReceivedLogTests {
  private static final String HASH = "a".repeat(64);
  private static final String GOOD = HASH + ",320000,320000/a.xlsx,2025-02-20T09:00:00+08:00,示例";

  @TempDir private Path folder;

  private ReceivedLog log(String text) throws IOException {
    Path file = folder.resolve(ReceivedLog.NAME);
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return ReceivedLog.read(file);
  }

  private static Line line(int number, String file, String origin) {
    return new Line(
        number,
        new Sha256(HASH),
        Optional.of(Rounds.JIANGSU),
        file,
        "2025-02-20T09:00:00+08:00",
        origin);
  }

  private ReceivedLog appended(String before, Line line) throws IOException {
    Path file = folder.resolve(ReceivedLog.NAME);
    Files.write(file, before.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ReceivedLog.append(channel, line);
    }
    return ReceivedLog.read(file);
  }

  @Test
  void aListThatIsNotThereIsEmpty() throws IOException {
    ReceivedLog log = ReceivedLog.read(folder.resolve("nowhere.csv"));
    assertThat(log.lines()).isEmpty();
    assertThat(log.faults()).isEmpty();
  }

  @Test
  void whatIsAppendedIsReadBack() throws IOException {
    Line line = line(2, "320000/报表,\"终\".xlsx", "张,\"示例\"");
    ReceivedLog log = appended("", line);
    assertThat(log.lines()).containsExactly(line);
    assertThat(log.faults()).isEmpty();
    assertThat(log.find(new Sha256(HASH))).contains(line);
    assertThat(log.find(new Sha256("b".repeat(64)))).isEmpty();
  }

  @Test
  void aLastLineCutShortStaysALineOfItsOwn() throws IOException {
    ReceivedLog log =
        appended(ReceivedLog.HEADER + "\n" + GOOD.substring(0, 40), line(0, "320000/b.xlsx", "示例"));
    assertThat(log.lines()).containsExactly(line(3, "320000/b.xlsx", "示例"));
    assertThat(log.faults()).extracting(LineFault::number).containsExactly(2);
  }

  @Test
  void aByteOrderMarkAndReturnsOfAnEditorDoNoHarm() throws IOException {
    ReceivedLog log = log("\uFEFF" + ReceivedLog.HEADER + "\r\n" + GOOD + "\r\n");
    assertThat(log.faults()).isEmpty();
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void timesOfOtherZonesAreBroughtToOne() throws IOException {
    ReceivedLog log =
        log(
            ReceivedLog.HEADER
                + "\n"
                + GOOD.replace("2025-02-20T09:00:00+08:00", "2025-02-20T01:00:00.5Z")
                + "\n");
    assertThat(log.lines().getFirst().receivedAt()).isEqualTo("2025-02-20T09:00:00+08:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%h,320000,320000/a.xlsx,2025-02-20T09:00:00+08:00 | 应有5列，实有4列",
        "%h,320000,320000/a.xlsx,2025-02-20T09:00:00+08:00,a,b | 应有5列，实有6列",
        "ABC,320000,320000/a.xlsx,2025-02-20T09:00:00+08:00,x | sha256应为64位十六进制数",
        "%h,32000,320000/a.xlsx,2025-02-20T09:00:00+08:00,x | entity应为6位代码或空白",
        "%h,320000,a.xlsx,2025-02-20T09:00:00+08:00,x |"
            + " file应为“代码/文件名”“rejected/文件名”或“unchanged/文件名”",
        "%h,320000,../320000/a.xlsx,2025-02-20T09:00:00+08:00,x |"
            + " file应为“代码/文件名”“rejected/文件名”或“unchanged/文件名”",
        "%h,320000,320000/..,2025-02-20T09:00:00+08:00,x |"
            + " file应为“代码/文件名”“rejected/文件名”或“unchanged/文件名”",
        "%h,320000,/etc/passwd,2025-02-20T09:00:00+08:00,x |"
            + " file应为“代码/文件名”“rejected/文件名”或“unchanged/文件名”",
        "%h,320000,320000/a/b.xlsx,2025-02-20T09:00:00+08:00,x |"
            + " file应为“代码/文件名”“rejected/文件名”或“unchanged/文件名”",
        "%h,320000,320000/a.xlsx,2025-02-20,x | received_at应为2025-02-20T09:00:00+08:00这样的时间",
        "%h,320000,\"320000/a.xlsx,2025-02-20T09:00:00+08:00,x | 引号不配对",
        "%h,320000,\"320000/a.xlsx\"b,2025-02-20T09:00:00+08:00,x | 引号不配对",
        "%h,320000,320000/\"a\".xlsx,2025-02-20T09:00:00+08:00,x | 引号不配对",
        "%h,320000,320000/a\uFFFD.xlsx,2025-02-20T09:00:00+08:00,x | 不是UTF-8文字"
      })
  void aMalformedLineIsToldOfWithItsNumberAndTheOthersStand(String text, String reason)
      throws IOException {
    ReceivedLog log =
        log(
            ReceivedLog.HEADER
                + "\n"
                + GOOD
                + "\n"
                + text.replace("%h", HASH)
                + "\n"
                + GOOD
                + "\n");
    assertThat(log.lines()).hasSize(2);
    assertThat(log.faults()).containsExactly(new LineFault(3, text.replace("%h", HASH), reason));
  }

  @Test
  void aMissingHeaderIsAFaultOfLineOne() throws IOException {
    ReceivedLog log = log("hash,who\n" + GOOD + "\n");
    assertThat(log.lines()).hasSize(1);
    assertThat(log.faults()).extracting(LineFault::number).containsExactly(1);
  }
}
