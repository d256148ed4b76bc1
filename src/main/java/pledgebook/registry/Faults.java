package pledgebook.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pledgebook.vocabulary.Messages;

/// Collects what is wrong with a definition, so that all of it is told at once. The text of a fault
/// stands under its code in `messages/registry.properties`.
final class Faults {
  private static final Messages MESSAGES = Messages.of("registry");

  private final List<DefinitionFault> faults = new ArrayList<>();

  /// Adds a fault.
  ///
  /// @param rule the code without the room, such as `unknown-unit`
  /// @param holes name, value, name, value … of the message
  void add(String rule, DefinitionPlace place, Object... holes) {
    String code = "registry." + rule;
    faults.add(new DefinitionFault(code, place, MESSAGES.text(code, holes)));
  }

  /// Adds those collected apart.
  void addAll(Faults others) {
    faults.addAll(others.faults);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /// All faults by file and line; those of one line in the order they were found.
  List<DefinitionFault> inOrder() {
    return faults.stream()
        .sorted(
            Comparator.comparing((DefinitionFault f) -> f.place().file())
                .thenComparingInt(f -> f.place().line()))
        .toList();
  }
}
