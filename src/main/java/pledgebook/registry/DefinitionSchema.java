package pledgebook.registry;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The shape of a round: `jobs/round.schema.json` (JSON Schema 2020-12), the same file that gives
/// editors completion. What it refuses is told in our words, with the line.
final class DefinitionSchema {
  private static final int SHOWN = 40;

  private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

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
  SpoiltKeys check(DefinitionTree tree, Faults faults) {
    Set<String> spoilt = new HashSet<>();
    for (Error error : schema.validate(tree.root())) {
      String key = key(error.getInstanceLocation());
      String property = String.valueOf(error.getProperty());
      switch (error.getKeyword()) {
        case "additionalProperties" -> {
          DefinitionPlace place = tree.place(key.isEmpty() ? property : key + "." + property);
          faults.add("unknown-key", place, "key", property, "allowed", allowedKeys(error));
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
    blanks(tree.root(), "", tree, spoilt, faults);
    return new SpoiltKeys(spoilt);
  }

  /// A text of nothing but what cannot be seen says nothing: no reason, no name, no source.
  private static void blanks(
      JsonNode node, String key, DefinitionTree tree, Set<String> spoilt, Faults faults) {
    if (node.isString() && INVISIBLE.matcher(node.stringValue()).matches()) {
      spoilt.add(key);
      faults.add("empty-value", tree.place(key));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String below = key.isEmpty() ? field.getKey() : key + "." + field.getKey();
      blanks(field.getValue(), below, tree, spoilt, faults);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      blanks(node.get(i), key + "[" + i + "]", tree, spoilt, faults);
    }
  }

  private void value(DefinitionPlace place, Error error, Faults faults) {
    String found = found(error.getInstanceNode());
    JsonNode limit = error.getSchemaNode();
    switch (error.getKeyword()) {
      case "type" -> faults.add("wrong-type", place, "found", found, "expected", types(limit));
      case "enum" -> faults.add("not-in-list", place, "found", found, "expected", words(limit));
      case "format" -> faults.add("wrong-date", place, "found", found);
      case "pattern", "propertyNames" ->
          faults.add("wrong-form", place, "found", found, "expected", described(error));
      case "minimum" -> faults.add("too-small", place, "found", found, "limit", limit.asString());
      case "maximum" -> faults.add("too-large", place, "found", found, "limit", limit.asString());
      case "minItems", "minProperties", "minLength" -> faults.add("empty-value", place);
      case "maxLength" -> faults.add("too-long", place, "limit", limit.asString());
      default -> faults.add("wrong-shape", place, "found", found, "rule", error.getKeyword());
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
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static String types(JsonNode types) {
    return (types.isArray() ? types.valueStream() : Stream.of(types))
        .map(JsonNode::asString)
        .map(DefinitionSchema::type)
        .collect(Collectors.joining("或"));
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

  private static String words(JsonNode words) {
    return words.valueStream().map(JsonNode::asString).collect(Collectors.joining("、"));
  }

  /// The schema's own words for what is expected, else its pattern.
  private String described(Error error) {
    String description = around(error).path("description").asString("");
    return description.isEmpty() ? error.getSchemaNode().asString("") : description;
  }

  private String allowedKeys(Error error) {
    return String.join("、", around(error).path("properties").propertyNames());
  }

  /// The part of the schema the failed keyword stands in.
  private JsonNode around(Error error) {
    NodePath path = error.getSchemaLocation().getFragment();
    JsonNode node = schema.getSchemaNode();
    for (int i = 0; i + 1 < path.getNameCount(); i++) {
      node = node.path(path.getName(i));
    }
    return node;
  }
}
