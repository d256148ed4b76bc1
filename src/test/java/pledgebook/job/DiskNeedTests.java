package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;

/// The need is told before a run starts, and what is not there is not begun with.
class DiskNeedTests {
  @TempDir private Path folder;

  @Test
  void followsWhatWasReceived() throws IOException {
    assertThat(DiskNeed.of(folder.resolve("2024")).bytes()).isEqualTo(64L << 20);
    received(10L << 20);
    assertThat(DiskNeed.of(folder).bytes()).isEqualTo((64L << 20) + (140L << 20));
    assertThat(DiskNeed.of(folder).sentence()).as("too little to be told").isEmpty();
  }

  @Test
  void isSaidWhereItIsLarge() throws IOException {
    received(200L << 20);
    assertThat(DiskNeed.of(folder).sentence()).hasValue("本次运行最多约需磁盘空间2864 MB。");
  }

  @Test
  void aDiskThatIsTooSmallIsSaid() {
    DiskNeed.of(folder).requireIn(folder);
    Failure failure =
        catchThrowableOfType(Failure.class, () -> new DiskNeed(Long.MAX_VALUE).requireIn(folder));
    assertThat(failure.code()).isEqualTo("job.disk-too-small");
    assertThat(failure.exitStatus()).isEqualTo(ExitStatus.FAILED);
    assertThat(failure).hasMessageContaining(folder.toString()).hasMessageContaining("此前已有的输出保持不变");
  }

  /// A file that is as long as said and takes no space.
  private void received(long bytes) throws IOException {
    Path member = Files.createDirectories(folder.resolve("310000"));
    try (RandomAccessFile file = new RandomAccessFile(member.resolve("a.xlsx").toFile(), "rw")) {
      file.setLength(bytes);
    }
  }
}
