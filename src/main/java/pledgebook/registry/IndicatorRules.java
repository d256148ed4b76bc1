package pledgebook.registry;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.IndicatorCode;

/// Rules on what an indicator's kind allows, and on how it is printed.
final class IndicatorRules {
  private final RoundDraft draft;
  private final Faults faults;
  private final KindFaults kinds;

  private IndicatorRules(RoundDraft draft, Faults faults) {
    this.draft = draft;
    this.faults = faults;
    this.kinds = new KindFaults(draft, faults);
  }

  static void check(RoundDraft draft, Faults faults) {
    IndicatorRules rules = new IndicatorRules(draft, faults);
    for (Indicator indicator : draft.indicators()) {
      rules.unit(indicator);
      rules.ratio(indicator);
      rules.flowOfStock(indicator);
      rules.deliverables(indicator);
      rules.printedStep(indicator);
      rules.printedDecimals(indicator);
    }
  }

  /// Only what has no figure has no unit.
  private void unit(Indicator indicator) {
    boolean given = !indicator.unit().symbol().isEmpty();
    if (given != indicator.kind().hasFigure()) {
      kinds.add(given ? "unit-superfluous" : "unit-missing", indicator, "unit");
    }
  }

  private void ratio(Indicator indicator) {
    IndicatorCode numerator = indicator.numerator();
    IndicatorCode denominator = indicator.denominator();
    if (indicator.kind() != Kind.RATIO) {
      if (numerator != null || denominator != null) {
        kinds.add("not-a-ratio", indicator, numerator != null ? "numerator" : "denominator");
      }
      return;
    }
    if (numerator == null || denominator == null) {
      kinds.add("ratio-incomplete", indicator, "kind");
    }
    if (indicator.evidence() != null) {
      kinds.add("ratio-entered", indicator, "evidence");
    }
    if (!indicator.reportedBy().isEmpty()) {
      kinds.add("ratio-entered", indicator, "reported_by");
    }
    summed(indicator, numerator, "numerator");
    summed(indicator, denominator, "denominator");
  }

  /// A ratio over the entities is sum over sum: neither side may be counted from keys or a ratio.
  private void summed(Indicator ratio, @Nullable IndicatorCode side, String field) {
    Stream.ofNullable(side)
        .flatMap(code -> draft.indicator(code).stream())
        .filter(i -> i.kind() != Kind.FLOW && i.kind() != Kind.STOCK)
        .forEach(i ->
            faults.add(
                "sum-of-counted",
                draft.place(ratio, field),
                "indicator",
                ratio.code(),
                "summed",
                i.code(),
                "kind",
                word(i.kind())));
  }

  private void flowOfStock(Indicator indicator) {
    IndicatorCode code = indicator.flow();
    if (code == null) {
      return;
    }
    if (indicator.kind() != Kind.STOCK) {
      kinds.add("flow-without-stock", indicator, "flow");
      return;
    }
    draft
        .indicator(code)
        .filter(flow -> flow.kind() != Kind.FLOW || !flow.unit().equals(indicator.unit()))
        .ifPresent(flow ->
            faults.add(
                "not-a-flow",
                draft.place(indicator, "flow"),
                "indicator",
                indicator.code(),
                "unit",
                indicator.unit(),
                "flow",
                code,
                "kind",
                word(flow.kind()),
                "flow_unit",
                flow.unit()));
  }

  private void deliverables(Indicator indicator) {
    boolean named = !indicator.deliverables().isEmpty();
    if (named != (indicator.kind() == Kind.MILESTONE)) {
      String rule = named ? "deliverables-superfluous" : "deliverables-missing";
      kinds.add(rule, indicator, named ? "deliverables" : "kind");
    }
  }

  /// What is rounded to a step shows just the digits of the step: 10万 printed in 万 has none behind
  /// the point.
  private void printedStep(Indicator indicator) {
    Printed printed = indicator.printed();
    BigDecimal step = printed.step();
    if (step == null) {
      return;
    }
    BigDecimal scaled = step.movePointLeft(printed.scale().power()).stripTrailingZeros();
    if (step.signum() == 0 || Math.max(0, scaled.scale()) != printed.decimals()) {
      faults.add(
          "printed-step",
          draft.place(indicator, "printed.step"),
          "step",
          step.toPlainString(),
          "scale",
          printed.scale() == Printed.Scale.NONE ? "原单位" : printed.scale().label(),
          "expected",
          Math.max(0, scaled.scale()),
          "decimals",
          printed.decimals());
    }
  }

  /// No more decimals than a value can have.
  private void printedDecimals(Indicator indicator) {
    int most = indicator.unit().decimals() + indicator.printed().scale().power();
    if (indicator.printed().decimals() > most) {
      faults.add(
          "printed-decimals",
          draft.place(indicator, "printed.decimals"),
          "decimals",
          indicator.printed().decimals(),
          "unit",
          indicator.unit(),
          "most",
          most);
    }
  }

  /// A constant as round.yml writes it.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
