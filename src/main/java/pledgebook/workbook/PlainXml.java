package pledgebook.workbook;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A window over the bytes of a part, and the small grammar that the common programs write: UTF-8,
/// elements without prefixes, no comment, no instruction, no CDATA, no entities but the five of XML
/// and numbers. Whatever is anything else, wrong or only unusual, is [NotPlain]: it is never
/// guessed at here. Behind the last byte stand zeros, which no rule takes; so a walk needs no look
/// at where the window ends.
class PlainXml implements AutoCloseable {
  private static final int WINDOW = 1 << 18;

  /// One row of the widest sheet with the longest texts.
  private static final int LARGEST = 1 << 24;

  /// The longest word looked for at once is shorter.
  private static final int PADDING = 64;

  private static final byte[] DECLARATION = word("<?xml");
  private static final byte[] DECLARATION_END = word("?>");
  private static final byte[] TAG_END = word(">");
  private static final int MOST_ATTRIBUTES = 32;

  /// What may stand in text as it is: printable ASCII and the blanks XML keeps; ']' may end CDATA.
  private static final boolean[] ORDINARY = new boolean[128];

  static {
    Arrays.fill(ORDINARY, ' ', 127, true);
    ORDINARY['\t'] = true;
    ORDINARY['\n'] = true;
    ORDINARY['<'] = false;
    ORDINARY['&'] = false;
    ORDINARY[']'] = false;
    ORDINARY['_'] = false;
  }

  private final InputStream in;
  private final Deadline deadline;
  private int end;
  private int kept;
  private boolean ended;

  byte[] bytes = new byte[WINDOW + PADDING];
  int at;

  /// The attribute met last, and the text met last.
  int nameStart;

  int nameEnd;
  int valueStart;
  int valueEnd;

  /// The text met last holds what has to be taken back: entities, `_x` escapes.
  boolean entities;

  boolean escapes;

  private final int[] names = new int[2 * MOST_ATTRIBUTES];
  private int attributes;

  PlainXml(InputStream in, Deadline deadline) {
    this.in = in;
    this.deadline = deadline;
  }

  /// What is before may go; what is met from here on stays in the window.
  final void keep() {
    kept = at;
  }

  /// Brings more into the window and goes back to what was kept.
  final void fill() throws NotPlain, IOException, WorkbookRefused {
    if (deadline.passed()) {
      throw new WorkbookRefused(deadline.fault());
    }
    int length = end - kept;
    if (ended || length == LARGEST) {
      throw NotPlain.here();
    }
    int size = bytes.length - PADDING;
    byte[] target = length * 2L > size ? new byte[Math.min(size * 2, LARGEST) + PADDING] : bytes;
    System.arraycopy(bytes, kept, target, 0, length);
    bytes = target;
    at = 0;
    kept = 0;
    int read = in.readNBytes(bytes, length, bytes.length - PADDING - length);
    end = length + read;
    ended = end < bytes.length - PADDING;
    Arrays.fill(bytes, end, end + PADDING, (byte) 0);
  }

  /// Not the grammar; or the window ends here, and only what follows can tell.
  final NotPlain other() {
    return !ended && end - at < PADDING ? NotPlain.cut() : NotPlain.here();
  }

  /// Tells whether a word follows, and if so goes behind it.
  final boolean follows(byte[] word) {
    for (int i = 0; i < word.length; i++) {
      if (bytes[at + i] != word[i]) {
        return false;
      }
    }
    at += word.length;
    return true;
  }

  final void expect(byte[] word) throws NotPlain {
    if (!follows(word)) {
      throw other();
    }
  }

