package pledgebook.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Obstacle;
import pledgebook.vocabulary.Messages;

/// The ways the machine can keep us from a member's file.
final class InboxFailures {
  private static final Messages MESSAGES = Messages.of("submission");

  private InboxFailures() {}

  /// What was to be received is no file.
  static Failure noFile(Path file) {
    String code = "submission.file-not-readable";
    return new Failure(
        code,
        ExitStatus.USAGE,
        MESSAGES.text(
            code,
            "file",
            name(file),
            "reason",
            MESSAGES.text(
                name(file).contains("\uFFFD") ? "reason.name-encoding" : "reason.no-file")));
  }

  /// A file in the inbox cannot be read.
  static Failure notReadable(Path file, UncheckedIOException e) {
    IOException cause = e.getCause() == null ? new IOException(e) : e.getCause();
    return failure("submission.file-not-readable", "file", file, cause);
  }

  /// Nothing had been received by the day looked back to.
  static Failure beforeTheFirst(int year, LocalDate day, Optional<LocalDate> first) {
    String code = "submission.before-the-first";
    String told =
        first
            .map(date -> MESSAGES.text("reason.first", "date", date))
            .orElse(MESSAGES.text("reason.none"));
    return new Failure(
        code, ExitStatus.USAGE, MESSAGES.text(code, "year", year, "day", day, "first", told));
  }

  /// The inbox cannot be looked through.
  static Failure inboxNotReadable(Path folder, IOException cause) {
    return failure("submission.input-not-readable", "folder", folder, cause);
  }

  /// The inbox cannot be written to.
  static Failure inboxNotWritable(Path folder, IOException cause) {
    return failure("submission.input-not-writable", "folder", folder, cause);
  }

  private static Failure failure(String code, String hole, Path path, IOException cause) {
    return new Failure(
        code,
        ExitStatus.FAILED,
        MESSAGES.text(code, hole, name(path), "reason", Obstacle.of(cause).label()),
        cause);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
