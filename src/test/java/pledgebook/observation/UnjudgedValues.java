package pledgebook.observation;

import java.util.List;
import pledgebook.warehouse.Warehouse;

/// The values of staged submissions, no rule having run.
public final class UnjudgedValues {
  private UnjudgedValues() {}

  /// Makes every relation the rules would have read, and those of their findings, empty.
  public static void create(Warehouse warehouse) {
    warehouse.createAll("observation", Observations.RELATIONS);
    warehouse.createAll("observation", List.of("finding", "resolution", "resolved_finding"));
  }
}
