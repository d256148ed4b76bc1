package pledgebook.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import pledgebook.submission.ReceivedFile;
import pledgebook.vocabulary.Messages;

/// The year-end run in five sentences: readSubmissions → extractObservations → reconcileTargets →
/// compileStatements → publishEdition. Only reading is worth skipping on a restart: each workbook
/// is a partition that either stands whole in the warehouse or not at all. The other sentences are
/// said again; each replaces what it made before.
final class YearEndJob {
  static final String NAME = "year-end";

  private static final Messages MESSAGES = Messages.of("job");
  private static final String FILE = "file";

  private final JobRepository repository;
  private final Run run;
  private final Progress progress;
  private int said;

  YearEndJob(JobRepository repository, Run run, Progress progress) {
    this.repository = repository;
    this.run = run;
    this.progress = progress;
  }

  Job job() {
    return new JobBuilder(NAME, repository)
        .start(readSubmissions())
        .next(sentence("extractObservations", run::extractObservations))
        .next(sentence("reconcileTargets", run::reconcileTargets))
        .next(sentence("compileStatements", run::compileStatements))
        .next(sentence("publishEdition", run::publishEdition))
        .build();
  }

  private Step readSubmissions() {
    List<ReceivedFile> files = run.files();
    SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("read-");
    threads.setConcurrencyLimit(Runtime.getRuntime().availableProcessors());
    return new StepBuilder("readSubmissions", repository)
        .partitioner("readSubmission", partitions(files))
        .step(readSubmission(files))
        .gridSize(Math.max(1, files.size()))
        .taskExecutor(threads)
        .listener(new Beginning())
        .build();
  }

  /// One partition per workbook, named by its hash: another file is another partition.
  private static Partitioner partitions(List<ReceivedFile> files) {
    return gridSize -> {
      Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
      for (ReceivedFile file : files) {
        ExecutionContext context = new ExecutionContext();
        context.putString(FILE, file.sha256().hex());
        partitions.put(file.sha256().abbreviated(), context);
      }
      return partitions;
    };
  }

  private Step readSubmission(List<ReceivedFile> files) {
    Map<String, ReceivedFile> bySha =
        files.stream().collect(Collectors.toMap(f -> f.sha256().hex(), Function.identity()));
    Tasklet tasklet =
        (contribution, chunk) -> {
          ReceivedFile file =
              bySha.get(contribution.getStepExecution().getExecutionContext().getString(FILE));
          if (file != null) {
            boolean kept = run.readSubmission(file);
            progress.part(kept ? MESSAGES.text("job.kept", "file", file.file()) : file.file());
          }
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder("readSubmission", repository)
        .tasklet(tasklet, new ResourcelessTransactionManager())
        .build();
  }

  private Step sentence(String name, Runnable room) {
    Tasklet tasklet =
        (contribution, chunk) -> {
          room.run();
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository)
        .tasklet(tasklet, new ResourcelessTransactionManager())
        .allowStartIfComplete(true)
        .listener(new Beginning())
        .build();
  }

  private final class Beginning
      implements org.springframework.batch.core.listener.StepExecutionListener {
    @Override
    public void beforeStep(StepExecution step) {
      progress.begin(MESSAGES.text("job." + step.getStepName()), said++, 5);
    }
  }
}
