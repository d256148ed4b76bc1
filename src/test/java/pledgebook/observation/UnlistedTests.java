package pledgebook.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.Workbooks;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.submission.Inbox;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.warehouse.Warehouse;

/// Files dropped into the inbox by hand are told of, those that count and those before them.
class UnlistedTests {
  @TempDir private Path input;

  @Test
  void everyFileThatIsNotListedBearsANote() throws IOException, DefinitionRefused {
    Round round = RoundReader.read(Path.of("jobs"), 2024);
    Path sample = Path.of("input/2024/340000/2024-340000-v1.xlsx");
    Path member = Files.createDirectories(input.resolve("2024/340000"));
    Files.copy(sample, member.resolve("新.xlsx"));
    Workbooks.changed(
        sample,
        member.resolve("旧.xlsx"),
        workbook -> workbook.getSheet("封面").getRow(11).getCell(2).setCellValue("2025-01-20"));
    try (Warehouse warehouse = Warehouse.inMemory()) {
      RoundTables.write(warehouse, round);
      Submissions.declare(warehouse);
      Inbox inbox = new Inbox(input, round);
      inbox.files().forEach(file -> new SubmissionReader(round).read(file, warehouse));
      Submissions.settle(warehouse);
      assertThat(Submissions.inForce(warehouse))
          .extracting(submission -> submission.file())
          .containsExactly("340000/新.xlsx");
      Observations observations = new Observations(warehouse);
      observations.extract();
      assertThat(observations.judgement().findings())
          .filteredOn(finding -> finding.code().equals("submission.not-listed"))
          .extracting(finding -> finding.location().file())
          .containsExactlyInAnyOrder("340000/新.xlsx", "340000/旧.xlsx");
    }
  }
}
