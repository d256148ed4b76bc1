package pledgebook.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The zip archive of a workbook, looked through before anything in it is believed: bounded in
/// entries, inflated bytes and ratio, every name harmless and unique, every checksum right: that of
/// a small entry before anything is read from it, that of a large one at its end.
final class Archive implements AutoCloseable {
  /// Below it no ratio is judged: a million styled blank rows deflate far better than figures do,
  /// and this much does no harm.
  private static final long RATIO_COUNTS_FROM = 64L << 20;

  /// Inflated twice without being noticed.
  private static final long SMALL = 1L << 20;

  private static final long DIRECTORY_BYTES = 16L << 20;
  private static final int END_RECORD = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final ZipFile zip;

  /// Part names are compared without regard to case (ECMA-376-2, 6.2.2.3).
  private final Map<String, ZipEntry> entries = new TreeMap<>();

  private final Set<String> unverified = new HashSet<>();

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  static Archive open(Path file, WorkbookLimits limits, Deadline deadline) throws WorkbookRefused {
    try {
      requireSmallDirectory(file, limits);
      ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
      Archive archive = new Archive(zip);
      try {
        archive.index(limits);
        archive.verify(file.toFile().length(), limits, deadline);
        return archive;
      } catch (WorkbookRefused | RuntimeException e) {
        archive.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      throw new WorkbookRefused(new WorkbookFault.Damaged("zip"));
    }
  }

  /// The platform's reader loads the whole directory into memory, so its size is looked at before.
  private static void requireSmallDirectory(Path file, WorkbookLimits limits)
      throws IOException, WorkbookRefused {
    byte[] tail;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(in.length(), END_RECORD + LONGEST_COMMENT);
      tail = new byte[length];
      in.seek(in.length() - length);
      in.readFully(tail);
    }
    ByteBuffer buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + END_RECORD <= tail.length; at++) {
      if (buffer.getInt(at) == 0x06054B50
          && (Short.toUnsignedInt(buffer.getShort(at + 10)) == 0xFFFF
              || Integer.toUnsignedLong(buffer.getInt(at + 12)) > DIRECTORY_BYTES
              || buffer.getInt(at + 16) == -1)) {
        throw new WorkbookRefused(new WorkbookFault.TooLarge("entries", limits.entries()));
      }
    }
  }

  private void index(WorkbookLimits limits) throws WorkbookRefused {
    if (zip.size() > limits.entries()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("entries", limits.entries()));
    }
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (leadsOutside(entry.getName())) {
        throw new WorkbookRefused(new WorkbookFault.Forbidden("part outside"));
      }
      if (entries.put(entry.getName().toLowerCase(Locale.ROOT), entry) != null) {
        throw new WorkbookRefused(new WorkbookFault.Forbidden("duplicate part"));
      }
    }
  }

  private static boolean leadsOutside(String name) {
    return name.isEmpty()
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.indexOf('\0') >= 0
        || name.indexOf(':') >= 0
        || Arrays.asList(name.split("/", -1)).contains("..");
  }

  /// Small entries are inflated and checked at once; a large one is checked while it is read, so
  /// that it is inflated once. What the directory says of its size is a bound until then.
  private void verify(long fileBytes, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    long total = 0;
    for (ZipEntry entry : entries.values()) {
      long compressed = Math.min(entry.getCompressedSize(), fileBytes);
      long size = entry.getSize();
      total += size;
      requireBounded(size, compressed, limits);
      requireBounded(total, fileBytes, limits);
      if (size < 0 || compressed < 0) {
        throw new WorkbookRefused(new WorkbookFault.Damaged(entry.getName()));
      }
    }
    for (ZipEntry entry : entries.values()) {
      unverified.add(entry.getName());
      if (entry.getSize() <= SMALL) {
        readThrough(entry, deadline);
      }
    }
  }

  /// Checks what nobody has read to its end yet. Until then the whole of the file is not known to
  /// be as it was written.
  void verifyRest(Deadline deadline) throws WorkbookRefused {
    for (ZipEntry entry : entries.values()) {
      if (unverified.contains(entry.getName())) {
        readThrough(entry, deadline);
      }
    }
  }

  private void readThrough(ZipEntry entry, Deadline deadline) throws WorkbookRefused {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = verified(entry)) {
      while (in.read(buffer) >= 0) {
        if (deadline.passed()) {
          throw new WorkbookRefused(deadline.fault());
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new WorkbookRefused(new WorkbookFault.Damaged(entry.getName()));
    }
  }

  private InputStream verified(ZipEntry entry) throws IOException {
    return new VerifiedEntry(
        zip.getInputStream(entry), entry, () -> unverified.remove(entry.getName()));
  }

  private static void requireBounded(long inflated, long compressed, WorkbookLimits limits)
      throws WorkbookRefused {
    if (inflated > limits.inflatedBytes()) {
      throw new WorkbookRefused(
          new WorkbookFault.TooLarge("inflated bytes", limits.inflatedBytes()));
    }
    if (inflated > RATIO_COUNTS_FROM && inflated / limits.inflationRatio() > compressed) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("ratio", limits.inflationRatio()));
    }
  }

  /// The name as the archive writes it of the part meant; empty when there is none.
  Optional<String> find(String part) {
    return Optional.ofNullable(entries.get(part.toLowerCase(Locale.ROOT))).map(ZipEntry::getName);
  }

  /// Tells whether a file lies in it whose name, in lower case, is meant.
  boolean holds(java.util.function.Predicate<String> meant) {
    return entries.keySet().stream().anyMatch(meant);
  }

  /// The bytes of a part.
  InputStream part(String name) throws WorkbookRefused {
    try {
      ZipEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
      if (entry != null) {
        boolean checked = !unverified.contains(entry.getName());
        InputStream in = checked ? zip.getInputStream(entry) : verified(entry);
        return new BufferedInputStream(in, 1 << 16);
      }
    } catch (IOException | RuntimeException e) {
      // said below: the caller learns the part, which is all there is to say
    }
    throw new WorkbookRefused(new WorkbookFault.Damaged(name));
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }
}
