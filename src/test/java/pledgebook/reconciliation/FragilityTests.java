package pledgebook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.aspired;
import static pledgebook.SmallRound.target;
import static pledgebook.registry.Target.Comparator.ALL;
import static pledgebook.registry.Target.Comparator.AT_LEAST;
import static pledgebook.registry.Target.Comparator.AT_MOST;
import static pledgebook.registry.Target.Comparator.DONE;
import static pledgebook.registry.Target.Comparator.MORE_THAN;
import static pledgebook.registry.Target.Comparator.RAISED_TO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Target;
import pledgebook.vocabulary.EntityCode;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;

/// What a verdict rests on, computed at once, is what taking each piece away and reconciling again
/// shows.
class FragilityTests {
  private static final Relation FRAGILITY = new Relation("reconciliation", "fragility");
  private static final Relation CONTRIBUTION = new Relation("reconciliation", "contribution");
  private static final List<EntityCode> MEMBERS = List.of(SHANGHAI, JIANGSU);

  /// Those with a figure in 指标; a milestone is there so that it can be answered with —.
  private static final List<String> ROWS =
      List.of("A01-01", "A01-02", "A01-03", "A01-04", "A01-05", "A01-06", "A01-07", "A01-09");

  @Test
  void isWhatTakingEachPieceAwayShows() {
    Set<String> kindsAndLevels = new TreeSet<>();
    Set<Outcome> reached = EnumSet.noneOf(Outcome.class);
    for (long seed = 1; seed <= 2; seed++) {
      Drawn drawn = Drawn.of(seed);
      List<String> told = new ArrayList<>();
      List<Piece> pieces = new ArrayList<>();
      ReconciledRound whole;
      try (StagedRound staged = drawn.staged(null)) {
        whole = staged.reconcile();
        told.addAll(staged.warehouse().read(FRAGILITY, FragilityTests::line));
        pieces.addAll(pieces(staged));
      }
      MEMBERS.forEach(member -> pieces.add(new Piece("member", member, null, null, Set.of())));
      List<String> shown = new ArrayList<>();
      for (Piece piece : pieces) {
        try (StagedRound staged = drawn.staged(piece)) {
          ReconciledRound without = staged.reconcileUnjudged();
          for (Indicator indicator : drawn.round().round().indicators()) {
            Outcome before = outcome(indicator, whole);
            Outcome after = outcome(indicator, without);
            if (before != after && before != Outcome.NOT_REPORTED && piece.isOf(indicator)) {
              String rest = value(without.indicator(indicator.code())) + " " + after;
              String text = indicator.code() + " " + piece.text() + " " + rest;
              shown.add(text);
              if (piece.cell() == null) {
                // A member sends one file: to withdraw the one is to withdraw the other.
                shown.add(text.replace("member", "file"));
              }
              kindsAndLevels.add(indicator.kind() + " " + piece.level());
              reached.add(after);
            }
          }
        }
      }
      assertThat(told).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(shown);
    }
    // What was drawn shows something of everything.
    assertThat(kindsAndLevels).hasSize(2 * (Kind.values().length - 1));
    assertThat(reached).contains(Outcome.MISSED, Outcome.MET, Outcome.EXCEEDED);
  }

