package bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// 200,000 staged texts cast to exact figures and to days by the macros every rule uses, against a
/// bare cast that takes nothing but plain text.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CasterBenchmark {
  private Connection connection;

  @Setup(Level.Trial)
  public void open() throws Exception {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (InputStream macros =
            CasterBenchmark.class.getResourceAsStream("/sql/warehouse/macros.sql");
        Statement statement = connection.createStatement()) {
      statement.execute(new String(macros.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute(
          "create table staged as select (i % 9000 + 0.5)::varchar as figure, (date '2025-01-01' +"
              + " (i % 365)::integer)::varchar as day from range(200000) r(i)");
    }
  }

  @Benchmark
  public String bareFigures() throws Exception {
    return one("select sum(try_cast(figure as decimal(18, 6)))::varchar from staged");
  }

  @Benchmark
  public String figures() throws Exception {
    return one("select sum(figure(figure))::varchar from staged");
  }

  @Benchmark
  public String days() throws Exception {
    return one("select max(day(day))::varchar from staged");
  }

  private String one(String query) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @TearDown(Level.Trial)
  public void close() throws Exception {
    connection.close();
  }
}
