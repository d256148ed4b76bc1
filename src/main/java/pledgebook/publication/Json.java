package pledgebook.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON (RFC 8259) as a person can compare it line by line: UTF-8, fields in the order they were
/// put, a line for every object that holds values and no more than one level below them.
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /// An empty object.
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// Writes an object.
  static void write(ObjectNode object, Path file) throws IOException {
    Files.writeString(file, text(object), StandardCharsets.UTF_8);
  }

  /// An object as it is written.
  static String text(ObjectNode object) {
    StringBuilder text = new StringBuilder();
    append(text, object, "");
    return text.append('\n').toString();
  }

  /// A record as an object, its components in order.
  static ObjectNode of(Object value) {
    return MAPPER.valueToTree(value).asObject();
  }

  /// Reads a record.
  ///
  /// @throws IOException when the file holds none
  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), type);
    } catch (JacksonException e) {
      throw new UnexpectedContent(file, e);
    }
  }

  /// Reads an object.
  ///
  /// @throws IOException when the file holds none
  static ObjectNode read(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8)).asObject();
    } catch (JacksonException e) {
      throw new UnexpectedContent(file, e);
    }
  }

  /// Takes a value out of what was read, by a reader that complains in Jackson's words.
  ///
  /// @throws IOException when the value is not there or of another type
  static <T> T taken(Path file, Supplier<T> reader) throws IOException {
    try {
      return reader.get();
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnexpectedContent(file, e);
    }
  }

  /// The text of a field.
  ///
  /// @throws IllegalArgumentException when it holds none, null included
  static String string(JsonNode node, String field) {
    String text = node.path(field).stringValue(null);
    if (text == null) {
      throw new IllegalArgumentException("no text: " + field);
    }
    return text;
  }

  private static void append(StringBuilder text, JsonNode node, String indent) {
    boolean root = indent.isEmpty();
    if (node.isEmpty() || (!root && isPlain(node))) {
      text.append(MAPPER.writeValueAsString(node));
      return;
    }
    String inner = indent + "  ";
    text.append(node.isArray() ? '[' : '{');
    String separator = "\n";
    if (node.isArray()) {
      for (JsonNode element : node) {
        text.append(separator).append(inner);
        append(text, element, inner);
        separator = ",\n";
      }
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(separator).append(inner);
        text.append(MAPPER.writeValueAsString(field.getKey())).append(": ");
        append(text, field.getValue(), inner);
        separator = ",\n";
      }
    }
    text.append('\n').append(indent).append(node.isArray() ? ']' : '}');
  }

  /// Holds values and, in an object, at most lists or objects that hold nothing but values.
  private static boolean isPlain(JsonNode node) {
    return node.valueStream()
        .allMatch(child -> child.isValueNode() || (node.isObject() && holdsValues(child)));
  }

  private static boolean holdsValues(JsonNode node) {
    return node.valueStream().allMatch(JsonNode::isValueNode);
  }
}
