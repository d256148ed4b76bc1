package pledgebook.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.WarehouseRows.LineageCount;
import pledgebook.registry.ReportingEntity;
import pledgebook.statement.DigestStatement;
import pledgebook.statement.DigestStatement.Bar;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.Figure;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;

/// A printed figure as it is traced: to which cells, or to which figure that is traced before it.
///
/// @param member whose part it tells, as a bar of a chart does; null for the whole
/// @param before the figure the same cells are listed under; null where there is none
record TracedFigure(Figure figure, @Nullable EntityCode member, @Nullable Figure before) {

  /// Every figure of the booklet, then every figure of the digest. In the booklet each stands with
  /// its cells; the digest repeats none.
  static List<TracedFigure> of(Edition edition) {
    List<TracedFigure> traced = new ArrayList<>();
    Map<IndicatorCode, Figure> listed = new HashMap<>();
    for (Figure figure : edition.statements().figures()) {
      traced.add(new TracedFigure(figure, null, null));
      if (figure.role() == Figure.Role.PERFORMANCE) {
        listed.putIfAbsent(figure.indicator(), figure);
      }
    }
    edition
        .statements()
        .findDigest()
        .ifPresent(digest -> {
          Map<String, EntityCode> bars = bars(edition, digest);
          for (Figure figure : digest.figures()) {
            EntityCode member = bars.get(figure.id());
            traced.add(new TracedFigure(figure, member, listed.get(figure.indicator())));
            if (member == null) {
              listed.putIfAbsent(figure.indicator(), figure);
            }
          }
        });
    return traced;
  }

  /// The members whose parts the figures of bars tell, by the figures' places.
  private static Map<String, EntityCode> bars(Edition edition, DigestStatement digest) {
    Map<String, EntityCode> members = new HashMap<>();
    digest.blocks().stream()
        .flatMap(block -> block.charts().stream())
        .forEach(chart -> {
          if (chart instanceof Bars bars) {
            bars.bars().forEach(bar -> members.put(bar.figure().id(), member(edition, bar)));
          }
        });
    return members;
  }

  private static EntityCode member(Edition edition, Bar bar) {
    return edition.round().entities().stream()
        .filter(entity -> entity.name().equals(bar.member()))
        .map(ReportingEntity::code)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no member " + bar.member()));
  }

  /// Tells whether its cells are to be listed here.
  boolean restsOnCells() {
    return before == null && figure.role() == Figure.Role.PERFORMANCE;
  }

  /// Tells whether it rests on what a member reported.
  boolean covers(@Nullable EntityCode entity) {
    return member == null || member.equals(entity);
  }

  /// How many cells it rests on that are to be told of here.
  long count(List<LineageCount> counts) {
    return count(counts, Integer.MAX_VALUE);
  }

  /// How many of them where of each member so many are listed.
  long count(List<LineageCount> counts, int share) {
    return counts.stream()
        .filter(count -> restsOnCells() && count.indicator().equals(figure.indicator()))
        .filter(count -> covers(count.entity()))
        .mapToLong(count -> Math.min(share, count.cells()))
        .sum();
  }
}
