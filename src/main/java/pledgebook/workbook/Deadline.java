package pledgebook.workbook;

import java.time.Duration;

/// The time one walk through a file may take. Measured with the machine's running counter, which
/// says nothing about the hour.
final class Deadline {
  private final Duration allowed;
  private long end;

  private Deadline(Duration allowed) {
    this.allowed = allowed;
    this.end = System.nanoTime() + allowed.toNanos();
  }

  static Deadline in(Duration allowed) {
    return new Deadline(allowed);
  }

  boolean passed() {
    return System.nanoTime() - end > 0;
  }

  /// Runs the caller's own work, whose time does not count.
  boolean without(java.util.function.BooleanSupplier work) {
    long before = System.nanoTime();
    boolean answer = work.getAsBoolean();
    end += System.nanoTime() - before;
    return answer;
  }

  WorkbookFault fault() {
    return new WorkbookFault.TooLarge("time", allowed.toSeconds());
  }
}
