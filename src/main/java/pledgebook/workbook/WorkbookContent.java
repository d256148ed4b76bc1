package pledgebook.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A workbook to be written: what stands in it, by meaning, never by Excel's style indices.
///
/// @param title document title in the file's properties
/// @param date the day written into the file's properties; there is no clock
public record WorkbookContent(String title, LocalDate date, List<SheetContent> sheets) {
  public WorkbookContent {
    sheets = List.copyOf(sheets);
  }

  /// One sheet.
  ///
  /// @param name at most 31 characters, none of `:\/?*[]`
  /// @param widths of the columns in characters; columns beyond keep the default
  /// @param frozenRows rows that stay when scrolling; also repeated on every printed page
  /// @param frozenColumns columns that stay when scrolling
  /// @param rows from row 1 downwards, without gaps (a gap is a row without cells)
  /// @param landscape printed A4 landscape, else portrait; always fitted to one page in width
  /// @param footer centred text on each printed page, before the page number; null for none
  /// @param autoFilterRow the heading row (from 1) a filter is put on; 0 for none
  /// @param locked cells whose style is not an entry style cannot be typed into (no password)
  /// @param hidden people do not see it (very hidden: only a program can show it)
  public record SheetContent(
      String name,
      List<Integer> widths,
      int frozenRows,
      int frozenColumns,
      List<RowContent> rows,
      List<MergedCells> merged,
      List<InputRule> inputRules,
      boolean landscape,
      @Nullable String footer,
      int autoFilterRow,
      boolean locked,
      boolean hidden) {
    public SheetContent {
      widths = List.copyOf(widths);
      rows = List.copyOf(rows);
      merged = List.copyOf(merged);
      inputRules = List.copyOf(inputRules);
    }

    /// The same sheet under another name.
    SheetContent named(String other) {
      return new SheetContent(
          other,
          widths,
          frozenRows,
          frozenColumns,
          rows,
          merged,
          inputRules,
          landscape,
          footer,
          autoFilterRow,
          locked,
          hidden);
    }
  }

  /// One row.
  ///
  /// @param cells from column A; null leaves a cell out
  /// @param height in points; 0 lets the content decide
  public record RowContent(List<@Nullable CellContent> cells, int height) {
    public RowContent {
      cells = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(cells));
    }

    /// A row whose content decides its height.
    public static RowContent of(List<@Nullable CellContent> cells) {
      return new RowContent(cells, 0);
    }

    /// A row without cells.
    public static RowContent empty() {
      return new RowContent(List.of(), 0);
    }
  }

  /// One cell.
  ///
  /// @param comment shown when pointed at; null for none
  public record CellContent(CellValue value, CellLook look, @Nullable String comment) {
    /// A cell without a comment.
    public static CellContent of(CellValue value, CellLook look) {
      return new CellContent(value, look, null);
    }

    /// A text cell.
    public static CellContent text(String text, CellLook look) {
      return of(new CellValue.Text(text), look);
    }

    /// A number cell.
    public static CellContent number(BigDecimal number, CellLook look) {
      return of(new CellValue.Decimal(number), look);
    }
  }

  /// What stands in a cell.
  public sealed interface CellValue {
    /// Nothing, but the look (an entry cell to be filled).
    record Blank() implements CellValue {}

    /// Text, written as text whatever it begins with; marked so that no program takes it for a
    /// formula (quote prefix where it begins with = + - @, tab or return).
    record Text(String text) implements CellValue {}

    /// An exact decimal.
    record Decimal(BigDecimal number) implements CellValue {}

    /// A day.
    record Day(LocalDate day) implements CellValue {}

    /// Text that leads to a cell of this workbook: sheet and address.
    record SheetLink(String text, String sheet, CellAddress address) implements CellValue {}

    /// Text that leads to a cell of another file.
    ///
    /// @param path relative to the written file, with slashes, not encoded
    record FileLink(String text, String path, String sheet, CellAddress address)
        implements CellValue {}
  }

  /// How a cell looks, by what it is for.
  ///
  /// @param role what the cell is
  /// @param decimals behind the point of a number; -1 as many as it has
  public record CellLook(Role role, int decimals) {
    /// A look without a word on decimals.
    public static CellLook of(Role role) {
      return new CellLook(role, -1);
    }
  }

  /// What a cell is.
  public enum Role {
    /// The sheet's title, large.
    TITLE,
    /// A line below the title, grey.
    SUBTITLE,
    /// Column heading: bold, tinted, centred, wrapped, bordered.
    HEADING,
    /// Text of a table: bordered, wrapped, top-left.
    BODY,
    /// Text of a table, centred.
    CENTRED,
    /// Number of a table: right-aligned.
    NUMBER,
    /// A compared figure: red, bold, right-aligned.
    COMPARED,
    /// A verdict that is good: green tint, centred.
    GOOD,
    /// A verdict or finding that is bad: red tint, centred.
    BAD,
    /// A verdict or finding to be looked at: amber tint, centred.
    WARNING,
    /// A hyperlink in a table.
    LINK,
    /// Fixed text of a form beside an entry cell: grey tint, locked.
    FIXED,
    /// To be filled by the member, text: pale yellow, unlocked, text format.
    ENTRY_TEXT,
    /// To be filled by the member, number: pale yellow, unlocked.
    ENTRY_NUMBER,
    /// To be filled by the member, date: pale yellow, unlocked, yyyy-mm-dd.
    ENTRY_DATE,
    /// Text without border, for notes and covers, wrapped.
    NOTE
  }

  /// Cells joined into one, from the first to the last address.
  public record MergedCells(CellAddress first, CellAddress last) {}

  /// What may be typed into a range; a program refuses anything else with the message.
  public record InputRule(
      CellAddress first, CellAddress last, Allowed allowed, String errorTitle, String message) {
    /// What is allowed.
    public sealed interface Allowed {
      /// One of a list kept in the workbook (sheet, first and last address of one column).
      record OneOf(String sheet, CellAddress first, CellAddress last) implements Allowed {}

      /// One of a few short texts.
      record OneOfTexts(List<String> texts) implements Allowed {
        public OneOfTexts {
          texts = List.copyOf(texts);
        }
      }

      /// A number not below zero, or one of a few texts that stand for none.
      ///
      /// @param below numbers from it on are refused
      /// @param decimals at most so many behind the point
      record Figure(BigDecimal below, int decimals, List<String> texts) implements Allowed {
        public Figure {
          texts = List.copyOf(texts);
        }
      }

      /// A day between two days, both included.
      record Between(LocalDate first, LocalDate last) implements Allowed {}
    }
  }
}
