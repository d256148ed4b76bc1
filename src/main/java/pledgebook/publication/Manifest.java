package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What an edition consists of and what it was made from: manifest.json.
///
/// @param outputs every file of the edition but the manifest itself, by path
/// @param inputs every received file it rests on, by path
/// @param definitions every file of the definitions, by path
/// @param asOf the day it looks back to; null where all submissions count
/// @param submissions what it makes of each received file
record Manifest(
    Sha256 edition,
    String program,
    int year,
    String title,
    boolean draft,
    boolean demonstration,
    List<HashedFile> outputs,
    List<HashedFile> inputs,
    List<HashedFile> definitions,
    @Nullable LocalDate asOf,
    List<FileVerdict> submissions) {

  static final String NAME = "manifest.json";

  private static final String DRAFT = "draft";

  Manifest {
    outputs = List.copyOf(outputs);
    inputs = List.copyOf(inputs);
    definitions = List.copyOf(definitions);
    submissions = List.copyOf(submissions);
  }

  /// The manifest of the outputs that stand in a folder.
  static Manifest of(
      Edition edition, Path folder, EditionBasis basis, List<FileVerdict> submissions)
      throws IOException {
    return new Manifest(
        edition.hash(),
        edition.program(),
        edition.round().year(),
        edition.round().title(),
        edition.draft(),
        edition.round().demonstration(),
        HashedFile.under(folder, ""),
        basis.inputs(),
        basis.definitions(),
        basis.asOf(),
        submissions);
  }

  /// Writes it into a folder.
  void write(Path folder) throws IOException {
    ObjectNode json = Json.object();
    json.put("edition", edition.hex());
    json.put("program", program);
    json.put("year", year);
    json.put("title", title);
    json.put("state", draft ? DRAFT : "final");
    json.put("demonstration", demonstration);
    if (asOf != null) {
      json.put("as_of", asOf.toString());
    }
    outputs.forEach(file -> append(json.withArray("outputs"), file));
    ArrayNode received = json.putArray("inputs");
    inputs.forEach(file -> append(received, file));
    ArrayNode defined = json.putArray("definitions");
    definitions.forEach(file -> append(defined, file));
    ArrayNode judged = json.putArray("submissions");
    submissions.forEach(file -> file.append(judged));
    Json.write(json, folder.resolve(NAME));
  }

  private static void append(ArrayNode files, HashedFile file) {
    files
        .addObject()
        .put("path", file.path())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256().hex());
  }

  /// Reads it from a folder.
  ///
  /// @throws IOException when it is missing or not understood
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    ObjectNode json = Json.read(file);
    return Json.taken(
        file,
        () ->
            new Manifest(
                new Sha256(Json.string(json, "edition")),
                Json.string(json, "program"),
                json.required("year").intValue(),
                Json.string(json, "title"),
                Json.string(json, "state").equals(DRAFT),
                json.required("demonstration").booleanValue(),
                files(json.required("outputs")),
                files(json.required("inputs")),
                files(json.required("definitions")),
                json.has("as_of") ? LocalDate.parse(Json.string(json, "as_of")) : null,
                StreamSupport.stream(json.required("submissions").spliterator(), false)
                    .map(FileVerdict::read)
                    .toList()));
  }

  private static List<HashedFile> files(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(file ->
            new HashedFile(
                Json.string(file, "path"),
                file.required("bytes").longValue(),
                new Sha256(Json.string(file, "sha256"))))
        .toList();
  }

  /// The paths at which a folder differs from this manifest: altered, missing or never written.
  /// What seals and signs an edition, and what file managers and open spreadsheet programs leave
  /// behind, is passed over.
  List<String> differencesIn(Path folder) throws IOException {
    return differences(
        outputs,
        HashedFile.under(folder, "").stream()
            .filter(file -> !file.path().equals(NAME))
            .filter(file -> !Seal.FILES.contains(file.path()))
            .filter(file -> !EditionArchive.holds(file.path()))
            .filter(file -> !SignedCopies.isOne(file.path()))
            .filter(file -> !isHidden(file.path()))
            .toList());
  }

  /// Does an output still lie in a folder as it was written?
  boolean stands(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file) && outputs.contains(HashedFile.of(file, name));
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> differences(List<HashedFile> left, List<HashedFile> right) {
    Map<String, Sha256> expected = new LinkedHashMap<>();
    left.forEach(file -> expected.put(file.path(), file.sha256()));
    TreeSet<String> differing = new TreeSet<>();
    for (HashedFile file : right) {
      if (!file.sha256().equals(expected.remove(file.path()))) {
        differing.add(file.path());
      }
    }
    differing.addAll(expected.keySet());
    return new ArrayList<>(differing);
  }

  private static boolean isHidden(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }
}
