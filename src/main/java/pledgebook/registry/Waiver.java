package pledgebook.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// The secretariat's decision that a finding of weight 核实 need not be explained by the member. What
/// it leaves out may be anything.
///
/// @param finding the code of the finding
/// @param file the received file, below `input/<year>`
/// @param indicator one the finding touches
/// @param found the value found, as the finding tells it
/// @param by who decided
/// @param on when
/// @param place where it stands in waivers.yml
public record Waiver(
    String finding,
    EntityCode entity,
    @Nullable String file,
    @Nullable String sheet,
    @Nullable String cell,
    @Nullable IndicatorCode indicator,
    @Nullable String found,
    String reason,
    String by,
    LocalDate on,
    DefinitionPlace place) {}
