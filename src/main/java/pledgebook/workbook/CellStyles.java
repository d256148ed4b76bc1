package pledgebook.workbook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.CellLook;
import pledgebook.workbook.WorkbookContent.CellValue;
import pledgebook.workbook.WorkbookContent.Role;

/// The house's restrained set of cell styles; each is made once per workbook.
final class CellStyles {
  /// Present on every Chinese Windows and in WPS; other machines put their own sans-serif Han face.
  private static final String FACE = "微软雅黑";

  private static final int DARK_BLUE = 0x1F3A5F;
  private static final int BORDER = 0xBFC5CE;
  private static final int LINK = 0x1F5FA8;

  private final XSSFWorkbook workbook;
  private final Map<Key, XSSFCellStyle> styles = new HashMap<>();
  private final Map<Letters, XSSFFont> fonts = new HashMap<>();

  /// What makes two cells look the same.
  private record Key(Role role, String format, boolean quoted, boolean number) {}

  private record Letters(int points, boolean bold, boolean underlined, int colour) {}

  /// Beside the styles a workbook has already.
  CellStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /// Of a workbook of our own: its standard letters are ours too.
  static CellStyles ofOwn(XSSFWorkbook workbook) {
    face(workbook.getFontAt(0), points(Role.BODY));
    return new CellStyles(workbook);
  }

  /// The style of a cell with this look that holds this value.
  CellStyle of(CellLook look, CellValue value) {
    boolean number = value instanceof CellValue.Decimal;
    Key key = new Key(look.role(), format(look, value), quoted(value), number);
    XSSFCellStyle known = styles.get(key);
    if (known == null) {
      known = create(key);
      styles.put(key, known);
    }
    return known;
  }

