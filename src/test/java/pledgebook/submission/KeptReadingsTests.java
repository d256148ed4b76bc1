package pledgebook.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pledgebook.registry.Round;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookContent;

/// A workbook read before is loaded with the same rows; anything doubtful is read anew.
class KeptReadingsTests {
  private static final Round ROUND = Rounds.of(2024);
  private static final WorkbookContent JIANGSU =
      SubmissionTemplate.of(
          ROUND, Rounds.JIANGSU, new SampleSubmissions(ROUND).filling(Rounds.JIANGSU));

  @TempDir private Path folder;
  private ReceivedFile file;
  private ReceivedFile other;
  private KeptReadings kept;

  KeptReadingsTests() {
    file = new ReceivedFile(Path.of(""), "", pledgebook.vocabulary.Sha256.of(""), null, null);
    other = file;
    kept = new KeptReadings(Path.of(""), ROUND, "");
  }

  @BeforeEach
  void receive() {
    WorkbookContent odd = Edits.text(JIANGSU, "充电桩", 5, 3, "约515个");
    file = Sent.workbook(ROUND, folder, "320000/a.xlsx", odd).file();
    WorkbookContent later = Edits.text(JIANGSU, "充电桩", 5, 3, "#N/A 'quoted'");
    other = Sent.workbook(ROUND, folder, "320000/b.xlsx", later).file();
    kept = kept(ROUND, "program");
  }

  private KeptReadings kept(Round round, String program) {
    return new KeptReadings(folder.resolve("it's kept"), round, program, 0);
  }

  /// Every row of every table as text, in the order the tables hold them.
  private static List<String> rows(Warehouse warehouse) {
    List<String> rows = new ArrayList<>();
    for (Relation table : Submissions.TABLES) {
      List<String> columns = warehouse.columns(table);
      rows.addAll(
          warehouse.read(
              table,
              row ->
                  String.join(
                      "|", columns.stream().map(c -> c + "=" + row.optionalText(c)).toList())));
    }
    return rows;
  }

