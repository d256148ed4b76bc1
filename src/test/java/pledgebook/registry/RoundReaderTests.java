package pledgebook.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RoundReaderTests {
  @Test
  void reads2024() throws Exception {
    try {
      Round round = RoundReader.read(Path.of("jobs"), 2024);
      assertThat(round.projects()).hasSize(10);
    } catch (DefinitionRefused e) {
      assertThat(e.faults()).isEmpty();
    }
  }
}
