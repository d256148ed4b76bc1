package pledgebook.job;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Edition;
import pledgebook.publication.PublishedEdition;

/// One year-end run: what it is asked, and what came of it.
public final class YearEnd {
  private YearEnd() {}

  /// What a run is a function of, and where it writes.
  ///
  /// @param jobs the folder of definitions
  /// @param input the folder of received files
  /// @param output the folder written to
  /// @param program the program's version
  /// @param asOf the day up to whose end submissions count; null where all do
  public record Request(
      int year, Path jobs, Path input, Path output, String program, @Nullable LocalDate asOf) {

    /// A run in which all submissions count.
    public Request(int year, Path jobs, Path input, Path output, String program) {
      this(year, jobs, input, output, program, null);
    }
  }

  /// What came of it.
  ///
  /// @param resumed an earlier run was taken up where it stopped
  public record Result(Edition edition, PublishedEdition published, boolean resumed) {}
}
