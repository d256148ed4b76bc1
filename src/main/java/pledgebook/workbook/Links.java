package pledgebook.workbook;

import java.nio.charset.StandardCharsets;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Puts down where a cell leads to.
final class Links {
  /// What a path may hold as it is (RFC 3986, 2.3), and the slash.
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private Links() {}

  /// A link within the workbook.
  static void add(XSSFSheet sheet, CellAddress from, String toSheet, CellAddress to) {
    XSSFHyperlink link =
        sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setCellReference(from.toString());
    link.setAddress(quoted(toSheet) + "!" + to);
    sheet.addHyperlink(link);
  }

  /// A link to a cell of another file.
  static void add(XSSFSheet sheet, CellAddress from, String path, String toSheet, CellAddress to) {
    XSSFHyperlink link =
        sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
    link.setCellReference(from.toString());
    link.setAddress(encoded(path));
    link.setLocation(quoted(toSheet) + "!" + to);
    sheet.addHyperlink(link);
  }

  /// A sheet's name as formulas and links write it.
  static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'";
  }

  /// A relative path as a URI reference (RFC 3986): UTF-8, everything but unreserved signs and
  /// slashes in percent.
  static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean unreserved = b > 0 && UNRESERVED.indexOf(b) >= 0;
      if (unreserved) {
        encoded.append((char) b);
      } else {
        encoded.append("%%%02X".formatted(b & 0xFF));
      }
    }
    return encoded.toString();
  }
}
