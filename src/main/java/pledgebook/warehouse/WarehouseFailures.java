package pledgebook.warehouse;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.finding.Obstacle;
import pledgebook.vocabulary.Messages;

/// What can go wrong with the warehouse itself, said clearly.
final class WarehouseFailures {
  private static final Messages MESSAGES = Messages.of("warehouse");

  /// What systems say of a full disk; and DuckDB, of a spill folder that may not grow.
  private static final Pattern FULL =
      Pattern.compile(
          "No space left on device|not enough space|disk is full|max_temp_directory_size");

  private static final Pattern EXHAUSTED =
      Pattern.compile("Out of Memory Error|could not allocate block|failed to pin block");

  private WarehouseFailures() {}

  /// Another run holds the file, the disk is full, or the file is none of ours.
  static Failure opening(String file, SQLException cause) {
    String said = String.valueOf(cause.getMessage());
    if (said.contains("lock")) {
      return failure("warehouse.locked", cause, "file", file);
    }
    return failure("warehouse.not-opened", cause, "file", file, "reason", firstLine(said));
  }

  /// A statement failed: for want of space or memory, or else with what DuckDB said.
  static Failure unexpected(SQLException cause) {
    return wanting(cause)
        .orElseGet(() -> failure("warehouse.statement-failed", cause, "reason", said(cause)));
  }

  /// A relation's statement failed, likewise.
  static Failure building(Relation relation, SQLException cause) {
    return wanting(cause)
        .orElseGet(() ->
            failure(
                "warehouse.relation-failed", cause, "relation", relation, "reason", said(cause)));
  }

  /// A full disk and exhausted memory are told by their own names: the remedy is another one.
  private static Optional<Failure> wanting(SQLException cause) {
    String said = String.valueOf(cause.getMessage());
    if (FULL.matcher(said).find()) {
      return Optional.of(failure("warehouse.disk-full", cause));
    }
    return EXHAUSTED.matcher(said).find()
        ? Optional.of(failure("warehouse.out-of-memory", cause))
        : Optional.empty();
  }

  /// There is no folder for what does not fit into memory.
  static Failure noSpillFolder(IOException cause) {
    return failure("warehouse.no-spill-folder", cause, "reason", Obstacle.of(cause).label());
  }

  /// There is no place for a copy of the warehouse.
  static Failure copying(IOException cause) {
    return failure("warehouse.not-copied", cause, "reason", Obstacle.of(cause).label());
  }

  private static Failure failure(String code, Exception cause, Object... holes) {
    return new Failure(code, ExitStatus.FAILED, MESSAGES.text(code, holes), cause);
  }

  private static String said(SQLException cause) {
    return firstLine(String.valueOf(cause.getMessage()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
