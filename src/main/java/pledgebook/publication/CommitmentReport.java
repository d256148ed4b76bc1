package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import pledgebook.registry.CommitmentChange;
import pledgebook.registry.Round;
import pledgebook.workbook.WorkbookContent;
import pledgebook.workbook.WorkbookWriter;

/// 承诺对照 on its own, before anything of the round was reported: a workbook to read, a table for
/// programs. It needs the definitions of two years alone, and is no part of an edition.
public final class CommitmentReport {
  private static final String NAME = "承诺对照";

  private CommitmentReport() {}

  /// Writes both files into a folder.
  ///
  /// @return them
  /// @throws pledgebook.finding.Failure `publication.output-not-writable` or
  ///   `publication.not-written`
  public static List<Path> write(Round round, List<CommitmentChange> changes, Path folder) {
    Publisher.requireWritable(folder);
    return List.of(
        put(folder, NAME + ".xlsx", file -> WorkbookWriter.write(workbook(round, changes), file)),
        put(folder, NAME + ".csv", file -> table(changes, file)));
  }

  /// How many changes there are of each kind, in one line.
  public static String counts(List<CommitmentChange> changes) {
    return CommitmentSheet.counts(changes);
  }

  private static WorkbookContent workbook(Round round, List<CommitmentChange> changes) {
    Notices notices =
        new Notices(round.demonstration() ? List.of(Notices.demonstration()) : List.of());
    SheetMarks marks = new SheetMarks(notices, round.title());
    return new WorkbookContent(
        round.title(),
        round.period().start(),
        List.of(CommitmentSheet.content(round.year(), changes, 0, marks)));
  }

  private static void table(List<CommitmentChange> changes, Path file) throws IOException {
    try (Csv csv = Csv.forPeople(file)) {
      csv.row(CommitmentSheet.headings());
      changes.forEach(change -> csv.row(CommitmentSheet.cells(change)));
    }
  }

  private static Path put(Path folder, String name, WholeFile.Content content) {
    try {
      return WholeFile.write(folder, name, content);
    } catch (IOException e) {
      throw PublicationFailures.notWritten(name, e);
    }
  }
}
