package pledgebook.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;

/// The disk space a run takes in its output folder, before it starts: the warehouse and what it
/// sorts, the data it writes. Measured, they come to 7 to 13 times what the workbooks take
/// (src/docs/performance.md).
///
/// @param bytes at most so many
record DiskNeed(long bytes) {
  private static final Messages MESSAGES = Messages.of("job");
  private static final long TIMES = 14;
  private static final long LEAST = 64L << 20;

  /// Below it nobody has to be told.
  private static final long WORTH_SAYING = 1L << 30;

  /// Looks at the sizes of what was received.
  ///
  /// @param inbox the folder input/<year>; need not exist
  static DiskNeed of(Path inbox) {
    if (!Files.isDirectory(inbox, LinkOption.NOFOLLOW_LINKS)) {
      return new DiskNeed(LEAST);
    }
    try (Stream<Path> files = Files.walk(inbox)) {
      long received =
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .mapToLong(DiskNeed::size)
              .sum();
      return new DiskNeed(LEAST + TIMES * received);
    } catch (IOException | UncheckedIOException e) {
      // What cannot be read is told of when it is read.
      return new DiskNeed(LEAST);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sees to it that there is so much space.
  ///
  /// @param output an existing folder
  /// @throws Failure `job.disk-too-small`
  void requireIn(Path output) {
    usable(output)
        .filter(usable -> usable < bytes)
        .ifPresent(usable -> {
          throw new Failure(
              "job.disk-too-small",
              ExitStatus.FAILED,
              MESSAGES.text(
                  "job.disk-too-small",
                  "folder",
                  output,
                  "need",
                  megabytes(bytes),
                  "usable",
                  megabytes(usable)));
        });
  }

  /// The need in a sentence, where it is worth one.
  Optional<String> sentence() {
    return bytes < WORTH_SAYING
        ? Optional.empty()
        : Optional.of(MESSAGES.text("job.disk-need", "need", megabytes(bytes)));
  }

  private static Optional<Long> usable(Path output) {
    try {
      return Optional.of(Files.getFileStore(output).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static long megabytes(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20);
  }
}
