package pledgebook.typesetting;

/// A PDF from outside that is not read further.
public final class DocumentRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why.
  public enum Reason {
    /// It cannot be opened without a password, or is encrypted at all.
    ENCRYPTED,
    /// It is a folder, a pipe or a device.
    NOT_A_FILE,
    /// It is no PDF, or a damaged one.
    BROKEN,
    /// More bytes, pages or letters than any booklet has, packed or unpacked.
    TOO_LARGE,
    /// It takes longer than any booklet does.
    TOO_SLOW
  }

  DocumentRefused(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
