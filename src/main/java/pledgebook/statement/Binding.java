package pledgebook.statement;

import org.jspecify.annotations.Nullable;
import pledgebook.registry.Indicator;

/// A stretch of a sentence that stands for a figure.
///
/// @param start offset of its first character
/// @param end offset behind its last character
/// @param indicator whose figure it is; null for the year, which is printed as words
/// @param text what is printed in its place
record Binding(int start, int end, @Nullable Indicator indicator, String text) {}