  /// A member's answers and rows, drawn from a seed.
  private record Drawn(
      SmallRound round,
      Map<EntityCode, Map<String, String>> figures,
      Map<EntityCode, List<List<@Nullable String>>> things) {
    static Drawn of(long seed) {
      Random random = new Random(seed);
      SmallRound round =
          new SmallRound()
              .figure("A01-01", Kind.FLOW, target(AT_LEAST, text(4, random)))
              .amounts("A01-02", Kind.STOCK, false, target(MORE_THAN, text(12, random)))
              .names("A01-03", Kind.DISTINCT, target(AT_LEAST, text(3, random)))
              .names("A01-04", Kind.COMMON, target(AT_LEAST, "1"))
              .cities("A01-05", target(ALL, null))
              .milestone("A01-06", target(DONE, null), "甲")
              .figure("A01-07", Kind.DURATION, target(AT_MOST, text(2, random)))
              .ratio("A01-08", "A01-02", "A01-01", aspired(AT_MOST, text(3, random)))
              .figure("A01-09", Kind.STOCK, target(RAISED_TO, text(5, random)))
              .ratio("A01-10", "A01-03", "A01-02", target(AT_LEAST, "0.3"));
      return new Drawn(
          round,
          MEMBERS.stream()
              .collect(
                  Collectors.toMap(
                      m -> m,
                      m ->
                          ROWS.stream()
                              .collect(Collectors.toMap(code -> code, code -> text(2, random))))),
          MEMBERS.stream().collect(Collectors.toMap(m -> m, m -> things(m, random))));
    }

    private static String text(int middle, Random random) {
      return String.valueOf(middle - 1 + random.nextInt(3));
    }

    private static List<List<@Nullable String>> things(EntityCode member, Random random) {
      List<List<@Nullable String>> things = new ArrayList<>();
      String city = member.equals(SHANGHAI) ? "上海市" : "南京市";
      for (String name : List.of("甲", random.nextBoolean() ? "乙" : "甲", member.value())) {
        List<@Nullable String> thing = new ArrayList<>(List.of(name));
        thing.add(random.nextBoolean() || name.equals(member.value()) ? city : null);
        thing.add(random.nextInt(5) == 0 ? null : text(4, random));
        thing.add(null);
        thing.add("2024-05-01");
        thing.add(random.nextInt(4) > 0 ? "是" : "否");
        things.add(thing);
      }
      return things;
    }

    /// The round as it was sent, but for a piece.
    StagedRound staged(@Nullable Piece without) {
      StagedRound staged = new StagedRound(round);
      for (EntityCode member : MEMBERS) {
        boolean gone = without != null && without.isAllOf(member);
        for (int row = 0; row < ROWS.size(); row++) {
          String code = ROWS.get(row);
          String figure = figures.getOrDefault(member, Map.of()).getOrDefault(code, "0");
          boolean blank = gone || (without != null && without.isCell(member, "指标", row));
          String said = blank ? "—" : figure;
          staged.row(member, code, null, said, null, said);
        }
        List<List<@Nullable String>> rows = things.getOrDefault(member, List.of());
        for (int row = 0; row < rows.size() && !gone; row++) {
          List<@Nullable String> cells = new ArrayList<>(rows.get(row));
          if (without != null && without.isCell(member, "事项", row)) {
            cells.set(Objects.requireNonNull(without.cell()).charAt(0) - 'A', null);
          }
          staged.thing(member, cells.toArray(String[]::new));
        }
      }
      return staged;
    }
  }

  /// What is taken away.
  ///
  /// @param indicators whose cell it is; of no concern for a member
  private record Piece(
      String level,
      EntityCode member,
      @Nullable String sheet,
      @Nullable String cell,
      Set<String> indicators) {
    /// A cell of other indicators may name what this one counts; it is no cell of its own.
    boolean isOf(Indicator indicator) {
      return cell == null
          || indicators.contains(indicator.code().value())
          || (indicator.numerator() != null && indicators.contains(indicator.numerator().value()))
          || (indicator.denominator() != null
              && indicators.contains(indicator.denominator().value()));
    }

    boolean isAllOf(EntityCode other) {
      return cell == null && member.equals(other);
    }

    boolean isCell(EntityCode other, String name, int row) {
      return cell != null
          && member.equals(other)
          && name.equals(sheet)
          && cell.substring(1).equals(String.valueOf(row + 2));
    }

    String text() {
      return level + " " + member + " " + sheet + " " + cell;
    }
  }

  /// Every cell something rests on.
  private static List<Piece> pieces(StagedRound staged) {
    Map<List<String>, Set<String>> indicators = new LinkedHashMap<>();
    staged
        .warehouse()
        .read(
            CONTRIBUTION,
            row ->
                indicators
                    .computeIfAbsent(
                        List.of(row.text("entity"), row.text("sheet"), row.text("cell")),
                        place -> new TreeSet<>())
                    .add(row.text("indicator")));
    List<Piece> pieces = new ArrayList<>();
    indicators.forEach((place, codes) ->
        pieces.add(
            new Piece(
                "cell", new EntityCode(place.getFirst()), place.get(1), place.get(2), codes)));
    return pieces;
  }

  private static String line(Fields row) {
    Piece piece =
        new Piece(
            row.text("level"),
            new EntityCode(row.text("entity")),
            row.optionalText("sheet"),
            row.optionalText("cell"),
            Set.of());
    return String.join(
        " ",
        row.text("indicator"),
        piece.text(),
        value(row.optionalDecimal("numerator"), row.optionalDecimal("denominator")),
        row.text("outcome_without"));
  }

  private static String value(ReconciledIndicator indicator) {
    return indicator.figure().map(a -> value(a.numerator(), a.denominator())).orElse("null");
  }

  private static String value(@Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
    return numerator == null || denominator == null
        ? "null"
        : numerator.stripTrailingZeros().toPlainString()
            + ":"
            + denominator.stripTrailingZeros().toPlainString();
  }

