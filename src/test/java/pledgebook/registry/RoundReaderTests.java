package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundReaderTests {
  @ParameterizedTest
  @ValueSource(ints = {2024, 2025})
  void reads(int year) throws Exception {
    try {
      Round round = RoundReader.read(Path.of("jobs"), year);
      assertThat(round.projects()).hasSize(10);
    } catch (DefinitionRefused e) {
      e.faults().forEach(System.out::println);
      throw e;
    }
  }
}
