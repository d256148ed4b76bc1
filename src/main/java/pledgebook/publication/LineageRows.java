package pledgebook.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pledgebook.publication.Passports.EvidencePassport;

/// The cells of data/lineage.csv.
final class LineageRows {
  private LineageRows() {}

  /// What is done with a cell.
  @FunctionalInterface
  interface Taken {
    void take(String indicator, String entity, EvidencePassport cell);
  }

  /// Hands over the own cells of some indicators, in the order of the file.
  static void read(Path file, int year, List<String> indicators, Taken taken) throws IOException {
    Set<String> wanted = Set.copyOf(indicators);
    Map<String, Integer> columns = new HashMap<>();
    CsvRows.read(
        file,
        row -> {
          if (columns.isEmpty()) {
            row.forEach(name -> columns.put(name, columns.size()));
          } else {
            Cells cells = new Cells(columns, row);
            String indicator = cells.text("indicator");
            if (wanted.contains(indicator) && indicator.equals(cells.text("side"))) {
              taken.take(indicator, cells.text("entity"), cells.evidence(year));
            }
          }
        });
  }

  private record Cells(Map<String, Integer> columns, List<String> row) {
    String text(String column) {
      return row.get(Objects.requireNonNull(columns.get(column), column));
    }

    @Nullable String present(String column) {
      String text = text(column);
      return text.isEmpty() ? null : text;
    }

    EvidencePassport evidence(int year) {
      return new EvidencePassport(
          text("file"),
          text("sheet"),
          text("cell"),
          present("raw"),
          present("value"),
          present("key"),
          Boolean.parseBoolean(text("counted")),
          CellLinks.uri(year, text("file"), text("sheet"), text("cell")));
    }
  }
}
