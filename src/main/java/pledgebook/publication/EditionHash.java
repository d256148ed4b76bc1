package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pledgebook.audit.AuditLog;
import pledgebook.vocabulary.Sha256;

/// The identity of an edition: a hash over what it is a function of, which is the received files,
/// the definitions and the program; never over what comes out (domain: the edition).
public final class EditionHash {
  /// Changes when the way of hashing does, so that two ways never give one identity.
  private static final String FORM = "pledgebook edition 1";

  private EditionHash() {}

  /// The hash of an edition.
  ///
  /// The definitions are every file below `jobs/<year>`, `jobs/regions.csv`,
  /// `jobs/booklet.schema.json`, `jobs/digest.schema.json` and `jobs/round.schema.json`; the inputs
  /// every file below `input/<year>`. Each counts with its path and its bytes, in the order of the
  /// paths, so that neither the folder all lie in nor the order a file system lists them in takes
  /// part.
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
    for (String shared :
        List.of("booklet.schema.json", "digest.schema.json", "regions.csv", "round.schema.json")) {
      Path file = jobs.resolve(shared);
      if (Files.exists(file)) {
        files.add(HashedFile.of(file, "jobs/" + shared));
      }
    }
    files.addAll(HashedFile.under(jobs.resolve(String.valueOf(year)), "jobs/" + year + "/"));
    return files;
  }
}
