package pledgebook.workbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTHyperlink;

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

  /// A link to a cell of another file. The file is named once a sheet, however many cells lead to
  /// it.
  static void add(XSSFSheet sheet, CellAddress from, String path, String toSheet, CellAddress to) {
    CTHyperlink link = CTHyperlink.Factory.newInstance();
    PackageRelationship file = relationship(sheet.getPackagePart(), encoded(path));
    link.setId(file.getId());
    link.setRef(from.toString());
    link.setLocation(quoted(toSheet) + "!" + to);
    sheet.addHyperlink(new FileLink(link, file));
  }

  private static PackageRelationship relationship(PackagePart sheet, String target) {
    try {
      for (PackageRelationship known :
          sheet.getRelationshipsByType(PackageRelationshipTypes.HYPERLINK_PART)) {
        if (known.getTargetURI().toString().equals(target)) {
          return known;
        }
      }
    } catch (InvalidFormatException e) {
      throw new IllegalStateException("a part of our own making", e);
    }
    return sheet.addExternalRelationship(target, PackageRelationshipTypes.HYPERLINK_PART);
  }

  /// A link whose relationship is there already.
  private static final class FileLink extends XSSFHyperlink {
    FileLink(CTHyperlink link, PackageRelationship file) {
      super(link, file);
    }
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
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
      }
    }
    return encoded.toString();
  }
}
