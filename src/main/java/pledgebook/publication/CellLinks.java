package pledgebook.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pledgebook.finding.Finding;
import pledgebook.vocabulary.EntityCode;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;

/// Leads from a cell of the summary to the cell of the received file it tells of.
///
/// The way is always `../../input/<year>/<file>`, from output/<year> to where the project keeps
/// received files: an output is the same bytes wherever the folders lie.
final class CellLinks {
  /// Excel drops links beyond 65,530 of a sheet, and calls the file damaged.
  private static final int MOST_LINKS = 65_000;

  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,6})");

  private final int year;
  private final Set<String> files;
  private int links;

  /// For one sheet.
  ///
  /// @param received the files that can be led to
  CellLinks(int year, List<WarehouseRows.IntakeRow> received) {
    this.year = year;
    this.files = new HashSet<>(received.stream().map(WarehouseRows.IntakeRow::file).toList());
  }

  /// A cell's address that leads there; plain text where the file, the sheet or the address is not
  /// one that can be led to.
  CellContent cell(@Nullable String file, @Nullable String sheet, @Nullable String cell) {
    Optional<CellAddress> address = address(cell);
    if (file == null || sheet == null || cell == null || address.isEmpty()) {
      return SheetRows.body(cell);
    }
    if (!files.contains(file) || links >= MOST_LINKS) {
      return SheetRows.body(cell);
    }
    links++;
    return link(cell, file, sheet, address.get());
  }

  /// The file's name that leads to a sheet's first cell.
  private CellContent link(String text, String file, String sheet, CellAddress address) {
    return CellContent.of(
        new CellValue.FileLink(text, "../../input/" + year + "/" + file, sheet, address),
        CellLook.of(Role.LINK));
  }

  /// A reference to a cell of a received file (RFC 3986), from the edition's data/.
  static String uri(int year, String file, String sheet, String cell) {
    String path = "../../../input/" + year + "/" + file;
    try {
      return new URI(null, null, path, sheet + "!" + cell).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no reference: " + path, e);
    }
  }

  /// The cell a finding is about. A finding names its file below the member's folder or below the
  /// year's.
  CellContent cell(Finding finding) {
    String file = finding.location().file();
    EntityCode entity = finding.entity();
    if (file != null && entity != null && !files.contains(file)) {
      file = entity + "/" + file;
    }
    return cell(file, finding.location().sheet(), finding.location().cell());
  }

  /// The address a finding names; empty where it names none.
  static Optional<CellAddress> address(@Nullable String cell) {
    Matcher matcher = ADDRESS.matcher(cell == null ? "" : cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int column = matcher.group(1).chars().reduce(0, (sum, c) -> sum * 26 + c - 'A' + 1);
    int row = Integer.parseInt(matcher.group(2));
    return row > CellAddress.LAST_ROW || column > CellAddress.LAST_COLUMN
        ? Optional.empty()
        : Optional.of(new CellAddress(row, column));
  }
}