  /// The verdict on the value alone, taken here another way than the program takes it.
  private static Outcome outcome(Indicator indicator, ReconciledRound round) {
    ReconciledIndicator reconciled = round.indicator(indicator.code());
    Target target = Objects.requireNonNull(indicator.target());
    if (reconciled.figure().isEmpty()) {
      return Outcome.NOT_REPORTED;
    }
    var actual = reconciled.figure().orElseThrow();
    BigDecimal all =
        indicator.kind() == Kind.COVERAGE
            ? BigDecimal.TWO
            : BigDecimal.valueOf(indicator.deliverables().size());
    int sign = actual.compareTo(target.value() == null ? all : target.value());
    Outcome missed =
        target.firmness() == Target.Firmness.ASPIRED ? Outcome.ASPIRATION_MISSED : Outcome.MISSED;
    return switch (target.comparator()) {
      case AT_LEAST -> sign > 0 ? Outcome.EXCEEDED : sign == 0 ? Outcome.MET : missed;
      case MORE_THAN -> sign > 0 ? Outcome.EXCEEDED : missed;
      case AT_MOST -> sign < 0 ? Outcome.EXCEEDED : sign == 0 ? Outcome.MET : missed;
      case RAISED_TO, ALL, DONE -> sign >= 0 ? Outcome.MET : missed;
    };
  }

  /// At the boundary: a member's part as large as the margin may go, one that is larger may not.
  @ParameterizedTest
  @CsvSource({"100, 40, 310000", "100, 100, ", "99, 100, 320000", "60, 40, 310000 320000"})
  void isWhoseAmountExceedsTheMargin(String first, String second, @Nullable String members) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, target(RAISED_TO, "100"));
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", first).flow(JIANGSU, "A01-01", second).reconcile();
      assertThat(
              staged.warehouse().read(FRAGILITY, FragilityTests::line).stream()
                  .filter(line -> line.contains(" member "))
                  .map(line -> line.split(" ", -1)[2])
                  .toList())
          .isEqualTo(members == null ? List.of() : List.of(members.split(" ", -1)));
    }
  }

  /// 3,000 things, one of them of both members: far from its boundary a verdict rests on no cell,
  /// on it on every cell that alone brings its thing.
  @ParameterizedTest
  @CsvSource({
    "900, 0, 0",
    "1500, 0, 2",
    "2998, 0, 4",
    "2999, 2999, 4",
    "3000, 2999, 4",
    "3001, 0, 0"
  })
  void thousandsOfCellsAreToldWhereEachDecides(String target, int cells, int others) {
    SmallRound round = new SmallRound().names("A01-01", Kind.DISTINCT, target(AT_LEAST, target));
    try (StagedRound staged = new StagedRound(round)) {
      for (int i = 0; i < 1_000; i++) {
        staged.thing(SHANGHAI, "物" + i);
      }
      for (int i = 999; i < 3_000; i++) {
        staged.thing(JIANGSU, "物" + i);
      }
      staged.reconcileUnjudged();
      List<String> levels = staged.warehouse().read(FRAGILITY, row -> row.text("level"));
      assertThat(levels.stream().filter("cell"::equals)).hasSize(cells);
      assertThat(levels.stream().filter(level -> !level.equals("cell"))).hasSize(others);
    }
  }

  @Test
  void whereNothingIsLeftThereIsNoFigure() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, target(AT_LEAST, "100"));
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "120").flow(JIANGSU, "A01-01", "—").reconcile();
      assertThat(staged.warehouse().read(FRAGILITY, FragilityTests::line))
          .containsExactly(
              "A01-01 member 310000 null null null NOT_REPORTED",
              "A01-01 file 310000 null null null NOT_REPORTED",
              "A01-01 cell 310000 指标 E2 null NOT_REPORTED");
    }
  }

  /// A member that is missing makes no smaller sum, and so there is nothing to withdraw.
  @Test
  void whatIsNotReportedRestsOnNothing() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, target(AT_LEAST, "100"));
    try (StagedRound staged = new StagedRound(round)) {
      staged.flow(SHANGHAI, "A01-01", "120").sent(JIANGSU);
      ReconciledIndicator reconciled = staged.reconcile("A01-01");
      assertThat(reconciled.outcome()).isEqualTo(Outcome.NOT_REPORTED);
      assertThat(reconciled.margin()).isNull();
      assertThat(staged.warehouse().read(FRAGILITY, FragilityTests::line)).isEmpty();
    }
  }

  @Test
  void aRatioWhoseDenominatorNobodyHasIsNoFigure() {
    SmallRound round =
        new SmallRound()
            .figure("A01-01", Kind.STOCK, null)
            .figure("A01-02", Kind.STOCK, null)
            .ratio("A01-03", "A01-01", "A01-02", target(AT_MOST, "1.9"));
    try (StagedRound staged = new StagedRound(round)) {
      for (EntityCode member : MEMBERS) {
        staged.closing(member, "A01-01", "5").closing(member, "A01-02", "—");
      }
      ReconciledIndicator ratio = staged.reconcile("A01-03");
      assertThat(ratio.actual()).isNull();
      assertThat(ratio.outcome()).isEqualTo(Outcome.NOT_REPORTED);
    }
  }
}
