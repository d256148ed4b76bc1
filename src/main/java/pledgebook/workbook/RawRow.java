package pledgebook.workbook;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row before cells are made of it: what long sheets are read as. It is used again for the next
/// row, so it holds only while it is visited.
public final class RawRow {
  /// What is known of a cell without looking into it.
  public enum Kind {
    /// A [Cell.Text].
    TEXT,
    /// A [Cell.Decimal] that its format shows as it is: no share, no scale, no word.
    NUMBER,
    /// A [Cell.Moment].
    MOMENT,
    /// Anything else: only the cell itself tells.
    OTHER
  }

  private enum Source {
    WINDOW,
    SHARED,
    NUMBER,
    DAY,
    CELL
  }

  private static final int FIRST_SIZE = 32;
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
  private static final int DAYS = 1 << 12;

  private final SharedStrings strings;
  private final boolean since1904;
  private final byte[] @Nullable [] dayTexts = new byte[DAYS] @Nullable [];
  private final int[] dayNumbers = new int[DAYS];
  private int number;
  private boolean hidden;
  private int size;
  private byte[] window = new byte[0];
  private int[] columns = new int[FIRST_SIZE];
  private Source[] sources = new Source[FIRST_SIZE];
  private int[] starts = new int[FIRST_SIZE];
  private int[] ends = new int[FIRST_SIZE];
  private @Nullable Object[] slots = new @Nullable Object[FIRST_SIZE];

  RawRow(SharedStrings strings, boolean since1904) {
    this.strings = strings;
    this.since1904 = since1904;
  }

  /// A row whose cells are made already.
  static RawRow of(Row row, boolean since1904) {
    RawRow raw = new RawRow(SharedStrings.none(), since1904);
    raw.begin(row.number(), row.hidden(), new byte[0]);
    row.cells().forEach(raw::add);
    return raw;
  }

  void begin(int number, boolean hidden, byte[] window) {
    this.number = number;
    this.hidden = hidden;
    this.window = window;
    this.size = 0;
  }

  /// Text that stands in the window as it is.
  void addText(int column, int start, int end) {
    add(column, Source.WINDOW, start, end, null);
  }

  void addShared(int column, int index) {
    add(column, Source.SHARED, index, 0, null);
  }

  /// A number that stands in the window in its plain form.
  void addNumber(int column, int start, int end, NumberFormats.Format format) {
    add(column, Source.NUMBER, start, end, format);
  }

  /// A whole day, counted from 1900; the digits stand in the window up to the end.
  void addDay(int column, int end, int day, NumberFormats.Format format) {
    add(column, Source.DAY, day, end, format);
  }

  void add(Cell cell) {
    add(cell.address().column(), Source.CELL, 0, 0, cell);
  }

  private void add(int column, Source source, int start, int end, @Nullable Object slot) {
    if (size == columns.length) {
      int larger = size * 2;
      columns = Arrays.copyOf(columns, larger);
      sources = Arrays.copyOf(sources, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
      slots = Arrays.copyOf(slots, larger);
    }
    columns[size] = column;
    sources[size] = source;
    starts[size] = start;
    ends[size] = end;
    slots[size] = slot;
    size++;
  }

  /// As the sheet counts it.
  public int number() {
    return number;
  }

  /// Tells whether people do not see it.
  public boolean hidden() {
    return hidden;
  }

  /// How many cells it holds, blank ones left out; from 0.
  public int size() {
    return size;
  }

  /// The column of a cell, from 1, ascending.
  ///
  /// @param index from 0 to below [#size()], here and below
  public int column(int index) {
    return columns[index];
  }

  /// What is known of a cell.
  public Kind kind(int index) {
    return switch (sources[index]) {
      case WINDOW, SHARED -> Kind.TEXT;
      case NUMBER -> Kind.NUMBER;
      case DAY -> Kind.MOMENT;
      case CELL ->
          switch (cell(index)) {
            case Cell.Text _ -> Kind.TEXT;
            case Cell.Moment _ -> Kind.MOMENT;
            case Cell.Decimal number ->
                !since1904 && NumberFormats.showsAsItIs(number.format()) ? Kind.NUMBER : Kind.OTHER;
            case Cell.Flag _, Cell.Fault _, Cell.Uncalculated _ -> Kind.OTHER;
          };
    };
  }

  /// [Cell#plain()] as UTF-8; not to be changed.
  public byte[] plain(int index) {
    return switch (sources[index]) {
      case WINDOW, NUMBER -> Arrays.copyOfRange(window, starts[index], ends[index]);
      case SHARED -> strings.bytes(starts[index]);
      case DAY -> dayText(starts[index]);
      case CELL -> cell(index).plain().getBytes(StandardCharsets.UTF_8);
    };
  }

  /// [Cell#raw()] as UTF-8; null where it is the plain form.
  public byte @Nullable [] raw(int index) {
    return switch (sources[index]) {
      case WINDOW, NUMBER, SHARED -> null;
      case DAY -> digits(index).getBytes(StandardCharsets.US_ASCII);
      case CELL -> {
        Cell cell = cell(index);
        String raw = cell.raw();
        yield raw.equals(cell.plain()) ? null : raw.getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  private byte[] dayText(int day) {
    int slot = day & DAYS - 1;
    byte[] known = dayTexts[slot];
    if (known == null || dayNumbers[slot] != day) {
      known = ZERO.plusDays(day).toString().getBytes(StandardCharsets.US_ASCII);
      dayTexts[slot] = known;
      dayNumbers[slot] = day;
    }
    return known;
  }

  private String digits(int index) {
    return Integer.toString(starts[index]);
  }

  /// The row with its cells.
  public Row row() {
    List<Cell> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      cells.add(cell(i));
    }
    return new Row(number, hidden, cells);
  }

  private Cell cell(int index) {
    if (slots[index] instanceof Cell cell) {
      return cell;
    }
    CellAddress address = new CellAddress(number, columns[index]);
    return switch (sources[index]) {
      case WINDOW ->
          new Cell.Text(
              address,
              new String(
                  window, starts[index], ends[index] - starts[index], StandardCharsets.UTF_8));
      case SHARED -> new Cell.Text(address, strings.get(starts[index]));
      case NUMBER ->
          new Cell.Decimal(
              address,
              PlainNumber.value(window, starts[index], ends[index]),
              new String(
                  window, starts[index], ends[index] - starts[index], StandardCharsets.US_ASCII),
              format(index).code());
      case DAY ->
          new Cell.Moment(
              address,
              ZERO.plusDays(starts[index]).atStartOfDay(),
              digits(index),
              format(index).code());
      case CELL -> throw new IllegalStateException("a cell that is none");
    };
  }

  private NumberFormats.Format format(int index) {
    return (NumberFormats.Format) java.util.Objects.requireNonNull(slots[index]);
  }
}
