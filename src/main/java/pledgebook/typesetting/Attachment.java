package pledgebook.typesetting;

/// A file a document carries with it: what it was made from.
///
/// @param name the file's name, ASCII
/// @param mediaType such as text/csv
/// @param description one sentence
/// @param text its content, written as UTF-8
public record Attachment(String name, String mediaType, String description, String text) {}
