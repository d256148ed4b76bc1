package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pledgebook.PublishedRound;
import pledgebook.finding.Failure;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.registry.Clause;
import pledgebook.registry.DefinitionPlace;
import pledgebook.registry.Digest;
import pledgebook.registry.Digest.Block;
import pledgebook.registry.Digest.Entry;
import pledgebook.statement.DigestStatement.Bars;
import pledgebook.statement.DigestStatement.Chart;
import pledgebook.statement.DigestStatement.Missing;
import pledgebook.statement.DigestStatement.Tile;
import pledgebook.statement.DigestStatement.Tiles;
import pledgebook.vocabulary.IndicatorCode;

/// The digest says what the booklet says, and no more than the data bears out.
class DigestComposerTests {
  private static final DefinitionPlace PLACE =
      new DefinitionPlace("2024/digest.yml", 33, "blocks[0].entries[0].text");

  private static DigestStatement digest(String... missing) {
    return PublishedRound.statements(PublishedRound.digest(), missing).findDigest().orElseThrow();
  }

  private static List<Chart> charts(DigestStatement digest) {
    return digest.blocks().stream().flatMap(block -> block.charts().stream()).toList();
  }

  @Test
  void aFigureReadsAsInTheBooklet() {
    Statements statements = PublishedRound.statements(PublishedRound.digest());
    Map<IndicatorCode, String> booklet =
        statements.figures().stream()
            .filter(figure -> figure.role() == Figure.Role.PERFORMANCE)
            .collect(Collectors.toMap(Figure::indicator, Figure::text, (one, same) -> one));
    List<Figure> told =
        statements.findDigest().orElseThrow().blocks().stream()
            .flatMap(block -> block.entries().stream())
            .flatMap(entry -> Span.figures(entry.spans()).stream())
            .toList();
    assertThat(told)
        .hasSize(25)
        .allSatisfy(figure -> assertThat(figure.text()).isEqualTo(booklet.get(figure.indicator())));
    assertThat(statements.findings()).isEmpty();
  }

  @Test
  void everyFigureHasAPlaceOfItsOwn() {
    assertThat(digest().figures())
        .extracting(Figure::id)
        .doesNotHaveDuplicates()
        .contains("数说-交通-1");
    assertThat(Statement.text(digest().title())).isEqualTo("数说2024长三角");
  }

  @Test
  void aNumeralIsTheFigureItNames() {
    DigestStatement.Block traffic = digest().blocks().getFirst();
    assertThat(traffic.entries().getFirst().figure().text()).isEqualTo("667.6");
    assertThat(traffic.entries().getFirst().figure().compared()).isTrue();
    assertThat(Statement.text(traffic.entries().getFirst().before())).isEqualTo("新增建成铁路里程");
    assertThat(traffic.entries().get(1).isNumeral()).isFalse();
    assertThat(Statement.text(traffic.entries().get(2).after())).isEqualTo("通达三省一市");
  }

  @Test
  void barsAreTheMembersInTheirOrder() {
    Bars rail = (Bars) charts(digest()).getFirst();
    assertThat(rail.bars())
        .extracting(DigestStatement.Bar::member)
        .containsExactly("上海市", "江苏省", "浙江省", "安徽省");
    assertThat(rail.bars())
        .extracting(bar -> bar.figure().text())
        .containsExactly("169.6", "166.0", "166.0", "166.0");
    assertThat(rail.bars()).noneMatch(bar -> bar.figure().compared());
    assertThat(rail.note()).isNull();
    // 13280 each of 53120: 1.33 four times is 5.32, which reads 超5.3万 as the whole does.
    Bars visits = (Bars) charts(digest()).getLast();
    assertThat(visits.bars()).extracting(bar -> bar.figure().text()).containsOnly("1.33万");
    assertThat(visits.note()).isNull();
  }

