package pledgebook.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// The mark a run leaves in the warehouse, so that no run goes on with another's rows: between a
/// kill and the restart other inputs may have been run in the same folder.
final class AttemptMark {
  private static final Relation ATTEMPT = new Relation("job", "attempt");

  private AttemptMark() {}

  /// Marks the warehouse as this attempt's.
  static void leave(Warehouse warehouse, Sha256 edition, long attempt) {
    warehouse.create(ATTEMPT);
    warehouse.replace(
        null, List.of(ATTEMPT), tables -> tables.to(ATTEMPT).row(edition.hex(), (int) attempt));
  }

  /// Tells whether a file is a warehouse that can be opened and bears the mark.
  static boolean stands(Path file, Sha256 edition, long attempt) {
    if (!Files.exists(file)) {
      return false;
    }
    try (Warehouse warehouse = Warehouse.open(file)) {
      return warehouse.holds(ATTEMPT)
          && warehouse
              .read(ATTEMPT, row -> row.text("edition") + " " + row.integer("attempt"))
              .equals(List.of(edition.hex() + " " + attempt));
    } catch (Failure unreadable) {
      return false;
    }
  }
}
