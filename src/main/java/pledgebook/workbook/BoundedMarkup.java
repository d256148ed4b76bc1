package pledgebook.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The characters of an XML part on their way to the parser. A parser keeps a tag, a comment or an
/// attribute whole in memory, however long; here none may be longer than a bound. A document type
/// never reaches the parser, so there are no entities, neither internal nor external.
final class BoundedMarkup extends Reader {
  private static final int LONGEST = 1 << 20;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  private enum State {
    CONTENT,
    OPENED,
    EXCLAIMED,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private final Reader in;
  private final Deadline deadline;
  private State state = State.CONTENT;
  private int length;
  private char previous;
  private char beforePrevious;
  private @Nullable WorkbookFault fault;

  private BoundedMarkup(Reader in, Deadline deadline) {
    this.in = in;
    this.deadline = deadline;
  }

  /// @param in supports mark and reset
  static BoundedMarkup of(InputStream in, Deadline deadline) throws IOException {
    var decoder =
        charset(in)
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new BoundedMarkup(new InputStreamReader(in, decoder), deadline);
  }

  /// Parts are UTF-8 or UTF-16 (ECMA-376-2, 6.2.5); a byte order mark is taken off.
  private static Charset charset(InputStream in) throws IOException {
    in.mark(512);
    byte[] head = in.readNBytes(256);
    in.reset();
    int first = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
    Charset charset =
        switch (first) {
          case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
          case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
          default -> StandardCharsets.UTF_8;
        };
    if (first == 0xFEFF || first == 0xFFFE) {
      in.skipNBytes(2);
    } else if (first == 0xEFBB) {
      in.skipNBytes(3);
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      requireUtf8(new String(head, StandardCharsets.ISO_8859_1));
    }
    return charset;
  }

  private static void requireUtf8(String head) throws IOException {
    Matcher declared = DECLARED.matcher(head.replaceFirst("^\u00EF\u00BB\u00BF", ""));
    if (declared.find()) {
      String name = declared.group(1).toUpperCase(Locale.ROOT);
      if (!name.equals("UTF-8") && !name.equals("UTF8") && !name.equals("US-ASCII")) {
        throw new IOException("neither UTF-8 nor UTF-16");
      }
    }
  }

  /// Why the parser was stopped; null when it was not.
  @Nullable WorkbookFault fault() {
    return fault;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    if (deadline.passed()) {
      throw stopped(deadline.fault());
    }
    int read = in.read(buffer, offset, count);
    for (int i = offset; i < offset + read; i++) {
      char c = buffer[i];
      length++;
      if (state != State.CONTENT || c == '<') {
        step(c);
      }
      if (length > LONGEST) {
        throw stopped(new WorkbookFault.TooLarge("cell length", LONGEST));
      }
    }
    return read;
  }

  private void step(char c) throws IOException {
    state =
        switch (state) {
          case CONTENT -> opened();
          case OPENED ->
              switch (c) {
                case '!' -> State.EXCLAIMED;
                case '?' -> State.INSTRUCTION;
                default -> State.CONTENT;
              };
          case EXCLAIMED ->
              switch (c) {
                case '-' -> State.COMMENT;
                case '[' -> State.CDATA;
                default -> throw stopped(new WorkbookFault.Forbidden("document type"));
              };
          case COMMENT -> ended(c, '-', State.COMMENT);
          case CDATA -> ended(c, ']', State.CDATA);
          case INSTRUCTION -> c == '>' && previous == '?' ? State.CONTENT : State.INSTRUCTION;
        };
    beforePrevious = previous;
    previous = c;
  }

  private State opened() {
    length = 1;
    return State.OPENED;
  }

  private State ended(char c, char closing, State inside) {
    return c == '>' && previous == closing && beforePrevious == closing ? State.CONTENT : inside;
  }

  private IOException stopped(WorkbookFault why) {
    fault = why;
    return new IOException(why.toString());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
