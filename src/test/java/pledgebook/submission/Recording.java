package pledgebook.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps what is staged, to be looked at.
final class Recording implements Staging {
  /// A staged row.
  record StagedRow(
      int number, List<@Nullable String> cells, @Nullable List<@Nullable String> raw) {}

  final Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
  final Map<String, List<StagedRow>> rows = new LinkedHashMap<>();

  @Override
  public void cover(CoverEntry entry, String sheet, String cell) {}

  @Override
  public void sheet(String sheet, String form, int headingRow, List<@Nullable String> letters) {
    columns.put(form, letters);
    rows.put(form, new ArrayList<>());
  }

  @Override
  public void row(
      String sheet,
      String form,
      int rowNumber,
      List<@Nullable String> cells,
      @Nullable List<@Nullable String> raw) {
    rows.computeIfAbsent(form, f -> new ArrayList<>())
        .add(new StagedRow(rowNumber, new ArrayList<>(cells), raw));
  }

  /// The cells of a form's rows.
  List<List<@Nullable String>> cells(String form) {
    List<List<@Nullable String>> cells = new ArrayList<>();
    rows.getOrDefault(form, List.of()).forEach(row -> cells.add(row.cells()));
    return cells;
  }

  /// The numbers of a form's rows.
  List<Integer> numbers(String form) {
    return rows.getOrDefault(form, List.of()).stream().map(StagedRow::number).toList();
  }
}
