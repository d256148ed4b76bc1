package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.registry.Sentence.Figure;
import pledgebook.registry.Sentence.Reading;
import pledgebook.vocabulary.IndicatorCode;

/// Every figure promised for 2024 and 2025, as its sentence words it: just below, equal and just
/// above. The table is `commitments.txt`; 以上 and 以内 include the figure, 超过 and 突破 exclude it (Civil
/// Code, art. 1259).
class CommitmentBoundaryTests {
  private static final Path TABLE = Path.of("src/test/resources/registry/commitments.txt");

  /// A line of the table.
  private record Row(
      int year,
      int project,
      String phrase,
      String figure,
      String unit,
      String code,
      String step,
      List<String> outcomes) {
    static Row of(String line) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      return new Row(
          Integer.parseInt(cells.get(0)),
          Integer.parseInt(cells.get(1)),
          cells.get(2),
          cells.get(3),
          cells.get(4),
          cells.get(5),
          cells.get(6),
          cells.subList(7, 10));
    }

    /// The target as the words of the published sentence give it.
    Target read() throws DefinitionRefused {
      Round round = RoundReader.read(Path.of("jobs"), year);
      Project promised = round.projects().get(project - 1);
      int start = promised.commitment().indexOf(phrase);
      assertThat(start).as("%s in %s", phrase, promised.commitment()).isNotNegative();
      Sentence sentence = new Sentence(promised.commitment());
      Figure found =
          sentence.figures().stream()
              .filter(f -> f.start() >= start && f.end() <= start + phrase.length())
              .filter(f -> f.text().equals(figure))
              .findFirst()
              .orElseThrow();
      Reading reading = sentence.read(found, unit);
      Target declared = Objects.requireNonNull(round.indicator(new IndicatorCode(code)).target());
      assertThat(List.<Object>of(declared.comparator(), declared.firmness(), declared.bare()))
          .as("%s", this)
          .isEqualTo(List.<Object>of(reading.comparator(), reading.firmness(), reading.bare()));
      assertThat(declared.value()).isEqualByComparingTo(Sentence.exact(found.text()));
      return new Target(
          reading.comparator(),
          Sentence.exact(found.text()),
          declared.from(),
          reading.firmness(),
          reading.bare(),
          null);
    }
  }

  @Test
  void everyPromisedFigureIsJudgedAtItsBoundary() throws Exception {
    List<Row> rows =
        Files.readAllLines(TABLE).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Row::of)
            .toList();
    SmallRound round = new SmallRound();
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      targets.add(rows.get(i).read());
      round.figure(code(i), Kind.FLOW, targets.get(i));
    }
    List<List<String>> outcomes = new ArrayList<>();
    rows.forEach(row -> outcomes.add(new ArrayList<>()));
    for (int side = -1; side <= 1; side++) {
      ReconciledRound reconciled = reconciled(round, rows, targets, side);
      for (int i = 0; i < rows.size(); i++) {
        outcomes.get(i).add(reconciled.indicator(new IndicatorCode(code(i))).outcome().name());
      }
    }
    assertThat(outcomes).isEqualTo(rows.stream().map(Row::outcomes).toList());
    assertThat(rows).hasSize(20);
  }

  private static ReconciledRound reconciled(
      SmallRound round, List<Row> rows, List<Target> targets, int side) {
    try (StagedRound staged = new StagedRound(round)) {
      for (int i = 0; i < rows.size(); i++) {
        BigDecimal step = new BigDecimal(rows.get(i).step()).multiply(BigDecimal.valueOf(side));
        BigDecimal value = Objects.requireNonNull(targets.get(i).value()).add(step);
        BigDecimal half = value.divide(BigDecimal.TWO, 3, RoundingMode.DOWN);
        BigDecimal share = half.add(new BigDecimal("0.137"));
        staged
            .flow(SHANGHAI, code(i), share.toPlainString())
            .flow(JIANGSU, code(i), value.subtract(share).toPlainString());
      }
      return staged.reconcile();
    }
  }

  private static String code(int row) {
    return "A01-%02d".formatted(row + 1);
  }
}
