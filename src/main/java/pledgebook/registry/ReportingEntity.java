package pledgebook.registry;

import pledgebook.vocabulary.EntityCode;

/// A member that reports.
///
/// @param abbreviation its customary one-character name, such as 沪
public record ReportingEntity(EntityCode code, String name, String abbreviation) {}
