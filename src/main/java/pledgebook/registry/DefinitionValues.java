package pledgebook.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;
import tools.jackson.databind.JsonNode;

/// What the definitions of a year say, key by key, so that an edition can tell later which of them
/// another one has otherwise. The YAML files and opening.csv of the year, and the round.yml of the
/// year before; what cannot be read has no keys.
public final class DefinitionValues {
  private static final Relation VALUES = new Relation("registry", "definition_value");

  /// What names an item of a list, the first that does: a place in the list says nothing once
  /// another item is put before it.
  private static final List<String> NAMES =
      List.of("code", "number", "name", "symbol", "indicator", "entity");

  private final String file;
  private final List<List<String>> rows;

  private DefinitionValues(String file, List<List<String>> rows) {
    this.file = file;
    this.rows = rows;
  }

  /// Holds them as `registry.definition_value`; what it held before is replaced.
  ///
  /// @param jobs the folder jobs/
  public static void hold(Warehouse warehouse, Path jobs, int year) {
    List<List<String>> values = of(jobs, year);
    warehouse.create(VALUES);
    warehouse.replace(
        null,
        List.of(VALUES),
        tables -> {
          for (int i = 0; i < values.size(); i++) {
            List<String> row = values.get(i);
            tables.to(VALUES).row(i + 1, row.get(0), row.get(1), row.get(2));
          }
        });
  }

  /// Path as the manifest has it, key, value; by file, in the order of the file.
  static List<List<String>> of(Path jobs, int year) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : names(jobs, year)) {
      Faults theirs = new Faults();
      Optional<DefinitionFile> read = DefinitionFile.read(jobs, name, theirs);
      DefinitionValues values = new DefinitionValues("jobs/" + name, rows);
      if (name.endsWith(".csv")) {
        read.ifPresent(values::lines);
      } else {
        read.flatMap(file -> DefinitionTree.read(file, theirs))
            .ifPresent(tree -> values.node(tree.root(), ""));
      }
    }
    return rows;
  }

  private static List<String> names(Path jobs, int year) {
    Path before = jobs.resolve((year - 1) + "/round.yml");
    try (Stream<Path> files = Files.list(jobs.resolve(String.valueOf(year)))) {
      return Stream.concat(
              Files.isRegularFile(before) ? Stream.of((year - 1) + "/round.yml") : Stream.of(),
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.matches("[^.~].*\\.yml|opening\\.csv"))
                  .map(name -> year + "/" + name))
          .sorted()
          .toList();
    } catch (IOException e) {
      // Whoever reads the round is told what is wrong with its folder.
      return List.of();
    }
  }

  private void node(JsonNode node, String key) {
    if (node.isObject()) {
      node.properties()
          .forEach(e -> node(e.getValue(), key.isEmpty() ? e.getKey() : key + "." + e.getKey()));
    } else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainer)) {
      List<String> labels = labels(node);
      IntStream.range(0, node.size())
          .forEach(i -> node(node.get(i), key + "[" + labels.get(i) + "]"));
    } else if (node.isArray()) {
      add(key, node.valueStream().map(JsonNode::asString).collect(Collectors.joining("、")));
    } else {
      add(key, node.isNull() ? "" : node.asString());
    }
  }

  /// By name where each has one of its own, else by place, counted from 0 as in messages.
  private static List<String> labels(JsonNode list) {
    for (String name : NAMES) {
      List<String> labels =
          list.valueStream()
              .map(item -> item.path(name))
              .filter(value -> value.isValueNode() && !value.isNull())
              .map(value -> name + "=" + value.asString())
              .distinct()
              .toList();
      if (labels.size() == list.size()) {
        return labels;
      }
    }
    return IntStream.range(0, list.size()).mapToObj(String::valueOf).toList();
  }

  /// Of a table the first two columns are the key.
  private void lines(DefinitionFile csv) {
    for (String line : csv.text().split("\r?\n", -1)) {
      String[] cells = line.split(",", -1);
      if (cells.length > 2 && !line.startsWith("#")) {
        add(
            cells[0].strip() + " " + cells[1].strip(),
            String.join(",", Arrays.copyOfRange(cells, 2, cells.length)).strip());
      }
    }
  }

  private void add(String key, String value) {
    rows.add(List.of(file, key, value));
  }
}
