package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Tells by content what a received file is, whatever its name says.
final class FileKind {
  private static final int HEAD = 4096;
  private static final List<String> MARKUP =
      List.of("<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<div");

  private FileKind() {}

  /// Passes when the file is a zip archive, as every .xlsx is.
  ///
  /// @throws WorkbookRefused saying what it is instead
  static void requireArchive(Path file, WorkbookLimits limits) throws WorkbookRefused, IOException {
    long size = Files.size(file);
    if (size > limits.bytes()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("bytes", limits.bytes()));
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 'P', 'K')) {
      return;
    }
    throw new WorkbookRefused(fault(file, head));
  }

  private static WorkbookFault fault(Path file, byte[] head) {
    if (head.length == 0) {
      return new WorkbookFault.NotAWorkbook("empty");
    }
    return switch (FileMagic.valueOf(head.length < 44 ? java.util.Arrays.copyOf(head, 44) : head)) {
      case OLE2 -> compound(file);
      case BIFF2, BIFF3, BIFF4 -> new WorkbookFault.LegacyFormat();
      case PDF -> new WorkbookFault.NotAWorkbook("pdf");
      case OOXML, XML, MSWRITE, RTF, HTML, WORD2, JPEG, GIF, PNG, TIFF, WMF, EMF, BMP, UNKNOWN ->
          new WorkbookFault.NotAWorkbook(text(head));
    };
  }

  /// OLE2 holds both an encrypted .xlsx and an .xls of Excel 97–2003.
  private static WorkbookFault compound(Path file) {
    try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = system.getRoot();
      if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
        return new WorkbookFault.PasswordProtected();
      }
      return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
          ? new WorkbookFault.LegacyFormat()
          : new WorkbookFault.NotAWorkbook("unknown");
    } catch (IOException | RuntimeException e) {
      return new WorkbookFault.Damaged("OLE2");
    }
  }

  private static String text(byte[] head) {
    String text = decoded(head);
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (isHtml(start)) {
      return "html";
    }
    if (start.isEmpty() || start.startsWith("<") || start.startsWith("{")) {
      return "unknown";
    }
    boolean printable = text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
    boolean separated = text.chars().anyMatch(c -> c == ',' || c == '\t' || c == ';');
    return printable && separated ? "csv" : "unknown";
  }

  private static boolean isHtml(String start) {
    if (start.startsWith("<?xml")) {
      return start.contains("<html");
    }
    return start.startsWith("mime-version:")
        || (start.startsWith("<") && MARKUP.stream().anyMatch(start::contains));
  }

  /// Every byte a character, unless a byte order mark says otherwise: enough to see separators in
  /// UTF-8 and in GB 18030.
  private static String decoded(byte[] head) {
    if (startsWith(head, 0xFF, 0xFE)) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return new String(head, 2, head.length - 2, StandardCharsets.UTF_16BE);
    }
    int skip = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return new String(head, skip, head.length - skip, StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
