package pledgebook.registry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// One of the ten practical projects.
///
/// @param commitment the published sentence, to the letter
/// @param source where the commitment's wording comes from
/// @param responsible the responsible units, in customary order of the entities
/// @param continues the project of an earlier round it carries on, where it does
/// @param completion what the booklet says was done
/// @param quoted digits in title, commitment or completion that are no result but a name or a rule
/// @param place where in round.yml it is declared
public record Project(
    int number,
    String title,
    String commitment,
    Source source,
    List<ResponsibleUnits> responsible,
    @Nullable Continuation continues,
    List<Clause> completion,
    List<Quoted> quoted,
    DefinitionPlace place) {

  public Project {
    responsible = List.copyOf(responsible);
    completion = List.copyOf(completion);
    quoted = List.copyOf(quoted);
  }

  /// The units of one member that answer for the project.
  public record ResponsibleUnits(EntityCode entity, List<String> units) {
    public ResponsibleUnits {
      units = List.copyOf(units);
    }
  }

  /// The project of an earlier round that this one carries on.
  ///
  /// @param indicators last year's code of the same thing, by this year's; sorted
  public record Continuation(int year, int project, Map<IndicatorCode, IndicatorCode> indicators) {
    public Continuation {
      indicators = Collections.unmodifiableSortedMap(new TreeMap<>(indicators));
    }
  }

  /// A constant that may stand in print as it is, such as 240小时, with where it comes from.
  public record Quoted(String text, String source) {}
}
