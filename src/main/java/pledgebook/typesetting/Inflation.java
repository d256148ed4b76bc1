package pledgebook.typesetting;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// How large a PDF becomes when its streams are unpacked, found out before anything is unpacked for
/// good: a few kilobytes can be made to fill any memory.
final class Inflation {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int DEPTH = 3;

  private final long most;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private Inflation(long most) {
    this.most = most;
  }

  /// Does the file unpack to more than this?
  static boolean exceeds(byte[] file, long most) {
    Inflation inflation = new Inflation(most);
    for (int at = next(file, 0); at >= 0; at = next(file, at)) {
      int start = skipLineEnd(file, at);
      if (isPacked(file, start)) {
        inflation.unpack(file, start);
      }
      if (inflation.unpacked > most) {
        return true;
      }
    }
    return false;
  }

  /// Behind the next word `stream`.
  private static int next(byte[] file, int from) {
    for (int i = from; i + STREAM.length < file.length; i++) {
      int matched = 0;
      while (matched < STREAM.length && file[i + matched] == STREAM[matched]) {
        matched++;
      }
      if (matched == STREAM.length) {
        return i + matched;
      }
    }
    return -1;
  }

  private static int skipLineEnd(byte[] file, int at) {
    int start = at;
    while (start < file.length && (file[start] == '\r' || file[start] == '\n')) {
      start++;
    }
    return start;
  }

  private void unpack(byte[] file, int start) {
    try (Stage outermost = new Stage(DEPTH)) {
      outermost.take(file, start, file.length - start);
    }
  }

  /// A stream can be packed again and again; each layer is unpacked by a stage of its own.
  private final class Stage implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] out = new byte[buffer.length];
    private final int depth;
    private @Nullable Stage inner;
    private boolean first = true;

    Stage(int depth) {
      this.depth = depth;
    }

    void take(byte[] bytes, int start, int length) {
      inflater.setInput(bytes, start, length);
      try {
        while (!inflater.finished() && unpacked <= most) {
          int got = inflater.inflate(out);
          if (got == 0) {
            return;
          }
          unpacked += got;
          pass(got);
        }
      } catch (DataFormatException e) {
        // No packed stream after all, or a damaged one: what it gave so far is counted.
        System.getLogger(Inflation.class.getName())
            .log(System.Logger.Level.TRACE, "not deflated", e);
      }
    }

    private void pass(int got) {
      if (first) {
        first = false;
        boolean packedAgain = depth > 0 && got > 2 && isPacked(out, 0);
        inner = packedAgain ? new Stage(depth - 1) : null;
      }
      Stage next = inner;
      if (next != null) {
        next.take(out, 0, got);
      }
    }

    @Override
    public void close() {
      inflater.end();
      if (inner != null) {
        inner.close();
      }
    }
  }

  /// The two bytes every zlib stream begins with (RFC 1950).
  private static boolean isPacked(byte[] bytes, int start) {
    if (start + 2 > bytes.length) {
      return false;
    }
    int method = bytes[start] & 0xFF;
    int flags = bytes[start + 1] & 0xFF;
    return (method & 0x0F) == 8 && (method * 256 + flags) % 31 == 0;
  }
}
