package pledgebook.finding;

/// A clear message in place of a stack trace: a stable code, a Chinese sentence that says what to
/// do, and how the command ends. For bad data there is [Finding].
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ExitStatus exitStatus;

  /// @param code room and name, such as `publication.output-not-writable`
  /// @param message the Chinese sentence
  public Failure(String code, ExitStatus exitStatus, String message) {
    super(message);
    this.code = code;
    this.exitStatus = exitStatus;
  }

  /// As above, with what the platform said; it goes to the log, never to the user.
  public Failure(String code, ExitStatus exitStatus, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.exitStatus = exitStatus;
  }

  /// Room and name of the failure; it does not change between releases.
  public String code() {
    return code;
  }

  /// How the command ends.
  public ExitStatus exitStatus() {
    return exitStatus;
  }

  /// The sentence without a null.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
