package pledgebook.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pledgebook.registry.Digest.Block;
import pledgebook.registry.Digest.Chart;
import pledgebook.registry.Digest.ChartKind;
import pledgebook.registry.Digest.Entry;
import pledgebook.registry.Digest.Orientation;
import pledgebook.registry.Digest.Paper;
import pledgebook.registry.Digest.TileMap;
import pledgebook.registry.Project.Quoted;
import pledgebook.vocabulary.IndicatorCode;

/// Reads what the digest is to show: `jobs/<year>/digest.yml`, against `jobs/digest.schema.json`. A
/// year without that file has no digest.
public final class DigestReader {
  private static final String SCHEMA = "digest.schema.json";

  private DigestReader() {}

  /// Reads and examines it.
  ///
  /// @param jobs the folder jobs/
  /// @throws DefinitionRefused with every fault at once, by line
  public static Optional<Digest> read(Path jobs, Round round) throws DefinitionRefused {
    String name = round.year() + "/digest.yml";
    if (!Files.exists(jobs.resolve(name))) {
      return Optional.empty();
    }
    DefinitionItem root =
        YearDefinition.read(
            jobs,
            name,
            SCHEMA,
            (item, spoilt, faults) -> new DigestRules(item, spoilt, round, faults).check());
    return Optional.of(digest(root));
  }

  private static Digest digest(DefinitionItem root) {
    DefinitionItem head = root.item("digest");
    return new Digest(
        clause(head, "title"),
        head.has("lead") ? clause(head, "lead") : null,
        head.word(Paper.class, "paper"),
        head.word(Orientation.class, "orientation"),
        root.items("blocks").stream().map(DigestReader::block).toList(),
        tiles(root),
        quoted(root));
  }

  private static Block block(DefinitionItem item) {
    return new Block(
        item.text("title"),
        item.text("icon"),
        item.integer("width", 0),
        item.items("entries").stream().map(DigestReader::entry).toList(),
        item.items("charts").stream().map(DigestReader::chart).toList(),
        item.place());
  }

  static Entry entry(DefinitionItem item) {
    return new Entry(
        clause(item, "text"), item.find("numeral").map(IndicatorCode::new).orElse(null));
  }

  static Chart chart(DefinitionItem item) {
    return new Chart(
        item.word(ChartKind.class, "kind"),
        new IndicatorCode(item.text("indicator")),
        clause(item, "title"),
        item.has("decimals") ? item.integer("decimals", 0) : null,
        item.place());
  }

  /// A text that may bind figures.
  static Clause clause(DefinitionItem item, String name) {
    List<IndicatorCode> restsOn = item.texts("rests_on").stream().map(IndicatorCode::new).toList();
    return new Clause(item.text(name), restsOn, item.place(name));
  }

  static TileMap tiles(DefinitionItem root) {
    return new TileMap(
        root.items("tiles").stream()
            .map(row -> row.node().valueStream().map(cell -> cell.asString("").strip()).toList())
            .toList());
  }

  static List<Quoted> quoted(DefinitionItem root) {
    return root.items("quoted").stream()
        .map(item -> new Quoted(item.text("text"), item.text("source")))
        .toList();
  }
}
