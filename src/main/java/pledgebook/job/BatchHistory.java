package pledgebook.job;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import pledgebook.finding.ExitStatus;
import pledgebook.finding.Failure;
import pledgebook.vocabulary.Messages;

/// What was run, when, and how far it came: Spring Batch's own tables, in a small H2 file below the
/// output folder, or wherever `spring.datasource.url` points (PostgreSQL). Losing it costs a
/// restart its head start, never a figure.
final class BatchHistory implements AutoCloseable {
  private static final Messages MESSAGES = Messages.of("job");

  private final ConfigurableApplicationContext context;

  private BatchHistory(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Opens the history that belongs to an output folder.
  ///
  /// @throws Failure `job.history-not-opened`
  static BatchHistory open(Path output) {
    Path folder = output.toAbsolutePath().resolve("history");
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(Repository.class)
            .bannerMode(Banner.Mode.OFF)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties(
                Map.of(
                    "spring.datasource.url",
                    "jdbc:h2:file:" + folder.resolve("batch"),
                    "logging.file.name",
                    folder.resolve("pledgebook.log").toString()));
    try {
      return new BatchHistory(application.run());
    } catch (RuntimeException e) {
      throw new Failure(
          "job.history-not-opened",
          ExitStatus.FAILED,
          MESSAGES.text("job.history-not-opened", "folder", folder),
          e);
    }
  }

  JobRepository repository() {
    return context.getBean(JobRepository.class);
  }

  JobOperator operator() {
    return context.getBean(JobOperator.class);
  }

  @Override
  public void close() {
    context.close();
  }

  /// Only what the job repository needs: every other auto-configuration costs start-up time.
  @SpringBootConfiguration
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    BatchJdbcAutoConfiguration.class
  })
  static class Repository {}
}