  private XSSFCellStyle create(Key key) {
    XSSFCellStyle style = workbook.createCellStyle();
    Role role = key.role;
    style.setFont(fonts.computeIfAbsent(letters(role), this::font));
    style.setAlignment(key.number && role == Role.FIXED ? HorizontalAlignment.RIGHT : across(role));
    style.setVerticalAlignment(down(role));
    style.setWrapText(wraps(role));
    if (bordered(role)) {
      border(style);
    }
    Integer fill = fill(role);
    if (fill != null) {
      style.setFillForegroundColor(colour(fill));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    style.setLocked(!entry(role));
    style.setQuotePrefixed(key.quoted);
    style.setDataFormat(workbook.createDataFormat().getFormat(key.format));
    return style;
  }

  private XSSFFont font(Letters letters) {
    XSSFFont font = workbook.createFont();
    face(font, letters.points);
    font.setBold(letters.bold);
    font.setUnderline(letters.underlined ? FontUnderline.SINGLE : FontUnderline.NONE);
    font.setColor(colour(letters.colour));
    return font;
  }

  /// Names the face outright: under a scheme the reader's own theme would put another in its place.
  private static void face(XSSFFont font, int points) {
    font.setScheme(FontScheme.NONE);
    font.setFontName(FACE);
    font.setCharSet(FontCharset.GB2312);
    font.setFontHeightInPoints((short) points);
  }

  private static void border(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setTopBorderColor(colour(BORDER));
    style.setRightBorderColor(colour(BORDER));
    style.setBottomBorderColor(colour(BORDER));
    style.setLeftBorderColor(colour(BORDER));
  }

  private static XSSFColor colour(int rgb) {
    return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
  }

  /// Size of a role's letters.
  static int points(Role role) {
    return switch (role) {
      case TITLE -> 16;
      case SUBTITLE,
          HEADING,
          BODY,
          CENTRED,
          NUMBER,
          COMPARED,
          GOOD,
          BAD,
          WARNING,
          LINK,
          FIXED,
          ENTRY_TEXT,
          ENTRY_NUMBER,
          ENTRY_DATE,
          NOTE ->
          10;
    };
  }

  /// Tells whether long text goes on in a further line.
  static boolean wraps(Role role) {
    return switch (role) {
      case TITLE, SUBTITLE, NUMBER, COMPARED, ENTRY_NUMBER, ENTRY_DATE -> false;
      case HEADING, BODY, CENTRED, GOOD, BAD, WARNING, LINK, FIXED, ENTRY_TEXT, NOTE -> true;
    };
  }

  private static Letters letters(Role role) {
    return switch (role) {
      case TITLE -> new Letters(points(role), true, false, DARK_BLUE);
      case SUBTITLE -> new Letters(points(role), false, false, 0x6B7280);
      case HEADING -> new Letters(points(role), true, false, DARK_BLUE);
      case COMPARED -> new Letters(points(role), true, false, 0xC00000);
      case GOOD -> new Letters(points(role), false, false, 0x2F5D34);
      case BAD -> new Letters(points(role), false, false, 0x9C1C1C);
      case WARNING -> new Letters(points(role), false, false, 0x7A5200);
      case LINK -> new Letters(points(role), false, true, LINK);
      case BODY, CENTRED, NUMBER, FIXED, ENTRY_TEXT, ENTRY_NUMBER, ENTRY_DATE, NOTE ->
          new Letters(points(role), false, false, 0x1A1A1A);
    };
  }

  private static @Nullable Integer fill(Role role) {
    return switch (role) {
      case HEADING -> 0xDCE3EC;
      case GOOD -> 0xE6F1E4;
      case BAD -> 0xF9E1E0;
      case WARNING -> 0xFCEFD2;
      case FIXED -> 0xF2F3F5;
      case ENTRY_TEXT, ENTRY_NUMBER, ENTRY_DATE -> 0xFFFBE3;
      case TITLE, SUBTITLE, BODY, CENTRED, NUMBER, COMPARED, LINK, NOTE -> null;
    };
  }

  private static HorizontalAlignment across(Role role) {
    return switch (role) {
      case HEADING, CENTRED, GOOD, BAD, WARNING, ENTRY_DATE -> HorizontalAlignment.CENTER;
      case NUMBER, COMPARED, ENTRY_NUMBER -> HorizontalAlignment.RIGHT;
      case TITLE, SUBTITLE, BODY, LINK, FIXED, ENTRY_TEXT, NOTE -> HorizontalAlignment.LEFT;
    };
  }

  private static VerticalAlignment down(Role role) {
    return switch (role) {
      case BODY, LINK, NOTE, NUMBER, COMPARED -> VerticalAlignment.TOP;
      case CENTRED, GOOD, BAD, WARNING -> VerticalAlignment.TOP;
      case TITLE, SUBTITLE, HEADING, FIXED, ENTRY_TEXT, ENTRY_NUMBER, ENTRY_DATE ->
          VerticalAlignment.CENTER;
    };
  }

  private static boolean bordered(Role role) {
    return switch (role) {
      case TITLE, SUBTITLE, NOTE -> false;
      case HEADING,
          BODY,
          CENTRED,
          NUMBER,
          COMPARED,
          GOOD,
          BAD,
          WARNING,
          LINK,
          FIXED,
          ENTRY_TEXT,
          ENTRY_NUMBER,
          ENTRY_DATE ->
          true;
    };
  }

  private static boolean entry(Role role) {
    return role == Role.ENTRY_TEXT || role == Role.ENTRY_NUMBER || role == Role.ENTRY_DATE;
  }

  private static String format(CellLook look, CellValue value) {
    return switch (value) {
      case CellValue.Day _ -> "yyyy-mm-dd";
      case CellValue.Decimal decimal when look.decimals() < 0 && !entry(look.role()) ->
          places(decimal.number());
      case CellValue.Decimal _ -> format(look);
      case CellValue.Text _, CellValue.SheetLink _, CellValue.FileLink _ ->
          entry(look.role()) ? format(look) : "General";
      case CellValue.Blank _ -> format(look);
    };
  }

  private static String format(CellLook look) {
    if (look.role() == Role.ENTRY_TEXT) {
      return "@";
    }
    if (look.role() == Role.ENTRY_DATE) {
      return "yyyy-mm-dd";
    }
    return look.decimals() < 0 ? "General" : places(look.decimals());
  }

  /// All the decimals a number has. Excel's General would cut a long one and turn a large one into
  /// powers of ten.
  private static String places(BigDecimal number) {
    return places(Math.clamp(number.stripTrailingZeros().scale(), 0, 15));
  }

  private static String places(int decimals) {
    return decimals == 0 ? "0" : "0." + "0".repeat(decimals);
  }

  private static boolean quoted(CellValue value) {
    String text =
        switch (value) {
          case CellValue.Text plain -> plain.text();
          case CellValue.SheetLink link -> link.text();
          case CellValue.FileLink link -> link.text();
          case CellValue.Blank _, CellValue.Decimal _, CellValue.Day _ -> "";
        };
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }
}
