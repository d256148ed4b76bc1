package pledgebook.typesetting;

/// Where a stretch of text leads: to a place in another document, which lies in the same folder.
///
/// @param file the name of that document's file
/// @param destination the name of the place, as given to [Page#destination]; ASCII
/// @param description what is heard of it
public record Link(String file, String destination, String description) {}
