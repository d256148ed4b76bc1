package pledgebook.registry;

import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;

/// A figure of a commitment and what it belongs to.
///
/// @param start offset of the first digit in the commitment
/// @param end offset behind the last character: the 万 or 亿 belongs to it, the unit does not
/// @param role what the figure is
/// @param indicator whose target (or its start) it is; the first where 各 gives one figure to each;
///   null for a constant and for the year
public record BoundFigure(int start, int end, Role role, @Nullable IndicatorCode indicator) {
  /// What a figure is.
  public enum Role {
    /// The promised figure.
    TARGET,
    /// Where raised_to starts.
    FROM,
    /// A constant that stands in print as it is.
    QUOTED,
    /// The year of the round.
    YEAR
  }
}
