package pledgebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The sources themselves: formatted, documented one way, free of what belongs elsewhere.
class SourceTests {
  private static final Pattern SQL_BLOCK =
      Pattern.compile("\"\"\"[^\"]*\\b(select|insert|update|delete|create)\\b[^\"]*\"\"\"");

  private static final Pattern PLACE_OF_A_MACHINE =
      Pattern.compile(
          "(^|[^A-Za-z0-9_.])/(home|root|work)/[A-Za-z]|repo1?\\.maven|registry\\.npmjs|deb\\.debian");

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /// `-Dformat=apply` writes the formatted sources.
  @Test
  void areFormatted() throws IOException, FormatterException {
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        unformatted.add(source);
        if ("apply".equals(System.getProperty("format"))) {
          Files.writeString(source, formatted);
        }
      }
    }
    assertThat(unformatted).isEmpty();
  }

  @Test
  void areDocumentedInMarkdown() throws IOException {
    for (Path source : sources()) {
      assertThat(Files.readString(source)).as(source.toString()).doesNotContain("/*" + "*");
    }
  }

  @Test
  void keepSqlOfMoreThanOneLineInFiles() throws IOException {
    for (Path source : sources()) {
      if (source.startsWith("src/main")) {
        assertThat(Files.readString(source)).as(source.toString()).doesNotContainPattern(SQL_BLOCK);
      }
    }
  }

  /// Only what nobody foresaw is told by its class, in brackets, to whoever maintains the program.
  @Test
  void tellNoUserTheNameOfAClass() throws IOException {
    List<String> telling = new ArrayList<>();
    for (Path source : sources()) {
      if (source.startsWith("src/main")
          && Files.readString(source).contains("getClass().getSimpleName()")) {
        telling.add(source.getFileName().toString());
      }
    }
    assertThat(telling).containsExactlyInAnyOrder("Door.java", "JobRunner.java");
  }

  @Test
  void nameNoMachineAndNoRegistry() throws IOException {
    List<Path> files = new ArrayList<>(List.of(Path.of("pom.xml"), Path.of("README.md")));
    for (String folder : List.of("src", "jobs", ".ci")) {
      try (Stream<Path> walk = Files.walk(Path.of(folder))) {
        walk.filter(Files::isRegularFile)
            .filter(f -> !f.toString().matches(".*\\.(xlsx|xls|ods|png|pdf|parquet|icc|ttf)"))
            .filter(f -> !f.endsWith("SourceTests.java"))
            .forEach(files::add);
      }
    }
    for (Path file : files) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContainPattern(PLACE_OF_A_MACHINE);
    }
  }
}
