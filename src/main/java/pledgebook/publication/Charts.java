package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.registry.BookletDesign.Chart;
import pledgebook.registry.BookletDesign.ProjectLayout;
import pledgebook.registry.DefinitionPlace;
import pledgebook.statement.Statement;
import pledgebook.vocabulary.Messages;

/// The charts booklet.yml asks for, as far as there is data to draw.
final class Charts {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private Charts() {}

  /// The gauges of a project, in the order booklet.yml gives.
  static List<Gauge> of(Edition edition, Statement statement) {
    return asked(edition, statement).stream()
        .map(chart -> Gauge.of(edition, statement, chart.indicator()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// A note on every chart that is not drawn because there is no value.
  static List<Finding> findings(Edition edition) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : edition.statements().projects()) {
      for (Chart chart : asked(edition, statement)) {
        if (Gauge.of(edition, statement, chart.indicator()).isEmpty()) {
          findings.add(withoutData(edition, chart));
        }
      }
    }
    return findings;
  }

  private static List<Chart> asked(Edition edition, Statement statement) {
    return edition
        .booklet()
        .layout(statement.project())
        .map(ProjectLayout::charts)
        .orElse(List.of());
  }

  private static Finding withoutData(Edition edition, Chart chart) {
    DefinitionPlace place = chart.place();
    String name = edition.round().indicator(chart.indicator()).name();
    return new Finding(
        "publication.chart-without-data",
        Severity.NOTE,
        null,
        new Location(place.file(), null, String.valueOf(place.line())),
        null,
        null,
        null,
        null,
        MESSAGES.text("chart-without-data", "indicator", chart.indicator(), "name", name),
        List.of(chart.indicator()));
  }
}
