package pledgebook.registry;

import java.util.Set;
import java.util.stream.Stream;

/// The keys whose value the schema refused. What stands on them is left out, so that one mistake is
/// told once.
record SpoiltKeys(Set<String> keys) {
  SpoiltKeys {
    keys = Set.copyOf(keys);
  }

  /// Tells whether everything at and below a key can be used.
  boolean isSound(String key) {
    return at(key).findAny().isEmpty();
  }

  /// As above, faults within the list under one of its keys apart.
  boolean isSoundApartFrom(String key, String list) {
    return at(key).allMatch(k -> k.startsWith(key + "." + list + "["));
  }

  private Stream<String> at(String key) {
    return keys.stream()
        .filter(k -> k.equals(key) || k.startsWith(key + ".") || k.startsWith(key + "["));
  }
}
