package pledgebook.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pledgebook.vocabulary.IndicatorCode;

/// A round as far as its shape allowed to read it: what the rules of meaning look at. Whatever the
/// schema refused is left out, so that one mistake is told once.
///
/// @param tree the file, for places and for what is declared but left out
/// @param spoilt the keys the schema refused
record RoundDraft(
    DefinitionTree tree,
    SpoiltKeys spoilt,
    int year,
    List<ReportingEntity> entities,
    List<CodeList> codeLists,
    List<Project> projects,
    List<Indicator> indicators,
    List<Form> forms,
    List<Region> regions) {

  /// The place of a key below an indicator.
  DefinitionPlace place(Indicator indicator, String field) {
    return tree.place(indicator.place().key() + "." + field);
  }

  /// The place of a key below a project.
  DefinitionPlace place(Project project, String field) {
    return tree.place(project.place().key() + "." + field);
  }

  /// The indicator under a code, where it is declared and could be read.
  Optional<Indicator> indicator(IndicatorCode code) {
    return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /// The form an indicator rests on, where it has one that could be read.
  Optional<Form> formOf(Indicator indicator) {
    return forms.stream().filter(indicator::restsOn).findFirst();
  }

  /// The indicators written under a project, whatever number it has.
  List<Indicator> indicatorsOf(Project project) {
    String below = project.place().key() + ".";
    return indicators.stream().filter(i -> i.place().key().startsWith(below)).toList();
  }

  /// Tells whether everything below a key could be read.
  boolean isSound(String key) {
    return spoilt.isSound(key);
  }

  /// Every indicator of the file, readable or not.
  List<DefinitionItem> indicatorItems() {
    return indicatorItems(tree.item());
  }

  static List<DefinitionItem> indicatorItems(DefinitionItem root) {
    return Stream.concat(
            root.items("projects").stream().flatMap(p -> p.items("indicators").stream()),
            root.items("indicators").stream())
        .toList();
  }
}
