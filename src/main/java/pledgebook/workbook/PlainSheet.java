package pledgebook.workbook;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A sheet read by the byte scanner as far as its rows go. What stands before and behind them is
/// short; the full parser reads it, as a sheet without rows.
final class PlainSheet {
  private static final byte[] ROWS = PlainXml.word("<sheetData>");
  private static final String NO_ROWS = "</sheetData>";
  private static final String END = "</worksheet>";

  private final PlainXml xml;
  private final String part;
  private final CellValues.Context context;
  private final WorkbookLimits limits;
  private final Deadline deadline;
  private byte[] head = new byte[0];

  PlainSheet(
      InputStream in,
      String part,
      CellValues.Context context,
      WorkbookLimits limits,
      Deadline deadline) {
    this.xml = new PlainXml(in, deadline);
    this.part = part;
    this.context = context;
    this.limits = limits;
    this.deadline = deadline;
  }

  /// Delivers the rows; answers false when no more were wanted.
  ///
  /// @throws NotPlain when the full parser is to read the sheet
  boolean rows(SheetPart.Delivery delivery) throws NotPlain, IOException, WorkbookRefused {
    head = xml.upTo(ROWS);
    requireRoot();
    SheetScanner scanner = new SheetScanner(xml, context, part, limits, bindsPrefix());
    for (RawRow row = scanner.next(); row != null; row = scanner.next()) {
      if (!delivery.take(row)) {
        return false;
      }
    }
    return true;
  }

  /// The rows must be where the full parser would look for them, in the namespace of the root.
  private void requireRoot() throws NotPlain {
    InputStream empty = sheet(new ByteArrayInputStream(PlainXml.word(END)));
    try (XmlPart before = XmlPart.open(part, empty, deadline)) {
      boolean found = before.element().equals("worksheet");
      while (found && before.child()) {
        if (before.element().equals("sheetData")) {
          return;
        }
        before.skip();
      }
      throw NotPlain.here();
    } catch (WorkbookRefused e) {
      throw NotPlain.here();
    }
  }

  private boolean bindsPrefix() {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int root = text.indexOf("<worksheet");
    int bound = text.indexOf(" xmlns:x14ac=", root);
    return root >= 0 && bound > 0 && bound < text.indexOf('>', root);
  }

  /// The sheet as if it had no rows, once they are read.
  InputStream withoutRows() {
    return sheet(xml.rest());
  }

  private InputStream sheet(InputStream behind) {
    return new BufferedInputStream(
        new SequenceInputStream(
            java.util.Collections.enumeration(
                List.of(
                    new ByteArrayInputStream(head),
                    new ByteArrayInputStream(PlainXml.word(NO_ROWS)),
                    behind))));
  }
}
