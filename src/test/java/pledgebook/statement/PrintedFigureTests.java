package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Printed.Scale;
import pledgebook.registry.Target;
import pledgebook.registry.Target.Comparator;

class PrintedFigureTests {
  private static final int DRAWS = 2000;

  @ParameterizedTest(name = "{0} as {1}, {2} decimals, step {3}, {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        // the published figures of 2024
        "667.6,    NONE, 1, -,      NONE,      667.6",
        "207000,   WAN,  1, -,      NONE,      20.7万",
        "755300,   WAN,  2, -,      NONE,      75.53万",
        "5412300,  WAN,  0, 100000, MORE_THAN, 超540万",
        "215,      NONE, 0, 100,    MORE_THAN, 超200",
        "14836200, WAN,  0, 100000, MORE_THAN, 超1480万",
        "48600,    WAN,  2, -,      NONE,      4.86万",
        "2810000,  WAN,  0, -,      NONE,      281万",
        "15000,    WAN,  1, -,      NONE,      1.5万",
        "53120,    WAN,  1, -,      MORE_THAN, 超5.3万",
        "3198,     NONE, 0, -,      NONE,      3198",
        "7528,     NONE, 0, -,      NONE,      7528",
        // never grouped; zeros as declared; never in exponents
        "14836200, NONE, 0, -,      NONE,      14836200",
        "207000,   WAN,  2, -,      NONE,      20.70万",
        "660,      NONE, 1, -,      NONE,      660.0",
        "1E+7,     NONE, 0, -,      NONE,      10000000",
        "1E+7,     WAN,  0, -,      NONE,      1000万",
        "0,        WAN,  1, -,      NONE,      0.0万",
        "1.2E+9,   YI,   1, -,      NONE,      12.0亿",
        // half to even (GB/T 8170)
        "0.125,    NONE, 2, -,      NONE,      0.12",
        "0.135,    NONE, 2, -,      NONE,      0.14",
        "0.12501,  NONE, 2, -,      NONE,      0.13",
        "2.5,      NONE, 0, -,      NONE,      2",
        "3.5,      NONE, 0, -,      NONE,      4",
        "250,      NONE, 0, 100,    NONE,      200",
        "350,      NONE, 0, 100,    NONE,      400",
        "125,      NONE, 0, 50,     NONE,      100",
        "99950,    WAN,  2, -,      NONE,      10.00万",
        // 近 rounds up, 逾 down
        "198,      NONE, 0, 100,    NEARLY,    近200",
        "53120,    WAN,  1, -,      NEARLY,    近5.4万",
        "199.999,  NONE, 0, -,      NEARLY,    近200",
        "200.001,  NONE, 0, 100,    NEARLY,    近300",
        "299,      NONE, 0, 100,    BEYOND,    逾200",
        "200.001,  NONE, 0, 100,    MORE_THAN, 超200",
        // a step finer than the decimals is not rounded a second time
        "16000,    WAN,  0, 15000,  NONE,      1.5万",
      })
  void printsAsDeclared(
      String value,
      Scale scale,
      int decimals,
      @Nullable BigDecimal step,
      Qualifier qualifier,
      String expected) {
    PrintedFigure figure = print(value, new Printed(scale, decimals, step, qualifier));

    assertThat(figure.text()).isEqualTo(expected);
    assertThat(figure.borneOut()).isTrue();
    assertThat(figure.qualifier()).isEqualTo(qualifier);
  }

  @ParameterizedTest(name = "{0} is not {2}: {3}")
  @CsvSource({
    "200,     100,    MORE_THAN, 200",
    "200,     100,    BEYOND,    200",
    "200,     100,    NEARLY,    200",
    "0,       100,    NEARLY,    0",
    // more than nothing says nothing: the figure itself stands
    "50,      100,    MORE_THAN, 50",
    "0,       100,    MORE_THAN, 0",
  })
  void aQualifierThatIsNotTrueIsLeftOut(
      String value, BigDecimal step, Qualifier qualifier, String expected) {
    PrintedFigure figure = print(value, new Printed(Scale.NONE, 0, step, qualifier));

    assertThat(figure.text()).isEqualTo(expected);
    assertThat(figure.borneOut()).isFalse();
    assertThat(figure.qualifier()).isEqualTo(Qualifier.NONE);
  }

  @ParameterizedTest(name = "{0} over {1}: {4}")
  @CsvSource({
    "8760000, 5412300, 2, NONE,      1.62∶1",
    "1,       3,       4, NONE,      0.3333∶1",
    "2,       3,       4, NONE,      0.6667∶1",
    "1,       3,       2, MORE_THAN, 超0.33∶1",
    "1,       3,       2, NEARLY,    近0.34∶1",
    // exactly half: to even, though no finite quotient of neighbours would be
    "5,       8,       2, NONE,      0.62∶1",
    "635,     1000,    2, NONE,      0.64∶1",
    // a quotient rounded twice would print 0.62 and 超1.62
    "625000000000000000001, 1000000000000000000000, 2, NONE, 0.63∶1",
    "1619999999999999999999, 1000000000000000000000, 2, MORE_THAN, 超1.61∶1",
    // strictly above 1.62 by a hair no division would keep
    "162000000000000000000000000000000001, 100000000000000000000000000000000000, 2, MORE_THAN, "
        + "超1.62∶1",
  })
  void printsRatios(
      BigDecimal numerator,
      BigDecimal denominator,
      int decimals,
      Qualifier qualifier,
      String expected) {
    PrintedFigure figure =
        PrintedFigure.of(
            new Actual(numerator, denominator),
            new Printed(Scale.NONE, decimals, null, qualifier),
            Kind.RATIO);

    assertThat(figure.text()).isEqualTo(expected).contains("\u2236").doesNotContain(":");
    assertThat(figure.borneOut()).isTrue();
  }

  @Test
  void aRatioThatIsExactlyThePrintedFigureIsNotMore() {
    Actual actual = new Actual(new BigDecimal("8.1"), new BigDecimal("5"));

    PrintedFigure figure =
        PrintedFigure.of(actual, new Printed(Scale.NONE, 2, null, Qualifier.MORE_THAN), Kind.RATIO);

    assertThat(figure.text()).isEqualTo("1.62∶1");
    assertThat(figure.borneOut()).isFalse();
  }

  @ParameterizedTest(name = "{0}, {1} decimals, step {2} {3}, {4} {5}: flips {6}")
  @CsvSource(
      nullValues = "-",
      value = {
        "199.96, 1, -,   NONE,      AT_LEAST,  200, true",
        "199.94, 1, -,   NONE,      AT_LEAST,  200, false",
        "200,    1, -,   NONE,      AT_LEAST,  200, false",
        "200.04, 1, -,   NONE,      MORE_THAN, 200, true",
        "200.04, 2, -,   NONE,      MORE_THAN, 200, false",
        "1.904,  2, -,   NONE,      AT_MOST,   1.9, true",
        "1.906,  2, -,   NONE,      AT_MOST,   1.9, false",
        "112.6,  0, -,   NONE,      RAISED_TO, 113, true",
        "112.6,  0, -,   NONE,      ALL,       113, true",
        // 超200 says more than 200, 近200 less
        "215,    0, 100, MORE_THAN, AT_LEAST,  200, false",
        "215,    0, 100, MORE_THAN, MORE_THAN, 200, false",
        "215,    0, 100, MORE_THAN, AT_LEAST,  210, true",
        "215,    0, 100, MORE_THAN, AT_MOST,   210, true",
        "200,    0, 100, MORE_THAN, MORE_THAN, 200, false",
        "198,    0, 100, NEARLY,    AT_LEAST,  200, false",
        "198,    0, 100, NEARLY,    AT_LEAST,  195, false",
        "198,    0, 100, NEARLY,    AT_LEAST,  199, true",
        "198,    0, 100, NEARLY,    AT_MOST,   200, false",
      })
  void tellsWherePrintingLosesTheVerdict(
      String value,
      int decimals,
      @Nullable BigDecimal step,
      Qualifier qualifier,
      Comparator comparator,
      BigDecimal promised,
      boolean flips) {
    PrintedFigure figure = print(value, new Printed(Scale.NONE, decimals, step, qualifier));

    assertThat(figure.flipsVerdict(actual(value), target(comparator, promised))).isEqualTo(flips);
  }

  @Test
  void aTargetWithoutAFigureCannotBeMisread() {
    PrintedFigure figure = print("3.96", new Printed(Scale.NONE, 0, null, Qualifier.NONE));

    assertThat(figure.flipsVerdict(actual("3.96"), target(Comparator.ALL, null))).isFalse();
    assertThat(figure.flipsVerdict(actual("3.96"), target(Comparator.DONE, BigDecimal.ONE)))
        .isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20240606, 20250607})
  void whatIsPrintedIsTrueOfTheValue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < DRAWS; i++) {
      Drawn drawn = Drawn.from(random);
      PrintedFigure figure = PrintedFigure.of(drawn.actual(), drawn.printed(), drawn.kind());

      int sign = drawn.actual().compareTo(figure.value());
      switch (figure.qualifier()) {
        case MORE_THAN, BEYOND -> assertThat(sign).as("%s: %s", drawn, figure).isPositive();
        case NEARLY -> assertThat(sign).as("%s: %s", drawn, figure).isNegative();
        case NONE -> assertThat(isWithinHalf(drawn, figure)).as("%s: %s", drawn, figure).isTrue();
      }
      assertThat(parse(figure.text()))
          .as("%s: %s", drawn, figure)
          .isEqualByComparingTo(figure.value());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20240606, 20250607})
  void noFigureCanBeBroken(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < DRAWS; i++) {
      Drawn drawn = Drawn.from(random);
      PrintedFigure figure = PrintedFigure.of(drawn.actual(), drawn.printed(), drawn.kind());

      assertThat(figure.text()).matches("[超逾近]?[0-9]+(\\.[0-9]+)?[万亿]?(∶1)?");
    }
  }

  /// |value − printed| ≤ half of what the figure is a multiple of, by cross-multiplication.
  private static boolean isWithinHalf(Drawn drawn, PrintedFigure figure) {
    Printed printed = drawn.printed();
    BigDecimal unit =
        BigDecimal.ONE.movePointLeft(printed.decimals()).movePointRight(printed.scale().power());
    BigDecimal step = printed.step();
    BigDecimal quantum = figure.borneOut() && step != null ? step : unit;
    BigDecimal denominator = drawn.actual().denominator();
    BigDecimal error =
        drawn.actual().numerator().subtract(figure.value().multiply(denominator)).abs();
    return error.multiply(BigDecimal.TWO).compareTo(quantum.multiply(denominator)) <= 0;
  }

  /// Reads a printed figure as a person does.
  private static BigDecimal parse(String text) {
    String digits = text.replaceAll("[超逾近]|∶1", "");
    int power = digits.endsWith("万") ? 4 : digits.endsWith("亿") ? 8 : 0;
    return new BigDecimal(digits.replaceAll("[万亿]", "")).movePointRight(power);
  }

  private static PrintedFigure print(String value, Printed printed) {
    return PrintedFigure.of(actual(value), printed, Kind.FLOW);
  }

  private static Actual actual(String value) {
    return new Actual(new BigDecimal(value), BigDecimal.ONE);
  }

  private static Target target(Comparator comparator, @Nullable BigDecimal value) {
    return new Target(comparator, value, null, Target.Firmness.COMMITTED, false, null);
  }

  /// A value with a form it may be declared in.
  private record Drawn(Actual actual, Printed printed, Kind kind) {
    static Drawn from(SplittableRandom random) {
      Scale scale = List.of(Scale.values()).get(random.nextInt(3));
      int decimals = random.nextInt(4);
      BigDecimal step =
          random.nextBoolean()
              ? BigDecimal.valueOf(1 + random.nextInt(5))
                  .scaleByPowerOfTen(scale.power() - decimals + random.nextInt(3))
              : null;
      Qualifier qualifier = List.of(Qualifier.values()).get(random.nextInt(4));
      boolean ratio = random.nextInt(4) == 0;
      BigDecimal denominator = ratio ? decimal(random).add(BigDecimal.ONE) : BigDecimal.ONE;
      return new Drawn(
          new Actual(decimal(random), denominator),
          new Printed(scale, decimals, step, qualifier),
          ratio ? Kind.RATIO : Kind.FLOW);
    }

    /// Often round, so that ties and equalities come up.
    private static BigDecimal decimal(SplittableRandom random) {
      BigInteger unscaled = BigInteger.valueOf(random.nextLong(1_000));
      return new BigDecimal(unscaled, random.nextInt(4) - random.nextInt(9));
    }
  }
}