  static byte[] word(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  final void skipBlanks() {
    while (isBlank(bytes[at])) {
      at++;
    }
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// Before the first attribute of a tag.
  final void beginTag() {
    attributes = 0;
  }

  /// The next attribute of the root, which alone may bind the namespace of all.
  final boolean rootAttribute() throws NotPlain {
    return attributeOf(true);
  }

  /// Reads the next attribute of the tag one stands in; answers false at its end, before `>` or
  /// `/>`. No name may stand twice; none may bind a namespace.
  final boolean attribute() throws NotPlain {
    return attributeOf(false);
  }

  private boolean attributeOf(boolean root) throws NotPlain {
    if (bytes[at] == '>' || bytes[at] == '/') {
      return false;
    }
    if (!isBlank(bytes[at])) {
      throw other();
    }
    skipBlanks();
    if (bytes[at] == '>' || bytes[at] == '/' || bytes[at] == '?') {
      return false;
    }
    nameStart = at;
    while (isName(bytes[at])) {
      at++;
    }
    nameEnd = at;
    byte quote = bytes[at] == '=' ? bytes[at + 1] : 0;
    if (nameEnd == nameStart
        || !isLetter(bytes[nameStart])
        || (quote != '"' && quote != '\'')
        || (!root && nameIs("xmlns"))) {
      throw other();
    }
    at += 2;
    value(quote);
    requireFirst();
    return true;
  }

  private void value(byte quote) throws NotPlain {
    valueStart = at;
    while (bytes[at] != quote) {
      byte c = bytes[at];
      if (c < 0) {
        at = multibyte(at);
      } else if (c < ' ' || c == '<' || c == '&') {
        throw other();
      } else {
        at++;
      }
    }
    valueEnd = at++;
  }

  private void requireFirst() throws NotPlain {
    for (int i = 0; i < attributes; i++) {
      if (Arrays.equals(bytes, names[2 * i], names[2 * i + 1], bytes, nameStart, nameEnd)) {
        throw NotPlain.here();
      }
    }
    if (attributes == MOST_ATTRIBUTES) {
      throw NotPlain.here();
    }
    names[2 * attributes] = nameStart;
    names[2 * attributes + 1] = nameEnd;
    attributes++;
  }

  final boolean nameIs(String name) {
    return is(name, nameStart, nameEnd);
  }

  final boolean valueIs(String value) {
    return is(value, valueStart, valueEnd);
  }

  private boolean is(String ascii, int from, int to) {
    if (to - from != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Tells whether the attribute met last has a prefix: what it is bound to is not followed here.
  final boolean isPrefixed() {
    for (int i = nameStart; i < nameEnd; i++) {
      if (bytes[i] == ':') {
        return true;
      }
    }
    return false;
  }

  /// Goes through the attributes to come, which say nothing to us.
  final void skipAttributes() throws NotPlain {
    beginTag();
    while (attribute()) {
      if (isPrefixed() && !nameIs("xml:space")) {
        throw NotPlain.here();
      }
    }
  }

  /// Goes behind the end of a tag; tells whether an element with content begins.
  final boolean opened() throws NotPlain {
    if (bytes[at] == '>') {
      at++;
      return true;
    }
    if (bytes[at] == '/' && bytes[at + 1] == '>') {
      at += 2;
      return false;
    }
    throw other();
  }

  private static boolean isLetter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isName(byte c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '.';
  }

  /// Walks through text up to the next tag.
  final void text() throws NotPlain {
    valueStart = at;
    entities = false;
    escapes = false;
    byte[] window = bytes;
    int p = at;
    for (byte c = window[p]; c != '<'; c = window[p]) {
      if (c >= 0 && ORDINARY[c]) {
        p++;
      } else if (c < 0) {
        at = p;
        p = multibyte(p);
      } else {
        at = p;
        p = special(p, c);
      }
    }
    at = p;
    valueEnd = p;
  }

  private int special(int p, byte c) throws NotPlain {
    switch (c) {
      case '_' -> escapes |= bytes[p + 1] == 'x' || bytes[p + 1] == 0;
      case ']' -> {
        if (bytes[p + 1] == ']' || bytes[p + 1] == 0) {
          throw other();
        }
      }
      case '&' -> {
        entities = true;
        return PlainText.entityEnd(bytes, p, this);
      }
      default -> throw other();
    }
    return p + 1;
  }

  /// Behind the character of several bytes that begins here.
  private int multibyte(int p) throws NotPlain {
    int length = PlainText.length(bytes, p);
    if (length == 0) {
      throw other();
    }
    return p + length;
  }

  @Override
  public final void close() {
    try {
      in.close();
    } catch (IOException e) {
      // read only: nothing is lost
    }
  }

  /// The text met last, entities and escapes taken back.
  final String string() {
    String text =
        entities
            ? new String(PlainText.decoded(bytes, valueStart, valueEnd), StandardCharsets.UTF_8)
            : new String(bytes, valueStart, valueEnd - valueStart, StandardCharsets.UTF_8);
    return RichText.unescape(text);
  }

  /// Goes behind the declaration, where there is one; of another encoding or version it is not
  /// plain, and so is whatever else a part may begin with.
  final void declaration() throws NotPlain {
    if (!follows(DECLARATION)) {
      return;
    }
    beginTag();
    while (bytes[at] != '?' && attribute()) {
      boolean usual =
          switch (new String(bytes, nameStart, nameEnd - nameStart, StandardCharsets.US_ASCII)) {
            case "version" -> attributes == 1 && valueIs("1.0");
            case "encoding" -> attributes == 2 && (valueIs("UTF-8") || valueIs("utf-8"));
            case "standalone" -> attributes > 1 && (valueIs("yes") || valueIs("no"));
            default -> false;
          };
      if (!usual) {
        throw NotPlain.here();
      }
    }
    if (attributes == 0) {
      throw NotPlain.here();
    }
    expect(DECLARATION_END);
  }

  /// Everything up to and with a tag that is to be found near the beginning.
  final byte[] upTo(byte[] tag) throws NotPlain, IOException, WorkbookRefused {
    for (int looked = 0; ; ) {
      fill();
      declaration();
      for (at = Math.max(at, looked); at < end - PADDING || (ended && at < end); at++) {
        if (bytes[at] == '<' && (bytes[at + 1] == '!' || bytes[at + 1] == '?')) {
          throw NotPlain.here();
        }
        if (bytes[at] == '<' && follows(tag)) {
          return Arrays.copyOf(bytes, at);
        }
      }
      looked = at;
      at = 0;
    }
  }

  /// Goes to the end of an end tag.
  final void closed() throws NotPlain {
    skipBlanks();
    expect(TAG_END);
  }

  /// Goes behind the name of an element; one with a prefix is not plain.
  final void skipName() throws NotPlain {
    int start = at;
    while (isName(bytes[at]) && bytes[at] != ':') {
      at++;
    }
    if (at == start || !isLetter(bytes[start])) {
      throw other();
    }
  }

  /// What is in the window from here on, and everything behind it, as it comes; closing it closes
  /// nothing else.
  final InputStream rest() {
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes, at, end - at),
        new FilterInputStream(in) {
          @Override
          public void close() {
            // whoever opened the part closes it
          }
        });
  }
}
