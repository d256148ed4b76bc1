package pledgebook.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.core.NestedExceptionUtils;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.publication.EditionBasis;
import pledgebook.publication.Publisher;
import pledgebook.registry.BookletDesign;
import pledgebook.registry.BookletReader;
import pledgebook.registry.CommitmentComparison;
import pledgebook.registry.CommitmentComparison.Compared;
import pledgebook.registry.DefinitionRefused;
import pledgebook.registry.DefinitionValues;
import pledgebook.registry.Difference;
import pledgebook.registry.Differences;
import pledgebook.registry.Digest;
import pledgebook.registry.DigestReader;
import pledgebook.registry.Round;
import pledgebook.registry.RoundReader;
import pledgebook.registry.RoundRules;
import pledgebook.registry.RoundTables;
import pledgebook.registry.Waiver;
import pledgebook.registry.Waivers;
import pledgebook.submission.Inbox;
import pledgebook.submission.Submissions;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;
import pledgebook.warehouse.Warehouse;

/// Runs the year-end job: one run at a time in an output folder, taken up where an earlier one was
/// killed.
public final class JobRunner {
  private static final Messages MESSAGES = Messages.of("job");

  /// Spring Batch knows the running steps of a process by their numbers alone, whatever history
  /// they are of: of two jobs at once one would go on with the other's steps.
  private static final Lock ONE_AT_A_TIME = new ReentrantLock();

  private final YearEnd.Request request;
  private final Progress progress;

  /// @param progress told how far the run has come
  public JobRunner(YearEnd.Request request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /// Runs it.
  ///
  /// @throws DefinitionRefused when the round or its booklet cannot be meant
  /// @throws Failure with every reason of ours; the outputs of the previous run are left whole
  public YearEnd.Result run() throws DefinitionRefused {
    Round round = RoundReader.read(request.jobs(), request.year());
    BookletDesign booklet = BookletReader.read(request.jobs(), round);
    List<Waiver> waivers = Waivers.read(request.jobs(), round);
    List<Difference> differences = Differences.read(request.jobs(), round);
    Optional<Digest> digest = DigestReader.read(request.jobs(), round);
    RoundRules rules = RoundRules.read(request.jobs(), request.year());
    Compared compared = CommitmentComparison.withYearBefore(request.jobs(), round);
    Inbox inbox = new Inbox(request.input(), round, request.asOf());
    inbox.requireSubmission();
    Publisher.requireWritable(request.output());
    DiskNeed need = DiskNeed.of(request.input().resolve(String.valueOf(request.year())));
    need.requireIn(request.output());
    need.sentence().ifPresent(progress::note);
    try (OutputLock _ = OutputLock.take(request.output());
        BatchHistory history = BatchHistory.open(request.output())) {
      EditionBasis basis =
          EditionBasis.of(request.year(), request.jobs(), request.input(), request.program())
              .seenBy(inbox);
      Sha256 hash = basis.run();
      Path file = Run.warehouseFile(request);
      Attempt attempt =
          Attempt.next(
              history,
              request.year(),
              hash,
              folder(),
              number -> AttemptMark.stands(file, hash, number));
      boolean stands = prepare(file, attempt);
      YearEnd.Result result;
      try (Warehouse warehouse = Warehouse.open(file)) {
        if (stands) {
          Submissions.clearAllButRead(warehouse);
        }
        AttemptMark.leave(warehouse, hash, attempt.number());
        RoundTables.write(warehouse, round, waivers, differences, compared);
        DefinitionValues.hold(warehouse, request.jobs(), request.year());
        Submissions.declare(warehouse);
        Run run =
            new Run(request, round, booklet, digest.orElse(null), rules, basis, inbox, warehouse);
        execute(history, run, attempt);
        result = run.result(attempt.resumes());
      }
      FinishedWarehouse.note(file, request.program());
      return result;
    }
  }

  private Sha256 folder() {
    return Sha256.of(request.output().toAbsolutePath().normalize().toString());
  }

  /// Makes room for an attempt. The warehouse is rebuilt at will; what a finished run read into it
  /// may stand, as long as nobody touched it.
  ///
  /// @return whether rows of an earlier run stand in it
  private boolean prepare(Path file, Attempt attempt) {
    try {
      Files.createDirectories(file.getParent());
      boolean stands = !attempt.resumes() && FinishedWarehouse.stands(file, request.program());
      FinishedWarehouse.begin(file);
      if (!attempt.resumes() && !stands) {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
      }
      return stands;
    } catch (IOException e) {
      throw new Failure(
          "job.warehouse-not-replaced",
          ExitStatus.FAILED,
          MESSAGES.text("job.warehouse-not-replaced", "file", file),
          e);
    }
  }

  private void execute(BatchHistory history, Run run, Attempt attempt) {
    ONE_AT_A_TIME.lock();
    try {
      JobExecution execution =
          history
              .operator()
              .start(
                  new YearEndJob(history.repository(), run, progress).job(), attempt.parameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw failure(execution.getAllFailureExceptions());
      }
    } catch (JobExecutionException e) {
      throw unexpected(e);
    } finally {
      ONE_AT_A_TIME.unlock();
    }
  }

  /// The first failure that says what to do; a failure in a partition comes wrapped.
  private static Failure failure(List<Throwable> failures) {
    for (Throwable failure : failures) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof Failure said) {
          return said;
        }
        if (cause instanceof OutOfMemoryError error) {
          throw error;
        }
      }
    }
    return unexpected(failures.isEmpty() ? null : failures.getLast());
  }

  /// For the maintainer, the class of what lies at the bottom: what wraps it says nothing.
  private static Failure unexpected(@Nullable Throwable cause) {
    String reason =
        cause == null
            ? ""
            : NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName();
    String message = MESSAGES.text("job.unexpected", "reason", reason);
    return cause == null
        ? new Failure("job.unexpected", ExitStatus.FAILED, message)
        : new Failure("job.unexpected", ExitStatus.FAILED, message, cause);
  }
}
