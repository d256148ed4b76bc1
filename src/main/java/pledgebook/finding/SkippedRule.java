package pledgebook.finding;

/// A rule that could not run, and why: silence is never taken for a clean bill.
///
/// @param code the rule
/// @param reason one Chinese sentence
public record SkippedRule(String code, String reason) {}
