package pledgebook.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import pledgebook.registry.BookletDesign.Chart;
import pledgebook.registry.BookletDesign.ChartColour;
import pledgebook.registry.BookletDesign.CoverGround;
import pledgebook.registry.BookletDesign.Demonstration;
import pledgebook.registry.BookletDesign.Headings;
import pledgebook.registry.BookletDesign.Note;
import pledgebook.registry.BookletDesign.ProjectLayout;
import pledgebook.vocabulary.IndicatorCode;

/// Reads the design of a year's booklet: `jobs/<year>/booklet.yml`, against
/// `jobs/booklet.schema.json`.
public final class BookletReader {
  /// Stands for the year in a wording; every other digit of the booklet is bound to an indicator.
  static final Pattern YEAR = Pattern.compile("\\{\\{\\s*year\\s*}}");

  private static final String SCHEMA = "booklet.schema.json";

  private BookletReader() {}

  /// Reads and examines it.
  ///
  /// @param jobs the folder jobs/
  /// @throws DefinitionRefused with every fault at once, by line
  public static BookletDesign read(Path jobs, Round round) throws DefinitionRefused {
    DefinitionItem root =
        YearDefinition.read(
            jobs,
            round.year() + "/booklet.yml",
            SCHEMA,
            (item, spoilt, faults) ->
                new BookletRules(round, spoilt, faults).check(item.item("booklet")));
    return design(root.item("booklet"), round);
  }

  private static BookletDesign design(DefinitionItem booklet, Round round) {
    DefinitionItem colours = booklet.item("colours");
    DefinitionItem headings = booklet.item("headings");
    return new BookletDesign(
        booklet.find("size").map(TrimSize::of).orElse(TrimSize.SMALL),
        colours
            .find("cover")
            .map(word -> CoverGround.valueOf(upper(word)))
            .orElse(CoverGround.WHITE),
        colours.find("chart").map(word -> ChartColour.valueOf(upper(word))).orElse(ChartColour.RED),
        words(booklet.item("cover"), "line", round),
        new Headings(
            words(headings, "commitment", round),
            words(headings, "completion", round),
            words(headings, "responsible", round)),
        note(booklet.item("method"), round),
        round.demonstration() ? demonstration(booklet.item("demonstration"), round) : null,
        booklet.items("projects").stream().map(BookletReader::project).toList(),
        booklet.texts("words"),
        places(booklet));
  }

  private static Map<String, DefinitionPlace> places(DefinitionItem booklet) {
    return Map.of(
        "cover.line",
        booklet.item("cover").place("line"),
        "headings",
        booklet.place("headings"),
        "method",
        booklet.place("method"),
        "demonstration",
        booklet.place("demonstration"));
  }

  private static Demonstration demonstration(DefinitionItem item, Round round) {
    return new Demonstration(note(item, round), words(item, "foot", round));
  }

  private static Note note(DefinitionItem item, Round round) {
    return new Note(words(item, "heading", round), words(item, "text", round));
  }

  private static ProjectLayout project(DefinitionItem item) {
    List<Chart> charts =
        item.items("charts").stream()
            .map(chart -> new Chart(new IndicatorCode(chart.node().asString()), chart.place()))
            .toList();
    return new ProjectLayout(item.integer("number", 0), item.texts("title_lines"), charts);
  }

  private static String words(DefinitionItem item, String name, Round round) {
    return YEAR.matcher(item.text(name)).replaceAll(String.valueOf(round.year()));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
