package pledgebook.submission;

import java.util.ArrayList;
import java.util.List;

/// Rows of data nobody sees, as one finding per run of neighbours.
final class HiddenRows {
  private int first;
  private int last;
  private int count;
  private final List<Run> runs = new ArrayList<>();

  /// @param count how many of the rows from first to last are hidden; the others are no data
  record Run(int first, int last, int count) {}

  /// Takes the next row of data.
  void take(int row, boolean hidden) {
    if (!hidden) {
      end();
      return;
    }
    first = count == 0 ? row : first;
    last = row;
    count++;
  }

  private void end() {
    if (count > 0) {
      runs.add(new Run(first, last, count));
      count = 0;
    }
  }

  /// All runs, once every row is taken.
  List<Run> runs() {
    end();
    return List.copyOf(runs);
  }
}
