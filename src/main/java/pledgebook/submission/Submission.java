package pledgebook.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;

/// A workbook a member sent, in one version.
///
/// @param sha256 its identity
/// @param file its path below input/<year>, with slashes
/// @param receivedAt ISO 8601 as listed in received.csv; for a file dropped in by hand the 填报日期 of
///   its cover
/// @param origin from whom it came, as listed; null when it is not listed
/// @param version as its cover says, from 1
/// @param coverDate the 填报日期 of its cover
/// @param late received after the deadline
public record Submission(
    Sha256 sha256,
    EntityCode entity,
    String file,
    String receivedAt,
    @Nullable String origin,
    int version,
    LocalDate coverDate,
    boolean late) {}
