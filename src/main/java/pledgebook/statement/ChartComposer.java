package pledgebook.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.reconciliation.Breakdown;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Digest;
import pledgebook.registry.Digest.TileMap;
import pledgebook.registry.Evidence;
import pledgebook.registry.Indicator;
import pledgebook.registry.Printed;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Region;
import pledgebook.registry.ReportingEntity;
import pledgebook.registry.Round;
import pledgebook.statement.DigestStatement.Bar;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Label;
import pledgebook.statement.DigestStatement.Missing;
import pledgebook.statement.DigestStatement.Place;
import pledgebook.statement.DigestStatement.Tile;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;

/// Brings what a chart shows into values: a chart is drawn whole or not at all.
final class ChartComposer {
  private static final Messages MESSAGES = Messages.of("statement");

  private final Round round;
  private final ReconciledRound reconciled;
  private final Breakdown breakdown;
  private final List<Finding> findings = new ArrayList<>();

  ChartComposer(Round round, ReconciledRound reconciled, Breakdown breakdown) {
    this.round = round;
    this.reconciled = reconciled;
    this.breakdown = breakdown;
  }

  /// @param sentence numbers the figures of bars
  Chart compose(Digest.Chart chart, TileMap map, List<Span> title, SentenceComposer sentence) {
    Indicator indicator = round.indicator(chart.indicator());
    ReconciledIndicator result = reconciled.indicator(chart.indicator());
    if (result.outcome() == Outcome.NOT_REPORTED || result.figure().isEmpty()) {
      findings.add(withoutData(chart, indicator));
      Outcome outcome =
          result.outcome() == Outcome.NOT_REPORTED ? Outcome.NOT_REPORTED : Outcome.IN_DOUBT;
      return new Missing(
          title,
          MESSAGES.text("statement.not-said", "name", indicator.name(), "outcome", outcome.label()),
          chart.place());
    }
    return switch (chart.kind()) {
      case BARS -> bars(chart, indicator, result, title, sentence);
      case TILES -> tiles(chart, indicator, map, title);
    };
  }

  /// The charts that could not be drawn.
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// Why there is no data is told by findings of its own; this one says what it costs.
  private static Finding withoutData(Digest.Chart chart, Indicator indicator) {
    String code = "statement.chart-without-data";
    String line = String.valueOf(chart.place().line());
    return new Finding(
        code,
        Severity.NOTE,
        null,
        new Location(chart.place().file(), null, line),
        null,
        null,
        null,
        null,
        MESSAGES.text(
            code,
            "place",
            Places.of(chart.place()),
            "code",
            indicator.code(),
            "name",
            indicator.name()),
        List.of(indicator.code()));
  }

  /// The indicator with the form in which its parts are printed: as the whole is, without the word
  /// and the step that belong to the whole.
  private static Indicator part(Indicator whole, @Nullable Integer decimals) {
    Printed printed = whole.printed();
    int shown = decimals == null ? printed.decimals() : decimals;
    return whole.printedAs(new Printed(printed.scale(), shown, null, Qualifier.NONE));
  }

  private Bars bars(
      Digest.Chart chart,
      Indicator whole,
      ReconciledIndicator result,
      List<Span> title,
      SentenceComposer sentence) {
    Indicator indicator = part(whole, chart.decimals());
    Map<EntityCode, BigDecimal> values = breakdown.membersOf(indicator.code());
    List<Bar> bars = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (ReportingEntity member : round.entities()) {
      BigDecimal value = values.get(member.code());
      if (value != null) {
        PrintedFigure printed = print(new Actual(value, BigDecimal.ONE), indicator);
        sum = sum.add(printed.value());
        bars.add(new Bar(member.name(), value, sentence.part(indicator, printed.text())));
      }
    }
    boolean balanced = new PartsAndTotal(whole).agree(sum, result.figure().orElseThrow());
    return new Bars(
        title,
        indicator.unit().symbol(),
        bars,
        balanced ? null : PartsAndTotal.note(whole),
        chart.place());
  }

  private static PrintedFigure print(Actual actual, Indicator indicator) {
    return PrintedFigure.of(actual, indicator.printed(), indicator.kind());
  }

  private Tiles tiles(Digest.Chart chart, Indicator indicator, TileMap map, List<Span> title) {
    Map<String, Region> regions = regions(indicator);
    Map<EntityCode, String> members =
        round.entities().stream()
            .collect(Collectors.toMap(ReportingEntity::code, ReportingEntity::name));
    Set<String> reached = breakdown.reachedBy(indicator.code());
    List<Tile> tiles = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int row = 0; row < map.rows().size(); row++) {
      List<String> cells = map.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        Place place = new Place(column, row);
        Region region = regions.get(cells.get(column));
        if (region != null) {
          String member = members.getOrDefault(region.entity(), "");
          tiles.add(new Tile(brief(region.name()), member, place, reached.contains(region.code())));
        } else if (!cells.get(column).isEmpty()) {
          labels.add(new Label(cells.get(column), place));
        }
      }
    }
    return new Tiles(title, tiles, labels, chart.place());
  }

  private Map<String, Region> regions(Indicator indicator) {
    Evidence evidence = indicator.evidence();
    String list = evidence == null ? null : evidence.reference();
    return round.regions().stream()
        .filter(region -> ("regions/" + region.level()).equals(list))
        .collect(Collectors.toMap(Region::name, Function.identity()));
  }

  /// 南京 for 南京市.
  private static String brief(String name) {
    String suffix = MESSAGES.text("statement.city");
    return name.length() > 2 && name.endsWith(suffix)
        ? name.substring(0, name.length() - suffix.length())
        : name;
  }
}
