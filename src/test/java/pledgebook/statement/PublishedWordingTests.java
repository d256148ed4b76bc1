package pledgebook.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.PublishedRound;
import pledgebook.reconciliation.ReconciledIndicator.Actual;
import pledgebook.registry.Indicator;
import pledgebook.vocabulary.IndicatorCode;

/// The booklet's own wording of 2024, as jobs/2024 declares it, held against values at its
/// boundaries: 超1480万 is said of more than 1480万 and of nothing else.
class PublishedWordingTests {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # code | value    | printed | is the word true of the value?
          A02-03 | 5400000  | 540万   | false
          A02-03 | 5400001  | 超540万  | true
          A02-03 | 5499999  | 超540万  | true
          A02-03 | 5500000  | 550万   | false
          A03-02 | 200      | 200    | false
          A03-02 | 201      | 超200   | true
          A03-02 | 299      | 超200   | true
          A03-02 | 300      | 300    | false
          A03-05 | 14799999 | 超1470万 | true
          A03-05 | 14800000 | 1480万  | false
          A03-05 | 14800001 | 超1480万 | true
          A03-05 | 14899999 | 超1480万 | true
          A03-05 | 14900000 | 1490万  | false
          A03-06 | 520000   | 52万    | false
          A03-06 | 520001   | 超52万   | true
          A03-06 | 529999   | 超52万   | true
          A09-01 | 230000   | 23万    | false
          A09-01 | 230001   | 超23万   | true
          A09-01 | 239999   | 超23万   | true
          A10-02 | 53000    | 5.3万   | false
          A10-02 | 53001    | 超5.3万  | true
          A10-02 | 53999    | 超5.3万  | true
          # without a word: half to even (GB/T 8170)
          A01-01 | 667.549  | 667.5  | true
          A01-01 | 667.55   | 667.6  | true
          A01-01 | 667.65   | 667.6  | true
          A01-01 | 667.651  | 667.7  | true
          A02-01 | 206500   | 20.6万  | true
          A02-01 | 206501   | 20.7万  | true
          A02-01 | 207499   | 20.7万  | true
          A02-02 | 755250   | 75.52万 | true
          A02-02 | 755251   | 75.53万 | true
          A02-02 | 755350   | 75.54万 | true
          A03-04 | 48549    | 4.85万  | true
          A03-04 | 48550    | 4.86万  | true
          A03-04 | 48650    | 4.86万  | true
          A09-02 | 2805000  | 280万   | true
          A09-02 | 2805001  | 281万   | true
          A09-03 | 14500    | 1.4万   | true
          A09-03 | 14501    | 1.5万   | true
          A05-01 | 3198     | 3198   | true
          A07-01 | 7528     | 7528   | true
          """)
  void isTrueOfTheValue(String code, BigDecimal value, String printed, boolean borneOut) {
    Indicator indicator = PublishedRound.round().indicator(new IndicatorCode(code));

    PrintedFigure figure =
        PrintedFigure.of(new Actual(value, BigDecimal.ONE), indicator.printed(), indicator.kind());

    assertThat(figure.text()).isEqualTo(printed);
    assertThat(figure.borneOut()).isEqualTo(borneOut);
  }
}
