package pledgebook.finding;

/// How a command ends, for the program that called it.
public enum ExitStatus {
  /// What was asked is done.
  DONE(0),
  /// We failed: the machine, the folder or the program, not the data.
  FAILED(1),
  /// The command or a definition is wrong.
  USAGE(2),
  /// Findings stand in the way: a draft was written, or a file was refused.
  FINDINGS(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /// The number the process exits with.
  public int code() {
    return code;
  }
}
