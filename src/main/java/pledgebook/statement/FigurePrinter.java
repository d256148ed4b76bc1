package pledgebook.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.registry.Kind;
import pledgebook.registry.Printed.Qualifier;
import pledgebook.registry.Target;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Messages;

/// Prints the figures of one run, each once, and tells what could not be printed as declared.
final class FigurePrinter {
  private static final Messages MESSAGES = Messages.of("statement");

  private final Map<IndicatorCode, PrintedFigure> printed = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /// The printed figure of an indicator.
  String print(Indicator indicator, Actual actual) {
    PrintedFigure known = printed.get(indicator.code());
    if (known != null) {
      return known.text();
    }
    PrintedFigure figure = PrintedFigure.of(actual, indicator.printed(), indicator.kind());
    printed.put(indicator.code(), figure);
    examine(indicator, actual, figure);
    return figure.text();
  }

  /// What there was to tell, in listing order.
  List<Finding> findings() {
    return findings.stream().sorted(Finding.ORDER).toList();
  }

  private void examine(Indicator indicator, Actual actual, PrintedFigure figure) {
    if (!figure.borneOut()) {
      findings.add(qualifierNotBorneOut(indicator, actual, figure));
    }
    Target target = indicator.target();
    BigDecimal promised = target == null ? null : target.value();
    if (target != null && promised != null && figure.flipsVerdict(actual, target)) {
      findings.add(printingFlipsVerdict(indicator, actual, figure, target, promised));
    }
  }

  private static Finding qualifierNotBorneOut(
      Indicator indicator, Actual actual, PrintedFigure figure) {
    String code = "statement.qualifier-not-borne-out";
    String qualifier = indicator.printed().qualifier().label();
    String declared = qualifier + figure.text();
    String message =
        MESSAGES.text(
            code,
            "code",
            indicator.code(),
            "name",
            indicator.name(),
            "value",
            exact(actual),
            "unit",
            unit(indicator),
            "reason",
            MESSAGES.text(reason(indicator.printed().qualifier(), actual, figure)),
            "declared",
            declared,
            "printed",
            figure.text(),
            "qualifier",
            qualifier);
    return finding(code, indicator, actual, figure, message);
  }

  private static String reason(Qualifier qualifier, Actual actual, PrintedFigure figure) {
    return switch (qualifier) {
      case NEARLY -> "statement.not-below";
      case NONE, MORE_THAN, BEYOND ->
          actual.compareTo(figure.value()) == 0 ? "statement.not-above" : "statement.below-step";
    };
  }

  private static Finding printingFlipsVerdict(
      Indicator indicator,
      Actual actual,
      PrintedFigure figure,
      Target target,
      BigDecimal promised) {
    boolean reached = PrintedFigure.isReached(target.comparator(), actual.compareTo(promised));
    String code = "statement.printing-flips-verdict";
    String message =
        MESSAGES.text(
            reached ? code + ".reached" : code + ".missed",
            "code",
            indicator.code(),
            "name",
            indicator.name(),
            "value",
            exact(actual),
            "unit",
            unit(indicator),
            "target",
            target.comparator().sign() + plain(promised),
            "printed",
            figure.text());
    return finding(code, indicator, actual, figure, message);
  }

  private static Finding finding(
      String code, Indicator indicator, Actual actual, PrintedFigure figure, String message) {
    String line = String.valueOf(indicator.place().line());
    return new Finding(
        code,
        Severity.VERIFY,
        null,
        new Location(indicator.place().file(), null, line),
        exact(actual),
        figure.text(),
        null,
        indicator.unit().symbol(),
        message,
        List.of(indicator.code()));
  }

  /// The unit behind a value; a ratio is written without.
  private static String unit(Indicator indicator) {
    return indicator.kind() == Kind.RATIO ? "" : indicator.unit().symbol();
  }

  /// The exact value; that of a ratio as the fraction it is.
  private static String exact(Actual actual) {
    if (actual.denominator().compareTo(BigDecimal.ONE) == 0) {
      return plain(actual.numerator());
    }
    return plain(actual.numerator()) + "\u2236" + plain(actual.denominator());
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
