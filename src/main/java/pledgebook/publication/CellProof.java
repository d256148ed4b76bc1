package pledgebook.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import pledgebook.audit.MerkleTree;
import pledgebook.audit.MerkleTree.Step;
import pledgebook.audit.TabbedLine;
import pledgebook.finding.Finding;
import pledgebook.finding.Location;
import pledgebook.finding.Severity;
import pledgebook.publication.EditionFolders.EditionFolder;
import pledgebook.vocabulary.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// That a cell, or a file, belongs to what an edition rests on: its leaf, and the hashes beside the
/// way from it to the edition's identity. Whoever holds a proof needs nothing else to check it.
///
/// @param edition the identity it leads to
/// @param leaf the line
/// @param index of the leaf, from 0
/// @param leaves how many there are
public record CellProof(Sha256 edition, String leaf, int index, int leaves, List<Step> path) {
  private static final String FORM = "pledgebook proof 1: RFC 6962, SHA-256";

  private static final Pattern YEAR = Pattern.compile("(\\d{4})(-\\d{1,6})?");

  /// More than a path in any tree takes.
  private static final long LARGEST = 1L << 20;

  public CellProof {
    path = List.copyOf(path);
  }

  /// Proves a cell, `<file>!<sheet>!<cell>`, or a file, such as `jobs/2024/round.yml`.
  ///
  /// @param output the folder the editions lie in
  /// @param number of the edition; null for the newest
  /// @throws pledgebook.finding.Failure `publication.nothing-to-prove`,
  ///   `publication.not-rested-on`, `publication.leaves-altered` or
  ///   `publication.edition-not-readable`
  public static CellProof of(Path output, int year, @Nullable Integer number, String what) {
    EditionFolder folder = folder(output, year, number);
    Manifest manifest = PublishedBooklet.manifest(folder.path());
    MerkleTree tree = new MerkleTree();
    List<String> sought = sought(what);
    String found = null;
    int index = -1;
    try (BufferedReader lines =
        Files.newBufferedReader(folder.path().resolve(LeavesFile.NAME), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (found == null && isSought(line, sought)) {
          found = line;
          index = tree.size();
          tree.addSought(line);
        } else {
          tree.add(line);
        }
      }
    } catch (IOException e) {
      throw PublicationFailures.notReadable(folder.path(), e);
    }
    if (!tree.root().equals(manifest.edition())) {
      throw PublicationFailures.leavesAltered(folder.path());
    }
    if (found == null) {
      throw PublicationFailures.notRestedOn(what, folder.path());
    }
    return new CellProof(tree.root(), found, index, tree.size(), tree.path());
  }

  /// The years there are editions of, in order.
  ///
  /// @throws pledgebook.finding.Failure `publication.edition-not-readable`
  public static List<Integer> years(Path output) {
    if (!Files.isDirectory(output)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(output)) {
      return entries
          .map(entry -> YEAR.matcher(String.valueOf(entry.getFileName())))
          .filter(Matcher::matches)
          .map(year -> Integer.valueOf(year.group(1)))
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  private static EditionFolder folder(Path output, int year, @Nullable Integer number) {
    try {
      EditionFolders folders = new EditionFolders(output, year);
      return folders.editions().stream()
          .filter(folder -> number == null || folder.number() == number)
          .reduce((a, b) -> b)
          .orElseThrow(() -> PublicationFailures.nothingToProve(year));
    } catch (IOException e) {
      throw PublicationFailures.notReadable(output, e);
    }
  }

  private static List<String> sought(String what) {
    int first = what.indexOf('!');
    int last = what.lastIndexOf('!');
    return first < last
        ? List.of(
            what.substring(0, first), what.substring(first + 1, last), what.substring(last + 1))
        : List.of(what);
  }

  /// A line that is no leaf is not sought; the root tells that it is none.
  private static boolean isSought(String line, List<String> sought) {
    String kind = sought.size() == 1 ? EditionBasis.FILE : EditionBasis.CELL;
    int from = sought.size() == 1 ? 1 : 2;
    try {
      List<String> values = TabbedLine.values(line);
      return values.getFirst().equals(kind)
          && values.size() > from + sought.size()
          && values.subList(from, from + sought.size()).equals(sought);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// What the leaf says: the words of the line.
  public List<String> said() {
    return TabbedLine.values(leaf);
  }

  /// As JSON.
  public String text() {
    ObjectNode json = Json.object();
    json.put("proof", FORM);
    json.put("edition", edition.hex());
    json.put("leaf", leaf);
    json.put("index", index);
    json.put("leaves", leaves);
    ArrayNode steps = json.putArray("path");
    for (Step step : path) {
      steps
          .addObject()
          .put("side", step.left() ? "left" : "right")
          .put("sha256", step.sha256().hex());
    }
    return Json.text(json);
  }

  /// Reads one.
  ///
  /// @throws pledgebook.finding.Failure `publication.proof-not-readable`
  public static CellProof read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("too large");
      }
      ObjectNode json = Json.read(file);
      return Json.taken(
          file,
          () -> {
            if (!Json.string(json, "proof").equals(FORM)) {
              throw new IllegalArgumentException("form");
            }
            String leaf = Json.string(json, "leaf");
            TabbedLine.values(leaf);
            return new CellProof(
                new Sha256(Json.string(json, "edition")),
                leaf,
                json.required("index").intValue(),
                json.required("leaves").intValue(),
                steps(json.required("path")));
          });
    } catch (IOException e) {
      throw PublicationFailures.proofNotReadable(file, e);
    }
  }

  private static List<Step> steps(JsonNode path) {
    if (!path.isArray()) {
      throw new IllegalArgumentException("path");
    }
    List<Step> steps = new ArrayList<>();
    StreamSupport.stream(path.spliterator(), false)
        .forEach(step -> {
          String side = Json.string(step, "side");
          if (!side.equals("left") && !side.equals("right")) {
            throw new IllegalArgumentException("side");
          }
          steps.add(new Step(side.equals("left"), new Sha256(Json.string(step, "sha256"))));
        });
    return steps;
  }

  /// What does not hold; empty where the leaf belongs to the edition.
  ///
  /// @param printed the edition's identity as somebody read it elsewhere; null where nobody did
  public Optional<Finding> fault(Path file, @Nullable Sha256 printed) {
    Optional<Sha256> root = MerkleTree.root(leaf, index, leaves, path);
    if (!root.equals(Optional.of(edition))) {
      return Optional.of(
          fault("proof-broken", file, root.map(Sha256::hex).orElse(null), edition.hex()));
    }
    return printed == null || printed.equals(edition)
        ? Optional.empty()
        : Optional.of(fault("proof-of-other-edition", file, edition.hex(), printed.hex()));
  }

  private static Finding fault(String name, Path file, @Nullable String found, String expected) {
    String code = "publication." + name;
    return new Finding(
        code,
        Severity.ERROR,
        null,
        Location.ofFile(String.valueOf(file.getFileName())),
        found,
        expected,
        null,
        null,
        PublicationFailures.MESSAGES.text(code, "file", file.getFileName()),
        List.of());
  }
}
