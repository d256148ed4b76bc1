package pledgebook.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The texts users read, and how their holes are filled.
class MessagesTests {
  private static final String HAN = "[\\p{IsHan}，。；：（）“”、？！∶]";
  private static final String NAMED = "\\{(?:folder|file|files|one|other|year|number|count|line)}";

  /// No blank between Han characters, their punctuation, digits, and holes of such; keywords of the
  /// definition files (unit, kind) stand apart.
  private static final Pattern STRAY_BLANK =
      Pattern.compile("%1$s +%1$s|%1$s +\\d|\\d +%1$s|%1$s +%2$s|%2$s +%1$s".formatted(HAN, NAMED));

  @Test
  void noBlankStraysIntoATextOrARulesMessage() throws IOException {
    List<String> stray = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        boolean texts =
            file.startsWith("src/main/resources/messages") && !file.endsWith("help.properties");
        if (texts || file.toString().endsWith(".sql")) {
          Files.readAllLines(file).stream()
              .filter(line -> texts ? !line.startsWith("#") : line.startsWith("-- message:"))
              .map(line -> line.substring(line.indexOf(texts ? '=' : ':') + 1).strip())
              .filter(line -> !line.startsWith("{file} 第{line}行"))
              .filter(line -> STRAY_BLANK.matcher(line).find())
              .forEach(line -> stray.add(file.getFileName() + ": " + line));
        }
      }
    }
    assertThat(stray).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "“{name}”未填, “窗口”点位, “‘窗口’点位”未填",
    "“{name}的合计”未填, “窗口”点位, “‘窗口’点位的合计”未填",
    "“甲”与{name}不同, “窗口”点位, “甲”与“窗口”点位不同",
    "{name}未填, “窗口”点位, “窗口”点位未填",
  })
  void quotesInsideQuotesAreSingle(String text, String name, String filled) {
    assertThat(Messages.fill(text, "name", name)).isEqualTo(filled);
  }
}
