package pledgebook.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;

/// One run at a time works in an output folder. The lock goes with the process, so a killed run
/// leaves none behind.
public final class OutputLock implements AutoCloseable {
  private static final Messages MESSAGES = Messages.of("job");

  private final FileChannel channel;

  private OutputLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the lock of an output folder, which is made when it is not there.
  ///
  /// @throws Failure `job.output-not-writable`, or `job.locked` when another run holds it
  public static OutputLock take(Path output) {
    try {
      Files.createDirectories(output);
      FileChannel channel =
          FileChannel.open(
              output.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw failure("job.locked", output, null);
      }
      return new OutputLock(channel);
    } catch (IOException e) {
      throw failure("job.output-not-writable", output, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static Failure failure(String code, Path output, @Nullable IOException cause) {
    String message = MESSAGES.text(code, "folder", output);
    return cause == null
        ? new Failure(code, ExitStatus.FAILED, message)
        : new Failure(code, ExitStatus.FAILED, message, cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
