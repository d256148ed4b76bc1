package pledgebook.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Sha256;

/// What of an inbox counts at the end of a day.
public final class LookBack {
  private final LocalDate day;
  private final Path folder;
  private final ReceivedLog log;
  private final Set<Sha256> members;

  /// @param files those of the members that had been received by then
  LookBack(LocalDate day, InboxFolder folder, List<ReceivedFile> files) throws IOException {
    this.day = day;
    this.folder = folder.path();
    this.log = folder.log();
    this.members = files.stream().map(ReceivedFile::sha256).collect(Collectors.toSet());
  }

  /// The day looked back to, members' legal time.
  public LocalDate day() {
    return day;
  }

  /// Tells whether a file of the inbox counts: what is listed, by its first line; what is not, as a
  /// member's by its cover; anything else always does.
  ///
  /// @param file its path below the year's folder
  public boolean counts(String file, Sha256 sha256) {
    return log.find(sha256)
        .map(line -> line.isUntil(day))
        .orElseGet(
            () -> !EntityCode.isWellFormed(file.replaceAll("/.*", "")) || members.contains(sha256));
  }

  /// received.csv as it stood.
  ///
  /// @throws pledgebook.finding.Failure `submission.input-not-readable`
  public String list() {
    try {
      Set<Integer> later =
          log.lines().stream()
              .filter(line -> !line.isUntil(day))
              .map(ReceivedLog.Line::number)
              .collect(Collectors.toSet());
      StringBuilder kept = new StringBuilder();
      int number = 0;
      for (String line : Files.readString(folder.resolve(ReceivedLog.NAME)).split("(?<=\n)", -1)) {
        number++;
        kept.append(later.contains(number) ? "" : line);
      }
      return kept.toString();
    } catch (IOException e) {
      throw InboxFailures.inboxNotReadable(folder, e);
    }
  }
}
