package pledgebook.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Packs a package again so that nothing of the hour is in it: entries in one order, all of the
/// same time.
final class FixedArchive {
  /// Any time will do but the very first the format can name: that one is written in a second,
  /// longer form too, which depends on the time zone.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private FixedArchive() {}

  static void write(byte[] zip, Path file) throws IOException {
    Map<String, byte[]> parts =
        new TreeMap<>(
            Comparator.comparing((String name) -> !name.equals(CONTENT_TYPES))
                .thenComparing(Comparator.naturalOrder()));
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.setLevel(Deflater.DEFAULT_COMPRESSION);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(TIME);
        packed.putNextEntry(entry);
        packed.write(part.getValue());
        packed.closeEntry();
      }
    }
  }
}