  private static List<String> read(ReceivedFile received) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      new SubmissionReader(ROUND).read(received, warehouse);
      return rows(warehouse);
    }
  }

  /// Whether the file did not have to be read, and the rows held then.
  private record Taken(boolean loaded, List<String> rows) {}

  private static Taken take(KeptReadings readings, ReceivedFile received) {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      boolean loaded = readings.read(received, warehouse);
      return new Taken(loaded, rows(warehouse));
    }
  }

  private Path entry() {
    try (var entries = Files.list(folder.resolve("it's kept"))) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasReadIsLoadedWithTheSameRows() {
    List<String> expected = read(file);
    assertThat(expected).hasSizeGreaterThan(3000).anyMatch(row -> row.contains("约515个"));
    assertThat(take(kept, file)).isEqualTo(new Taken(false, expected));
    assertThat(take(kept, file)).isEqualTo(new Taken(true, expected));
  }

  @Test
  void aLoadTakesThePlaceOfWhatStoodThere() {
    take(kept, file);
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Submissions.declare(warehouse);
      kept.read(other, warehouse);
      assertThat(kept.read(file, warehouse)).isTrue();
      List<String> once = rows(warehouse);
      assertThat(kept.read(file, warehouse)).isTrue();
      assertThat(rows(warehouse)).isEqualTo(once).hasSize(read(file).size() + read(other).size());
    }
  }

  @Test
  void onlyTheChangedFileIsRead() {
    take(kept, file);
    assertThat(take(kept, file).loaded()).isTrue();
    assertThat(take(kept, other)).isEqualTo(new Taken(false, read(other)));
    assertThat(take(kept, other).loaded()).isTrue();
  }

  @Test
  void underAnotherDefinitionOrProgramOrWithAnotherLineInTheListItIsReadAnew() {
    take(kept, file);
    Round later =
        new Round(
            ROUND.year(),
            ROUND.title(),
            ROUND.slogan(),
            ROUND.entities(),
            ROUND.period(),
            ROUND.collectionStart(),
            ROUND.deadline().minusDays(300),
            ROUND.dataDate(),
            ROUND.demonstration(),
            ROUND.units(),
            ROUND.codeLists(),
            ROUND.projects(),
            ROUND.indicators(),
            ROUND.forms(),
            ROUND.regions(),
            ROUND.opening(),
            ROUND.places(),
            ROUND.checksum());
    Taken late = take(kept(later, "program"), file);
    assertThat(late.loaded()).isFalse();
    assertThat(late.rows()).anyMatch(row -> row.contains("submission.late"));
    assertThat(take(kept(ROUND, "other program"), file).loaded()).isFalse();
    ReceivedFile dated =
        new ReceivedFile(
            file.path(), file.file(), file.sha256(), "2025-02-21T09:00:00+08:00", "示例");
    assertThat(take(kept, dated).loaded()).isFalse();
    assertThat(take(kept, file).loaded()).isTrue();
  }

  private void spoil(String name, Consumer<Path> fault) {
    fault.accept(entry().resolve(name));
  }

  private static void write(Path path, byte[] bytes) {
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"altered", "cut", "gone", "no list", "long list", "foreign"})
  void anEntryItsListDoesNotBearOutIsReadAnewAndMended(String fault) throws IOException {
    Taken first = take(kept, file);
    Path entry = entry();
    switch (fault) {
      case "altered" ->
          spoil(
              "staged_row.parquet",
              path -> {
                byte[] held = bytes(path);
                held[held.length / 2] ^= 1;
                write(path, held);
              });
      case "cut" ->
          spoil(
              "staged_row.parquet", path -> write(path, java.util.Arrays.copyOf(bytes(path), 99)));
      case "gone" -> Files.delete(entry.resolve("intake.parquet"));
      case "no list" -> Files.delete(entry.resolve("checksums"));
      case "long list" ->
          Files.write(
              entry.resolve("checksums"), new byte[9000], StandardOpenOption.TRUNCATE_EXISTING);
      default -> {
        // Another file's entry under this one's name, whole in itself.
        Path away = Files.move(entry, folder.resolve("away"));
        take(kept, other);
        Files.move(entry(), entry);
        assertThat(away).isDirectory();
      }
    }
    assertThat(take(kept, file)).isEqualTo(first);
    assertThat(take(kept, file)).isEqualTo(new Taken(true, first.rows()));
  }

  @Test
  void aListThatAgreesWithFilesThatAreNoParquetIsNotBelieved() throws IOException {
    Taken first = take(kept, file);
    Path entry = entry();
    Path rows = entry.resolve("staged_row.parquet");
    String before = pledgebook.vocabulary.Sha256.of(rows).hex();
    Files.writeString(rows, "no parquet", StandardCharsets.UTF_8);
    Path list = entry.resolve("checksums");
    Files.writeString(
        list, Files.readString(list).replace(before, pledgebook.vocabulary.Sha256.of(rows).hex()));
    assertThat(take(kept, file)).isEqualTo(first);
  }

  @Test
  void whatAKilledRunLeftIsNotTakenAndWhatIsNotUsedGoes() throws IOException {
    take(kept, file);
    Path used = entry();
    take(kept, other);
    take(kept(ROUND, "older program"), file);
    Path writing =
        Files.createDirectory(used.resolveSibling("." + used.getFileName() + ".writing"));
    Files.writeString(writing.resolve("staged_row.parquet"), "half");
    Path foreign = Files.createDirectory(used.resolveSibling("somebody's"));
    kept.keepOnly(List.of(file));
    assertThat(take(kept, file).loaded()).isTrue();
    try (var left = Files.list(used.getParent())) {
      assertThat(left).containsExactlyInAnyOrder(used, foreign);
    }
  }

  @Test
  void anUnfinishedFolderInTheWayIsWrittenOver() throws IOException {
    take(kept, file);
    Path entry = entry();
    Files.delete(entry.resolve("checksums"));
    Files.move(entry, entry.resolveSibling("." + entry.getFileName() + ".writing"));
    assertThat(take(kept, file).loaded()).isFalse();
    assertThat(take(kept, file).loaded()).isTrue();
  }

  @Test
  void whatIsSmallOrRefusedIsNotKept() {
    KeptReadings large = new KeptReadings(folder.resolve("large"), ROUND, "program");
    take(large, file);
    assertThat(take(large, file).loaded()).isFalse();
    ReceivedFile none = Sent.bytes(ROUND, folder, "320000/c.xlsx", new byte[100]).file();
    take(kept, none);
    assertThat(take(kept, none)).isEqualTo(new Taken(false, read(none)));
    assertThat(folder.resolve("large")).doesNotExist();
    assertThat(folder.resolve("it's kept")).doesNotExist();
  }

  @Test
  void whereNothingCanBeKeptEverythingIsRead() throws IOException {
    Files.writeString(folder.resolve("it's kept"), "a file where the folder should be");
    List<String> expected = read(file);
    assertThat(take(kept, file)).isEqualTo(new Taken(false, expected));
    assertThat(take(kept, file)).isEqualTo(new Taken(false, expected));
  }
}
