package pledgebook.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook zipped out of strings, so that a test can hold what no program would write.
final class HandMadeWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private HandMadeWorkbook() {}

  /// One sheet with these rows (the content of `sheetData`).
  static HandMadeWorkbook rows(String rows) {
    return sheet("<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
  }

  /// One sheet of this XML.
  static HandMadeWorkbook sheet(String xml) {
    return new HandMadeWorkbook()
        .part("[Content_Types].xml", "<Types/>")
        .part(
            "_rels/.rels",
            "<Relationships xmlns='r'><Relationship Id='rId1' Type='"
                + OFFICE
                + "/officeDocument' Target='xl/workbook.xml'/></Relationships>")
        .workbook("")
        .part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns='r'>"
                + relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                + relationship("rId2", "sharedStrings", "sharedStrings.xml")
                + relationship("rId3", "styles", "/xl/styles.xml")
                + "</Relationships>")
        .strings("")
        .formats(0)
        .part("xl/worksheets/sheet1.xml", xml);
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, OFFICE, type, target);
  }

  /// The workbook part, with something before its sheets.
  HandMadeWorkbook workbook(String before) {
    return part(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets><sheet name='表' sheetId='1' r:id='rId1'/></sheets></workbook>"
            .formatted(MAIN, OFFICE, before));
  }

  /// The content of the shared strings.
  HandMadeWorkbook strings(String items) {
    return part("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'>" + items + "</sst>");
  }

  /// One cell style for each number format; 164 is `yyyy"年"m"月"d"日"`, 165 is `0"日"`.
  HandMadeWorkbook formats(int... formats) {
    StringBuilder styles = new StringBuilder();
    for (int format : formats) {
      styles.append("<xf numFmtId='").append(format).append("'/>");
    }
    return part(
        "xl/styles.xml",
        "<styleSheet xmlns='"
            + MAIN
            + "'><numFmts><numFmt numFmtId='164'"
            + " formatCode='yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'/><numFmt numFmtId='165'"
            + " formatCode='0&quot;日&quot;'/></numFmts><cellXfs>"
            + styles
            + "</cellXfs></styleSheet>");
  }

  HandMadeWorkbook part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  HandMadeWorkbook part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  HandMadeWorkbook without(String name) {
    parts.remove(name);
    return this;
  }

  String[] names() {
    return parts.keySet().toArray(String[]::new);
  }

  byte[] bytes(String name) {
    return Objects.requireNonNull(parts.get(name));
  }

  Path save(Path folder) {
    Path file = folder.resolve("hand-made.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /// The rows of the first sheet.
  List<Row> read(Path folder) throws WorkbookRefused {
    return rows(save(folder), WorkbookLimits.standard());
  }

  /// The rows of a file's first sheet.
  static List<Row> rows(Path file, WorkbookLimits limits) throws WorkbookRefused {
    List<Row> rows = new ArrayList<>();
    try (WorkbookReader reader = WorkbookReader.open(file, limits)) {
      reader.sheets().getFirst().read(rows::add);
    }
    return rows;
  }
}
