package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.observation.Judgement;
import pledgebook.publication.Gauge.Shape;
import pledgebook.reconciliation.Coverage;
import pledgebook.reconciliation.Outcome;
import pledgebook.reconciliation.ProjectVerdict;
import pledgebook.reconciliation.ReconciledIndicator;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.BookletReader;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.statement.Figure;
import pledgebook.statement.Span;
import pledgebook.statement.Statement;
import pledgebook.statement.Statements;
import pledgebook.vocabulary.IndicatorCode;
import pledgebook.vocabulary.Sha256;

/// Charts say what the figures say.
class GaugeTests {
  private static Gauge of(String code, int actual, int per) throws Exception {
    int year = code.equals("A04-01") ? 2025 : 2024;
    Round round = RoundReader.read(Path.of("jobs"), year);
    IndicatorCode indicator = new IndicatorCode(code);
    List<Span> said = new ArrayList<>();
    for (Figure.Role role : Figure.Role.values()) {
      said.add(new Span.Bound(new Figure("1", indicator, role, role.label() + "数", "", true)));
    }
    Statement statement =
        new Statement(
            1, "示例", said, List.of(), List.of(), ProjectVerdict.COMPLETED, false, false, null);
    ReconciledIndicator result =
        new ReconciledIndicator(
            indicator,
            new Actual(BigDecimal.valueOf(actual), BigDecimal.valueOf(per)),
            Outcome.MET,
            null,
            null,
            null,
            new Coverage(List.of(), List.of()),
            List.of());
    Edition edition =
        new Edition(
            round,
            BookletReader.read(Path.of("jobs"), round),
            Sha256.of("gauge"),
            "0.1.0",
            new Judgement(List.of(), List.of()),
            new ReconciledRound(List.of(result), List.of()),
            new Statements("", "", List.of(statement), "", true, List.of(), null));
    return Gauge.of(edition, statement, indicator).orElseThrow();
  }

  /// Target 660; the axis ends at the greater of both.
  @ParameterizedTest
  @CsvSource({"660,1,1", "1320,1,0.5", "330,0.5,1", "0,0,1"})
  void aBarBeginsAtZeroAndEndsAtTheGreater(int actual, double bar, double mark) throws Exception {
    Gauge gauge = of("A01-01", actual, 1);
    assertThat(gauge.shape()).isEqualTo(new Shape.Bar(bar, mark, 0));
    assertThat(gauge.shape().goesBeyond()).isEqualTo(actual > 660);
    assertThat(gauge.promised()).isEqualTo("目标目标数");
    assertThat(gauge.description()).isEqualTo("新增铁路里程：目标目标数，完成完成数，完成。");
  }

  /// Target 1.9 or less: said so, and the mark is a limit.
  @Test
  void smallerIsBetterIsSaid() throws Exception {
    Gauge gauge = of("A02-05", 171, 100);
    assertThat(gauge.name()).isEqualTo("车桩比（越低越好）");
    assertThat(gauge.promised()).isEqualTo("力争目标数以内");
    assertThat(gauge.shape())
        .isInstanceOfSatisfying(
            Shape.Bar.class,
            bar -> {
              assertThat(bar.actual()).isCloseTo(0.9, within(1e-6));
              assertThat(bar.target()).isEqualTo(1);
              assertThat(bar.goesBeyond()).isFalse();
            });
  }

  /// From 78 to 113: the start is marked too.
  @Test
  void whatIsRaisedShowsWhereItStarts() throws Exception {
    assertThat(of("A04-01", 113, 1).shape())
        .isInstanceOfSatisfying(
            Shape.Bar.class,
            bar -> {
              assertThat(bar.from()).isCloseTo(78 / 113.0, within(1e-6));
              assertThat(bar.actual()).isEqualTo(1);
            });
  }

  @Test
  void fewThingsAreCountedInSquares() throws Exception {
    assertThat(of("A03-03", 40, 1).shape()).isEqualTo(new Shape.Squares(40, 41));
    assertThat(of("A04-01", 113, 1).shape()).isInstanceOf(Shape.Bar.class);
    assertThat(of("A03-01", 60, 1).shape()).isInstanceOf(Shape.Bar.class);
  }
}
