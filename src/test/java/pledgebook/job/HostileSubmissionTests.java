package pledgebook.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.finding.Finding;
import pledgebook.observation.Resolution;
import pledgebook.observation.Resolved;
import pledgebook.vocabulary.EntityCode;

/// A hostile file costs its sender a finding and the others nothing, through the whole run.
class HostileSubmissionTests {
  private static final EntityCode ANHUI = new EntityCode("340000");

  @TempDir private Path folder;

  /// A workbook of 200 MB of blanks in a sheet, a few hundred kilobytes packed.
  private static void bomb(Path file) throws IOException {
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 200; i++) {
        zip.write(blanks);
      }
      zip.closeEntry();
    }
  }

  @Test
  void oneBombAmongThreeGoodFilesEndsAsADraftWithTheFinding() throws Exception {
    Path input = folder.resolve("input");
    for (String member : new String[] {"310000", "320000", "330000"}) {
      Path sample = Path.of("input/2024", member);
      try (Stream<Path> files = Files.list(sample)) {
        for (Path file : files.toList()) {
          Path to = input.resolve("2024").resolve(member).resolve(file.getFileName());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    Path hostile = input.resolve("2024/340000/报送.xlsx");
    Files.createDirectories(hostile.getParent());
    bomb(hostile);
    YearEnd.Request request =
        new YearEnd.Request(2024, Path.of("jobs"), input, folder.resolve("output"), "test");
    YearEnd.Result result = new JobRunner(request, Progress.silent()).run();
    assertThat(result.edition().judgement().resolved())
        .filteredOn(each -> each.resolution() instanceof Resolution.Returned)
        .extracting(Resolved::finding)
        .filteredOn(finding -> finding.code().equals("submission.too-large"))
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.entity()).isEqualTo(ANHUI);
          assertThat(finding.location().file()).isEqualTo("340000/报送.xlsx");
        });
    assertThat(result.edition().judgement().findings())
        .filteredOn(finding -> finding.code().equals("observation.member-missing"))
        .extracting(Finding::entity)
        .containsExactly(ANHUI);
    // A draft is what year-end exits with 3 for.
    assertThat(result.published().draft()).isTrue();
  }
}
