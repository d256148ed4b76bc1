package pledgebook.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/// The bytes of an entry, whose length and checksum are held against the directory at its end: the
/// platform's reader does neither.
final class VerifiedEntry extends FilterInputStream {
  private final ZipEntry entry;
  private final Runnable whole;
  private final CRC32 checksum = new CRC32();
  private long length;
  private boolean ended;

  /// @param whole told once the end is reached and everything is right
  VerifiedEntry(InputStream in, ZipEntry entry, Runnable whole) {
    super(in);
    this.entry = entry;
    this.whole = whole;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int count) throws IOException {
    int read = in.read(buffer, offset, count);
    if (read > 0) {
      checksum.update(buffer, offset, read);
      length += read;
      if (length > entry.getSize()) {
        throw new IOException("longer than the directory says");
      }
    } else if (read < 0 && !ended) {
      ended = true;
      if (length != entry.getSize() || checksum.getValue() != entry.getCrc()) {
        throw new IOException("not as it was written");
      }
      whole.run();
    }
    return read;
  }

  /// A checksum needs every byte.
  @Override
  public long skip(long count) throws IOException {
    return readNBytes(Math.clamp(count, 0, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
