package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pledgebook.audit.AuditLog;
import pledgebook.vocabulary.Sha256;

/// The identity of an edition: a hash over what it is a function of, which is the received files,
/// the definitions and the program; never over what comes out (domain: the edition).
public final class EditionHash {
  /// Changes when the way of hashing does, so that two ways never give one identity.
  private static final String FORM = "pledgebook edition 2";

  private static final Pattern SHARED = Pattern.compile("regions\\.csv|[^.~].*\\.schema\\.json");

  private EditionHash() {}

  /// The hash of an edition.
  ///
  /// The definitions are every file below `jobs/<year>`, the round of the year before (its promises
  /// are set against this year's), `jobs/regions.csv` and every `jobs/*.schema.json`; the inputs
  /// every file below `input/<year>`; in neither what programs leave lying about
  /// ([pledgebook.vocabulary.Leftover]), which nothing reads. Each counts with its path and its
  /// bytes, in the order of the paths, so that neither the folder all lie in nor the order a file
  /// system lists them in takes part.
  ///
  /// @param jobs the folder of definitions
  /// @param input the folder of received files
  /// @param program the program's version
  /// @throws pledgebook.finding.Failure `publication.input-not-readable`
  public static Sha256 of(int year, Path jobs, Path input, String program) {
    try {
      StringBuilder text = new StringBuilder();
      text.append(FORM).append('\n');
      text.append("program ").append(Sha256.of(program)).append('\n');
      List<HashedFile> files = new ArrayList<>(definitions(year, jobs));
      files.addAll(inputs(year, input));
      for (HashedFile file : files) {
        // A path is hashed itself, so that no character in a name can imitate another line.
        text.append(Sha256.of(file.path())).append(' ').append(file.sha256()).append('\n');
      }
      return Sha256.of(text.toString());
    } catch (IOException e) {
      throw PublicationFailures.inputNotReadable(e);
    }
  }

  /// The received files of a year, with their paths below the folder of received files.
  static List<HashedFile> inputs(int year, Path input) throws IOException {
    String log = "input/" + year + "/" + AuditLog.NAME;
    return HashedFile.under(input.resolve(String.valueOf(year)), "input/" + year + "/").stream()
        .filter(file -> !file.path().equals(log))
        .toList();
  }

  private static List<HashedFile> definitions(int year, Path jobs) throws IOException {
    List<HashedFile> files = new ArrayList<>();
    for (Path file : shared(jobs)) {
      files.add(HashedFile.of(file, "jobs/" + file.getFileName()));
    }
    files.addAll(HashedFile.under(jobs.resolve(String.valueOf(year)), "jobs/" + year + "/"));
    String before = (year - 1) + "/round.yml";
    if (Files.exists(jobs.resolve(before))) {
      files.add(HashedFile.of(jobs.resolve(before), "jobs/" + before));
    }
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
}
