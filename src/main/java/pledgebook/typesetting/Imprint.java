package pledgebook.typesetting;

import java.time.LocalDate;
import pledgebook.vocabulary.Sha256;

/// What a document says about itself. There is no clock: the date is the data's.
///
/// @param title shown by a reader in its window
/// @param subject one sentence about the content
/// @param date stands as date of creation and of change, at midnight UTC
/// @param identity becomes the file identifier and the seed of the font subsets' names
public record Imprint(String title, String subject, LocalDate date, Sha256 identity) {}
