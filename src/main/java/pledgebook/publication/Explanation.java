package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Passports.EvidencePassport;
import pledgebook.publication.Passports.FigurePassport;
import pledgebook.publication.Passports.IndicatorPassport;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.node.ObjectNode;

/// Tells of the newest edition of a year where a figure comes from, out of what the edition itself
/// holds: neither the warehouse nor the received files are needed.
public final class Explanation {
  private static final int MOST_CELLS = 8;
  private static final Pattern QUALIFIER = Pattern.compile("^[超逾近]");
  private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");

  private final Path folder;
  private final Manifest manifest;
  private final Passports passports;

  private Explanation(Path folder, Manifest manifest, Passports passports) {
    this.folder = folder;
    this.manifest = manifest;
    this.passports = passports;
  }

  /// A figure or an indicator that was found, with the figures it was found by.
  private record Found(IndicatorPassport indicator, List<FigurePassport> figures) {}

  /// Opens an edition.
  ///
  /// @param output the folder the editions lie in
  /// @param year null: the latest there is an edition of
  /// @throws pledgebook.finding.Failure `publication.nothing-to-explain`,
  ///   `publication.edition-not-readable` or `publication.explanation-altered`
  public static Explanation of(Path output, @Nullable Integer year) {
    try {
      Integer chosen = year == null ? latest(output) : year;
      Path folder =
          new EditionFolders(output, chosen)
              .newest()
              .orElseThrow(() -> PublicationFailures.nothingToExplain(chosen))
              .path();
      Manifest manifest = PublishedBooklet.manifest(folder);
      Path file = folder.resolve(DataPackage.PASSPORTS);
      requireUnaltered(folder, manifest, DataPackage.PASSPORTS);
      return new Explanation(folder, manifest, Json.read(file, Passports.class));
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  private static int latest(Path output) throws IOException {
    if (!Files.isDirectory(output)) {
      throw PublicationFailures.nothingToExplain();
    }
    try (Stream<Path> folders = Files.list(output)) {
      OptionalInt latest =
          folders
              .map(folder -> folder.getFileName().toString())
              .filter(name -> YEAR.matcher(name).matches())
              .mapToInt(Integer::parseInt)
              .max();
      return latest.orElseThrow(PublicationFailures::nothingToExplain);
    }
  }

  private static void requireUnaltered(Path folder, Manifest manifest, String path)
      throws IOException {
    Path file = folder.resolve(path);
    boolean same =
        Files.isRegularFile(file)
            && manifest.outputs().contains(new HashedFile(path, Files.size(file), Sha256.of(file)));
    if (!same) {
      throw PublicationFailures.explanationAltered(folder, path);
    }
  }

  /// What is explained: the title of the edition, and what it has to say of itself.
  public List<String> heading() {
    List<String> heading = new ArrayList<>();
    heading.add(
        PublicationFailures.MESSAGES.text(
            "passport.edition",
            "title",
            passports.title(),
            "folder",
            String.valueOf(folder.getFileName()),
            "hash",
            new Sha256(passports.edition()).abbreviated()));
    if (!passports.notice().isEmpty()) {
      heading.add(passports.notice());
    }
    return heading;
  }

  /// The passports of an indicator (by code or name) or of printed figures (by their text or their
  /// place), as trees.
  ///
  /// @param all every cell, however many there are
  /// @throws pledgebook.finding.Failure `publication.no-such-figure`
  public List<String> lines(String asked, boolean all) {
    List<Found> found = find(asked);
    PassportTrees trees =
        all
            ? new PassportTrees(passports, Integer.MAX_VALUE, cells(found))
            : PassportTrees.bounded(passports, MOST_CELLS);
    List<String> lines = new ArrayList<>();
    for (Found one : found) {
      lines.addAll(trees.of(one.indicator(), one.figures()).lines());
    }
    return lines;
  }

  /// The same as JSON: the passports as data/passports.json has them, those of a ratio's sides
  /// included.
  public String json(String asked) {
    List<Found> found = find(asked);
    List<IndicatorPassport> indicators = new ArrayList<>();
    List<FigurePassport> figures = new ArrayList<>();
    for (Found one : found) {
      figures.addAll(one.figures());
      Stream.concat(Stream.of(one.indicator()), passports.parts(one.indicator()).stream())
          .filter(indicator -> !indicators.contains(indicator))
          .forEach(indicators::add);
    }
    ObjectNode json =
        Json.of(
            new Passports(
                passports.year(),
                passports.title(),
                passports.edition(),
                passports.state(),
                passports.notice(),
                passports.files(),
                indicators,
                figures));
    return Json.text(json);
  }

  private List<Found> find(String asked) {
    String wanted = plain(asked);
    for (IndicatorPassport indicator : passports.indicators()) {
      if (wanted.toUpperCase(Locale.ROOT).equals(indicator.code())
          || asked.strip().equals(indicator.name())) {
        return List.of(
            new Found(
                indicator,
                passports.figures().stream()
                    .filter(figure -> figure.indicator().equals(indicator.code()))
                    .toList()));
      }
    }
    Map<String, Found> found = new LinkedHashMap<>();
    for (FigurePassport figure : passports.figures()) {
      if (figure.id().equals(asked.strip()) || isWritten(figure, wanted)) {
        passports
            .indicator(figure.indicator())
            .ifPresent(indicator ->
                found
                    .computeIfAbsent(
                        indicator.code() + figure.promise() + figure.member(),
                        key -> new Found(indicator, new ArrayList<>()))
                    .figures()
                    .add(figure));
      }
    }
    if (found.isEmpty()) {
      throw PublicationFailures.noSuchFigure(asked, folder);
    }
    return List.copyOf(found.values());
  }

  /// With or without its unit and its 超, 逾 or 近; 1.62:1 is 1.62∶1.
  private static boolean isWritten(FigurePassport figure, String wanted) {
    String bare = QUALIFIER.matcher(figure.text()).replaceFirst("");
    return Stream.of(figure.text(), bare)
        .flatMap(text -> Stream.of(text, text + figure.tied()))
        .map(Explanation::plain)
        .anyMatch(wanted::equals);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200B]", "")
        .replace('∶', ':');
  }

  /// Every cell of what was found, out of data/lineage.csv.
  private PassportTrees.AllCells cells(List<Found> found) {
    List<String> codes =
        found.stream()
            .flatMap(one -> passports.parts(one.indicator()).stream())
            .map(IndicatorPassport::code)
            .toList();
    Map<List<String>, List<EvidencePassport>> cells = new HashMap<>();
    String path = DataPackage.FOLDER + "/lineage.csv";
    try {
      requireUnaltered(folder, manifest, path);
      LineageRows.read(
          folder.resolve(path),
          passports.year(),
          codes,
          (code, entity, cell) ->
              cells.computeIfAbsent(List.of(code, entity), k -> new ArrayList<>()).add(cell));
    } catch (IOException e) {
      throw PublicationFailures.notReadable(folder, e);
    }
    return (indicator, member) ->
        cells.getOrDefault(List.of(indicator.code(), member.entity()), List.of());
  }
}
