package pledgebook.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pledgebook.audit.AuditLog;
import pledgebook.finding.Finding;
import pledgebook.registry.Round;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Leftover;
import pledgebook.vocabulary.Sha256;

/// What lies in input/<year>, a folder per member and a few of our own. A file is named by its path
/// below it, one folder deep.
///
/// @param path input/<year>; it need not exist
record InboxFolder(Path path, Round round) {
  /// What belongs beside the members' folders.
  private static final Set<String> OWN =
      Set.of(
          ReceivedLog.NAME,
          AuditLog.NAME,
          Inbox.REJECTED,
          Resending.UNCHANGED,
          Reception.INCOMING,
          ".gitkeep",
          ".gitignore");

  /// The list of what was received.
  ReceivedLog log() throws IOException {
    return ReceivedLog.read(path.resolve(ReceivedLog.NAME));
  }

  /// Is a file there, and a file?
  boolean holds(String file) {
    return Files.isRegularFile(path.resolve(file), LinkOption.NOFOLLOW_LINKS);
  }

  Sha256 hash(String file) throws IOException {
    return Sha256.of(path.resolve(file));
  }

  /// A file as it was received.
  ///
  /// @param listed its line, where it has one
  ReceivedFile received(String file, Sha256 sha256, Optional<ReceivedLog.Line> listed) {
    return ReceivedFile.of(path.resolve(file), file, sha256, listed);
  }

  /// Where some bytes lie already in one folder.
  ///
  /// @param place the code of a member, or the name of a folder of our own
  Optional<String> find(String place, Sha256 sha256) throws IOException {
    for (String file : files(place)) {
      if (ReceivedLog.isSafe(file) && hash(file).equals(sha256)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// The files in one folder, in order.
  List<String> files(String place) throws IOException {
    return files(path.resolve(place), new ArrayList<>());
  }

  /// The files in the folders named by six digits, in order.
  ///
  /// @param findings takes what is to be told of what else lies there
  List<String> files(List<Finding> findings) throws IOException {
    List<String> files = new ArrayList<>();
    for (Path member : children(path)) {
      if (EntityCode.isWellFormed(name(member))) {
        files.addAll(files(member, findings));
      } else if (!OWN.contains(name(member)) && !Leftover.is(member)) {
        findings.add(
            new ReadingFindings(name(member), null)
                .make(ReadingRule.LOOSE_FILE, At.file(), "file", name(member)));
      }
    }
    return files;
  }

  private List<String> files(Path place, List<Finding> findings) throws IOException {
    List<String> files = new ArrayList<>();
    for (Path child : children(place)) {
      String file = name(place) + "/" + name(child);
      if (Leftover.is(child)) {
        continue;
      }
      if (Files.notExists(place.resolve(name(child)), LinkOption.NOFOLLOW_LINKS)) {
        // Its bytes are no UTF-8; the name as text leads nowhere.
        findings.add(on(file).make(ReadingRule.UNREADABLE_NAME, At.file(), "file", file));
      } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
        files.add(file);
      } else {
        findings.add(on(file).make(ReadingRule.NOT_A_FILE, At.file(), "file", file));
      }
    }
    return files;
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted(Comparator.comparing(InboxFolder::name)).toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// Findings on a file are addressed to the member in whose folder it lies.
  ReadingFindings on(String file) {
    String member = file.replaceAll("/.*", "");
    boolean known =
        EntityCode.isWellFormed(member) && round.findEntity(new EntityCode(member)).isPresent();
    return new ReadingFindings(file, known ? new EntityCode(member) : null);
  }
}
