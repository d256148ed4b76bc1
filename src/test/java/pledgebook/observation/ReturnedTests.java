package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Severity;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.submission.Inbox;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.warehouse.Warehouse;

/// Why a file was rejected is told by its weight among the findings of the round, and blocks
/// nothing.
class ReturnedTests {
  @TempDir private Path input;

  @Test
  void aRejectedFileIsAFindingOfTheRoundWithItsNameAndItsWeight()
      throws IOException, DefinitionRefused {
    Round round = RoundReader.read(Path.of("jobs"), 2024);
    Inbox inbox = new Inbox(input, round);
    Path text = Files.writeString(input.resolve("text.xlsx"), "a,b,c");
    String atTheDoor = inbox.receive(text, Instant.parse("2025-02-21T01:00:00Z"), "示例").file();
    Path misfiled = Files.createDirectories(input.resolve("2024/310000")).resolve("a.xlsx");
    Files.copy(Path.of("input/2024/340000/2024-340000-v1.xlsx"), misfiled);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, round, List.of());
      Submissions.declare(warehouse);
      Inbox.Contents contents = inbox.contents();
      contents.files().forEach(file -> new SubmissionReader(round).read(file, warehouse));
      Submissions.note(warehouse, contents);
      Submissions.settle(warehouse);
      Observations observations = new Observations(warehouse);
      observations.extract();
      assertThat(observations.judgement().resolved())
          .filteredOn(resolved -> resolved.resolution() instanceof Resolution.Returned)
          .allMatch(resolved -> resolved.finding().severity() == Severity.ERROR)
          .extracting(
              resolved -> resolved.finding().code() + " " + resolved.finding().location().file())
          .containsExactlyInAnyOrder(
              "submission.not-a-workbook " + atTheDoor, "submission.wrong-member 310000/a.xlsx");
      assertThat(observations.judgement().findings())
          .noneMatch(finding -> finding.code().equals("submission.wrong-member"));
    }
  }
}
