package pledgebook.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pledgebook.registry.DefinitionFile.CsvRow;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.ReportingPeriod;
import pledgebook.vocabulary.Sha256;

/// Reads the definition of a year: `jobs/<year>/round.yml` with `opening.csv` and `opening.yml`
/// beside it and `jobs/regions.csv`, against `jobs/round.schema.json` and
/// `jobs/opening.schema.json`. Of the year before, where it is defined, only what this one refers
/// to is looked up.
public final class RoundReader {
  private static final String SCHEMA = "round.schema.json";
  private static final String REGIONS = "regions.csv";
  private static final String ORIGIN = "opening.yml";

  private static final List<String> REGION_HEADING =
      List.of("code", "name", "entity_code", "entity_name", "level");

  private RoundReader() {}

  /// The years that have a folder of definitions, in order.
  public static List<Integer> years(Path jobs) {
    try (Stream<Path> folders = Files.list(jobs)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("round.yml")))
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.matches("\\d{4}"))
          .map(Integer::valueOf)
          .sorted()
          .toList();
    } catch (IOException e) {
      // No folder, no years: whoever reads one of them is told what is wrong with it.
      return List.of();
    }
  }

  /// Reads and examines a round.
  ///
  /// @param jobs the folder jobs/
  /// @throws DefinitionRefused with every fault at once, by file and line
  public static Round read(Path jobs, int year) throws DefinitionRefused {
    return read(jobs, year, true);
  }

  /// Reads and examines what a round promises, from its round.yml alone; what it opened with plays
  /// no part.
  ///
  /// @throws DefinitionRefused with every fault at once, by line
  public static Round readPromises(Path jobs, int year) throws DefinitionRefused {
    return read(jobs, year, false);
  }

  private static Round read(Path jobs, int year, boolean opened) throws DefinitionRefused {
    Faults faults = new Faults();
    String folder = year + "/";
    if (opened) {
      FolderRules.check(jobs, year, faults);
    }
    Optional<DefinitionFile> schema = DefinitionFile.read(jobs, SCHEMA, faults);
    Optional<DefinitionFile> regionFile = DefinitionFile.read(jobs, REGIONS, faults);
    Optional<DefinitionFile> roundFile = DefinitionFile.read(jobs, folder + "round.yml", faults);
    Optional<DefinitionFile> openingFile =
        opened ? DefinitionFile.read(jobs, folder + "opening.csv", faults) : Optional.empty();
    List<Region> regions = regionFile.map(f -> regions(f, faults)).orElse(List.of());
    Optional<DefinitionTree> tree = roundFile.flatMap(f -> DefinitionTree.read(f, faults));
    if (schema.isEmpty() || tree.isEmpty()) {
      throw new DefinitionRefused(faults.inOrder());
    }
    SpoiltKeys spoilt = DefinitionSchema.of(schema.get()).check(tree.get(), faults);
    RoundDraft draft = DraftReading.read(tree.get(), spoilt, regions);
    DefinitionRules.check(draft, year, faults);
    Faults ofBefore = new Faults();
    Optional<RoundBefore> before = RoundBefore.read(jobs, year - 1, ofBefore);
    ContinuationRules.check(draft, before, faults);
    if (before.isEmpty()) {
      ContinuationRules.tellUnreadable(draft, year - 1, ofBefore, faults);
    }
    Optional<DefinitionFile> originFile = originFile(jobs, year, faults);
    List<OpeningValue> opening =
        openingFile
            .map(f -> new Openings(jobs, f, originFile, before).read(draft, faults))
            .orElse(List.of());
    if (!faults.isEmpty()) {
      throw new DefinitionRefused(faults.inOrder());
    }
    List<DefinitionFile> files =
        Stream.of(roundFile, openingFile, originFile, regionFile)
            .flatMap(Optional::stream)
            .toList();
    return round(draft, opening, checksum(files));
  }

  /// Where the opening values come from; a year without such values need not say.
  private static Optional<DefinitionFile> originFile(Path jobs, int year, Faults faults) {
    String name = year + "/" + ORIGIN;
    return Files.exists(jobs.resolve(name))
        ? DefinitionFile.read(jobs, name, faults)
        : Optional.empty();
  }

  private static Round round(RoundDraft draft, List<OpeningValue> opening, Sha256 checksum) {
    DefinitionItem head = draft.tree().item().item("round");
    DefinitionItem period = head.item("period");
    return new Round(
        draft.year(),
        head.text("title"),
        head.text("slogan"),
        draft.entities(),
        new ReportingPeriod(period.date("start"), period.date("end")),
        head.date("collection_start"),
        head.date("deadline"),
        head.date("data_date"),
        head.flag("demonstration"),
        DraftReading.units(draft.tree()),
        draft.codeLists(),
        draft.projects(),
        draft.indicators(),
        draft.forms(),
        draft.regions(),
        opening,
        places(head),
        checksum);
  }

  private static Map<String, DefinitionPlace> places(DefinitionItem head) {
    return Stream.of("title", "slogan", "entities")
        .collect(Collectors.toMap(Function.identity(), head::place));
  }

  /// Over the bytes of the files, each under its name.
  private static Sha256 checksum(List<DefinitionFile> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(f -> lines.append(f.checksum()).append("  ").append(f.name()).append('\n'));
    return Sha256.of(lines.toString());
  }

  private static List<Region> regions(DefinitionFile file, Faults faults) {
    List<Region> regions = new ArrayList<>();
    for (CsvRow row : file.rows(REGION_HEADING, faults)) {
      String code = row.cells().get(0);
      String entity = row.cells().get(2);
      String level = row.cells().get(4);
      if (!EntityCode.isWellFormed(code) || !EntityCode.isWellFormed(entity)) {
        faults.add("region-code", row.place(), "found", code + "、" + entity);
      } else if (regions.stream().anyMatch(r -> r.code().equals(code) && r.level().equals(level))) {
        faults.add("duplicate-region", row.place(), "code", code, "level", level);
      } else {
        regions.add(new Region(code, row.cells().get(1), new EntityCode(entity), level));
      }
    }
    return regions;
  }
}
