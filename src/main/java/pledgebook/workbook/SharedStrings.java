package pledgebook.workbook;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table of texts that cells refer to by number, kept as UTF-8 in blocks: a third of what as
/// many String objects take. The blocks lie outside the heap: whether a workbook can be read must
/// not depend on how large a heap somebody gave.
final class SharedStrings {
  private static final int BLOCK = 1 << 20;
  private static final int RECENT = 1 << 12;

  private final Arena memory = Arena.ofAuto();
  private final List<MemorySegment> blocks = new ArrayList<>();
  private long[] starts = new long[1024];
  private int size;
  private final byte[] @Nullable [] recent = new byte[RECENT] @Nullable [];
  private final @Nullable String[] recentText = new String[RECENT];
  private final int[] recentIndex = new int[RECENT];

  private SharedStrings() {}

  static SharedStrings read(
      Archive archive, Optional<String> part, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    if (part.isEmpty()) {
      return new SharedStrings();
    }
    try {
      SharedStrings strings = new SharedStrings();
      PlainStrings.read(archive.part(part.get()), strings, limits, deadline);
      return strings;
    } catch (NotPlain e) {
      return parsed(archive, part.get(), limits, deadline);
    } catch (IOException e) {
      throw new WorkbookRefused(new WorkbookFault.Damaged(part.get()));
    }
  }

  /// The table by the full parser.
  static SharedStrings parsed(
      Archive archive, String part, WorkbookLimits limits, Deadline deadline)
      throws WorkbookRefused {
    SharedStrings strings = new SharedStrings();
    try (XmlPart xml = XmlPart.open(archive, part, deadline)) {
      while (xml.child()) {
        if (xml.element().equals("si")) {
          byte[] text = RichText.read(xml, limits.cellLength()).getBytes(StandardCharsets.UTF_8);
          strings.add(text, 0, text.length, limits);
        } else {
          xml.skip();
        }
      }
    }
    return strings;
  }

  /// Adds a text.
  void add(byte[] bytes, int from, int to, WorkbookLimits limits) throws WorkbookRefused {
    int length = to - from;
    if (size >= limits.sharedStrings()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("strings", limits.sharedStrings()));
    }
    long start = starts[size];
    if (start + length > limits.stringBytes()) {
      throw new WorkbookRefused(new WorkbookFault.TooLarge("string bytes", limits.stringBytes()));
    }
    size++;
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
    }
    starts[size] = start + length;
    for (int done = 0; done < length; ) {
      int block = (int) ((start + done) / BLOCK);
      int at = (int) ((start + done) % BLOCK);
      if (block == blocks.size()) {
        blocks.add(memory.allocate(BLOCK));
      }
      int count = Math.min(length - done, BLOCK - at);
      MemorySegment.copy(bytes, from + done, blocks.get(block), JAVA_BYTE, at, count);
      done += count;
    }
  }

  /// An empty table.
  static SharedStrings none() {
    return new SharedStrings();
  }

  int size() {
    return size;
  }

  boolean isEmpty(int index) {
    return starts[index + 1] == starts[index];
  }

  /// The text of a number from 0 to below [#size()].
  String get(int index) {
    int slot = index & RECENT - 1;
    byte[] bytes = bytes(index);
    String known = recentText[slot];
    if (known == null) {
      known = new String(bytes, StandardCharsets.UTF_8);
      recentText[slot] = known;
    }
    return known;
  }

  /// The same as UTF-8, which must not be changed.
  byte[] bytes(int index) {
    int slot = index & RECENT - 1;
    byte[] known = recent[slot];
    if (known != null && recentIndex[slot] == index) {
      return known;
    }
    byte[] bytes = new byte[(int) (starts[index + 1] - starts[index])];
    for (int done = 0; done < bytes.length; ) {
      int at = (int) ((starts[index] + done) % BLOCK);
      int count = Math.min(bytes.length - done, BLOCK - at);
      MemorySegment block = blocks.get((int) ((starts[index] + done) / BLOCK));
      MemorySegment.copy(block, JAVA_BYTE, at, bytes, done, count);
      done += count;
    }
    recent[slot] = bytes;
    recentText[slot] = null;
    recentIndex[slot] = index;
    return bytes;
  }
}
