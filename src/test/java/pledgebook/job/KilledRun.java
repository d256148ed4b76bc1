package pledgebook.job;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import pledgebook.registry.DefinitionRefused;

/// A year-end run in a process of its own that dies, as under kill -9, when it has come so far: no
/// shutdown hook, no finally, nothing flushed.
final class KilledRun {
  private KilledRun() {}

  /// Output folder, then the number of the event to die at, counted from 1.
  public static void main(String[] arguments) throws DefinitionRefused {
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[1]));
    new JobRunner(
            new YearEnd.Request(
                2024, Path.of("jobs"), Path.of("input"), Path.of(arguments[0]), "test"),
            new Progress() {
              @Override
              public void begin(String label, int done, int of) {
                die();
              }

              @Override
              public void part(String name) {
                die();
              }

              @Override
              public void note(String sentence) {}

              private void die() {
                if (left.decrementAndGet() == 0) {
                  Runtime.getRuntime().halt(137);
                }
              }
            })
        .run();
  }
}
