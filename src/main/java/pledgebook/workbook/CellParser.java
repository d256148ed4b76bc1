package pledgebook.workbook;

import java.util.Optional;

/// Turns the `c` element one stands on into a cell.
final class CellParser {
  private final XmlPart xml;
  private final CellValues values;
  private final WorkbookLimits limits;

  CellParser(XmlPart xml, CellValues values, WorkbookLimits limits) {
    this.xml = xml;
    this.values = values;
    this.limits = limits;
  }

  /// The cell, whose element is left; empty when it is blank.
  Optional<Cell> parse(CellAddress address) throws WorkbookRefused {
    String type = xml.attribute("t");
    NumberFormats.Format format = values.format(xml.number("s", 0));
    String formula = null;
    String value = null;
    String inline = "";
    while (xml.child()) {
      switch (xml.element()) {
        case "f" -> formula = xml.text(limits.cellLength());
        case "v" -> value = xml.text(limits.cellLength());
        case "is" -> inline = RichText.read(xml, limits.cellLength());
        default -> xml.skip();
      }
    }
    return values.cell(address, format, new CellValues.Written(type, formula, value, inline));
  }
}
