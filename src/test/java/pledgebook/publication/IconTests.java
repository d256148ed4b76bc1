package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.finding.Failure;
import pledgebook.typesetting.Outline;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The icons there are, and those a digest may name.
class IconTests {
  private static final Path ICONS = Path.of("src/main/resources/icons");

  private static List<String> drawn() throws IOException {
    try (Stream<Path> files = Files.list(ICONS)) {
      return files.map(f -> f.getFileName().toString().replace(".txt", "")).sorted().toList();
    }
  }

  @Test
  void theSchemaNamesThoseThatAreDrawn() throws IOException {
    JsonNode schema =
        JsonMapper.builder().build().readTree(Files.readString(Path.of("jobs/digest.schema.json")));
    List<String> named =
        schema
            .at("/$defs/block/properties/icon/enum")
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(drawn());
  }

  @Test
  void everyIconKeepsToItsGrid() throws IOException {
    for (String name : drawn()) {
      Icon icon = Icon.of(name);
      assertThat(icon.strokes()).as(name).hasSizeGreaterThan(2);
      assertThat(icon.strokes()).as(name).anyMatch(Icon.Stroke::isAccent);
      for (Icon.Stroke stroke : icon.strokes()) {
        assertThat(Outline.parse(stroke.path()).steps()).isNotEmpty();
        assertThat(Stream.of(stroke.path().split("[ MLCZ]+")).filter(n -> !n.isEmpty()))
            .allSatisfy(n -> assertThat(Double.parseDouble(n)).isBetween(2.0, 46.0));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bicycle", "../rail", "", "RAIL"})
  void anyOtherIsRefused(String name) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> Icon.of(name))
        .satisfies(failure -> assertThat(failure.code()).isEqualTo("publication.unknown-icon"))
        .withMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"m 1 2", "M 1", "Q 1 2 3 4", "M 1 x"})
  void aPathInAnotherNotationIsRefused(String notation) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Outline.parse(notation));
  }
}
