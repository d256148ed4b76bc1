package pledgebook.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static pledgebook.SmallRound.JIANGSU;
import static pledgebook.SmallRound.SHANGHAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pledgebook.Workbooks;
import pledgebook.observation.Observations;
import pledgebook.publication.Passports.EvidencePassport;
import pledgebook.publication.Passports.IndicatorPassport;
import pledgebook.reconciliation.ReconciledRound;
import pledgebook.reconciliation.Reconciliation;
import pledgebook.registry.BookletReader;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.DigestReader;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundTables;
import pledgebook.statement.StatementCompiler;
import pledgebook.submission.Inbox;
import pledgebook.submission.ReceivedFile;
import pledgebook.submission.SubmissionReader;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// Passports: every figure has one, and it tells of the cells the figure rests on and of no others.
class PassportTests {
  private static final Path JOBS = Path.of("jobs");
  private static final long SEED = 20250607;

  @TempDir Path folder;

  /// A cell some figure rests on, and the indicators that do.
  private record Place(String file, String sheet, String cell) {}

  @Test
  void alteringACellChangesThePassportsThatRestOnItAndNoOthers()
      throws IOException, DefinitionRefused {
    Map<Place, Set<String>> dependents = new HashMap<>();
    Passports before = sample(null, Path.of(""), dependents);
    List<Place> places = new ArrayList<>();
    places.add(new Place("310000/2024-310000-v1.xlsx", "充电桩", "F4"));
    places.add(new Place("330000/2024-330000-v1.xlsx", "虚拟窗口点位", "A5"));
    List<Place> drawn =
        dependents.keySet().stream()
            .filter(place -> !place.sheet().equals("里程碑"))
            .sorted((a, b) -> a.toString().compareTo(b.toString()))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(drawn, new Random(SEED));
    places.addAll(drawn.subList(0, 3));
    assertThat(dependents).containsKeys(places.get(0), places.get(1));
    for (Place place : places) {
      Path altered = folder.resolve(place.file().replace('/', '-'));
      Workbooks.changed(
          Path.of("input/2024").resolve(place.file()),
          altered,
          workbook -> {
            CellReference at = new CellReference(place.cell());
            alter(workbook.getSheet(place.sheet()).getRow(at.getRow()).getCell(at.getCol()));
          });
      Passports after = sample(place, altered, new HashMap<>());
      assertThat(differing(before, after))
          .as("%s, seed %d", place, SEED)
          .isEqualTo(dependents.get(place));
      assertThat(after.figures().stream().filter(f -> f.promise()).toList())
          .isEqualTo(before.figures().stream().filter(f -> f.promise()).toList());
    }
  }

  private static void alter(Cell cell) {
    if (cell.getCellType() == CellType.NUMERIC) {
      cell.setCellValue(cell.getNumericCellValue() + 1);
    } else {
      cell.setCellValue(cell.getStringCellValue() + "9");
    }
  }

  /// The indicators whose value, rule or origin is told otherwise.
  private static Set<String> differing(Passports before, Passports after) {
    Set<String> differing = new TreeSet<>();
    for (IndicatorPassport passport : before.indicators()) {
      IndicatorPassport other = after.indicator(passport.code()).orElseThrow();
      boolean sameOrigin = passport.origin().equals(other.origin());
      assertThat(passport.members().equals(other.members()) || !sameOrigin).isTrue();
      if (!sameOrigin) {
        differing.add(passport.code());
      }
    }
    return differing;
  }

  /// The sample, one of its files altered.
  private static Passports sample(
      @Nullable Place altered, Path by, Map<Place, Set<String>> dependents)
      throws DefinitionRefused, IOException {
    try (Warehouse warehouse = Warehouse.inMemory()) {
      Round round = RoundReader.read(JOBS, 2024);
      RoundTables.write(warehouse, round);
      Submissions.declare(warehouse);
      for (ReceivedFile file : new Inbox(Path.of("input"), round).contents().files()) {
        boolean replaced = altered != null && file.file().equals(altered.file());
        new SubmissionReader(round)
            .read(
                replaced
                    ? new ReceivedFile(
                        by, file.file(), Sha256.of(by), file.receivedAt(), file.origin())
                    : file,
                warehouse);
      }
      Submissions.settle(warehouse);
      Observations observations = new Observations(warehouse);
      observations.extract();
      Reconciliation reconciliation = new Reconciliation(warehouse);
      ReconciledRound reconciled = reconciliation.reconcile(round);
      Edition edition =
          new Edition(
              round,
              BookletReader.read(JOBS, round),
              Sha256.of("test"),
              "0.1.0",
              observations.judgement(),
              reconciled,
              StatementCompiler.compile(
                  round,
                  reconciled,
                  DigestReader.read(JOBS, round).orElse(null),
                  reconciliation.breakdown()));
      warehouse.read(
          WarehouseRows.LINEAGE,
          row ->
              dependents
                  .computeIfAbsent(
                      new Place(row.text("file"), row.text("sheet"), row.text("cell")),
                      place -> new TreeSet<>())
                  .add(row.text("indicator")));
      return PassportComposer.of(edition, warehouse);
    }
  }

