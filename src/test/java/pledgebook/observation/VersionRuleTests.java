package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.SHANGHAI;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.SmallRound;
import pledgebook.StagedRound;
import pledgebook.registry.Kind;

/// Which of several versions counts must be beyond doubt.
class VersionRuleTests {
  private static StagedRound twoVersions(
      int version, String receivedAt, boolean listed, String flow) {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    List<String> row = Arrays.asList("A01-01", null, null, null, flow, "", "", "", "", "");
    // The version it stands beside: number 1, listed, received on 2025-03-01.
    return new StagedRound(round)
        .flow(SHANGHAI, "A01-01", "7")
        .version(SHANGHAI, version, receivedAt, listed, row);
  }

  @ParameterizedTest(name = "{0} {1} listed {2}, {3}: {4}")
  @CsvSource({
    "2, 2025-02-20T09:00:00+08:00, true, 8, true",
    "2, 2025-02-20T09:00:00+08:00, true, 7, false",
    "1, 2025-02-20T09:00:00+08:00, true, 8, false",
    "2, 2025-03-02T09:00:00+08:00, true, 8, false",
    "2, 2025-02-20, false, 8, true",
    "1, 2025-02-28, false, 8, false",
  })
  void aHigherVersionThatDoesNotCountIsToBeVerified(
      int version, String receivedAt, boolean listed, String flow, boolean told) {
    try (StagedRound staged = twoVersions(version, receivedAt, listed, flow)) {
      assertThat(staged.findings("observation.version-order")).hasSize(told ? 1 : 0);
    }
  }

  @ParameterizedTest(name = "{0} listed {1}, {2}: {3}")
  @CsvSource({
    "2025-09-30, false, 8, true",
    "2025-09-30, false, 7, false",
    "2025-09-30T09:00:00+08:00, true, 8, false",
    "2025-02-20, false, 8, false",
  })
  void aFileDroppedInThatSupersedesAListedOneIsToBeVerified(
      String receivedAt, boolean listed, String flow, boolean told) {
    try (StagedRound staged = twoVersions(2, receivedAt, listed, flow)) {
      assertThat(staged.findings("observation.unlisted-in-force")).hasSize(told ? 1 : 0);
    }
  }

  @Test
  void severalHigherVersionsAreToldOnceAtTheCell() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    List<String> eight = Arrays.asList("A01-01", null, null, null, "8", "", "", "", "", "");
    List<String> nine = Arrays.asList("A01-01", null, null, null, "9", "", "", "", "", "");
    try (StagedRound staged =
        new StagedRound(round)
            .flow(SHANGHAI, "A01-01", "7")
            .version(SHANGHAI, 2, "2025-02-20T09:00:00+08:00", true, eight)
            .version(SHANGHAI, 3, "2025-02-21T09:00:00+08:00", true, nine)) {
      assertThat(staged.findings("observation.version-order"))
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.location().cell()).isEqualTo("C7");
            assertThat(finding.found()).isEqualTo("1");
            assertThat(finding.expected()).isEqualTo("4");
            assertThat(finding.message()).contains("第3版", "第2版");
          });
    }
  }

  @Test
  void theSameNumberOfTheSameDayIsToBeVerified() {
    SmallRound round = new SmallRound().figure("A01-01", Kind.FLOW, null);
    List<String> seven = Arrays.asList("A01-01", null, null, null, "7", "", "", "", "", "");
    List<String> eight = Arrays.asList("A01-01", null, null, null, "8", "", "", "", "", "");
    try (StagedRound staged =
        new StagedRound(round)
            .version(SHANGHAI, 1, "2025-03-01T09:00:00+08:00", true, seven)
            .version(SHANGHAI, 1, "2025-03-01", false, eight)) {
      assertThat(staged.findings("observation.version-order")).hasSize(1);
    }
  }
}
