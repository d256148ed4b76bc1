package pledgebook.submission;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pledgebook.finding.Finding;
import pledgebook.submission.ReadingFindings.At;
import pledgebook.vocabulary.Sha256;

/// Holds received.csv against what lies in the inbox.
final class ListReview {
  private final InboxFolder folder;
  private final ReceivedLog log;

  ListReview(InboxFolder folder, ReceivedLog log) {
    this.folder = folder;
    this.log = log;
  }

  /// Lines that cannot be understood.
  List<Finding> faults() {
    ReadingFindings findings = new ReadingFindings(ReceivedLog.NAME, null);
    for (ReceivedLog.LineFault fault : log.faults()) {
      findings.add(
          ReadingRule.LIST_LINE,
          new At(null, String.valueOf(fault.number()), fault.text(), null, List.of()),
          "line",
          fault.number(),
          "reason",
          fault.reason());
    }
    return findings.all();
  }

  /// What the list says must lie there unchanged.
  List<Finding> altered() throws IOException {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (ReceivedLog.Line line : log.lines()) {
      String file = line.file();
      if (!told.add(file)) {
        continue;
      }
      if (!folder.holds(file)) {
        findings.add(folder.on(file).make(ReadingRule.LISTED_MISSING, At.file(), "file", file));
        continue;
      }
      Sha256 now = folder.hash(file);
      if (!now.equals(line.sha256())) {
        findings.add(
            folder
                .on(file)
                .make(
                    ReadingRule.LISTED_ALTERED,
                    At.file(now.hex(), line.sha256().hex()),
                    "file",
                    file,
                    "expected",
                    line.sha256().abbreviated(),
                    "found",
                    now.abbreviated()));
      }
    }
    return findings;
  }

  /// What was sent again, and what somebody wrote into it where nobody reads it.
  ///
  /// @param files those in the folders of the members
  List<Finding> again(List<ReceivedFile> files) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Resending.Told told : new Resending(log).standing(files)) {
      findings.add(told.finding());
      String file = told.line().file();
      if (Resending.isKept(file) && folder.holds(file)) {
        findings.addAll(remarks(told.line()));
      }
    }
    return findings;
  }

  /// What lies beside the files that brought nothing new and was never received, on no day.
  ///
  /// @param whole the list as it stands, however far this one looks back
  List<Finding> loose(ReceivedLog whole) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (String file : folder.files(Resending.UNCHANGED)) {
      if (whole.lines().stream().noneMatch(line -> line.file().equals(file))) {
        findings.add(folder.on(file).make(ReadingRule.LOOSE_FILE, At.file(), "file", file));
      }
    }
    return findings;
  }

  private List<Finding> remarks(ReceivedLog.Line line) {
    ReceivedFile kept = folder.received(line.file(), line.sha256(), Optional.of(line));
    return new SubmissionReader(folder.round()).examine(kept) instanceof Intake.Received received
        ? received.findings().stream().filter(UnreadRemarks::isOne).toList()
        : List.of();
  }
}
