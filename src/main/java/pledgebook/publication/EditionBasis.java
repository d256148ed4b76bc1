package pledgebook.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pledgebook.audit.AuditLog;
import pledgebook.audit.MerkleTree;
import pledgebook.audit.TabbedLine;
import pledgebook.submission.Inbox;
import pledgebook.submission.LookBack;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Fields;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// What an edition is a function of: the received files, the definitions and the program, and of
/// the files the cells its figures rest on; never what comes out (domain: the edition). Each is a
/// leaf, a line of text, of a Merkle tree whose root is the identity of the edition; so a single
/// cell can be shown to belong to it.
public final class EditionBasis {
  /// Changes when the way of hashing does, so that two ways never give one identity.
  private static final String FORM = "pledgebook edition 3";

  /// What a leaf about a cell begins with.
  static final String CELL = "cell";

  /// What a leaf about a file begins with.
  static final String FILE = "file";

  private static final Pattern SHARED = Pattern.compile("regions\\.csv|[^.~].*\\.schema\\.json");
  private static final Relation RESTED_CELL = new Relation("publication", "rested_cell");

  private final int year;
  private final String program;
  private final @Nullable LocalDate asOf;
  private final List<HashedFile> definitions;
  private final List<HashedFile> inputs;

  private EditionBasis(
      int year,
      String program,
      @Nullable LocalDate asOf,
      List<HashedFile> definitions,
      List<HashedFile> inputs) {
    this.year = year;
    this.program = program;
    this.asOf = asOf;
    this.definitions = List.copyOf(definitions);
    this.inputs = List.copyOf(inputs);
  }

  /// Everything that lies there now.
  ///
  /// The definitions are every file below `jobs/<year>`, the round of the year before (its promises
  /// are set against this year's), `jobs/regions.csv` and every `jobs/*.schema.json`; the inputs
  /// every file below `input/<year>` but the audit log; in neither what programs leave lying about
  /// ([pledgebook.vocabulary.Leftover]), which nothing reads. Each counts with its path and its
  /// bytes, in the order of the paths, so that neither the folder all lie in nor the order a file
  /// system lists them in takes part.
  ///
  /// @param jobs the folder of definitions
  /// @param input the folder of received files
  /// @param program the program's version
  /// @throws pledgebook.finding.Failure `publication.input-not-readable`
  public static EditionBasis of(int year, Path jobs, Path input, String program) {
    try {
      return new EditionBasis(year, program, null, definitions(year, jobs), inputs(year, input));
    } catch (IOException e) {
      throw PublicationFailures.inputNotReadable(e);
    }
  }

  /// What of it an inbox counts that looks back to a day; the same where it does not look back.
  ///
  /// @throws pledgebook.finding.Failure `submission.input-not-readable`
  public EditionBasis seenBy(Inbox inbox) {
    return inbox.lookBack().map(this::seenBy).orElse(this);
  }

  private EditionBasis seenBy(LookBack back) {
    String prefix = "input/" + year + "/";
    List<HashedFile> seen = new ArrayList<>();
    for (HashedFile file : inputs) {
      String name = file.path().substring(prefix.length());
      if (name.equals(Inbox.LIST)) {
        byte[] list = back.list().getBytes(StandardCharsets.UTF_8);
        seen.add(new HashedFile(file.path(), list.length, Sha256.of(list)));
      } else if (back.counts(name, file.sha256())) {
        seen.add(file);
      }
    }
    return new EditionBasis(year, program, back.day(), definitions, seen);
  }

  /// The received files of a year, with their paths below the folder of received files.
  static List<HashedFile> inputs(int year, Path input) throws IOException {
    String log = "input/" + year + "/" + AuditLog.NAME;
    return HashedFile.under(input.resolve(String.valueOf(year)), "input/" + year + "/").stream()
        .filter(file -> !file.path().equals(log))
        .toList();
  }

  static List<HashedFile> definitions(int year, Path jobs) throws IOException {
    List<HashedFile> files = new ArrayList<>();
    for (Path file : shared(jobs)) {
      files.add(HashedFile.of(file, "jobs/" + file.getFileName()));
    }
    String before = (year - 1) + "/round.yml";
    if (Files.exists(jobs.resolve(before))) {
      files.add(HashedFile.of(jobs.resolve(before), "jobs/" + before));
    }
    files.addAll(HashedFile.under(jobs.resolve(String.valueOf(year)), "jobs/" + year + "/"));
    return files;
  }

  /// What the definitions of all years share, by name.
  private static List<Path> shared(Path jobs) throws IOException {
    if (!Files.isDirectory(jobs)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(jobs)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> SHARED.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
          .toList();
    }
  }

  List<HashedFile> definitions() {
    return definitions;
  }

  List<HashedFile> inputs() {
    return inputs;
  }

  /// The day it looks back to; null where it is what lies there now.
  @Nullable LocalDate asOf() {
    return asOf;
  }

  /// The identity of a run: the root over everything but the cells, which are known only when the
  /// run has read them, and follow from the rest.
  public Sha256 run() {
    MerkleTree tree = new MerkleTree();
    head(tree::add);
    return tree.root();
  }

  /// The identity of the edition: the root over everything.
  ///
  /// @param warehouse holds a reconciled round
  public Sha256 edition(Warehouse warehouse) {
    warehouse.create(RESTED_CELL);
    MerkleTree tree = new MerkleTree();
    leaves(warehouse, tree::add);
    return tree.root();
  }

  /// Every leaf in its order: the form and the year, the program, the day looked back to, the files
  /// by path, the cells by place.
  ///
  /// @param warehouse what the edition's identity was taken of
  void leaves(Warehouse warehouse, Consumer<String> leaves) {
    head(leaves);
    warehouse.each(RESTED_CELL, List.of(), row -> leaves.accept(cell(row)));
  }

  private void head(Consumer<String> leaves) {
    leaves.accept(TabbedLine.of(List.of(FORM, String.valueOf(year))));
    leaves.accept(TabbedLine.of(List.of("program", program)));
    if (asOf != null) {
      leaves.accept(TabbedLine.of(List.of("as-of", asOf.toString())));
    }
    for (HashedFile file : Stream.concat(definitions.stream(), inputs.stream()).toList()) {
      leaves.accept(TabbedLine.of(List.of(FILE, file.path(), file.sha256().hex())));
    }
  }

  /// A cell is told by the text found in it; where that is the plain form of the value, by the
  /// value.
  private static String cell(Fields row) {
    String raw = row.optionalText("raw");
    String value = DataTable.plain(row.optionalDecimal("value"));
    return TabbedLine.of(
        List.of(
            CELL,
            row.text("submission"),
            row.text("file"),
            row.text("sheet"),
            text(row.optionalText("cell")),
            raw == null ? text(value) : raw));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
