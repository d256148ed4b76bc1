package pledgebook.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Evidence;
import pledgebook.registry.Indicator;
import pledgebook.registry.Target;
import pledgebook.registry.Target.Comparator;
import pledgebook.registry.Target.Firmness;
import pledgebook.statement.Figure;
import pledgebook.statement.Statement;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Promise against performance of one indicator, ready to be drawn. Its figures are those of the
/// sentences, as they are printed there; the lengths are exact shares, and every axis begins at
/// zero.
///
/// @param name of the indicator, and which end of the axis is the good one where that is the lower
/// @param promised such as 目标7万个以上
/// @param performed such as 完成20.7万个
/// @param lower is the lower end of the axis the good one?
/// @param description all of it in a sentence, for a reader who hears it
record Gauge(
    String name,
    String promised,
    String performed,
    String description,
    boolean lower,
    Shape shape) {
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  /// More than that is a bar.
  private static final int MOST_SQUARES = 60;

  /// What is drawn.
  sealed interface Shape {
    /// Does the performance lie beyond the promise?
    boolean goesBeyond();

    /// A bar for the performance against a mark for the promise. Shares of the axis, 0 to 1.
    ///
    /// @param from where a target starts that is to be raised; 0 otherwise
    record Bar(double actual, double target, double from) implements Shape {
      @Override
      public boolean goesBeyond() {
        return actual > target;
      }
    }

    /// A square for each thing: so many promised, so many done.
    record Squares(int actual, int target) implements Shape {
      @Override
      public boolean goesBeyond() {
        return actual > target;
      }

      /// How many squares there are.
      int most() {
        return Math.max(1, Math.max(actual, target));
      }
    }
  }

  /// The gauge of an indicator; empty where the sentences say no figure of it, because there is no
  /// value.
  static Optional<Gauge> of(Edition edition, Statement statement, IndicatorCode code) {
    Indicator indicator = edition.round().indicator(code);
    ReconciledIndicator result = edition.reconciled().indicator(code);
    Optional<Figure> performed = figure(statement, code, Figure.Role.PERFORMANCE);
    Target target = indicator.target();
    if (target == null || performed.isEmpty() || result.figure().isEmpty()) {
      return Optional.empty();
    }
    Optional<Figure> promise = figure(statement, code, Figure.Role.PROMISE);
    String promised = promised(target, promise.map(f -> text(f, indicator)).orElse(""));
    String done = MESSAGES.text("chart.performed", "figure", text(performed.get(), indicator));
    boolean lower = target.comparator() == Comparator.AT_MOST;
    String name = MESSAGES.text(lower ? "chart.lower" : "chart.name", "name", indicator.name());
    String description =
        MESSAGES.text(
            "chart.description",
            "name",
            name,
            "promised",
            promised,
            "performed",
            done,
            "outcome",
            result.outcome().label());
    Shape shape = shape(indicator, target, result.figure().get(), goal(edition, indicator, target));
    return Optional.of(new Gauge(name, promised, done, description, lower, shape));
  }

  private static Optional<Figure> figure(
      Statement statement, IndicatorCode code, Figure.Role role) {
    return statement.figures().stream()
        .filter(f -> f.indicator().equals(code) && f.role() == role)
        .findFirst();
  }

  /// The figure with its unit, where the unit is what follows it in the sentence.
  private static String text(Figure figure, Indicator indicator) {
    String symbol = indicator.unit().symbol();
    return figure.tied().startsWith(symbol) ? figure.text() + symbol : figure.text();
  }

  private static String promised(Target target, String figure) {
    boolean aspired = target.firmness() == Firmness.ASPIRED;
    String word = MESSAGES.text(aspired ? "chart.aspired" : "chart.target");
    String key = target.bare() ? "bare" : target.comparator().name();
    return MESSAGES.text("chart.promised." + key, "word", word, "figure", figure);
  }

  /// The promised figure; of 全部, how many there are in the list.
  private static BigDecimal goal(Edition edition, Indicator indicator, Target target) {
    Evidence evidence = indicator.evidence();
    String reference = evidence == null ? null : evidence.reference();
    BigDecimal value = target.value();
    if (value != null) {
      return value;
    }
    return reference == null
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(edition.round().reference(reference).size());
  }

  private static Shape shape(Indicator indicator, Target target, Actual actual, BigDecimal goal) {
    BigDecimal most = BigDecimal.valueOf(MOST_SQUARES);
    boolean countable =
        switch (indicator.kind()) {
          case DISTINCT, COMMON, COVERAGE -> target.comparator() != Comparator.RAISED_TO;
          case FLOW, STOCK, RATIO, MILESTONE, DURATION, NARRATIVE -> false;
        };
    if (countable && actual.compareTo(most) <= 0 && goal.compareTo(most) <= 0) {
      return new Shape.Squares(actual.numerator().intValue(), goal.intValue());
    }
    BigDecimal from = target.from();
    return new Shape.Bar(
        share(actual.numerator(), actual, goal),
        share(goal.multiply(actual.denominator()), actual, goal),
        share(times(from, actual.denominator()), actual, goal));
  }

  private static BigDecimal times(@Nullable BigDecimal value, BigDecimal denominator) {
    return value == null ? BigDecimal.ZERO : value.multiply(denominator);
  }

  /// A length on the axis, which ends at the greater of performance and promise.
  private static double share(BigDecimal numerator, Actual actual, BigDecimal goal) {
    BigDecimal end = actual.numerator().max(goal.multiply(actual.denominator()));
    return end.signum() <= 0
        ? 0
        : numerator.divide(end, 6, RoundingMode.HALF_EVEN).max(BigDecimal.ZERO).doubleValue();
  }
}
