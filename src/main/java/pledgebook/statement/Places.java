package pledgebook.statement;

import pledgebook.registry.DefinitionPlace;
import pledgebook.vocabulary.Messages;

/// How a message names the place of a definition: file, line and key.
final class Places {
  private static final Messages MESSAGES = Messages.of("statement");

  private Places() {}

  static String of(DefinitionPlace place) {
    return MESSAGES.text(
        "statement.place", "file", place.file(), "line", place.line(), "key", place.key());
  }

  /// A key below a definition.
  static String of(DefinitionPlace place, String key) {
    return of(new DefinitionPlace(place.file(), place.line(), place.key() + "." + key));
  }
}
