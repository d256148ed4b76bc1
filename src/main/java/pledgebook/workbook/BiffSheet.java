package pledgebook.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import pledgebook.workbook.WorkbookContent.MergedCells;

/// A sheet of a binary workbook, held in memory: the format bounds it to 65,536 rows, and the file
/// to 20 MB.
final class BiffSheet implements Sheet {
  private final String name;
  private final boolean hidden;
  private final boolean since1904;
  private final Map<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();
  private final Set<Integer> hiddenRows = new TreeSet<>();
  private final Set<Integer> hiddenColumns = new TreeSet<>();
  private final List<MergedCells> merged = new ArrayList<>();
  private final Map<Integer, String> drawnTexts = new HashMap<>();
  private final List<CellComment> comments = new ArrayList<>();
  private int drawn;

  BiffSheet(String name, boolean hidden, boolean since1904) {
    this.name = name;
    this.hidden = hidden;
    this.since1904 = since1904;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  @Override
  public boolean since1904() {
    return since1904;
  }

  /// Keeps a cell, wherever in the stream it stands; the later of two at one address counts, as it
  /// does for the programs that write the format.
  void add(Cell cell) {
    rows.computeIfAbsent(cell.address().row(), row -> new TreeMap<>())
        .put(cell.address().column(), cell);
  }

  void hide(int row) {
    hiddenRows.add(row);
  }

  void merge(MergedCells range) {
    merged.add(range);
  }

  void hideColumns(int first, int last) {
    IntStream.rangeClosed(first, last).forEach(hiddenColumns::add);
  }

  /// A drawn thing begins; a text behind it is its.
  void drawn(int number) {
    drawn = number;
  }

  void drawnText(String text) {
    drawnTexts.put(drawn, text);
  }

  /// A drawn thing is the comment on a cell.
  void comment(CellAddress cell, String author, int number) {
    comments.add(new CellComment(cell, author, drawnTexts.getOrDefault(number, "")));
  }

  @Override
  public List<CellComment> comments() {
    return List.copyOf(comments);
  }

  @Override
  public List<Integer> hiddenColumns() {
    return List.copyOf(hiddenColumns);
  }

  @Override
  public void scan(RawVisitor visitor) {
    for (Map.Entry<Integer, TreeMap<Integer, Cell>> row : rows.entrySet()) {
      int number = row.getKey();
      boolean isHidden = hiddenRows.contains(number);
      Row next = new Row(number, isHidden, List.copyOf(row.getValue().values()));
      if (!visitor.visit(RawRow.of(next, since1904))) {
        return;
      }
    }
  }

  @Override
  public List<MergedCells> merged() {
    return List.copyOf(merged);
  }
}
