package pledgebook.submission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hands everything on and keeps a mark of the rows of the sheet taken last, by which a second
/// sheet of the same rows is recognised. Where the rows stand plays no part.
final class MarkedStaging implements Staging {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Staging staging;
  private long rows;
  private long sum;
  private long parity;

  MarkedStaging(Staging staging) {
    this.staging = staging;
  }

  /// @param rows how many
  /// @param sum of the hashes of all rows
  /// @param parity exclusive or of them
  record Mark(long rows, long sum, long parity) {}

  /// The mark of the rows of the sheet taken last.
  Mark mark() {
    return new Mark(rows, sum, parity);
  }

  @Override
  public void cover(CoverEntry entry, String sheet, String cell) {
    staging.cover(entry, sheet, cell);
  }

  @Override
  public void sheet(String sheet, String form, int headingRow, List<@Nullable String> columns) {
    rows = 0;
    sum = 0;
    parity = 0;
    staging.sheet(sheet, form, headingRow, columns);
  }

  @Override
  public void row(
      int rowNumber, List<@Nullable String> cells, @Nullable List<@Nullable String> raw) {
    long hash = OFFSET;
    for (int i = 0; i < cells.size(); i++) {
      hash = hashed(hash, utf8(cells.get(i)));
      hash = hashed(hash, raw == null ? null : utf8(raw.get(i)));
    }
    take(hash);
    staging.row(rowNumber, cells, raw);
  }

  @Override
  public void texts(int rowNumber, byte[] @Nullable [] cells, byte[] @Nullable [] raw) {
    long hash = OFFSET;
    for (int i = 0; i < cells.length; i++) {
      hash = hashed(hash, cells[i]);
      hash = hashed(hash, raw[i]);
    }
    take(hash);
    staging.texts(rowNumber, cells, raw);
  }

  @Override
  public void end() {
    staging.end();
  }

  @Override
  public void withdraw() {
    staging.withdraw();
  }

  private void take(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 33;
    rows++;
    sum += mixed;
    parity ^= mixed;
  }

  private static byte @Nullable [] utf8(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  /// FNV-1a over 64 bits; the length ends each text, and nothing is not the same as a blank text.
  private static long hashed(long hash, byte @Nullable [] text) {
    if (text == null) {
      return (hash ^ 0xff) * PRIME;
    }
    long next = hash;
    for (byte b : text) {
      next = (next ^ (b & 0xff)) * PRIME;
    }
    return (next ^ (text.length + 0x100L)) * PRIME;
  }
}
