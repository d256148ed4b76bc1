package pledgebook.job;

import java.util.function.LongPredicate;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import pledgebook.vocabulary.Sha256;

/// Which job instance a run is. Identity is the year, the edition hash (inputs, definitions,
/// program), the output folder and the number of the attempt: nothing clock-like. A finished
/// instance is never run again; the same command is its next attempt, and gives the same bytes. One
/// that was killed or failed is taken up where it stopped.
///
/// @param resumes an earlier execution did not finish: steps it completed are not repeated
record Attempt(JobParameters parameters, long number, boolean resumes) {
  /// Batch marks an execution it has recovered and copies the mark into the next one, which could
  /// then never be recovered after a second kill.
  private static final String RECOVERED = "batch.recovered";

  /// Finds the attempt to make.
  ///
  /// @param resumable whether what the attempt of a number staged is still there
  static Attempt next(
      BatchHistory history, int year, Sha256 edition, Sha256 folder, LongPredicate resumable) {
    JobRepository repository = history.repository();
    long number = 1;
    while (true) {
      JobParameters parameters = parameters(year, edition, folder, number);
      JobExecution last = repository.getLastJobExecution(YearEndJob.NAME, parameters);
      if (last == null) {
        return new Attempt(parameters, number, false);
      }
      if (isUnfinished(history.operator(), last) && resumable.test(number)) {
        return new Attempt(parameters, number, true);
      }
      number++;
    }
  }

  /// The lock on the output folder tells that an execution still marked as running is dead.
  private static boolean isUnfinished(JobOperator operator, JobExecution last) {
    if (last.getStatus().isRunning()) {
      last.getExecutionContext().remove(RECOVERED);
      operator.recover(last);
    }
    return last.getStatus() == BatchStatus.FAILED || last.getStatus() == BatchStatus.STOPPED;
  }

  private static JobParameters parameters(int year, Sha256 edition, Sha256 folder, long number) {
    return new JobParametersBuilder()
        .addLong("year", (long) year)
        .addString("edition", edition.hex())
        .addString("folder", folder.abbreviated())
        .addLong("attempt", number)
        .toJobParameters();
  }
}
