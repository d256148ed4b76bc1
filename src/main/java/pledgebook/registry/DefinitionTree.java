package pledgebook.registry;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A YAML file as a tree that knows the line of every key. Only the plain part of YAML is read: no
/// aliases, no tags. Plain scalars are typed as YAML 1.2 does (so 1:62 and yes are texts), numbers
/// are exact decimals.
///
/// @param lines line by key path, such as `projects[0].title`; indices count from 0 as in JSONPath
///   (RFC 9535)
record DefinitionTree(String file, JsonNode root, Map<String, Integer> lines) {
  private static final int DEEPEST = 16;
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,17})\\.\\d{1,18}");

  /// Reads a text as YAML; empty, with a fault, when it is not or goes beyond the plain part.
  static Optional<DefinitionTree> read(DefinitionFile file, Faults faults) {
    try {
      if (!isPlain(file, faults)) {
        return Optional.empty();
      }
      Node root = yaml().compose(new StringReader(file.text()));
      Conversion conversion = new Conversion(file.name(), faults);
      JsonNode converted =
          root == null ? JsonNodeFactory.instance.nullNode() : conversion.convert(root, "");
      return Optional.of(new DefinitionTree(file.name(), converted, conversion.lines));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      int column = mark == null ? 1 : mark.getColumn() + 1;
      syntax(file, faults, line, column, String.valueOf(e.getProblem()));
    } catch (ReaderException e) {
      String before = file.text().substring(0, Math.min(e.getPosition(), file.text().length()));
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      syntax(file, faults, line, column, String.format(Locale.ROOT, "U+%04X", e.getCodePoint()));
    } catch (YAMLException e) {
      syntax(file, faults, 1, 1, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /// The place of a key; where it is absent, the line of what it should stand in.
  DefinitionPlace place(String key) {
    String known = key;
    while (!known.isEmpty() && !lines.containsKey(known)) {
      known = parent(known);
    }
    return new DefinitionPlace(file, lines.getOrDefault(known, 1), key);
  }

  /// The whole file as an item.
  DefinitionItem item() {
    return new DefinitionItem(this, root, "");
  }

  private static String parent(String key) {
    int cut = Math.max(key.lastIndexOf('.'), key.lastIndexOf('['));
    return cut < 0 ? "" : key.substring(0, cut);
  }

  private static void syntax(
      DefinitionFile file, Faults faults, int line, int column, String problem) {
    DefinitionPlace place = new DefinitionPlace(file.name(), line, "");
    faults.add("yaml-syntax", place, "column", column, "problem", problem);
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(DefinitionFile.LARGEST);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowRecursiveKeys(false);
    return new Yaml(options);
  }

  /// Looks at the events before anything is composed, so that nothing can unfold.
  private static boolean isPlain(DefinitionFile file, Faults faults) {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(file.text()))) {
      int line = event.getStartMark().getLine() + 1;
      DefinitionPlace place = new DefinitionPlace(file.name(), line, "");
      if (event instanceof AliasEvent alias) {
        faults.add("yaml-alias", place, "name", alias.getAnchor());
        return false;
      }
      String tag = tag(event);
      if (!tag.isEmpty()) {
        faults.add("yaml-tag", place, "tag", tag);
        return false;
      }
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        faults.add("yaml-depth", place, "deepest", DEEPEST);
        return false;
      }
    }
    return true;
  }

  private static String tag(Event event) {
    String tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> null;
        };
    return tag == null ? "" : tag;
  }

  /// From composed nodes to JSON, on which the schema is defined; notes the line of every key.
  private static final class Conversion {
    private final String file;
    private final Faults faults;
    private final Map<String, Integer> lines = new HashMap<>();

    Conversion(String file, Faults faults) {
      this.file = file;
      this.faults = faults;
    }

    JsonNode convert(Node node, String key) {
      lines.putIfAbsent(key, line(node));
      return switch (node) {
        case MappingNode mapping -> mapping(mapping, key);
        case SequenceNode sequence -> sequence(sequence, key);
        case ScalarNode scalar -> scalar(scalar);
        default -> throw new IllegalStateException("no other node: " + node.getNodeId());
      };
    }

    private JsonNode mapping(MappingNode mapping, String key) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (NodeTuple tuple : mapping.getValue()) {
        String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        String path = key.isEmpty() ? name : key + "." + name;
        if (object.has(name)) {
          DefinitionPlace place = new DefinitionPlace(file, line(tuple.getKeyNode()), path);
          faults.add(
              "yaml-duplicate-key", place, "key", name, "first", lines.getOrDefault(path, 1));
          continue;
        }
        lines.put(path, line(tuple.getKeyNode()));
        object.set(name, convert(tuple.getValueNode(), path));
      }
      return object;
    }

    private JsonNode sequence(SequenceNode sequence, String key) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node element : sequence.getValue()) {
        array.add(convert(element, key + "[" + array.size() + "]"));
      }
      return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
      JsonNodeFactory factory = JsonNodeFactory.instance;
      String text = scalar.getValue();
      if (scalar.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN) {
        return factory.stringNode(text);
      }
      return switch (text) {
        case "", "~", "null" -> factory.nullNode();
        case "true" -> factory.booleanNode(true);
        case "false" -> factory.booleanNode(false);
        default -> number(text);
      };
    }

    private static JsonNode number(String text) {
      JsonNodeFactory factory = JsonNodeFactory.instance;
      if (INTEGER.matcher(text).matches()) {
        return factory.numberNode(new BigInteger(text));
      }
      return DECIMAL.matcher(text).matches()
          ? factory.numberNode(new BigDecimal(text))
          : factory.stringNode(text);
    }

    private static int line(Node node) {
      return node.getStartMark().getLine() + 1;
    }
  }
}
