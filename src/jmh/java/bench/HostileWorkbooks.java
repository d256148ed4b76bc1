package bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes of an honest long workbook what nobody should send: its long sheet cut in the middle,
/// forty million rows in its place, a table of shared texts of a gigabyte, and the file itself cut.
public final class HostileWorkbooks {
  private static final String STRINGS = "xl/sharedStrings.xml";

  private HostileWorkbooks() {}

  /// Arguments: a workbook, a folder to write to.
  public static void main(String[] arguments) throws Exception {
    Path honest = Path.of(arguments[0]);
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    try (ZipFile zip = new ZipFile(honest.toFile())) {
      ZipEntry sheet = zip.stream().max(Comparator.comparingLong(ZipEntry::getSize)).orElseThrow();
      String name = sheet.getName();
      write(zip, folder.resolve("cut.xlsx"), name, out -> cut(zip, sheet, out));
      write(zip, folder.resolve("rows.xlsx"), name, out -> rows(zip, sheet, out));
      write(zip, folder.resolve("strings.xlsx"), STRINGS, HostileWorkbooks::strings);
    }
    try (InputStream in = Files.newInputStream(honest)) {
      Files.write(folder.resolve("half.xlsx"), in.readNBytes((int) (Files.size(honest) / 2)));
    }
  }

  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  /// The workbook with one of its parts replaced.
  private static void write(ZipFile honest, Path file, String part, Content content)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (ZipEntry entry : honest.stream().toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          content.to(zip);
        } else {
          try (InputStream in = honest.getInputStream(entry)) {
            in.transferTo(zip);
          }
        }
        zip.closeEntry();
      }
    }
  }

  private static void cut(ZipFile honest, ZipEntry sheet, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = sheet.getSize() / 2;
    try (InputStream in = honest.getInputStream(sheet)) {
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private static void rows(ZipFile honest, ZipEntry sheet, OutputStream out) throws IOException {
    try (InputStream in = honest.getInputStream(sheet)) {
      String head = new String(in.readNBytes(4000), US_ASCII);
      out.write(head.substring(0, head.indexOf("<row")).getBytes(US_ASCII));
    }
    byte[] rows =
        "<row><c t=\"inlineStr\"><is><t>1</t></is></c></row>".repeat(10_000).getBytes(US_ASCII);
    for (int i = 0; i < 4_000; i++) {
      out.write(rows);
    }
    out.write("</sheetData></worksheet>".getBytes(US_ASCII));
  }

  private static void strings(OutputStream out) throws IOException {
    Random random = new Random(1);
    byte[] text = new byte[15];
    out.write(
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            .getBytes(US_ASCII));
    for (int i = 0; i < 4_400_000; i++) {
      random.nextBytes(text);
      String once = HexFormat.of().formatHex(text);
      out.write(("<si><t>" + once.repeat(8) + "</t></si>").getBytes(US_ASCII));
    }
    out.write("</sst>".getBytes(US_ASCII));
  }
}
