package pledgebook.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pledgebook.vocabulary.Messages;
import pledgebook.workbook.CellAddress;
import pledgebook.workbook.WorkbookContent.CellContent;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.MergedCells;
import pledgebook.workbook.WorkbookContent.Role;
import pledgebook.workbook.WorkbookContent.RowContent;
import pledgebook.workbook.WorkbookContent.SheetContent;

/// A sheet of the summary while it is filled from top to bottom: title, lines below it, heading,
/// table. Everything down to the heading stays when scrolling and is repeated on every page.
final class SheetRows {
  /// The longest text a cell can hold is 32,767 characters (ECMA-376, as Excel limits it).
  private static final int LONGEST_TEXT = 32_000;

  private static final int TITLE_HEIGHT = 30;

  private static final Messages MESSAGES = PublicationFailures.MESSAGES;

  private final String sheet;
  private final List<Integer> widths;
  private final List<RowContent> rows = new ArrayList<>();
  private final List<MergedCells> merged = new ArrayList<>();
  private int headingRow;

  /// @param sheet key of the sheet's texts
  /// @param widths of the columns in characters
  SheetRows(String sheet, List<Integer> widths) {
    this.sheet = sheet;
    this.widths = List.copyOf(widths);
  }

  /// A sheet's name on its tab.
  static String name(String sheet) {
    return MESSAGES.text("sheet." + sheet);
  }

  /// A column's heading.
  static String heading(String sheet, String column) {
    return MESSAGES.text("column." + sheet + "." + column);
  }

  SheetRows title(String text) {
    return across(text, Role.TITLE, TITLE_HEIGHT);
  }

  /// One line below the title.
  SheetRows subtitle(String text) {
    return across(text, Role.SUBTITLE, 0);
  }

  /// The notices an edition has to carry, in amber.
  SheetRows notices(Notices notices) {
    notices.lines().forEach(text -> across(text, Role.WARNING, 0));
    return this;
  }

  /// A line that is good, bad or to be looked at.
  SheetRows line(String text, Role role) {
    return across(text, role, 0);
  }

  /// How the table is to be read.
  SheetRows note(String text) {
    return across(text, Role.NOTE, 0);
  }

  /// A line of text over the whole width of the table.
  private SheetRows across(String text, Role role, int height) {
    List<@Nullable CellContent> cells = new ArrayList<>();
    cells.add(text(text, role));
    IntStream.range(1, widths.size())
        .forEach(i -> cells.add(CellContent.of(new CellValue.Blank(), CellLook.of(role))));
    rows.add(new RowContent(cells, height));
    merged.add(
        new MergedCells(
            new CellAddress(rows.size(), 1), new CellAddress(rows.size(), widths.size())));
    return this;
  }

  /// The heading of the table.
  SheetRows heading(List<String> headings) {
    row(headings.stream().map(h -> text(h, Role.HEADING)).toList());
    headingRow = rows.size();
    return this;
  }

  /// The heading of the table, by the keys of its texts.
  SheetRows headings(String... keys) {
    return heading(Arrays.stream(keys).map(key -> heading(sheet, key)).toList());
  }

  SheetRows row(List<CellContent> cells) {
    rows.add(RowContent.of(new ArrayList<@Nullable CellContent>(cells)));
    return this;
  }

  SheetRows row(CellContent... cells) {
    return row(List.of(cells));
  }

  /// The row the next call fills, counted from 1.
  int nextRow() {
    return rows.size() + 1;
  }

  /// The finished sheet.
  SheetContent content(int frozenColumns, String footer) {
    return new SheetContent(
        name(sheet),
        widths,
        headingRow,
        frozenColumns,
        rows,
        merged,
        List.of(),
        true,
        footer,
        headingRow,
        false,
        false);
  }

  /// A text cell: never a formula, whatever it begins with.
  static CellContent text(String text, Role role) {
    String kept =
        text.length() <= LONGEST_TEXT
            ? text
            : MESSAGES.text("text.cut", "text", text.substring(0, LONGEST_TEXT));
    return CellContent.text(kept, CellLook.of(role));
  }

  /// A text cell of a table; empty for null.
  static CellContent body(@Nullable String text) {
    return text == null || text.isEmpty()
        ? CellContent.of(new CellValue.Blank(), CellLook.of(Role.BODY))
        : text(text, Role.BODY);
  }

  static CellContent centred(String text) {
    return text(text, Role.CENTRED);
  }

  /// A number of a table; a dash for null.
  static CellContent number(@Nullable BigDecimal number, Role role) {
    return number == null
        ? centred(MESSAGES.text("value.none"))
        : CellContent.number(number, CellLook.of(role));
  }

  static CellContent count(long count) {
    return number(BigDecimal.valueOf(count), Role.NUMBER);
  }
}
