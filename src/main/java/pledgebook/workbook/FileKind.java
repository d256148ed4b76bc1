package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /// Tells whether the file is an archive, as every .xlsx is; else it is a binary workbook of Excel
  /// 97–2003.
  ///
  /// @throws WorkbookRefused saying what it is instead
  static boolean isArchive(Path file, WorkbookLimits limits) throws WorkbookRefused, IOException {
    long size = Files.size(file);
    if (size > limits.bytes()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("bytes", limits.bytes()));
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, 'P', 'K')) {
      return true;
    }
    Optional<WorkbookFault> fault = fault(file, head);
    if (fault.isPresent()) {
      throw new WorkbookRefused(fault.get());
    }
    return false;
  }

  private static Optional<WorkbookFault> fault(Path file, byte[] head) {
    if (head.length == 0) {
      return Optional.of(new WorkbookFault.NotAWorkbook("empty"));
    }
    return switch (FileMagic.valueOf(head.length < 44 ? Arrays.copyOf(head, 44) : head)) {
      case OLE2 -> compound(file);
      case BIFF2, BIFF3, BIFF4 -> Optional.of(new WorkbookFault.LegacyFormat());
      case PDF -> Optional.of(new WorkbookFault.NotAWorkbook("pdf"));
      case OOXML, XML, MSWRITE, RTF, HTML, WORD2, JPEG, GIF, PNG, TIFF, WMF, EMF, BMP, UNKNOWN ->
          Optional.of(new WorkbookFault.NotAWorkbook(text(head)));
    };
  }

  /// OLE2 holds an encrypted .xlsx, an .xls of Excel 97–2003, and much else.
  private static Optional<WorkbookFault> compound(Path file) {
    try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = system.getRoot();
      if (root.hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
        return Optional.of(new WorkbookFault.PasswordProtected());
      }
      if (root.hasEntryCaseInsensitive("Workbook")) {
        return Optional.empty();
      }
      return Optional.of(
          root.hasEntryCaseInsensitive("Book")
              ? new WorkbookFault.LegacyFormat()
              : new WorkbookFault.NotAWorkbook("unknown"));
    } catch (IOException | RuntimeException e) {
      return Optional.of(new WorkbookFault.Damaged("OLE2"));
    }
  }

  private static String text(byte[] head) {
    if (isLockFile(head)) {
      return "lock";
    }
    String text = decoded(head);
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (isHtml(start)) {
      return "html";
    }
    if (start.startsWith("<?xml")
        && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return "xml";
    }
    if (start.isEmpty() || start.startsWith("<") || start.startsWith("{")) {
      return "unknown";
    }
    boolean printable = text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
    boolean separated = text.chars().anyMatch(c -> c == ',' || c == '\t' || c == ';');
    return printable && separated ? "csv" : "unknown";
  }

  /// The file ~$… an office program keeps beside an open one: the length of the user's name, the
  /// name, and the same once more in UTF-16.
  private static boolean isLockFile(byte[] head) {
    return (head.length == 165 || head.length == 162)
        && head[0] > 0
        && head[0] <= 54
        && head[head.length == 165 ? 55 : 54] == head[0];
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
