package pledgebook.workbook;

/// The part is written in a way the byte scanner does not take; the full parser is to read it, and
/// to say what is wrong with it if anything is. Nobody looks at where it came from.
final class NotPlain extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean cut;

  private NotPlain(boolean cut) {
    super(null, null, false, false);
    this.cut = cut;
  }

  static NotPlain here() {
    return new NotPlain(false);
  }

  /// What is to be looked at is not in memory as a whole yet.
  static NotPlain cut() {
    return new NotPlain(true);
  }

  boolean isCut() {
    return cut;
  }
}
