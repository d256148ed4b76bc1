package pledgebook.registry;

/// A rule a round adds: the text of a file below `jobs/<year>/rules/`.
///
/// @param name the file's name without `.sql`; the rule's code is `round.<name>`
public record RoundRule(String name, String text) {
  /// What the code of every such rule begins with.
  public static final String PREFIX = "round.";

  /// The code it must carry.
  public String code() {
    return PREFIX + name;
  }
}
