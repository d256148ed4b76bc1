package pledgebook.submission;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import pledgebook.finding.Failure;
import pledgebook.registry.Round;
import pledgebook.warehouse.Warehouse;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;

/// Reads received files into the warehouse: says whose each is and for when, and keeps its rows as
/// text. Several threads may read different files with the same reader.
public final class SubmissionReader {
  private final Round round;
  private final WorkbookLimits limits;

  /// A reader with the standard bounds for files from outside.
  public SubmissionReader(Round round) {
    this(round, WorkbookLimits.standard());
  }

  SubmissionReader(Round round, WorkbookLimits limits) {
    this.round = round;
    this.limits = limits;
  }

  /// Reads a file in one transaction: its rows, its findings and what came of it replace those of
  /// an earlier reading of the same bytes. The tables must be declared.
  ///
  /// @throws Failure `submission.file-not-readable` when the machine does not let us read it
  public Intake read(ReceivedFile file, Warehouse warehouse) {
    AtomicReference<Intake> intake = new AtomicReference<>();
    try {
      warehouse.replace(
          file.sha256().hex(),
          Submissions.TABLES,
          appenders -> {
            Intake read = open(file, Staging.into(appenders, file.sha256().hex()));
            Submissions.keep(appenders, file, read);
            intake.set(read);
          });
    } catch (RefusedInside e) {
      // Rows delivered before the damage showed are gone with the transaction.
      Intake rejected = new Examination(round, file).rejected(e.refused());
      warehouse.replace(
          file.sha256().hex(),
          Submissions.TABLES,
          appenders -> Submissions.keep(appenders, file, rejected));
      return rejected;
    }
    return intake.get();
  }

  /// Says what would come of a file, keeping nothing.
  ///
  /// @throws Failure `submission.file-not-readable` when the machine does not let us read it
  public Intake examine(ReceivedFile file) {
    try {
      return open(file, Staging.none());
    } catch (RefusedInside e) {
      return new Examination(round, file).rejected(e.refused());
    }
  }

  /// The year a file says it is for, on its machine sheet or else its cover; empty where it says
  /// none, or is no workbook that can be read.
  public static Optional<Integer> statedYear(Path file) {
    try (WorkbookReader workbook = WorkbookReader.open(file, WorkbookLimits.standard())) {
      Identification stated = Identification.of(workbook);
      return stated.machineYear().or(stated::coverYear);
    } catch (WorkbookRefused | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Intake open(ReceivedFile file, Staging staging) {
    try (WorkbookReader workbook = WorkbookReader.open(file.path(), limits)) {
      Intake intake = new Examination(round, file).of(workbook, staging);
      workbook.verify();
      return intake;
    } catch (WorkbookRefused e) {
      throw new RefusedInside(e);
    } catch (UncheckedIOException e) {
      throw InboxFailures.notReadable(file.path(), e);
    }
  }

  /// Carries a refusal out of a transaction.
  private static final class RefusedInside extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final WorkbookRefused refused;

    RefusedInside(WorkbookRefused refused) {
      super(refused);
      this.refused = refused;
    }

    WorkbookRefused refused() {
      return refused;
    }
  }
}
