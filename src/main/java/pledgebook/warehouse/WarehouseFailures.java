package pledgebook.warehouse;

import java.io.IOException;
import java.sql.SQLException;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;

/// What can go wrong with the warehouse itself, said clearly.
final class WarehouseFailures {
  private static final Messages MESSAGES = Messages.of("warehouse");

  private WarehouseFailures() {}

  /// Another run holds the file, the disk is full, or the file is none of ours.
  static Failure opening(String file, SQLException cause) {
    String said = String.valueOf(cause.getMessage());
    if (said.contains("lock")) {
      return failure("warehouse.locked", cause, "file", file);
    }
    return failure("warehouse.not-opened", cause, "file", file, "reason", firstLine(said));
  }

  /// A statement failed; what DuckDB said goes with it.
  static Failure unexpected(SQLException cause) {
    return failure(
        "warehouse.statement-failed",
        cause,
        "reason",
        firstLine(String.valueOf(cause.getMessage())));
  }

  /// A relation's statement failed.
  static Failure building(Relation relation, SQLException cause) {
    return failure(
        "warehouse.relation-failed",
        cause,
        "relation",
        relation,
        "reason",
        firstLine(String.valueOf(cause.getMessage())));
  }

  /// There is no place for a copy of the warehouse.
  static Failure copying(IOException cause) {
    return failure("warehouse.not-copied", cause, "reason", cause.getClass().getSimpleName());
  }

  private static Failure failure(String code, Exception cause, Object... holes) {
    return new Failure(code, ExitStatus.FAILED, MESSAGES.text(code, holes), cause);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
