package pledgebook.workbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table of texts that cells refer to by number, kept as UTF-8 in blocks: a third of what as
/// many String objects take.
final class SharedStrings {
  private static final int BLOCK = 1 << 20;
  private static final long MOST_BYTES = 256L << 20;
  private static final int RECENT = 1 << 12;

  private final List<byte[]> blocks = new ArrayList<>();
  private long[] starts = new long[1024];
  private int size;
  private final @Nullable String[] recent = new String[RECENT];
  private final int[] recentIndex = new int[RECENT];

  private SharedStrings() {}

  static SharedStrings read(
      Archive archive, Optional<String> part, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    SharedStrings strings = new SharedStrings();
    if (part.isPresent()) {
      try (XmlPart xml = XmlPart.open(archive, part.get(), deadline)) {
        while (xml.child()) {
          if (xml.element().equals("si")) {
            strings.add(RichText.read(xml, limits.cellLength()), limits);
          } else {
            xml.skip();
          }
        }
      }
    }
    return strings;
  }

  private void add(String text, WorkbookLimits limits) throws WorkbookRefused {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (size >= limits.sharedStrings()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("strings", limits.sharedStrings()));
    }
    long start = starts[size];
    if (start + bytes.length > MOST_BYTES) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("inflated bytes", MOST_BYTES));
    }
    size++;
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
    }
    starts[size] = start + bytes.length;
    copy(start, bytes, true);
  }

  /// Copies into the blocks, or out of them; a text may lie across two.
  private void copy(long start, byte[] bytes, boolean into) {
    for (int done = 0; done < bytes.length; ) {
      int block = (int) ((start + done) / BLOCK);
      int at = (int) ((start + done) % BLOCK);
      if (block == blocks.size()) {
        blocks.add(new byte[BLOCK]);
      }
      int count = Math.min(bytes.length - done, BLOCK - at);
      if (into) {
        System.arraycopy(bytes, done, blocks.get(block), at, count);
      } else {
        System.arraycopy(blocks.get(block), at, bytes, done, count);
      }
      done += count;
    }
  }

  int size() {
    return size;
  }

  /// The text of a number from 0 to below [#size()].
  String get(int index) {
    int slot = index & RECENT - 1;
    String known = recent[slot];
    if (known != null && recentIndex[slot] == index) {
      return known;
    }
    byte[] bytes = new byte[(int) (starts[index + 1] - starts[index])];
    copy(starts[index], bytes, false);
    String text = new String(bytes, StandardCharsets.UTF_8);
    recent[slot] = text;
    recentIndex[slot] = index;
    return text;
  }
}
