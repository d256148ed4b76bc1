package pledgebook.signature;

import java.nio.file.Path;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;

/// What can be wrong with a key, said clearly; a password never appears.
final class SignatureFailures {
  private static final Messages MESSAGES = Messages.of("signature");

  private SignatureFailures() {}

  static Failure keyNotReadable(Path file, Exception cause) {
    return failure("key-not-readable", ExitStatus.USAGE, cause, file);
  }

  static Failure wrongPassword(Path file, Exception cause) {
    return failure("wrong-password", ExitStatus.USAGE, cause, file);
  }

  static Failure noKey(Path file) {
    String code = "signature.no-key";
    return new Failure(code, ExitStatus.USAGE, MESSAGES.text(code, "file", file));
  }

  static Failure severalKeys(Path file, int count) {
    String code = "signature.several-keys";
    return new Failure(code, ExitStatus.USAGE, MESSAGES.text(code, "file", file, "count", count));
  }

  static Failure notSigned(Exception cause) {
    String code = "signature.not-signed";
    return new Failure(code, ExitStatus.USAGE, MESSAGES.text(code), cause);
  }

  private static Failure failure(String name, ExitStatus status, Exception cause, Path file) {
    String code = "signature." + name;
    return new Failure(code, status, MESSAGES.text(code, "file", file), cause);
  }
}
