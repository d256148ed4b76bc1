package pledgebook.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pledgebook.finding.Finding;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// What was sent again: the same bytes, which have a second line in the list where they were
/// superseded meanwhile, or the same values in other bytes, kept in a folder that never counts.
final class Resending {
  /// The folder of files that say what another one says already.
  static final String UNCHANGED = "unchanged";

  private static final Messages MESSAGES = Messages.of("submission");
  private static final Pattern KEPT =
      Pattern.compile(UNCHANGED + "/[0-9a-f]{12}-as-([0-9a-f]{12})\\..*");

  private final ReceivedLog log;

  Resending(ReceivedLog log) {
    this.log = log;
  }

  /// Where a file is kept that holds the values of another one.
  static String place(Sha256 sha256, Sha256 other, String extension) {
    return UNCHANGED + "/" + sha256.abbreviated() + "-as-" + other.abbreviated() + extension;
  }

  static boolean isKept(String file) {
    return file.startsWith(UNCHANGED + "/");
  }

  /// Tells whether sending a file again now is worth a line: it was superseded, and that it was
  /// sent again is not the last thing heard of the member.
  boolean isNews(EntityCode entity, String known, Sha256 sha256) {
    return isSuperseded(entity, known)
        && log.lines().stream()
            .filter(line -> line.entity().equals(Optional.of(entity)))
            .reduce((earlier, later) -> later)
            .filter(last -> last.sha256().equals(sha256))
            .isEmpty();
  }

  private boolean isSuperseded(EntityCode entity, String known) {
    return log.latest(entity).filter(latest -> !latest.file().equals(known)).isPresent();
  }

  /// Says that nothing changed, and that a later version still counts where there is one: whoever
  /// sends an old version again may believe it counts from now on.
  ///
  /// @param file what was sent, as it is stored
  /// @param known the file of the same bytes or values that was received before
  Finding told(EntityCode entity, String file, String known) {
    ReadingFindings findings = new ReadingFindings(file, entity);
    boolean sameBytes = file.equals(known);
    if (isSuperseded(entity, known)) {
      String latest = log.latest(entity).map(ReceivedLog.Line::file).orElse("");
      return findings.make(
          ReadingRule.SUPERSEDED_AGAIN,
          At.file(known, latest),
          "how",
          MESSAGES.text(sameBytes ? "same.bytes" : "same.values"),
          "file",
          known,
          "latest",
          latest);
    }
    return findings.make(
        sameBytes ? ReadingRule.NO_CHANGE : ReadingRule.SAME_VALUES, At.file(), "file", known);
  }

  /// What of all that was sent again still is to be told: the last of it by each member, where
  /// nothing new came from it since.
  ///
  /// @param files those in the folders of the members
  List<Told> standing(List<ReceivedFile> files) {
    Map<EntityCode, Told> last = new LinkedHashMap<>();
    List<Sha256> seen = new ArrayList<>();
    for (ReceivedLog.Line line : log.lines()) {
      EntityCode entity = line.entity().orElse(null);
      boolean again = seen.contains(line.sha256());
      seen.add(line.sha256());
      if (entity == null) {
        continue;
      }
      if (again || isKept(line.file())) {
        known(line, files)
            .ifPresent(known -> last.put(entity, new Told(line, told(entity, line.file(), known))));
      } else {
        last.remove(entity);
      }
    }
    return List.copyOf(last.values());
  }

  /// A line, and what is to be said of it.
  record Told(ReceivedLog.Line line, Finding finding) {}

  private static Optional<String> known(ReceivedLog.Line line, List<ReceivedFile> files) {
    if (!isKept(line.file())) {
      return Optional.of(line.file());
    }
    Matcher kept = KEPT.matcher(line.file());
    return kept.matches()
        ? files.stream()
            .filter(file -> file.sha256().abbreviated().equals(kept.group(1)))
            .map(ReceivedFile::file)
            .findFirst()
        : Optional.empty();
  }
}
