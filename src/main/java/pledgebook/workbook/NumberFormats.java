package pledgebook.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/// The number format behind each cell style.
final class NumberFormats {
  /// As an application shows a number when nobody has said how.
  static final Format GENERAL = new Format("General", false);

  /// No program writes more cell styles (Excel: 65,490).
  private static final int MOST = 1 << 16;

  /// As Excel has it.
  private static final int LONGEST_CODE = 255;

  /// Text between quotes, escaped signs, and brackets other than elapsed time say nothing on
  /// whether a number is a day: `0"日"` is not, `m"月"d"日"` is.
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+])[^\\]]*]|[^\\x00-\\x7F]");

  /// Digits, a point, marks between thousands: nothing is scaled, and no word stands beside.
  private static final Pattern AS_IT_IS =
      Pattern.compile("General|@|[#0?](?:[#0?.]|,(?=[#0?]))*(?:_.)?");

  private final List<Format> byStyle;

  /// One format.
  ///
  /// @param moment tells whether it shows a number as a day or a time
  record Format(String code, boolean moment) {}

  /// Tells whether a format shows a number as the figure it is: no share, no scale, no word.
  static boolean showsAsItIs(String code) {
    return AS_IT_IS.matcher(code).matches();
  }

  private NumberFormats(List<Format> byStyle) {
    this.byStyle = byStyle;
  }

  static NumberFormats read(Archive archive, Optional<String> part, Deadline deadline)
      throws WorkbookRefused {
    Map<Integer, String> codes = new HashMap<>();
    List<Integer> ids = new ArrayList<>();
    if (part.isPresent()) {
      try (XmlPart xml = XmlPart.open(archive, part.get(), deadline)) {
        while (xml.child()) {
          switch (xml.element()) {
            case "numFmts" -> codes(xml, codes);
            case "cellXfs" -> styles(xml, ids);
            default -> xml.skip();
          }
        }
      }
    }
    Map<Integer, Format> formats = new HashMap<>();
    return new NumberFormats(
        ids.stream().map(id -> formats.computeIfAbsent(id, i -> format(i, codes))).toList());
  }

  private static void codes(XmlPart xml, Map<Integer, String> codes) throws WorkbookRefused {
    while (xml.child()) {
      String code = xml.attribute("formatCode");
      if (code == null || code.length() > LONGEST_CODE || codes.size() >= MOST) {
        throw xml.damaged();
      }
      codes.put(xml.number("numFmtId", 0), code);
      xml.skip();
    }
  }

  private static void styles(XmlPart xml, List<Integer> ids) throws WorkbookRefused {
    while (xml.child()) {
      if (ids.size() >= MOST) {
        throw xml.damaged();
      }
      ids.add(xml.number("numFmtId", 0));
      xml.skip();
    }
  }

  /// The format of a number, where the file may give its own code to it.
  static Format format(int id, Map<Integer, String> codes) {
    String code = codes.get(id);
    if (code == null) {
      return builtin(id);
    }
    String bare = LITERAL.matcher(code).replaceAll("");
    return new Format(code, DateUtil.isADateFormat(-1, bare));
  }

  /// The formats that files name by number alone. 27 to 36 and 50 to 58 are the days and times of
  /// the Chinese edition (ECMA-376-1, 18.8.30), which the library does not know.
  private static Format builtin(int id) {
    if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) {
      boolean time = (id >= 32 && id <= 35) || id == 55 || id == 56;
      return new Format(time ? "h\"时\"mm\"分\"" : "yyyy\"年\"m\"月\"d\"日\"", true);
    }
    String code = BuiltinFormats.getBuiltinFormat(id);
    return code == null || code.startsWith("reserved")
        ? GENERAL
        : new Format(code, DateUtil.isADateFormat(id, code));
  }

  /// The format of a style; empty when the file has no such style.
  Optional<Format> of(int style) {
    if (style < byStyle.size()) {
      return Optional.of(byStyle.get(style));
    }
    return style == 0 ? Optional.of(GENERAL) : Optional.empty();
  }
}
