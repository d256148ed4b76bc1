package bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;

/// Many small submissions in one process: every cell of every sheet, by the program's reader and by
/// Apache POI's streaming one, in turn. Prints each turn, the first of them cold, and the median
/// ratio.
public final class Forms {
  private Forms() {}

  /// Arguments: how many turns, how many forms a turn, files that are read again and again in
  /// order.
  public static void main(String[] arguments) throws Exception {
    int turns = Integer.parseInt(arguments[0]);
    int forms = Integer.parseInt(arguments[1]);
    List<Path> files = Arrays.stream(arguments, 2, arguments.length).map(Path::of).toList();
    List<Double> ratios = new ArrayList<>();
    for (int turn = 1; turn <= turns; turn++) {
      long begin = System.nanoTime();
      long read = 0;
      for (int i = 0; i < forms; i++) {
        read += read(files.get(i % files.size()));
      }
      long between = System.nanoTime();
      long[] peer = {0};
      for (int i = 0; i < forms; i++) {
        Peers.poi(
            files.get(i % files.size()),
            "",
            row -> {
              for (String cell : row) {
                peer[0] += cell == null ? 0 : 1;
              }
            });
      }
      long end = System.nanoTime();
      double ratio = (double) (between - begin) / (end - between);
      ratios.add(ratio);
      System.out.printf(
          "turn %d  reader %5d ms (%d cells)  POI SAX %5d ms (%d cells)  ratio %.2f%n",
          turn, (between - begin) / 1_000_000, read, (end - between) / 1_000_000, peer[0], ratio);
    }
    Collections.sort(ratios);
    System.out.printf("median ratio %.2f (at most 0.33)%n", ratios.get(ratios.size() / 2));
  }

  private static long read(Path file) throws Exception {
    long[] cells = {0};
    try (WorkbookReader reader = WorkbookReader.open(file, WorkbookLimits.standard())) {
      for (Sheet sheet : reader.sheets()) {
        sheet.read(row -> {
          cells[0] += row.cells().size();
          return true;
        });
      }
    }
    return cells[0];
  }
}
