package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Which originals are held in memory as a whole: some 400,000 cells, for which 600 MB are enough.
/// Of binary workbooks [BiffInventory] counts them.
final class CopyBounds {
  static final WorkbookLimits LIMITS =
      new WorkbookLimits(
          20L << 20,
          96L << 20,
          WorkbookLimits.standard().inflationRatio(),
          2_000,
          CellAddress.LAST_ROW,
          WorkbookLimits.standard().columns(),
          WorkbookLimits.standard().cellLength(),
          1_000_000,
          WorkbookLimits.standard().stringBytes(),
          Duration.ofSeconds(20));

  /// A cell with a value takes four tags; memory grows with their number, not with their length.
  private static final int TAGS = 2_000_000;

  /// A binary workbook is not packed: 400,000 cells take half of it, pictures may take the rest.
  private static final long BINARY_BYTES = 10L << 20;

  private CopyBounds() {}

  static boolean hold(Path file) throws IOException {
    if (Files.size(file) > LIMITS.bytes()) {
      return false;
    }
    try {
      if (!FileKind.isArchive(file, LIMITS)) {
        return Files.size(file) <= BINARY_BYTES;
      }
      try (WorkbookReader workbook = WorkbookReader.open(file, LIMITS)) {
        return !workbook.sheets().isEmpty() && tags(file) <= TAGS;
      }
    } catch (WorkbookRefused e) {
      return false;
    }
  }

  /// Counts opening and closing tags of all parts, up to the bound.
  private static int tags(Path file) throws IOException {
    int tags = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        try (InputStream in = zip.getInputStream(all.nextElement())) {
          for (int read = in.read(buffer); read >= 0 && tags <= TAGS; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
              tags += buffer[i] == '<' ? 1 : 0;
            }
          }
        }
      }
    }
    return tags;
  }
}
