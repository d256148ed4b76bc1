package pledgebook.warehouse;

import java.util.regex.Pattern;

/// A table of the warehouse, made by the file `sql/<room>/<name>.sql`: one room, one name,
/// everywhere.
public record Relation(String room, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /// Takes only plain lower-case names, so that a relation is safe inside SQL.
  ///
  /// @throws IllegalArgumentException for any other name
  public Relation {
    if (!NAME.matcher(room).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a relation: " + room + "." + name);
    }
  }

  /// As SQL names it: `observation.evidence_row`.
  @Override
  public String toString() {
    return room + "." + name;
  }
}
