package bench;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/// What somebody else would use to bring the long sheets of a workbook into DuckDB, and the floor
/// nobody can go below: inflating the file.
final class Peers {
  private static final int COLUMNS = 12;

  /// Takes the cells of a row, in order; null where there is none.
  interface Rows {
    void row(String[] cells) throws Exception;
  }

  private Peers() {}

  /// Inflates every entry. Returns the bytes.
  static long inflate(Path file) throws Exception {
    long bytes = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        try (InputStream in = zip.getInputStream(all.nextElement())) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
          }
        }
      }
    }
    return bytes;
  }

  /// Apache POI's streaming reader.
  static void poi(Path file, String title, Rows rows) throws Exception {
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      org.apache.poi.openxml4j.util.ZipSecureFile.setMinInflateRatio(0);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
      XSSFReader reader = new XSSFReader(opened);
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          if (sheets.getSheetName().startsWith(title)) {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            XMLReader xml = factory.newSAXParser().getXMLReader();
            xml.setContentHandler(
                new XSSFSheetXMLHandler(reader.getStylesTable(), strings, new OfPoi(rows), false));
            xml.parse(new InputSource(sheet));
          }
        }
      }
    }
  }

  private static final class OfPoi implements XSSFSheetXMLHandler.SheetContentsHandler {
    private final Rows rows;
    private String[] cells = new String[COLUMNS];

    OfPoi(Rows rows) {
      this.rows = rows;
    }

    @Override
    public void startRow(int row) {
      cells = new String[COLUMNS];
    }

    @Override
    public void endRow(int row) {
      try {
        rows.row(cells);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      int column = reference.charAt(0) - 'A';
      if (column < COLUMNS) {
        cells[column] = value;
      }
    }
  }

  /// fastexcel-reader.
  static void fastexcel(Path file, String title, Rows rows) throws Exception {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      for (Sheet sheet : workbook.getSheets().filter(s -> s.getName().startsWith(title)).toList()) {
        try (var stream = sheet.openStream()) {
          var each = stream.iterator();
          while (each.hasNext()) {
            var row = each.next();
            String[] cells = new String[COLUMNS];
            for (int i = 0; i < Math.min(COLUMNS, row.getCellCount()); i++) {
              var cell = row.getCell(i);
              cells[i] = cell == null ? null : cell.getRawValue();
            }
            rows.row(cells);
          }
        }
      }
    }
  }

  /// Appends to a table of text columns. Returns the rows it then holds.
  static long appended(Source source, Path file, String title) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      StringBuilder table = new StringBuilder("create table t (");
      for (int i = 0; i < COLUMNS; i++) {
        table.append(i == 0 ? "" : ", ").append("c").append(i).append(" varchar");
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(table + ")");
        try (DuckDBAppender appender =
            connection.unwrap(DuckDBConnection.class).createAppender("t")) {
          source.read(
              file,
              title,
              cells -> {
                appender.beginRow();
                for (String cell : cells) {
                  appender.append(cell);
                }
                appender.endRow();
              });
        }
        try (var count = statement.executeQuery("select count(*) from t")) {
          count.next();
          return count.getLong(1);
        }
      }
    }
  }

  /// A way to read the rows of the sheets whose name begins so.
  interface Source {
    void read(Path file, String title, Rows rows) throws Exception;
  }
}
