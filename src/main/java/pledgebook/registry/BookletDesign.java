package pledgebook.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;

/// How the booklet of a year looks and what it says beside its sentences:
/// `jobs/<year>/booklet.yml`. A design that exists agrees with its round: [BookletReader] refuses
/// any other.
///
/// @param cover the ground of cover and back cover
/// @param chart the ink of a chart's actual value
/// @param coverLine the line under the slogan
/// @param headings of the parts of a project's face
/// @param method how the booklet came about, for the back cover
/// @param demonstration what is said of data that is not real; null where the round's data is
/// @param projects what is said of single projects; none need be there
/// @param words terms of the round that no line should tear
/// @param places where its wordings stand, by key: `cover.line`, `headings`, `method`,
///   `demonstration`
public record BookletDesign(
    TrimSize size,
    CoverGround cover,
    ChartColour chart,
    String coverLine,
    Headings headings,
    Note method,
    @Nullable Demonstration demonstration,
    List<ProjectLayout> projects,
    List<String> words,
    Map<String, DefinitionPlace> places) {

  public BookletDesign {
    projects = List.copyOf(projects);
    words = List.copyOf(words);
    places = Map.copyOf(places);
  }

  /// The ground of cover and back cover.
  public enum CoverGround {
    WHITE,
    RED
  }

  /// The ink of a chart's actual value.
  public enum ChartColour {
    RED,
    GREY
  }

  /// The headings of a project's face: 实事目标, 完成情况, 责任单位.
  public record Headings(String commitment, String completion, String responsible) {}

  /// A headed text of the back cover.
  public record Note(String heading, String text) {}

  /// What is said of data that is not real.
  ///
  /// @param note for the back cover
  /// @param foot a few words for the foot of every face
  public record Demonstration(Note note, String foot) {}

  /// The layout of one project's face.
  ///
  /// @param titleLines how its title is divided; empty where that is left to the composer
  /// @param charts what is drawn, in this order
  public record ProjectLayout(int number, List<String> titleLines, List<Chart> charts) {
    public ProjectLayout {
      titleLines = List.copyOf(titleLines);
      charts = List.copyOf(charts);
    }
  }

  /// An indicator that is drawn.
  ///
  /// @param place where in booklet.yml it is asked for
  public record Chart(IndicatorCode indicator, DefinitionPlace place) {}

  /// Where a wording stands.
  ///
  /// @throws IllegalArgumentException when nobody kept its place
  public DefinitionPlace place(String key) {
    DefinitionPlace place = places.get(key);
    if (place == null) {
      throw new IllegalArgumentException("no place of " + key);
    }
    return place;
  }

  /// The layout of a project's face, where booklet.yml says anything of it.
  public Optional<ProjectLayout> layout(int project) {
    return projects.stream().filter(p -> p.number() == project).findFirst();
  }
}
