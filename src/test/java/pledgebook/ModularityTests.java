package pledgebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms depend on each other as the house plan says, and on nothing else.
class ModularityTests {
  private static final ApplicationModules ROOMS =
      ApplicationModules.of(Pledgebook.class, ProgramClasses.others());

  @Test
  void roomsDependOnlyOnWhatTheyDeclare() {
    assertThat(ROOMS.detectViolations().getMessages()).isEmpty();
  }

  @Test
  void thereIsARoomForEveryWordOfTheHouse() {
    assertThat(ROOMS.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
        .containsExactlyInAnyOrder(
            "vocabulary",
            "finding",
            "audit",
            "workbook",
            "warehouse",
            "typesetting",
            "signature",
            "registry",
            "submission",
            "observation",
            "reconciliation",
            "statement",
            "publication",
            "job",
            "cli");
  }
}
