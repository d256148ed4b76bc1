package pledgebook.observation;

import pledgebook.registry.RoundRule;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.Check;
import pledgebook.warehouse.CheckRefused;

/// A rule of a round as a check: its code is that of its file, so that nobody takes it for one of
/// the program's.
final class RoundCheck {
  private static final Messages MESSAGES = Messages.of("observation");

  private RoundCheck() {}

  static Check of(RoundRule rule) throws CheckRefused, WrongCode {
    Check check = Check.parse(rule.text());
    if (!check.code().equals(rule.code())) {
      throw new WrongCode(check.code(), rule.code());
    }
    return check;
  }

  /// The code in its head is not that of its file.
  static final class WrongCode extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    WrongCode(String found, String expected) {
      super(found);
      this.reason = MESSAGES.text("rule.code", "found", found, "expected", expected);
    }

    String reason() {
      return reason;
    }
  }
}
