package pledgebook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.OutputHashes;
import pledgebook.Workbooks;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.RoundReader;
import pledgebook.submission.Inbox;
import pledgebook.submission.Intake;
import pledgebook.vocabulary.Sha256;

/// One round, a later version of a member, and what was said before it came: looking back, and the
/// difference with its cause.
class LookingBackTests {
  private static final String ZHEJIANG = "330000/2024-330000-v1.xlsx";
  private static final List<String> SAID =
      List.of(
          "data/reconciled_indicator.csv",
          "data/member_value.csv",
          "data/lineage.csv",
          "data/finding.csv",
          "data/closing_value.csv");

  @TempDir private static Path folder;

  private static Path input;
  private static Path then;
  private static Path now;
  private static Path back;

  @BeforeAll
  static void publishThenAndNow() throws IOException, DefinitionRefused {
    input = folder.resolve("input");
    OutputHashes.copy(Path.of("input"), input);
    then = yearEnd("then").resolve("2024");
    Path changed =
        Workbooks.changed(
            input.resolve("2024").resolve(ZHEJIANG),
            folder.resolve("changed.xlsx"),
            workbook -> {
              workbook.getSheet("铁路区段").getRow(3).getCell(2).setCellValue(47.844);
            });
    Inbox inbox = new Inbox(input, RoundReader.read(Path.of("jobs"), 2024));
    assertThat(inbox.receive(changed, Instant.parse("2025-03-01T02:00:00Z"), "示例"))
        .isInstanceOf(Intake.Received.class);
    now = yearEnd("now").resolve("2024");
    back = yearEnd("now", "--as-of", "2025-02-20").resolve("2024-as-of-2025-02-20");
  }

  private static Path yearEnd(String name, String... more) {
    Path output = folder.resolve(name);
    List<Object> line = new ArrayList<>(List.of("year-end", "2024"));
    line.addAll(List.of("--input", input, "--output", output));
    line.addAll(List.of(more));
    Entered entered = Entered.command(line.toArray());
    assertThat(entered.status()).as(entered.err()).isIn(0, 3);
    return output;
  }

  @Test
  void lookingBackSaysWhatWasSaidThen() throws IOException {
    Map<String, Sha256> before = OutputHashes.of(then);
    Map<String, Sha256> seen = OutputHashes.of(back);
    assertThat(seen.keySet()).isEqualTo(before.keySet());
    for (String name : SAID) {
      assertThat(seen.get(name)).as(name).isEqualTo(before.get(name));
    }
    assertThat(OutputHashes.of(now).get("data/lineage.csv"))
        .isNotEqualTo(before.get("data/lineage.csv"));
    String manifest = Files.readString(back.resolve("manifest.json"));
    assertThat(manifest).contains("\"as_of\": \"2025-02-20\"");
    // The list counts with the bytes it had, and the later file not at all.
    assertThat(inputs(manifest)).isEqualTo(inputs(Files.readString(then.resolve("manifest.json"))));
    assertThat(Files.readString(back.resolve("findings.csv"))).contains("截至2025年2月20日");
    assertThat(
            Entered.command("audit", "verify", "2024", "--input", input, "--output", folder)
                .status())
        .isZero();
  }

  private static String inputs(String manifest) {
    return manifest.substring(manifest.indexOf("\"inputs\""), manifest.indexOf("\"definitions\""));
  }

  @Test
  void aDayBeforeTheFirstSubmissionIsRefused() {
    Entered entered =
        Entered.command(
            "year-end",
            "2024",
            "--as-of",
            "2025-02-19",
            "--input",
            input,
            "--output",
            folder.resolve("none"));
    assertThat(entered.status()).isEqualTo(2);
    assertThat(entered.err()).contains("submission.before-the-first", "2025-02-20");
    assertThat(folder.resolve("none")).doesNotExist();
    assertThat(Entered.command("year-end", "2024", "--as-of", "2025-02-30").status()).isEqualTo(2);
  }

  @Test
  void theDifferenceNamesTheFigureAndTheCell() {
    Entered entered = Entered.command("diff", back, now.resolve("manifest.json"));
    assertThat(entered.status()).isZero();
    assertThat(entered.out())
        .contains("A01-01", "667.6", "668.6", "铁路区段!C4", "46.844", "47.844", "330000/")
        .doesNotContain("A02-02");
    Entered csv = Entered.command("diff", back, now, "--format", "csv");
    assertThat(csv.out())
        .contains("cell_changed,330000,", ",铁路区段,C4,46.844,47.844\r\n")
        .startsWith("indicator,name,");
    Entered json =
        Entered.command(
            "diff",
            "1",
            "1",
            "--year",
            "2024",
            "--format",
            "json",
            "--output",
            now.resolveSibling(""));
    assertThat(json.out()).contains("\"changes\": []");
  }

  @Test
  void theDifferenceNamesDefinitionsAndTheProgram() throws IOException {
    Path other = folder.resolve("other");
    OutputHashes.copy(now, other);
    Path manifest = other.resolve("manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("(\"program\": \")[^\"]*", "$19.9.9")
            .replaceFirst("(jobs/2024/round.yml\",\"bytes\":\\d+,\"sha256\":\")....", "$10000"));
    Entered entered = Entered.command("diff", now, other);
    assertThat(entered.out()).contains("没有不同", "9.9.9", "jobs/2024/round.yml");
  }

  /// Of a definition both values of each key that differs; the manifest vouches for them.
  @Test
  void theDifferenceNamesTheKeysOfADefinition() throws IOException {
    Path other = folder.resolve("redefined");
    OutputHashes.copy(now, other);
    Path values = other.resolve("data/definition_value.csv");
    Sha256 before = Sha256.of(values);
    String key = "projects[number=1].indicators[code=A01-01].target.value";
    assertThat(Files.readString(values)).contains("jobs/2024/round.yml," + key + ",660\r\n");
    Files.writeString(values, Files.readString(values).replace(key + ",660\r\n", key + ",670\r\n"));
    Path manifest = other.resolve("manifest.json");
    String altered =
        Files.readString(manifest)
            .replaceFirst("(jobs/2024/round.yml\",\"bytes\":\\d+,\"sha256\":\")....", "$10000");
    Files.writeString(manifest, altered);
    assertThat(Entered.command("diff", now, other).err())
        .contains("publication.edition-altered", "data/definition_value.csv");

    Files.writeString(manifest, altered.replace(before.hex(), Sha256.of(values).hex()));
    Entered entered = Entered.command("diff", now, other);
    assertThat(entered.out()).contains("jobs/2024/round.yml　" + key + "　“660” → “670”");
  }

  @Test
  void anEditionThatIsNoneOrWasAlteredIsTold() throws IOException {
    Entered none = Entered.command("diff", now, folder.resolve("nowhere"));
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("cli.no-edition");
    Path altered = folder.resolve("altered");
    OutputHashes.copy(now, altered);
    Path data = altered.resolve("data/lineage.csv");
    Files.writeString(data, Files.readString(data).replaceFirst("64.8", "64.9"));
    Entered entered = Entered.command("diff", now, altered);
    assertThat(entered.status()).isEqualTo(3);
    assertThat(entered.err()).contains("publication.edition-altered", "data/lineage.csv");
  }
}
