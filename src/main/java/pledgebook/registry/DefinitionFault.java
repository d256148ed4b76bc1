package pledgebook.registry;

/// What is wrong with a definition: always with file, line and key.
///
/// @param code such as `registry.unknown-unit`
/// @param message one Chinese sentence that says what is there, what is expected, what to do
public record DefinitionFault(String code, DefinitionPlace place, String message) {}
