package pledgebook.registry;

import pledgebook.vocabulary.EntityCode;

/// An administrative division of a member, from jobs/regions.csv.
///
/// @param level province or city; 上海市 is both
public record Region(String code, String name, EntityCode entity, String level) {}
