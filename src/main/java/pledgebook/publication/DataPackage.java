package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.observation.Resolved;
import pledgebook.publication.DataTable.DataColumn;
import pledgebook.vocabulary.Messages;
import pledgebook.warehouse.FindingRows;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.RowAppender;
import pledgebook.warehouse.Warehouse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The edition's data for reuse: data/ with every table as CSV and as Parquet, described by a Data
/// Package (datapackage.json, Frictionless Data).
final class DataPackage implements OutputWriter {
  static final String FOLDER = "data";

  /// The closing values per member, below the edition's folder.
  static final String CLOSING_VALUES = FOLDER + "/closing_value.csv";

  /// The passports of every figure, below the edition's folder.
  static final String PASSPORTS = FOLDER + "/passports.json";

  /// Every finding, those too that are counted elsewhere, below the edition's folder.
  static final String FINDINGS = FOLDER + "/finding.parquet";

  private static final Relation FINDING = new Relation("publication", "finding");
  private static final Relation EVERY_FINDING = new Relation("publication", "every_finding");
  private static final Relation CLOSING_VALUE = new Relation("publication", "closing_value");
  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final Warehouse warehouse;
  private final IssuedPassports passports;

  DataPackage(Warehouse warehouse, IssuedPassports passports) {
    this.warehouse = warehouse;
    this.passports = passports;
  }

  @Override
  public String name() {
    return FOLDER;
  }

  @Override
  public void write(Edition edition, Path target) throws IOException {
    holdFindings(edition);
    warehouse.create(CLOSING_VALUE);
    warehouse.create(DifferenceNotes.DIFFERENCE_NOTE);
    Files.createDirectory(target);
    for (DataTable table : DataTable.ALL) {
      requireDescribed(table);
      writeCsv(table, target.resolve(table.name() + ".csv"));
      warehouse.writeParquet(everyRowOf(table, edition), target.resolve(table.name() + ".parquet"));
    }
    Json.write(Json.of(passports.of(edition)), target.resolveSibling(PASSPORTS));
    Json.write(description(edition, target), target.resolve("datapackage.json"));
  }

  /// What is listed of findings a million of which there may be is bounded; here all of them are.
  private Relation everyRowOf(DataTable table, Edition edition) {
    if (!table.relation().equals(FINDING) || !edition.countsFindings()) {
      return table.relation();
    }
    warehouse.create(EVERY_FINDING);
    return EVERY_FINDING;
  }

  /// Findings come from rules, from reading and from the sentences; here they become rows.
  private void holdFindings(Edition edition) {
    Map<String, String> submissions = new HashMap<>();
    new WarehouseRows(warehouse)
        .intake()
        .forEach(file -> submissions.putIfAbsent(file.file(), file.submission()));
    warehouse.create(FINDING);
    warehouse.replace(
        null,
        List.of(FINDING),
        appenders ->
            edition
                .resolvedFindings()
                .forEach(resolved -> hold(resolved, appenders.to(FINDING), submissions)));
  }

  private static void hold(Resolved resolved, RowAppender rows, Map<String, String> submissions) {
    Finding finding = resolved.finding();
    ResolutionWords words = ResolutionWords.of(resolved);
    FindingRows.append(
        rows,
        submissions.get(finding.location().file()),
        finding,
        words.state(),
        emptyToNull(words.text()),
        emptyToNull(words.cell()),
        emptyToNull(words.by()),
        emptyToNull(words.on()));
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private void requireDescribed(DataTable table) {
    List<String> held = warehouse.columns(table.relation());
    if (!held.equals(table.header())) {
      throw new IllegalStateException(
          table.relation() + " has " + held + ", described are " + table.header());
    }
  }

  private void writeCsv(DataTable table, Path file) throws IOException {
    try (Csv csv = Csv.raw(file)) {
      table.write(warehouse, csv);
    }
  }

  private static ObjectNode description(Edition edition, Path folder) throws IOException {
    ObjectNode json = Json.object();
    json.put("profile", "data-package");
    json.put("name", "pledgebook-" + edition.round().year());
    json.put("id", edition.hash().hex());
    json.put("title", edition.round().title());
    json.put("description", Notices.of(edition).text());
    json.put("version", edition.program());
    json.put("demonstration", edition.round().demonstration());
    json.put("state", edition.draft() ? "draft" : "final");
    json.put("rights", MESSAGES.text("data.rights"));
    ArrayNode resources = json.putArray("resources");
    for (DataTable table : DataTable.ALL) {
      describe(resources.addObject(), table, folder);
      describeParquet(resources.addObject(), table, folder);
      if (table.relation().equals(FINDING) && edition.countsFindings()) {
        ((ObjectNode) resources.get(resources.size() - 1))
            .put("title", MESSAGES.text("data.finding.every"));
      }
    }
    describePassports(resources.addObject(), folder);
    return json;
  }

  private static void describe(ObjectNode resource, DataTable table, Path folder)
      throws IOException {
    resource.put("profile", "tabular-data-resource");
    resource.put("name", table.name());
    file(resource, table.name(), folder, "csv", "text/csv");
    resource.put("encoding", "utf-8");
    resource.putObject("dialect").put("delimiter", ",").put("lineTerminator", "\r\n");
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    for (DataColumn column : table.columns()) {
      fields
          .addObject()
          .put("name", column.name())
          .put("type", column.type().label())
          .put("title", MESSAGES.text("data." + table.name() + "." + column.name()));
    }
    schema.putArray("missingValues").add("");
    if (!table.key().isEmpty()) {
      ArrayNode key = schema.putArray("primaryKey");
      table.key().forEach(key::add);
    }
  }

  private static void describeParquet(ObjectNode resource, DataTable table, Path folder)
      throws IOException {
    resource.put("name", table.name() + "-parquet");
    file(resource, table.name(), folder, "parquet", "application/vnd.apache.parquet");
  }

  private static void describePassports(ObjectNode resource, Path folder) throws IOException {
    resource.put("name", "passports");
    file(resource, "passports", folder, "json", "application/json");
  }

  private static void file(
      ObjectNode resource, String name, Path folder, String format, String mediaType)
      throws IOException {
    HashedFile file = HashedFile.of(folder.resolve(name + "." + format), name + "." + format);
    resource.put("title", MESSAGES.text("data." + name));
    resource.put("path", file.path());
    resource.put("format", format);
    resource.put("mediatype", mediaType);
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
  }
}
