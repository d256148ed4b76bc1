package pledgebook.publication;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pledgebook.publication.FigureChange.Cause;
import pledgebook.publication.FigureChange.Kind;
import pledgebook.publication.FigureChange.Said;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What two editions do not say alike, and the causes: cells by member, file, sheet and text, then
/// keys of the definitions, then the program. It is told from the editions' own data, which their
/// manifests vouch for.
///
/// @param earlier the identity of the one
/// @param later the identity of the other
/// @param figures in the order of their codes
/// @param common causes that are not of single figures: definitions and the program
public record EditionDifference(
    Sha256 earlier, Sha256 later, List<FigureChange> figures, List<Cause> common) {
  private static final String FIGURES = "data/reconciled_indicator.csv";
  private static final String CELLS = "data/lineage.csv";
  private static final String DEFINITIONS = "data/definition_value.csv";
  private static final List<String> COLUMNS =
      List.of(
          "indicator",
          "name",
          "unit",
          "actual_a",
          "actual_b",
          "target_a",
          "target_b",
          "outcome_a",
          "outcome_b",
          "cause",
          "entity",
          "file",
          "sheet",
          "cell",
          "text_a",
          "text_b");

  public EditionDifference {
    figures = List.copyOf(figures);
    common = List.copyOf(common);
  }

  /// Compares two editions.
  ///
  /// @param earlier the folder of the one
  /// @param later the folder of the other
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable` or
  ///   `publication.edition-altered`
  public static EditionDifference of(Path earlier, Path later) {
    Manifest a = manifest(earlier);
    Manifest b = manifest(later);
    List<Cause> common = common(a, b, definitions(earlier, a), definitions(later, b));
    Map<String, Map<String, String>> before = byIndicator(earlier);
    Map<String, Map<String, String>> after = byIndicator(later);
    Map<String, List<Map<String, String>>> cellsBefore = cells(earlier);
    Map<String, List<Map<String, String>>> cellsAfter = cells(later);
    List<FigureChange> changes = new ArrayList<>();
    Set<String> codes = new TreeSet<>(before.keySet());
    codes.addAll(after.keySet());
    for (String code : codes) {
      Map<String, String> one = before.getOrDefault(code, Map.of());
      Map<String, String> other = after.getOrDefault(code, Map.of());
      if (said(one).equals(said(other))) {
        continue;
      }
      List<Cause> causes =
          new ArrayList<>(
              CellChanges.between(
                  cellsBefore.getOrDefault(code, List.of()),
                  cellsAfter.getOrDefault(code, List.of())));
      causes.addAll(common);
      Map<String, String> named = other.isEmpty() ? one : other;
      changes.add(
          new FigureChange(
              code,
              named.getOrDefault("name", ""),
              named.getOrDefault("unit", ""),
              said(one),
              said(other),
              causes));
    }
    return new EditionDifference(a.edition(), b.edition(), changes, common);
  }

  /// A manifest that vouches for the data that is read.
  private static Manifest manifest(Path folder) {
    Manifest manifest = PublishedBooklet.manifest(folder);
    for (String name : List.of(FIGURES, CELLS)) {
      try {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || !manifest.outputs().contains(HashedFile.of(file, name))) {
          throw PublicationFailures.editionAltered(folder, name);
        }
      } catch (IOException e) {
        throw PublicationFailures.notReadable(folder, e);
      }
    }
    return manifest;
  }

  private static Said said(Map<String, String> row) {
    return row.isEmpty()
        ? Said.NOTHING
        : new Said(
            row.getOrDefault("actual", ""),
            row.getOrDefault("target", ""),
            row.getOrDefault("outcome", ""));
  }

  private static Map<String, Map<String, String>> byIndicator(Path folder) {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    rows(folder, FIGURES).forEach(row -> rows.put(row.getOrDefault("indicator", ""), row));
    return rows;
  }

  private static Map<String, List<Map<String, String>>> cells(Path folder) {
    Map<String, List<Map<String, String>>> cells = new TreeMap<>();
    for (Map<String, String> row : rows(folder, CELLS)) {
      cells.computeIfAbsent(row.getOrDefault("indicator", ""), code -> new ArrayList<>()).add(row);
    }
    return cells;
  }

  /// A row is its values by the names of the heading.
  private static List<Map<String, String>> rows(Path folder, String name) {
    List<String> heading = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    try {
      CsvRows.read(
          folder.resolve(name),
          values -> {
            if (heading.isEmpty()) {
              heading.addAll(values);
            } else {
              rows.add(named(heading, values));
            }
          });
    } catch (IOException e) {
      throw PublicationFailures.notReadable(folder, e);
    }
    return rows;
  }

  private static Map<String, String> named(List<String> heading, List<String> values) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(heading.size(), values.size()); i++) {
      row.put(heading.get(i), values.get(i));
    }
    return row;
  }

  /// The definitions by file and key; none of an edition that did not keep them yet.
  private static Map<String, Map<String, String>> definitions(Path folder, Manifest manifest) {
    Map<String, Map<String, String>> values = new TreeMap<>();
    if (manifest.outputs().stream().noneMatch(output -> output.path().equals(DEFINITIONS))) {
      return values;
    }
    if (!manifest.stands(folder, DEFINITIONS)) {
      throw PublicationFailures.editionAltered(folder, DEFINITIONS);
    }
    for (Map<String, String> row : rows(folder, DEFINITIONS)) {
      values
          .computeIfAbsent(row.getOrDefault("file", ""), file -> new LinkedHashMap<>())
          .put(row.getOrDefault("key", ""), row.getOrDefault("value", ""));
    }
    return values;
  }

  /// The keys of a file that differ, in the order of the later one, then those it no longer has;
  /// where one edition knows no keys of it, or all are alike, the file.
  private static List<Cause> definition(
      String path,
      Map<String, String> before,
      Map<String, String> after,
      String hash,
      String other) {
    Set<String> keys = new LinkedHashSet<>(after.keySet());
    keys.addAll(before.keySet());
    List<Cause> causes = new ArrayList<>();
    for (String key : before.isEmpty() || after.isEmpty() ? Set.<String>of() : keys) {
      String one = before.getOrDefault(key, "");
      String two = after.getOrDefault(key, "");
      if (!one.equals(two) || before.containsKey(key) != after.containsKey(key)) {
        causes.add(new Cause(Kind.DEFINITION, "", path, "", key, one, two));
      }
    }
    return causes.isEmpty()
        ? List.of(new Cause(Kind.DEFINITION, "", path, "", "", hash, other))
        : causes;
  }

  private static List<Cause> common(
      Manifest a,
      Manifest b,
      Map<String, Map<String, String>> valuesBefore,
      Map<String, Map<String, String>> valuesAfter) {
    List<Cause> causes = new ArrayList<>();
    Map<String, String> before = hashes(a);
    Map<String, String> after = hashes(b);
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      String one = before.getOrDefault(path, "");
      String other = after.getOrDefault(path, "");
      if (!one.equals(other)) {
        causes.addAll(
            definition(
                path,
                valuesBefore.getOrDefault(path, Map.of()),
                valuesAfter.getOrDefault(path, Map.of()),
                one,
                other));
      }
    }
    if (!a.program().equals(b.program())) {
      causes.add(new Cause(Kind.PROGRAM, "", "", "", "", a.program(), b.program()));
    }
    return causes;
  }

  private static Map<String, String> hashes(Manifest manifest) {
    Map<String, String> hashes = new TreeMap<>();
    manifest.definitions().forEach(file -> hashes.put(file.path(), file.sha256().abbreviated()));
    return hashes;
  }

  /// As JSON.
  public String json() {
    ObjectNode json = Json.object();
    json.put("edition_a", earlier.hex());
    json.put("edition_b", later.hex());
    ArrayNode rows = json.putArray("changes");
    for (List<String> row : rows()) {
      ObjectNode object = rows.addObject();
      for (int i = 0; i < COLUMNS.size(); i++) {
        object.put(COLUMNS.get(i), row.get(i));
      }
    }
    return Json.text(json);
  }

  /// As CSV, a row per figure and cause; what a spreadsheet program would compute is made harmless.
  public String csv() {
    StringWriter text = new StringWriter();
    Csv csv = Csv.raw(text);
    csv.row(COLUMNS);
    rows().forEach(row -> csv.row(row.stream().map(Csv::harmless).toList()));
    return text.toString();
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (FigureChange figure : figures) {
      for (Cause cause : figure.causes()) {
        rows.add(
            List.of(
                figure.indicator(),
                figure.name(),
                figure.unit(),
                figure.earlier().actual(),
                figure.later().actual(),
                figure.earlier().target(),
                figure.later().target(),
                figure.earlier().outcome(),
                figure.later().outcome(),
                cause.kind().name().toLowerCase(Locale.ROOT),
                cause.entity(),
                cause.file(),
                cause.sheet(),
                cause.cell(),
                cause.earlier(),
                cause.later()));
      }
    }
    return rows;
  }
}
