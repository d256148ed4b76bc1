package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pledgebook.workbook.WorkbookContent.MergedCells;

/// A sheet as its part of the package holds it; each walk reads the part anew.
final class SheetPart implements Sheet {
  private final Archive archive;
  private final WorkbookParts.Tab tab;
  private final CellValues.Context context;
  private final WorkbookLimits limits;
  private @Nullable List<MergedCells> merged;

  SheetPart(
      Archive archive, WorkbookParts.Tab tab, CellValues.Context context, WorkbookLimits limits) {
    this.archive = archive;
    this.tab = tab;
    this.context = context;
    this.limits = limits;
  }

  @Override
  public String name() {
    return tab.name();
  }

  @Override
  public boolean hidden() {
    return tab.hidden();
  }

  @Override
  public boolean since1904() {
    return context.since1904();
  }

  @Override
  public void scan(RawVisitor visitor) throws WorkbookRefused {
    Deadline deadline = Deadline.in(limits.time());
    Delivery delivery = new Delivery(deadline, visitor);
    try (InputStream in = archive.part(tab.part())) {
      PlainSheet plain = plain(in, deadline);
      if (plain.rows(delivery)) {
        try (XmlPart xml = XmlPart.open(tab.part(), plain.withoutRows(), deadline)) {
          merged = rest(xml);
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (NotPlain e) {
      parse(delivery, deadline);
    } catch (IOException e) {
      throw new WorkbookRefused(new WorkbookFault.Damaged(tab.part()));
    }
  }

  /// The name of its part.
  String part() {
    return tab.part();
  }

  PlainSheet plain(InputStream in, Deadline deadline) {
    return new PlainSheet(in, tab.part(), context, limits, deadline);
  }

  /// Reads the sheet with the full parser: the same rows, slower. Those that were delivered before
  /// the sheet turned out not to be plain are not delivered again.
  void parse(Delivery delivery, Deadline deadline) throws WorkbookRefused {
    try (XmlPart xml = open(deadline)) {
      while (xml.child()) {
        if (xml.element().equals("sheetData")) {
          if (new Walk(xml, delivery).rows()) {
            merged = rest(xml);
          }
          return;
        }
        xml.skip();
      }
    }
  }

  /// Hands rows to a visitor, whose own time does not count; each once.
  static final class Delivery {
    private final Deadline deadline;
    private final RawVisitor visitor;
    private int last;

    Delivery(Deadline deadline, RawVisitor visitor) {
      this.deadline = deadline;
      this.visitor = visitor;
    }

    /// Answers false when the visitor wants no more.
    boolean take(RawRow row) {
      if (row.number() <= last) {
        return true;
      }
      last = row.number();
      return deadline.without(() -> visitor.visit(row));
    }
  }

  @Override
  public List<MergedCells> merged() throws WorkbookRefused {
    if (merged == null) {
      try (XmlPart xml = open(Deadline.in(limits.time()))) {
        merged = rest(xml);
      }
    }
    return merged;
  }

  @Override
  public List<Integer> hiddenColumns() throws WorkbookRefused {
    NavigableSet<Integer> hidden = new TreeSet<>();
    try (XmlPart xml = open(Deadline.in(limits.time()))) {
      while (xml.child() && !xml.element().equals("sheetData")) {
        if (xml.element().equals("cols")) {
          while (xml.child()) {
            if (xml.flag("hidden")) {
              int last = Math.min(xml.number("max", 0), limits.columns());
              IntStream.rangeClosed(xml.number("min", 1), last).forEach(hidden::add);
            }
            xml.skip();
          }
        } else {
          xml.skip();
        }
      }
    }
    return List.copyOf(hidden);
  }

  @Override
  public List<CellComment> comments() {
    return CommentsPart.of(archive, tab.part(), limits);
  }

  /// The joined ranges among the elements still to come.
  private List<MergedCells> rest(XmlPart xml) throws WorkbookRefused {
    List<MergedCells> ranges = new ArrayList<>();
    while (xml.child()) {
      if (xml.element().equals("mergeCells")) {
        while (xml.child()) {
          ranges.add(range(xml, ranges.size()));
          xml.skip();
        }
      } else {
        xml.skip();
      }
    }
    return List.copyOf(ranges);
  }

  private XmlPart open(Deadline deadline) throws WorkbookRefused {
    XmlPart xml = XmlPart.open(archive, tab.part(), deadline);
    if (!xml.element().equals("worksheet")) {
      xml.close();
      throw xml.damaged();
    }
    return xml;
  }

  private MergedCells range(XmlPart xml, int before) throws WorkbookRefused {
    String written = xml.attribute("ref");
    if (written == null || before >= limits.rows()) {
      throw xml.damaged();
    }
    int colon = written.indexOf(':');
    String first = colon < 0 ? written : written.substring(0, colon);
    CellAddress from = Reference.parse(first, xml);
    return new MergedCells(
        from, colon < 0 ? from : Reference.parse(written.substring(colon + 1), xml));
  }

  /// One walk through the rows.
  private final class Walk {
    private final XmlPart xml;
    private final Delivery delivery;
    private final CellParser parser;

    Walk(XmlPart xml, Delivery delivery) {
      this.xml = xml;
      this.delivery = delivery;
      this.parser = new CellParser(xml, new CellValues(context, tab.part()), limits);
    }

    /// Answers false when the visitor wanted no more.
    boolean rows() throws WorkbookRefused {
      int before = 0;
      while (xml.child()) {
        if (!xml.element().equals("row")) {
          xml.skip();
          continue;
        }
        int number = xml.number("r", before + 1);
        if (number > CellAddress.LAST_ROW) {
          throw tooMany("rows", limits.rows());
        }
        if (number <= before) {
          throw xml.damaged();
        }
        before = number;
        Row row = new Row(number, xml.flag("hidden"), cells(number));
        if (!row.cells().isEmpty() && !delivery.take(RawRow.of(row, context.since1904()))) {
          return false;
        }
      }
      return true;
    }

    private List<Cell> cells(int row) throws WorkbookRefused {
      List<Cell> cells = new ArrayList<>();
      int column = 0;
      boolean sorted = true;
      while (xml.child()) {
        if (!xml.element().equals("c")) {
          xml.skip();
          continue;
        }
        int before = column;
        CellAddress address = address(row, before + 1);
        column = address.column();
        sorted &= column > before;
        var cell = parser.parse(address);
        if (cell.isPresent()) {
          requireWithin(address);
          cells.add(cell.get());
        }
      }
      return sorted ? cells : sorted(cells);
    }

    private CellAddress address(int row, int next) throws WorkbookRefused {
      String written = xml.attribute("r");
      if (written == null) {
        if (next > CellAddress.LAST_COLUMN) {
          throw tooMany("columns", limits.columns());
        }
        return new CellAddress(row, next);
      }
      CellAddress address = Reference.parse(written, xml);
      if (address.row() != row) {
        throw xml.damaged();
      }
      return address;
    }

    private void requireWithin(CellAddress address) throws WorkbookRefused {
      if (address.row() > limits.rows()) {
        throw tooMany("rows", limits.rows());
      }
      if (address.column() > limits.columns()) {
        throw tooMany("columns", limits.columns());
      }
    }

    private List<Cell> sorted(List<Cell> cells) throws WorkbookRefused {
      List<Cell> sorted = new ArrayList<>(cells);
      sorted.sort(Comparator.comparing(Cell::address));
      for (int i = 1; i < sorted.size(); i++) {
        if (sorted.get(i).address().equals(sorted.get(i - 1).address())) {
          throw xml.damaged();
        }
      }
      return sorted;
    }
  }

  private static WorkbookRefused tooMany(String what, long limit) {
    return new WorkbookRefused(new WorkbookFault.TooLarge(what, limit));
  }
}
