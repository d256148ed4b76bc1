package pledgebook.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One mapping of a definition file. Reading is lenient: what is absent or of another type is
/// empty, for the schema has already said so.
///
/// @param key the path of keys to it
record DefinitionItem(DefinitionTree tree, JsonNode node, String key) {
  /// The place of the item itself.
  DefinitionPlace place() {
    return tree.place(key);
  }

  /// The place of one of its keys.
  DefinitionPlace place(String name) {
    return tree.place(path(name));
  }

  /// Tells whether a key is there.
  boolean has(String name) {
    return node.has(name);
  }

  /// A scalar as text.
  Optional<String> find(String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asString())
        : Optional.empty();
  }

  /// A scalar the schema requires.
  String text(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("the schema requires " + path(name)));
  }

  /// A whole number, or what stands for its absence.
  int integer(String name, int absent) {
    return node.path(name).isIntegralNumber() ? node.path(name).intValue() : absent;
  }

  /// A yes or no, no when absent.
  boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  /// A day the schema requires.
  LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  /// An exact figure; 7万 is 70000.
  Optional<BigDecimal> figure(String name) {
    return find(name).map(Sentence::exact);
  }

  /// A word of a closed list, such as a kind.
  <E extends Enum<E>> E word(Class<E> type, String name) {
    return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
  }

  /// The mapping under a key; without keys when there is none.
  DefinitionItem item(String name) {
    return new DefinitionItem(tree, node.path(name), path(name));
  }

  /// The mappings of the list under a key.
  List<DefinitionItem> items(String name) {
    List<DefinitionItem> items = new ArrayList<>();
    JsonNode list = node.path(name);
    for (int i = 0; i < list.size() && list.isArray(); i++) {
      items.add(new DefinitionItem(tree, list.get(i), path(name) + "[" + i + "]"));
    }
    return items;
  }

  /// The scalars of the list under a key, as texts.
  List<String> texts(String name) {
    return items(name).stream().map(DefinitionItem::node).map(JsonNode::asString).toList();
  }

  /// The scalars of the mapping under a key, as texts.
  Map<String, String> map(String name) {
    Map<String, String> map = new TreeMap<>();
    node.path(name).properties().forEach(e -> map.put(e.getKey(), e.getValue().asString()));
    return map;
  }

  private String path(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
