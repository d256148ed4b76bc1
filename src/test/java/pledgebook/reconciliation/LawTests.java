package pledgebook.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;
import static pledgebook.SmallRound.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.registry.Kind;
import pledgebook.registry.Target.Comparator;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.warehouse.Relation;

/// What holds whatever members send: the seed in the name of a failing test gives the same again.
class LawTests {
  private static final List<Comparator> COMPARING =
      List.of(Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.RAISED_TO, Comparator.AT_MOST);

  private static final List<Outcome> BETTER =
      List.of(Outcome.MISSED, Outcome.MET, Outcome.EXCEEDED);

  /// A row of evidence.
  private record Thing(EntityCode entity, String name, String amount) {}

  static Stream<Long> seeds() {
    return Stream.of(11L, 23L, 47L, 95L, 191L);
  }

  private static List<Thing> things(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Thing> things = new ArrayList<>();
    int rows = random.nextInt(3, 14);
    for (int i = 0; i < rows; i++) {
      EntityCode entity = random.nextBoolean() ? SHANGHAI : JIANGSU;
      things.add(
          new Thing(
              entity,
              (random.nextInt(4) == 0 ? "　" : "") + "事项" + random.nextInt(8),
              random.nextInt(1, 500) + "." + random.nextInt(1, 9)));
    }
    return things;
  }

  private static SmallRound round() {
    return new SmallRound()
        .names("A01-01", Kind.DISTINCT, target(Comparator.AT_LEAST, "5"))
        .names("A01-02", Kind.COMMON, target(Comparator.AT_LEAST, "2"))
        .amounts("A01-03", Kind.FLOW, false, target(Comparator.MORE_THAN, "300"));
  }

  private static StagedRound staged(List<Thing> things) {
    StagedRound staged = new StagedRound(round());
    things.forEach(thing -> staged.thing(thing.entity(), thing.name(), null, thing.amount()));
    return staged.sent(SHANGHAI).sent(JIANGSU);
  }

  private static List<String> told(StagedRound staged) {
    return staged.reconcile().indicators().stream()
        .map(i -> i.code() + " " + i.outcome() + " " + i.actual() + " " + i.margin())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfRowsPlaysNoPart(long seed) {
    List<Thing> things = things(seed);
    List<Thing> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, new Random(seed));
    try (StagedRound one = staged(things);
        StagedRound other = staged(shuffled)) {
      assertThat(told(other)).as("seed %s", seed).isEqualTo(told(one));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void doingItTwiceIsDoingItOnce(long seed) {
    try (StagedRound staged = staged(things(seed))) {
      List<String> once = told(staged);
      assertThat(told(staged)).as("seed %s", seed).isEqualTo(once);
    }
  }

  /// The union is never more than the sum, nor less than any of its parts; the intersection is
  /// never more than any.
  @ParameterizedTest
  @MethodSource("seeds")
  void theUnionLiesBetweenItsPartsAndTheirSum(long seed) {
    try (StagedRound staged = staged(things(seed))) {
      ReconciledRound reconciled = staged.reconcile();
      List<BigDecimal> parts = new ArrayList<>();
      staged
          .warehouse()
          .read(
              new Relation("observation", "member_value"),
              row -> {
                BigDecimal value = row.optionalDecimal("value");
                return value != null && row.text("indicator").equals("A01-01") && parts.add(value);
              });
      BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal most = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
      BigDecimal least = parts.stream().reduce(sum, BigDecimal::min);
      reconciled
          .indicator(new IndicatorCode("A01-01"))
          .figure()
          .ifPresent(
              union -> assertThat(union.numerator()).as("seed %s", seed).isBetween(most, sum));
      reconciled
          .indicator(new IndicatorCode("A01-02"))
          .figure()
          .ifPresent(common ->
              assertThat(common.numerator()).as("seed %s", seed).isBetween(BigDecimal.ZERO, least));
    }
  }

  /// A row more never takes anything from what is counted or added up.
  @ParameterizedTest
  @MethodSource("seeds")
  void aRowMoreNeverMakesLess(long seed) {
    List<Thing> things = things(seed);
    List<Thing> more = new ArrayList<>(things);
    more.addAll(things(seed + 1));
    try (StagedRound few = staged(things);
        StagedRound many = staged(more)) {
      ReconciledRound less = few.reconcile();
      ReconciledRound grown = many.reconcile();
      for (String code : List.of("A01-01", "A01-02", "A01-03")) {
        less.indicator(new IndicatorCode(code))
            .figure()
            .ifPresent(figure ->
                assertThat(
                        grown.indicator(new IndicatorCode(code)).figure().orElseThrow().numerator())
                    .as("seed %s %s", seed, code)
                    .isGreaterThanOrEqualTo(figure.numerator()));
      }
    }
  }

  /// More is never worse where so much or more was promised, and never better where at most.
  @ParameterizedTest
  @MethodSource("seeds")
  void theVerdictIsMonotoneInTheValue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BigDecimal figure = BigDecimal.valueOf(random.nextLong(100_000, 900_000), 3);
    List<BigDecimal> values = new ArrayList<>(List.of(figure));
    for (int i = 0; i < 9; i++) {
      values.add(figure.add(BigDecimal.valueOf(random.nextLong(-9_999, 9_999), 3)).abs());
    }
    Collections.sort(values);
    SmallRound round = new SmallRound();
    for (Comparator comparator : COMPARING) {
      for (int i = 0; i < values.size(); i++) {
        round.figure(code(comparator, i), Kind.FLOW, target(comparator, figure.toPlainString()));
      }
    }
    try (StagedRound staged = new StagedRound(round)) {
      for (Comparator comparator : COMPARING) {
        for (int i = 0; i < values.size(); i++) {
          String code = code(comparator, i);
          staged.flow(SHANGHAI, code, values.get(i).toPlainString()).flow(JIANGSU, code, "0");
        }
      }
      ReconciledRound reconciled = staged.reconcileUnjudged();
      for (Comparator comparator : COMPARING) {
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
          IndicatorCode code = new IndicatorCode(code(comparator, i));
          ranks.add(BETTER.indexOf(reconciled.indicator(code).outcome()));
        }
        assertThat(ranks).doesNotContain(-1);
        List<Integer> ordered = new ArrayList<>(ranks);
        ordered.sort(
            comparator == Comparator.AT_MOST
                ? java.util.Comparator.reverseOrder()
                : java.util.Comparator.naturalOrder());
        assertThat(ranks)
            .as("seed %s %s %s %s", seed, comparator, figure, values)
            .isEqualTo(ordered);
      }
    }
  }

  private static String code(Comparator comparator, int i) {
    return "A%02d-%02d".formatted(COMPARING.indexOf(comparator) + 1, i + 1);
  }
}
