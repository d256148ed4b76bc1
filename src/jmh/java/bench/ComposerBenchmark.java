package bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pledgebook.typesetting.Alignment;
import pledgebook.typesetting.Composer;
import pledgebook.typesetting.Document;
import pledgebook.typesetting.Galley;
import pledgebook.typesetting.Imprint;
import pledgebook.typesetting.Run;
import pledgebook.typesetting.TypeScale;
import pledgebook.vocabulary.Sha256;

/// One paragraph of the booklet, broken into lines of the width of a face.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ComposerBenchmark {
  private static final String TEXT =
      "杭温铁路等建成通车，新增铁路运营里程667.6公里；长三角公共充电桩累计超过80万个，车桩比达到1.9∶1，"
          + "“一网通办”跨省通办事项累计152项，全程网办办件超1480万件。";

  private final Composer composer =
      Document.begin(new Imprint("测速", "测速", LocalDate.of(2025, 6, 7), Sha256.of("bench")))
          .composer();
  private final List<Run> paragraph = List.of(Run.of(TEXT));

  @Benchmark
  public Galley paragraph() {
    return composer.compose(paragraph, TypeScale.BODY, 280, Alignment.JUSTIFIED);
  }
}
