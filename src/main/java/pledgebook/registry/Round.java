package pledgebook.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.ReportingPeriod;
import pledgebook.vocabulary.Sha256;
import pledgebook.vocabulary.UnitOfMeasure;

/// What was promised for one year: the reviewed definition everything else is derived from. A round
/// that exists is consistent: [RoundReader] refuses any other.
///
/// @param title the title of the round, as the booklet's cover prints it
/// @param slogan the line above it
/// @param entities the reporting entities in customary order
/// @param period the time reported on
/// @param collectionStart first day submissions are expected
/// @param deadline last day a submission is in time
/// @param dataDate the day the data stands at; printed in the colophon, for there is no clock
/// @param demonstration true where the data is not real; then every output says so
/// @param indicators in the order of the definition: by project, those of the digest last
/// @param opening last year's sealed closing values
/// @param places where the words of its head stand, by key: `title`, `slogan`, `entities`
/// @param checksum over the definition files of the year
public record Round(
    int year,
    String title,
    String slogan,
    List<ReportingEntity> entities,
    ReportingPeriod period,
    LocalDate collectionStart,
    LocalDate deadline,
    LocalDate dataDate,
    boolean demonstration,
    List<UnitOfMeasure> units,
    List<CodeList> codeLists,
    List<Project> projects,
    List<Indicator> indicators,
    List<Form> forms,
    List<Region> regions,
    List<OpeningValue> opening,
    Map<String, DefinitionPlace> places,
    Sha256 checksum) {

  public Round {
    entities = List.copyOf(entities);
    units = List.copyOf(units);
    codeLists = List.copyOf(codeLists);
    projects = List.copyOf(projects);
    indicators = List.copyOf(indicators);
    forms = List.copyOf(forms);
    regions = List.copyOf(regions);
    opening = List.copyOf(opening);
    places = Map.copyOf(places);
  }

  /// Where words of the head stand.
  ///
  /// @throws IllegalArgumentException when nobody kept their place
  public DefinitionPlace place(String key) {
    DefinitionPlace place = places.get(key);
    if (place == null) {
      throw new IllegalArgumentException("no place of " + key);
    }
    return place;
  }

  /// The indicator under a code the round declares.
  ///
  /// @throws IllegalArgumentException when the round does not declare it
  public Indicator indicator(IndicatorCode code) {
    return findIndicator(code)
        .orElseThrow(() -> new IllegalArgumentException("no indicator " + code + " in " + year));
  }

  /// The indicator under a code, where the round declares it.
  public Optional<Indicator> findIndicator(IndicatorCode code) {
    return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
  }

  /// The indicators of one project, in order.
  public List<Indicator> indicatorsOf(Project project) {
    return indicators.stream().filter(i -> i.belongsTo(project)).toList();
  }

  /// The entity under a code, where it takes part.
  public Optional<ReportingEntity> findEntity(EntityCode code) {
    return entities.stream().filter(e -> e.code().equals(code)).findFirst();
  }

  /// The form under a code the round declares.
  ///
  /// @throws IllegalArgumentException when the round does not declare it
  public Form form(String code) {
    return forms.stream()
        .filter(f -> f.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no form " + code + " in " + year));
  }

  /// The indicators a member owes a row in the sheet 指标, in order: all it reports but ratios, which
  /// are never entered, and milestones, which have their own form.
  public List<Indicator> owedBy(EntityCode entity) {
    return indicators.stream()
        .filter(i -> i.reportedBy().contains(entity))
        .filter(i -> i.kind().isEntered())
        .toList();
  }

  /// The evidence forms a member fills, in the order of the definition: those at least one
  /// indicator it reports rests on.
  public List<Form> formsOf(EntityCode entity) {
    return forms.stream()
        .filter(form ->
            indicators.stream()
                .filter(i -> i.reportedBy().contains(entity))
                .anyMatch(i -> i.restsOn(form)))
        .toList();
  }

  /// Last year's closing value, where there is one.
  public Optional<OpeningValue> findOpening(IndicatorCode indicator, EntityCode entity) {
    return opening.stream()
        .filter(o -> o.indicator().equals(indicator) && o.entity().equals(entity))
        .findFirst();
  }

  /// The members of a reference list, as code and name: `regions/<level>` or the name of a code
  /// list of the round.
  ///
  /// @throws IllegalArgumentException when there is no such list
  public List<CodeList.Entry> reference(String list) {
    if (list.startsWith(CodeList.REGIONS)) {
      String level = list.substring(CodeList.REGIONS.length());
      return regions.stream()
          .filter(r -> r.level().equals(level))
          .map(r -> new CodeList.Entry(r.code(), r.name()))
          .toList();
    }
    return codeLists.stream()
        .filter(c -> c.name().equals(list))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no code list " + list))
        .entries();
  }
}
