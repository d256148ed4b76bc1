package pledgebook.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pledgebook.finding.Failure;
import pledgebook.registry.Round;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Relation;
import pledgebook.warehouse.Warehouse;

/// What reading large workbooks gave, kept so that none is read twice under one definition. Each
/// has a folder named by the hash of all that reading depends on, with its rows as Parquet and a
/// list of their hashes. A folder is whole or not there; what its list does not bear out is read
/// anew. Losing all of it only costs time.
public final class KeptReadings {
  /// In bytes: smaller workbooks are read about as fast as loaded.
  private static final long WORTH_KEEPING = 512 << 10;

  private static final String LIST = "checksums";
  private static final long LONGEST_LIST = 4096;
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}|\\.[0-9a-f]{64}\\.writing");

  /// In a path the database takes these for a pattern of names.
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final Path folder;
  private final Round round;
  private final String program;
  private final long least;

  /// @param folder where they are kept, made when it is needed; of one round alone
  /// @param program the program's version
  public KeptReadings(Path folder, Round round, String program) {
    this(folder, round, program, WORTH_KEEPING);
  }

  KeptReadings(Path folder, Round round, String program, long least) {
    this.folder = folder;
    this.round = round;
    this.program = program;
    this.least = least;
  }

  /// Reads a file into the warehouse as [SubmissionReader#read(ReceivedFile, Warehouse)] does, lets
  /// stand what an earlier run read into it, or loads what reading it gave before.
  ///
  /// @return whether the file did not have to be read
  /// @throws Failure `submission.file-not-readable` when the machine does not let us read it
  public boolean read(ReceivedFile file, Warehouse warehouse) {
    String submission = file.sha256().hex();
    Sha256 key = key(file);
    if (Submissions.stand(warehouse, submission, key)) {
      return true;
    }
    Submissions.noteRead(warehouse, submission, null);
    boolean worthKeeping = isWorthKeeping(file);
    Path entry = folder.resolve(key.hex());
    boolean loaded = worthKeeping && load(entry, file, warehouse);
    boolean received =
        loaded || new SubmissionReader(round).read(file, warehouse) instanceof Intake.Received;
    if (worthKeeping && received && !loaded) {
      keep(entry, file, warehouse);
    }
    // A refusal may be one of time alone, so it is not kept.
    if (received) {
      Submissions.noteRead(warehouse, submission, key);
    }
    return loaded;
  }

  /// Removes what was kept of other files than these, or under another definition.
  public void keepOnly(List<ReceivedFile> files) {
    Set<String> kept = files.stream().map(file -> key(file).hex()).collect(Collectors.toSet());
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (ENTRY.matcher(name).matches() && !kept.contains(name)) {
          delete(entry);
        }
      }
    } catch (IOException e) {
      // What cannot be removed now is removed by a later run; nothing rests on it.
      return;
    }
  }

  private boolean isWorthKeeping(ReceivedFile file) {
    try {
      return Files.size(file.path()) >= least && !WILDCARD.matcher(folder.toString()).find();
    } catch (IOException e) {
      return false;
    }
  }

  /// All that the rows, the findings and what came of a file depend on.
  private Sha256 key(ReceivedFile file) {
    return Sha256.of(
        String.join(
            "\n",
            program,
            Layout.reading(round).hex(),
            file.sha256().hex(),
            file.file(),
            String.valueOf(file.receivedAt()),
            String.valueOf(file.origin())));
  }

  private static Map<Relation, Path> files(Path entry) {
    Map<Relation, Path> files = new LinkedHashMap<>();
    Submissions.TABLES.forEach(table -> files.put(table, entry.resolve(table.name() + ".parquet")));
    return files;
  }

  private static boolean load(Path entry, ReceivedFile file, Warehouse warehouse) {
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      Path list = entry.resolve(LIST);
      if (Files.size(list) > LONGEST_LIST
          || !Files.readString(list).equals(list(entry.getFileName().toString(), entry))) {
        return false;
      }
      warehouse.replaceFrom(file.sha256().hex(), files(entry));
      return true;
    } catch (IOException | Failure e) {
      // Then it is read anew, and what stands in the way of that is told.
      return false;
    }
  }

  /// Written beside its place and moved there; what cannot be kept is read again the next time.
  private void keep(Path entry, ReceivedFile file, Warehouse warehouse) {
    Path writing = folder.resolve("." + entry.getFileName() + ".writing");
    try {
      delete(writing);
      Files.createDirectories(writing);
      files(writing)
          .forEach((table, path) -> warehouse.writeRows(table, file.sha256().hex(), path));
      Files.writeString(writing.resolve(LIST), list(entry.getFileName().toString(), writing));
      delete(entry);
      Files.move(writing, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | Failure e) {
      drop(writing);
    }
  }

  /// The key, and each file with its hash.
  private static String list(String key, Path entry) throws IOException {
    StringBuilder list = new StringBuilder(key).append('\n');
    for (Path file : files(entry).values()) {
      list.append(Sha256.of(file).hex()).append("  ").append(file.getFileName()).append('\n');
    }
    return list.toString();
  }

  private static void drop(Path writing) {
    try {
      delete(writing);
    } catch (IOException e) {
      // A later run removes it.
      return;
    }
  }

  private static void delete(Path entry) throws IOException {
    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      try (var files = Files.list(entry)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(entry);
  }
}
