package pledgebook.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// A member's figure and another one that differ, and what was made of it. It explains; it never
/// gives a value: a member's figure is what the member sent.
///
/// @param sent what the member sent when it was written down
/// @param other the published figure, or one agreed elsewhere
/// @param settled it was agreed on and signed by both; an open one blocks a final edition
/// @param agreed null where nothing was agreed yet
/// @param signed by whom; two where it is settled
/// @param place where it stands in differences.yml
public record Difference(
    IndicatorCode indicator,
    EntityCode entity,
    Sourced sent,
    Sourced other,
    String cause,
    boolean settled,
    @Nullable BigDecimal agreed,
    List<Signature> signed,
    DefinitionPlace place) {
  public Difference {
    signed = List.copyOf(signed);
  }

  /// A value and where it stands.
  public record Sourced(BigDecimal value, String source) {}

  /// Who answers for it.
  ///
  /// @param by an office or a role
  public record Signature(String by, LocalDate on) {}
}
