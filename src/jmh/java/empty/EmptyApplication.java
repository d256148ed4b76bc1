package empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The peer of src/jmh/check-start: Spring Boot and nothing else.
@SpringBootApplication
public class EmptyApplication {
  public static void main(String[] arguments) {
    System.exit(SpringApplication.exit(SpringApplication.run(EmptyApplication.class)));
  }
}
