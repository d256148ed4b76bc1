package pledgebook.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pledgebook.vocabulary.Sha256;
import pledgebook.workbook.Cell;
import pledgebook.workbook.IndexMark;
import pledgebook.workbook.Row;
import pledgebook.workbook.Sheet;
import pledgebook.workbook.WorkbookLimits;
import pledgebook.workbook.WorkbookReader;
import pledgebook.workbook.WorkbookRefused;

/// What a workbook says, as one hash: the plain value of every cell with its sheet and its address,
/// sheets in the order of their names. Looks, comments, the order of the tabs, the program it was
/// saved with and the index of a return copy play no part; so two workbooks of one digest say the
/// same.
final class ValueDigest {
  private final StringBuilder cells = new StringBuilder();
  private String hash = "";

  private ValueDigest() {}

  /// The digest of a file; empty when it is no workbook that can be read.
  static Optional<Sha256> of(Path file) {
    ValueDigest digest = new ValueDigest();
    try (WorkbookReader workbook = WorkbookReader.open(file, WorkbookLimits.standard())) {
      List<Sheet> sheets = new ArrayList<>(workbook.sheets());
      sheets.sort(Comparator.comparing(Sheet::name));
      for (Sheet sheet : sheets) {
        if (!IndexMark.isOn(sheet)) {
          digest.text(sheet.name());
          sheet.read(digest::row);
        }
      }
      digest.fold();
      return Optional.of(new Sha256(digest.hash));
    } catch (WorkbookRefused e) {
      return Optional.empty();
    }
  }

  private boolean row(Row row) {
    for (Cell cell : row.cells()) {
      text(cell.address().toString());
      text(cell.plain());
    }
    if (cells.length() > 1 << 20) {
      fold();
    }
    return true;
  }

  /// With its length, so that no text can imitate a border between two.
  private void text(String text) {
    cells.append(text.length()).append(':').append(text);
  }

  /// Memory does not grow with the sheet: what is read so far becomes one hash.
  private void fold() {
    hash = Sha256.of(hash + cells).hex();
    cells.setLength(0);
  }
}
