package pledgebook.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.PrintedNumbers.PrintedNumber;

/// What differs between two sequences of numbers: the longest sequence common to both stays, and
/// what lies between its members is altered as far as both sides have something there, else missing
/// or added.
final class NumberDifferences {
  private final List<PrintedNumber> expected;
  private final List<PrintedNumber> found;

  /// Length of the longest common sequence of what is left from here on.
  private final int[][] common;

  private final List<Difference> differences = new ArrayList<>();

  /// A difference.
  ///
  /// @param expected null when it was added
  /// @param found null when it is missing
  record Difference(@Nullable PrintedNumber expected, @Nullable PrintedNumber found) {}

  private NumberDifferences(List<PrintedNumber> expected, List<PrintedNumber> found) {
    this.expected = expected;
    this.found = found;
    this.common = new int[expected.size() + 1][found.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = found.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  static List<Difference> between(List<PrintedNumber> expected, List<PrintedNumber> found) {
    NumberDifferences differences = new NumberDifferences(expected, found);
    differences.walk();
    return differences.differences;
  }

  private boolean same(int i, int j) {
    return expected.get(i).text().equals(found.get(j).text());
  }

  private void walk() {
    int i = 0;
    int j = 0;
    int missing = 0;
    int added = 0;
    while (i < expected.size() || j < found.size()) {
      if (i < expected.size() && j < found.size() && same(i, j)) {
        tell(i - missing, missing, j - added, added);
        missing = 0;
        added = 0;
        i++;
        j++;
      } else if (j >= found.size()
          || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
        missing++;
        i++;
      } else {
        added++;
        j++;
      }
    }
    tell(i - missing, missing, j - added, added);
  }

  private void tell(int firstMissing, int missing, int firstAdded, int added) {
    for (int k = 0; k < Math.max(missing, added); k++) {
      differences.add(
          new Difference(
              k < missing ? expected.get(firstMissing + k) : null,
              k < added ? found.get(firstAdded + k) : null));
    }
  }
}
