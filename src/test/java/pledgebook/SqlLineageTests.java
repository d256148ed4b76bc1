package pledgebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.ApplicationModule;

/// SQL keeps to the walls of the house: a file of a room names only relations of that room and of
/// the rooms it may depend on, says first what it takes, and names only relations there are.
class SqlLineageTests {
  private static final Path SQL = Path.of("src/main/resources/sql");
  private static final Pattern NAME =
      Pattern.compile(
          "\\b(registry|submission|observation|reconciliation|statement|publication)\\.([a-z_]+)\\b");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SQL)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void namesOnlyWhatItsRoomMayKnow(Path file) throws IOException {
    String room = SQL.relativize(file).getName(0).toString();
    for (String relation : named(file)) {
      String other = relation.substring(0, relation.indexOf('.'));
      assertThat(room.equals(other) || allowed(room).contains(other))
          .as("%s names %s", file, relation)
          .isTrue();
      assertThat(SQL.resolve(relation.replace('.', '/') + ".sql")).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysFirstWhatItTakes(Path file) throws IOException {
    String text = Files.readString(file);
    boolean derived =
        !text.contains("create ") && !SQL.relativize(file).getName(1).toString().equals("rules");
    if (derived) {
      Set<String> taken =
          text.lines()
              .filter(line -> line.startsWith("-- takes:"))
              .flatMap(line -> Arrays.stream(line.substring(9).split(",")))
              .map(String::strip)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(taken).as("-- takes: of %s", file).isEqualTo(named(file));
      // Sorting what is held by the million costs more than making it; who reads it orders it.
      if (!text.contains("-- order: none")) {
        assertThat(text).as("%s is ordered", file).containsPattern("order by [^;]+$");
      }
    }
  }

  /// DuckDB's `/` and avg give DOUBLE: no verdict may rest on them.
  @ParameterizedTest
  @MethodSource("files")
  void neverDivides(Path file) throws IOException {
    assertThat(code(file))
        .doesNotContain("/")
        .doesNotContainPattern("\\bavg\\b|\\bdouble\\b|\\bfloat\\b");
  }

  private static Set<String> named(Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(code(file));
    while (matcher.find()) {
      if (Files.exists(SQL.resolve(matcher.group(1)))) {
        names.add(matcher.group());
      }
    }
    names.remove(self(file));
    return names;
  }

  private static String self(Path file) {
    Path inside = SQL.relativize(file);
    return inside.getName(0) + "." + inside.getFileName().toString().replace(".sql", "");
  }

  /// The statements without texts and comments; `'--'` is a text.
  private static String code(Path file) throws IOException {
    return Files.readString(file).replaceAll("'[^'\n]*'", "''").replaceAll("--[^\n]*", "");
  }

  private static List<String> allowed(String room) {
    try {
      return List.of(
          Class.forName("pledgebook." + room + ".package-info")
              .getAnnotation(ApplicationModule.class)
              .allowedDependencies());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
