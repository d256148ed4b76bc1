package pledgebook.audit;

import java.io.IOException;
import java.nio.file.Path;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Obstacle;
import pledgebook.vocabulary.Messages;

/// What keeps us from the log.
final class AuditFailures {
  private static final Messages MESSAGES = Messages.of("audit");

  private AuditFailures() {}

  /// The log is not whole: nothing is appended to it, and nothing rests on it.
  static Failure logBroken(Finding fault) {
    String code = "audit.log-broken";
    return new Failure(
        code,
        ExitStatus.FINDINGS,
        MESSAGES.text(code, "fault", fault.message(), "code", fault.code()));
  }

  /// The log, or a file it tells of, cannot be read.
  static Failure notReadable(Path file, IOException cause) {
    return failure("audit.not-readable", file, cause);
  }

  /// The log cannot be written to.
  static Failure notWritten(Path file, IOException cause) {
    return failure("audit.not-written", file, cause);
  }

  private static Failure failure(String code, Path file, IOException cause) {
    return new Failure(
        code,
        ExitStatus.FAILED,
        MESSAGES.text(
            code, "file", String.valueOf(file.getFileName()), "reason", Obstacle.of(cause).label()),
        cause);
  }
}
