package pledgebook.submission;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// One writer of a year's inbox at a time, in this process and among all: whoever adds to
/// received.csv and the audit log, or must see the two as they belong together. The lock lies on a
/// file of its own, beside the year's folder: closing any other channel on a locked file, as
/// whoever reads it does, gives the lock of the whole process away (POSIX, fcntl).
public final class InboxLock implements AutoCloseable {
  private static final ReentrantLock HERE = new ReentrantLock(true);

  private final FileChannel channel;

  private InboxLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for the lock and takes it.
  ///
  /// @param input the folder input/; it need not exist
  public static InboxLock take(Path input, int year) throws IOException {
    Files.createDirectories(input.toAbsolutePath());
    HERE.lock();
    try {
      FileChannel channel =
          FileChannel.open(
              input.resolve("." + year + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return taken(channel);
    } catch (IOException | RuntimeException e) {
      HERE.unlock();
      throw e;
    }
  }

  private static InboxLock taken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.lock();
      if (!lock.isValid()) {
        throw new IOException("no lock");
      }
      return new InboxLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HERE.unlock();
    }
  }
}
