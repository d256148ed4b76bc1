package pledgebook.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks through the rows of a sheet as the common programs write them. What breaks the format is
/// not judged here: it is not plain, and the full parser finds the words for it.
final class SheetScanner {
  private static final byte[] ROW = PlainXml.word("<row");
  private static final byte[] ROW_END = PlainXml.word("</row>");
  private static final byte[] CELL = PlainXml.word("<c");
  private static final byte[] CELL_END = PlainXml.word("</c>");
  private static final byte[] VALUE = PlainXml.word("<v");
  private static final byte[] VALUE_END = PlainXml.word("</v>");
  private static final byte[] FORMULA = PlainXml.word("<f");
  private static final byte[] FORMULA_END = PlainXml.word("</f>");
  private static final byte[] INLINE = PlainXml.word("<is>");
  private static final byte[] INLINE_END = PlainXml.word("</is>");
  private static final byte[] TEXT = PlainXml.word("<t");
  private static final byte[] TEXT_END = PlainXml.word("</t>");
  private static final byte[] SHEET_DATA_END = PlainXml.word("</sheetData");

  /// The first serial number that is the same day for Excel and the calendar: 1900-03-01.
  private static final int FIRST_DAY = 61;

  /// 10000-01-01.
  private static final int DAY_BEYOND = 2_958_466;

  private enum Type {
    NUMBER("n"),
    SHARED("s"),
    STRING("str"),
    INLINE("inlineStr"),
    FLAG("b"),
    FAULT("e"),
    DAY("d");

    private final String written;

    Type(String written) {
      this.written = written;
    }
  }

  /// What a style makes of a number.
  private enum Shown {
    PLAIN,
    DAY,
    OTHER
  }

  private final PlainXml xml;
  private final CellValues values;
  private final CellValues.Context context;
  private final WorkbookLimits limits;
  private final boolean prefixDeclared;
  private final RawRow row;
  private int before;
  private int number;
  private boolean hidden;
  private int column;
  private int style;
  private Type type = Type.NUMBER;
  private int knownStyle = -1;
  private NumberFormats.Format knownFormat = NumberFormats.GENERAL;
  private Shown shown = Shown.PLAIN;

  /// @param prefixDeclared the root binds the prefix `x14ac`, which Excel uses on rows
  SheetScanner(
      PlainXml xml,
      CellValues.Context context,
      String part,
      WorkbookLimits limits,
      boolean prefixDeclared) {
    this.xml = xml;
    this.context = context;
    this.values = new CellValues(context, part);
    this.limits = limits;
    this.prefixDeclared = prefixDeclared;
    this.row = new RawRow(context.strings(), context.since1904());
  }

  /// The next row that holds a cell; null at the end of the rows, behind which one then stands.
  @Nullable RawRow next() throws NotPlain, IOException, WorkbookRefused {
    while (true) {
      xml.keep();
      try {
        xml.skipBlanks();
        if (xml.follows(SHEET_DATA_END)) {
          xml.closed();
          return null;
        }
        readRow();
        before = number;
        if (row.size() > 0) {
          return row;
        }
      } catch (NotPlain e) {
        if (!e.isCut()) {
          throw e;
        }
        xml.fill();
      }
    }
  }

  private void readRow() throws NotPlain {
    xml.expect(ROW);
    number = before + 1;
    hidden = false;
    xml.beginTag();
    while (xml.attribute()) {
      if (xml.nameIs("r")) {
        number = digits(7);
      } else if (xml.nameIs("hidden")) {
        hidden = xml.valueIs("1") || xml.valueIs("true") || xml.valueIs("on");
      } else if (xml.isPrefixed() && !(prefixDeclared && xml.nameIs("x14ac:dyDescent"))) {
        throw NotPlain.here();
      }
    }
    if (number <= before || number > CellAddress.LAST_ROW) {
      throw NotPlain.here();
    }
    row.begin(number, hidden, xml.bytes);
    column = 0;
    if (xml.opened()) {
      xml.skipBlanks();
      while (!xml.follows(ROW_END)) {
        readCell();
        xml.skipBlanks();
      }
    }
  }

  private int digits(int most) throws NotPlain {
    return digits(xml.valueStart, xml.valueEnd, most);
  }

