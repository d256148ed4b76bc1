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

  private String form = "";
  private String last = "";
  private int before;

  @Override
  public void cover(CoverEntry entry, String sheet, String cell) {}

  @Override
  public void sheet(String sheet, String formCode, int headingRow, List<@Nullable String> letters) {
    form = formCode;
    columns.putIfAbsent(form, letters);
    before = rows.computeIfAbsent(form, f -> new ArrayList<>()).size();
    last = form;
  }

  @Override
  public void row(
      int rowNumber, List<@Nullable String> cells, @Nullable List<@Nullable String> raw) {
    rows.computeIfAbsent(form, f -> new ArrayList<>())
        .add(new StagedRow(rowNumber, new ArrayList<>(cells), raw));
  }

  @Override
  public void texts(int rowNumber, byte[] @Nullable [] cells, byte[] @Nullable [] raw) {
    List<@Nullable String> raws = RowStaging.strings(raw);
    row(
        rowNumber,
        RowStaging.strings(cells),
        raws.stream().allMatch(text -> text == null) ? null : raws);
  }

  @Override
  public void end() {
    form = "";
  }

  @Override
  public void withdraw() {
    List<StagedRow> staged = rows.getOrDefault(last, new ArrayList<>());
    staged.subList(before, staged.size()).clear();
  }

  /// The cells of a form's rows.
  List<List<@Nullable String>> cells(String formCode) {
    List<List<@Nullable String>> cells = new ArrayList<>();
    rows.getOrDefault(formCode, List.of()).forEach(row -> cells.add(row.cells()));
    return cells;
  }

  /// The numbers of a form's rows.
  List<Integer> numbers(String formCode) {
    return rows.getOrDefault(formCode, List.of()).stream().map(StagedRow::number).toList();
  }
}
