package pledgebook.registry;

import java.util.List;

/// The codes a column may hold.
public record CodeList(String name, List<Entry> entries) {
  /// A list of this prefix means the regions of one level: `regions/city`, `regions/province`.
  public static final String REGIONS = "regions/";

  public CodeList {
    entries = List.copyOf(entries);
  }

  /// One code with the name people write; either may stand in a cell.
  public record Entry(String code, String name) {}
}
