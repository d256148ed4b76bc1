package pledgebook.warehouse;

import pledgebook.vocabulary.Messages;

/// A rule cannot be run, and why. A rule of a round is then skipped; one of the program is a fault
/// of ours.
public final class CheckRefused extends Exception {
  private static final long serialVersionUID = 1L;
  private static final Messages MESSAGES = Messages.of("warehouse");

  private final String reason;

  /// @param key of the sentence, without `check.`
  /// @param holes name, value … of the sentence
  CheckRefused(String key, Object... holes) {
    super(key);
    this.reason = MESSAGES.text("check." + key, holes);
  }

  /// One Chinese sentence.
  public String reason() {
    return reason;
  }
}
