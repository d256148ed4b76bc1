package pledgebook.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import pledgebook.workbook.WorkbookContent.CellValue;

/// YAML of a story: maps, lists, and scalars as the values of cells. What is not quoted and looks
/// like a number is an exact decimal, like a date a day; all else is text.
final class StoryYaml {
  private StoryYaml() {}

  static Map<String, Object> read(Path file) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file)));
      return root == null ? Map.of() : map(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> named(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Map<String, Object> of, String key) {
    return (List<Object>) of.getOrDefault(key, List.of());
  }

  /// The text under a key.
  static String text(Map<String, Object> of, String key) {
    Object value = of.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no " + key + " in " + of);
    }
    return text(value);
  }

  static String text(Object value) {
    return switch (value) {
      case CellValue.Text(String text) -> text;
      case CellValue.Decimal(BigDecimal number) -> number.toPlainString();
      case CellValue.Day(LocalDate day) -> day.toString();
      default -> throw new IllegalArgumentException("no text: " + value);
    };
  }

  private static Map<String, Object> map(Node node) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((MappingNode) node)
        .getValue()
        .forEach(entry ->
            map.put(((ScalarNode) entry.getKeyNode()).getValue(), value(entry.getValueNode())));
    return map;
  }

  private static Object value(Node node) {
    return switch (node) {
      case MappingNode mapping -> map(mapping);
      case SequenceNode sequence -> {
        List<Object> list = new ArrayList<>();
        sequence.getValue().forEach(element -> list.add(value(element)));
        yield list;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalArgumentException(node.toString());
    };
  }

  private static CellValue scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return new CellValue.Text(text);
    }
    if (text.isEmpty() || text.equals("~")) {
      return new CellValue.Blank();
    }
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return new CellValue.Decimal(new BigDecimal(text));
    }
    return text.matches("\\d{4}-\\d{2}-\\d{2}")
        ? new CellValue.Day(LocalDate.parse(text))
        : new CellValue.Text(text);
  }
}
