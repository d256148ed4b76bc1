package pledgebook.publication;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.finding.Severity;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// What an edition makes of a received file.
///
/// @param file its path below input/<year>
/// @param entity whose it is; empty where that cannot be told
/// @param state in_force, superseded or rejected
/// @param errors open findings on it, 强制
/// @param verifications open findings on it, 核实
/// @param notes findings on it, 提示
record FileVerdict(
    String file,
    Sha256 sha256,
    String entity,
    String state,
    long errors,
    long verifications,
    long notes) {

  static FileVerdict of(WarehouseRows.IntakeRow file, List<Finding> open) {
    EntityCode entity = file.entity();
    String superseded = file.rejected() ? "rejected" : "superseded";
    return new FileVerdict(
        file.file(),
        new Sha256(file.submission()),
        entity == null ? "" : entity.value(),
        file.inForce() ? "in_force" : superseded,
        count(file, open, Severity.ERROR),
        count(file, open, Severity.VERIFY),
        count(file, open, Severity.NOTE));
  }

  /// A finding names its file below the member's folder or below the year's.
  private static long count(WarehouseRows.IntakeRow file, List<Finding> open, Severity severity) {
    return Finding.count(
        open.stream().filter(finding -> isOn(file, finding.location().file())).toList(), severity);
  }

  private static boolean isOn(WarehouseRows.IntakeRow file, @Nullable String named) {
    return named != null
        && (named.equals(file.file()) || (file.entity() + "/" + named).equals(file.file()));
  }

  /// As the audit log tells it.
  String text() {
    return String.format(
        Locale.ROOT, "%s errors=%d verify=%d notes=%d", state, errors, verifications, notes);
  }

  void append(ArrayNode files) {
    files
        .addObject()
        .put("file", file)
        .put("sha256", sha256.hex())
        .put("entity", entity)
        .put("state", state)
        .put("errors", errors)
        .put("verifications", verifications)
        .put("notes", notes);
  }

  static FileVerdict read(JsonNode json) {
    return new FileVerdict(
        Json.string(json, "file"),
        new Sha256(Json.string(json, "sha256")),
        Json.string(json, "entity"),
        Json.string(json, "state"),
        json.required("errors").longValue(),
        json.required("verifications").longValue(),
        json.required("notes").longValue());
  }
}
