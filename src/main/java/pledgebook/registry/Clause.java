package pledgebook.registry;

import java.util.List;
import pledgebook.vocabulary.IndicatorCode;

/// One clause of a completion sentence, without the mark that ends it. Figures are bound: `{{
/// A01-01 }}` stands for a printed figure, `{{ year }}` for the year of the round.
///
/// @param text the clause as written in round.yml
/// @param restsOn indicators without a printed figure that must be met for the clause to be said,
///   such as the milestones behind 杭温高铁建成通车
/// @param place the line in round.yml, for messages
public record Clause(String text, List<IndicatorCode> restsOn, DefinitionPlace place) {
  public Clause {
    restsOn = List.copyOf(restsOn);
  }

  /// Tells whether it claims that all is covered: 全覆盖, 全域.
  public boolean claimsAll() {
    return Sentence.claimOfAll(text).isPresent();
  }
}