  @Test
  void listsNoMoreThanPeopleReadButTheFingerprintKnowsAll() {
    String few = fingerprint(60, 60);
    assertThat(few).hasSize(64).isNotEqualTo(fingerprint(60, 59));
    assertThat(few).isEqualTo(fingerprint(60, 60));
  }

  /// Each cell counts, in a long sheet too.
  @Test
  void theFingerprintOfALongSheetKnowsEveryCell() {
    Set<String> fingerprints = new TreeSet<>();
    for (int altered : new int[] {10, 8_199, 8_200}) {
      fingerprints.add(fingerprint(8_200, altered));
    }
    assertThat(fingerprints).hasSize(3);
  }

  /// @param altered the number of the cell that is written otherwise
  private String fingerprint(int cells, int altered) {
    try (PublishableRound round = PublishableRound.complete(folder)) {
      for (int i = 3; i <= cells; i++) {
        round.staged().thing(JIANGSU, "第" + i + (i == altered ? "号甲" : "号"));
      }
      Edition edition = round.edition();
      Passports passports = PassportComposer.of(edition, round.warehouse());
      IndicatorPassport indicator = passports.indicator("A01-02").orElseThrow();
      var member = indicator.members().getLast();
      assertThat(member.entity()).isEqualTo(JIANGSU.value());
      assertThat(member.evidence()).hasSize(50);
      assertThat(member.cells()).isEqualTo(cells + 1);
      assertThat(PassportTrees.bounded(passports, 8).of(indicator, List.of()).lines())
          .anyMatch(line -> line.contains("另有" + (cells + 1 - 7) + "个单元格"));
      return member.fingerprint();
    }
  }

  @Test
  void tellsWhatIsNotCountedAndWhy() {
    try (PublishableRound round = PublishableRound.complete(folder)) {
      Edition edition = round.edition();
      Passports passports = PassportComposer.of(edition, round.warehouse());
      List<EvidencePassport> evidence =
          passports.indicator("A01-06").orElseThrow().members().getFirst().evidence();
      assertThat(evidence).filteredOn(EvidencePassport::counted).hasSize(1);
      assertThat(evidence).filteredOn(cell -> !cell.counted()).hasSize(2);
      assertThat(evidence.getFirst().link()).startsWith("../../../input/2024/310000/%E6%8A%A5");
      assertThat(
              PassportTrees.bounded(passports, 8)
                  .of(passports.indicator("A01-06").orElseThrow(), List.of())
                  .lines())
          .anyMatch(line -> line.contains("其中2个未计入"))
          .anyMatch(line -> line.endsWith("未计入"));
    }
  }

  @Test
  void standsInTheDataPackageAsItIs() throws IOException {
    try (PublishableRound round = PublishableRound.complete(folder)) {
      Path file = round.publish().folder().resolve(DataPackage.PASSPORTS);
      assertThat(Json.read(file, Passports.class))
          .isEqualTo(PassportComposer.of(round.edition(), round.warehouse()));
      assertThat(Files.readString(file)).contains("\"link\":");
    }
  }

  @Test
  void readsBackWhatCsvWrote() throws IOException {
    Path file = folder.resolve("rows.csv");
    List<List<String>> rows =
        List.of(
            List.of("a", "", "\"x\"", "\"\"", "a,b"),
            List.of("一行\n两行", "=1", " ", "\"", SHANGHAI.value()));
    try (Csv csv = Csv.raw(file)) {
      rows.forEach(csv::row);
    }
    List<List<String>> read = new ArrayList<>();
    CsvRows.read(file, read::add);
    assertThat(read).isEqualTo(rows);
  }
}
