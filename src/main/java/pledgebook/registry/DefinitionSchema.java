package pledgebook.registry;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The shape of a round: `jobs/round.schema.json` (JSON Schema 2020-12), the same file that gives
/// editors completion. What it refuses is told in our words, with the line.
final class DefinitionSchema {
  private final Schema schema;

  private DefinitionSchema(Schema schema) {
    this.schema = schema;
  }

  static DefinitionSchema of(DefinitionFile file) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ROOT).build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    return new DefinitionSchema(registry.getSchema(file.text(), InputFormat.JSON));
  }

  /// Adds every fault of shape.
  ///
  /// @return the keys whose value cannot be used; an unknown key spoils nothing beside it
  Set<String> check(DefinitionTree tree, Faults faults) {
    Set<String> spoilt = new HashSet<>();
    for (Error error : schema.validate(tree.root())) {
      String key = key(error.getInstanceLocation());
      String property = String.valueOf(error.getProperty());
      switch (error.getKeyword()) {
        case "additionalProperties" -> {
          String unknown = key.isEmpty() ? property : key + "." + property;
          faults.add("unknown-key", tree.place(unknown), "key", property, "allowed", keys(error));
        }
        case "required" -> {
          spoilt.add(key);
          faults.add("missing-key", tree.place(key), "key", property);
        }
        default -> {
          spoilt.add(key);
          value(tree.place(key), error, faults);
        }
      }
    }
    return spoilt;
  }

  private static void value(DefinitionPlace place, Error error, Faults faults) {
    String found = found(error.getInstanceNode());
    String rule = "schema " + error.getSchemaNode();
    switch (error.getKeyword()) {
      case "type" -> faults.add("wrong-type", place, "found", found, "expected", types(error));
      case "enum" -> faults.add("not-in-list", place, "found", found, "expected", words(error));
      case "format" -> faults.add("wrong-date", place, "found", found);
      case "pattern", "propertyNames" ->
          faults.add("wrong-form", place, "found", found, "expected", limit(error));
      case "minimum", "maximum" ->
          faults.add(
              "out-of-range",
              place,
              "found",
              found,
              "bound",
              error.getKeyword().equals("minimum") ? "最小" : "最大",
              "limit",
              limit(error));
      case "minItems", "minProperties", "minLength" -> faults.add("empty-value", place);
      case "maxLength" -> faults.add("too-long", place, "limit", limit(error));
      default -> faults.add("wrong-shape", place, "found", found, "rule", rule);
    }
  }

  private static String key(NodePath location) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < location.getNameCount(); i++) {
      if (location.getElement(i) instanceof Integer index) {
        key.append('[').append(index).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(location.getName(i));
      }
    }
    return key.toString();
  }

  /// What stands there, short enough for a sentence.
  private static String found(JsonNode node) {
    if (node.isObject()) {
      return "一组键值";
    }
    if (node.isArray()) {
      return "列表";
    }
    String text = node.isNull() ? "空" : node.asString();
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  private static String types(Error error) {
    JsonNode types = error.getSchemaNode();
    List<String> names =
        types.isArray()
            ? types.valueStream().map(JsonNode::asString).toList()
            : List.of(types.asString());
    return names.stream().map(DefinitionSchema::type).collect(Collectors.joining("或"));
  }

  private static String type(String name) {
    return switch (name) {
      case "string" -> "文字";
      case "integer" -> "整数";
      case "number" -> "数值";
      case "boolean" -> "true 或 false";
      case "array" -> "列表";
      case "object" -> "一组键值";
      default -> name;
    };
  }

  private static String words(Error error) {
    return error
        .getSchemaNode()
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.joining("、"));
  }

  private static String limit(Error error) {
    Object[] arguments = error.getArguments();
    return arguments == null || arguments.length == 0
        ? ""
        : Arrays.stream(arguments).map(String::valueOf).findFirst().orElse("");
  }

  private static String keys(Error error) {
    return String.valueOf(error.getSchemaNode());
  }
}
