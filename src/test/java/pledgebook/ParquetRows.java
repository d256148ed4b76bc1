package pledgebook;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pledgebook.finding.Severity;
import pledgebook.warehouse.Check;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// Reads a Parquet file back, through a rule that takes every row of it for an offending one.
public final class ParquetRows {
  private static final Relation FINDING = new Relation("observation", "finding");

  private ParquetRows() {}

  /// The rows of a file, in no order, their columns with commas between; null is 空.
  public static List<String> of(Path file, String... columns) {
    List<String> named = Arrays.stream(columns).map(column -> column + " as c_" + column).toList();
    Check all =
        new Check(
            "test.rows",
            Severity.NOTE,
            "",
            "",
            Arrays.stream(columns).map(c -> "{c_" + c + "}").collect(Collectors.joining(",")),
            List.of(),
            null,
            null,
            null,
            "select null as entity, null as file, null as sheet, null as cell, null as found,"
                + " null as expected, null as difference, null as unit, [] as indicators, "
                + String.join(", ", named)
                + " from read_parquet('"
                + file
                + "')");
    try (Warehouse warehouse = Warehouse.inMemory()) {
      warehouse.createAll("submission", List.of("intake", "reading_finding", "in_force"));
      warehouse.create(FINDING);
      warehouse.runAll(List.of(all), FINDING);
      return warehouse.read(FINDING, row -> row.text("message"));
    }
  }
}