  private int digits(int start, int end, int most) throws NotPlain {
    if (end == start || end - start > most) {
      throw NotPlain.here();
    }
    int value = 0;
    for (int p = start; p < end; p++) {
      int digit = xml.bytes[p] - '0';
      if (digit < 0 || digit > 9) {
        throw NotPlain.here();
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private void readCell() throws NotPlain {
    xml.expect(CELL);
    int last = column;
    column++;
    style = 0;
    type = Type.NUMBER;
    xml.beginTag();
    while (xml.attribute()) {
      if (xml.nameEnd - xml.nameStart == 1) {
        shortAttribute(xml.bytes[xml.nameStart]);
      } else if (xml.isPrefixed()) {
        throw NotPlain.here();
      }
    }
    if (column <= last || column > CellAddress.LAST_COLUMN) {
      throw NotPlain.here();
    }
    format();
    if (xml.opened()) {
      content();
    }
  }

  private void shortAttribute(byte name) throws NotPlain {
    switch (name) {
      case 'r' -> reference();
      case 's' -> style = digits(5);
      case 't' -> type = type();
      default -> {}
    }
  }

  private void reference() throws NotPlain {
    int p = xml.valueStart;
    int letters = 0;
    for (int c = xml.bytes[p] - '@'; c >= 1 && c <= 26; c = xml.bytes[++p] - '@') {
      letters = letters * 26 + c;
    }
    if (p == xml.valueStart || p - xml.valueStart > 3 || digits(p, xml.valueEnd, 7) != number) {
      throw NotPlain.here();
    }
    column = letters;
  }

  private Type type() throws NotPlain {
    for (Type known : Type.values()) {
      if (xml.valueIs(known.written)) {
        return known;
      }
    }
    throw NotPlain.here();
  }

  private void format() throws NotPlain {
    if (style == knownStyle) {
      return;
    }
    knownFormat = context.formats().of(style).orElseThrow(() -> NotPlain.here());
    knownStyle = style;
    shown =
        context.since1904()
            ? Shown.OTHER
            : knownFormat.moment()
                ? Shown.DAY
                : NumberFormats.showsAsItIs(knownFormat.code()) ? Shown.PLAIN : Shown.OTHER;
  }

  private void content() throws NotPlain {
    xml.skipBlanks();
    String formula = null;
    if (xml.follows(FORMULA)) {
      formula = formula();
      xml.skipBlanks();
    }
    if (xml.follows(VALUE)) {
      xml.skipAttributes();
      boolean open = xml.opened();
      if (open) {
        xml.text();
        requireShort();
      }
      take(formula, open);
      if (open) {
        xml.expect(VALUE_END);
      }
      xml.skipBlanks();
    } else if (xml.follows(INLINE)) {
      inline(formula);
      xml.skipBlanks();
    } else if (formula != null) {
      add(formula, null, "");
    }
    xml.expect(CELL_END);
  }

  /// The full parser counts characters.
  private void requireShort() throws NotPlain {
    if (xml.valueEnd - xml.valueStart > limits.cellLength()) {
      throw NotPlain.here();
    }
  }

  private String formula() throws NotPlain {
    xml.skipAttributes();
    if (!xml.opened()) {
      return "";
    }
    xml.text();
    requireShort();
    int start = xml.valueStart;
    int end = xml.valueEnd;
    boolean entities = xml.entities;
    xml.expect(FORMULA_END);
    byte[] text =
        entities
            ? PlainText.decoded(xml.bytes, start, end)
            : java.util.Arrays.copyOfRange(xml.bytes, start, end);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void inline(@Nullable String formula) throws NotPlain {
    xml.skipBlanks();
    String text = "";
    if (!xml.follows(INLINE_END)) {
      xml.expect(TEXT);
      xml.skipAttributes();
      if (xml.opened()) {
        xml.text();
        requireShort();
        int start = xml.valueStart;
        int end = xml.valueEnd;
        boolean asItIs = !xml.entities && !xml.escapes && formula == null;
        text = asItIs ? "" : xml.string();
        xml.expect(TEXT_END);
        xml.skipBlanks();
        xml.expect(INLINE_END);
        if (asItIs && type == Type.INLINE) {
          addText(start, end);
          return;
        }
      } else {
        xml.skipBlanks();
        xml.expect(INLINE_END);
      }
    }
    add(formula, null, text);
  }

  private void addText(int start, int end) throws NotPlain {
    if (end > start) {
      requireWithin();
      row.addText(column, start, end);
    }
  }

  /// Takes the content of `v`, which stands in the window.
  private void take(@Nullable String formula, boolean open) throws NotPlain {
    if (!open) {
      xml.valueStart = xml.at;
      xml.valueEnd = xml.at;
      xml.entities = false;
      xml.escapes = false;
    }
    int start = xml.valueStart;
    int end = xml.valueEnd;
    boolean asItIs = !xml.entities && end > start;
    if (asItIs && type == Type.SHARED && isDigits(start, end)) {
      shared(start, end);
    } else if (asItIs && type == Type.STRING && !xml.escapes) {
      addText(start, end);
    } else if (asItIs && type == Type.NUMBER && number(start, end)) {
      requireWithin();
    } else {
      String value =
          xml.entities
              ? new String(PlainText.decoded(xml.bytes, start, end), StandardCharsets.UTF_8)
              : new String(xml.bytes, start, end - start, StandardCharsets.UTF_8);
      add(formula, value, "");
    }
  }

  private boolean isDigits(int start, int end) {
    for (int p = start; p < end; p++) {
      if (xml.bytes[p] < '0' || xml.bytes[p] > '9') {
        return false;
      }
    }
    return true;
  }

  private void shared(int start, int end) throws NotPlain {
    int index = digits(start, end, 9);
    if (index >= context.strings().size()) {
      throw NotPlain.here();
    }
    if (!context.strings().isEmpty(index)) {
      requireWithin();
      row.addShared(column, index);
    }
  }

  /// Takes a number in its plain form; answers false where it is not.
  private boolean number(int start, int end) throws NotPlain {
    if (shown == Shown.OTHER || !PlainNumber.isPlain(xml.bytes, start, end)) {
      return false;
    }
    if (shown == Shown.PLAIN) {
      row.addNumber(column, start, end, knownFormat);
      return true;
    }
    if (end - start > 7 || !isDigits(start, end)) {
      return false;
    }
    int day = digits(start, end, 7);
    if (day < FIRST_DAY || day >= DAY_BEYOND) {
      return false;
    }
    row.addDay(column, end, day, knownFormat);
    return true;
  }

  private void add(@Nullable String formula, @Nullable String value, String inline)
      throws NotPlain {
    try {
      Optional<Cell> cell =
          values.cell(
              new CellAddress(number, column),
              knownFormat,
              new CellValues.Written(type.written, formula, value, inline));
      if (cell.isPresent()) {
        requireWithin();
        row.add(cell.get());
      }
    } catch (WorkbookRefused e) {
      throw NotPlain.here();
    }
  }

  private void requireWithin() throws NotPlain {
    if (number > limits.rows() || column > limits.columns()) {
      throw NotPlain.here();
    }
  }
}
