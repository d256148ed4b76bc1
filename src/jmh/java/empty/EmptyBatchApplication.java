package empty;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// The peer of src/jmh/cold-start: Spring Boot, Spring Batch and one job that does nothing.
@SpringBootApplication
public class EmptyBatchApplication {
  public static void main(String[] arguments) {
    System.exit(SpringApplication.exit(SpringApplication.run(EmptyBatchApplication.class)));
  }

  @Bean
  Job nothing(JobRepository repository) {
    return new JobBuilder("nothing", repository)
        .start(
            new StepBuilder("nothing", repository)
                .tasklet(
                    (contribution, chunk) -> RepeatStatus.FINISHED,
                    new ResourcelessTransactionManager())
                .build())
        .build();
  }
}
