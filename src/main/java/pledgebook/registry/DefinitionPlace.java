package pledgebook.registry;

/// Where a definition stands.
///
/// @param file the path below jobs/, with slashes
/// @param line counted from 1
/// @param key the path of keys to it, such as `projects[3].commitment`
public record DefinitionPlace(String file, int line, String key) {}