  @Test
  void partsThatDoNotAddUpToThePrintedTotalSaySo() {
    Block first = PublishedRound.digest().blocks().getFirst();
    Digest.Chart rail = first.charts().getFirst();
    Digest.Chart coarse =
        new Digest.Chart(rail.kind(), rail.indicator(), rail.title(), 0, rail.place());
    Digest digest =
        with(
            new Block(
                first.title(),
                first.icon(),
                first.width(),
                first.entries(),
                List.of(coarse),
                first.place()));

    Bars bars =
        (Bars) charts(PublishedRound.statements(digest).findDigest().orElseThrow()).getFirst();

    // 170 and three times 166 are 668, the whole reads 667.6.
    assertThat(bars.bars())
        .extracting(bar -> bar.figure().text())
        .containsExactly("170", "166", "166", "166");
    assertThat(bars.note()).contains("修约").contains("以合计为准");
  }

  @Test
  void aTileStandsForEachCityAndTellsWhetherItIsReached() {
    Tiles map =
        charts(digest()).stream()
            .filter(Tiles.class::isInstance)
            .map(Tiles.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(map.tiles()).hasSize(41).extracting(Tile::place).doesNotHaveDuplicates();
    assertThat(map.tiles())
        .filteredOn(tile -> !tile.reached())
        .extracting(Tile::name)
        .containsExactlyInAnyOrder("台州", "池州");
    assertThat(map.tiles())
        .filteredOn(tile -> tile.member().equals("江苏省"))
        .hasSize(13)
        .extracting(Tile::name)
        .contains("连云港", "南京");
    assertThat(map.labels()).extracting(DigestStatement.Label::text).hasSize(4);
  }

  @Test
  void whatIsMissingIsToldAndNotPrinted() {
    Statements statements =
        PublishedRound.statements(PublishedRound.digest(), "A01-01", "A03-03", "A06-04");
    DigestStatement digest = statements.findDigest().orElseThrow();
    DigestStatement.Entry first = digest.blocks().getFirst().entries().getFirst();
    assertThat(first.isNumeral()).isFalse();
    assertThat(Statement.text(first.spans())).isEqualTo("新增铁路里程：未报送");
    assertThat(digest.figures())
        .noneMatch(figure -> figure.indicator().equals(new IndicatorCode("A01-01")));
    assertThat(charts(digest))
        .filteredOn(Missing.class::isInstance)
        .extracting(chart -> ((Missing) chart).told())
        .containsExactly("新增铁路里程：未报送", "“远程虚拟窗口”覆盖城市：未报送");
    assertThat(digest.blocks().get(3).entries())
        .extracting(entry -> Statement.text(entry.spans()))
        .contains("高铁旅游小城榜单和主题线路发布：未报送");
    assertThat(statements.findings())
        .extracting(Finding::code)
        .containsOnly("statement.chart-without-data")
        .hasSize(2);
    assertThat(statements.findings().getFirst().severity()).isEqualTo(Severity.NOTE);
    assertThat(statements.findings().getFirst().message()).contains("2024/digest.yml第", "A01-01");
  }

  @Test
  void aDigitBoundToNothingStopsTheRun() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> PublishedRound.statements(with("新增里程667.6公里")))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("statement.unbound-digit"))
        .withMessageContaining("2024/digest.yml第33行")
        .withMessageContaining("667.6");
  }

  @Test
  void aBindingToNothingStopsTheRun() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> PublishedRound.statements(with("新增里程{{ Z99-99 }}公里")))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("statement.unknown-binding"));
  }

  /// The digest of the year with another first sentence.
  private static Digest with(String text) {
    Block first = PublishedRound.digest().blocks().getFirst();
    List<Entry> entries = new ArrayList<>(first.entries());
    entries.set(0, new Entry(new Clause(text, List.of(), PLACE), null));
    return with(
        new Block(
            first.title(), first.icon(), first.width(), entries, first.charts(), first.place()));
  }

  /// The digest of the year with another first block.
  private static Digest with(Block first) {
    Digest digest = PublishedRound.digest();
    List<Block> blocks = new ArrayList<>(digest.blocks());
    blocks.set(0, first);
    return new Digest(
        digest.title(),
        digest.lead(),
        digest.paper(),
        digest.orientation(),
        blocks,
        digest.tiles(),
        digest.quoted());
  }
}
