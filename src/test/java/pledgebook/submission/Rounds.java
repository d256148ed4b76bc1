package pledgebook.submission;

import java.nio.file.Path;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.vocabulary.EntityCode;

/// The rounds of the repository, for tests.
final class Rounds {
  static final EntityCode SHANGHAI = new EntityCode("310000");
  static final EntityCode JIANGSU = new EntityCode("320000");
  static final EntityCode ZHEJIANG = new EntityCode("330000");
  static final EntityCode ANHUI = new EntityCode("340000");

  private Rounds() {}

  static Round of(int year) {
    try {
      return RoundReader.read(Path.of("jobs"), year);
    } catch (DefinitionRefused e) {
      throw new IllegalStateException(e.faults().toString(), e);
    }
  }
}
