package pledgebook.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pledgebook.audit.Listing;
import pledgebook.vocabulary.EntityCode;
import pledgebook.vocabulary.Messages;
import pledgebook.vocabulary.Sha256;

/// The list received.csv: what was received, when, from whom; only ever appended to. A file has one
/// line, its first, and another one where it was sent again after it had been superseded. Quoting
/// as in RFC 4180, but a line is a line: no field holds a line break.
///
/// @param lines those that can be understood, in the order of the file
/// @param faults those that cannot
record ReceivedLog(List<Line> lines, List<LineFault> faults) {
  static final String NAME = "received.csv";
  static final String HEADER = "sha256,entity,file,received_at,from";

  /// Times are kept in the members' legal time, so that they sort as text.
  static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FILE =
      Pattern.compile("(\\d{6}|rejected|unchanged)/[^/\\\\\\p{Cntrl}]{1,255}");
  private static final Messages MESSAGES = Messages.of("submission");

  /// One received file.
  ///
  /// @param number of the line, counted from 1; 0 for one that is yet to be written
  /// @param entity whose it is; empty for a rejected one
  /// @param file its path below input/<year>, one folder deep
  /// @param receivedAt ISO 8601 in [#ZONE]
  record Line(
      int number,
      Sha256 sha256,
      Optional<EntityCode> entity,
      String file,
      String receivedAt,
      String origin) {

    boolean isUntil(LocalDate day) {
      return !OffsetDateTime.parse(receivedAt).toLocalDate().isAfter(day);
    }

    /// As the audit log must bear it out.
    Listing listing() {
      String member = entity.map(EntityCode::value).orElse("");
      return new Listing(number, sha256, member, file, receivedAt, origin);
    }
  }

  /// A line that cannot be understood.
  ///
  /// @param number counted from 1
  record LineFault(int number, String text, String reason) {}

  ReceivedLog {
    lines = List.copyOf(lines);
    faults = List.copyOf(faults);
  }

  /// Reads the list; a file that is not there is an empty list.
  static ReceivedLog read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new ReceivedLog(List.of(), List.of());
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    List<String> texts = text.replaceFirst("^\uFEFF", "").lines().toList();
    List<Line> lines = new ArrayList<>();
    List<LineFault> faults = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (i == 0 && texts.getFirst().equals(HEADER)) {
        continue;
      }
      try {
        lines.add(i == 0 ? noHeader() : line(i + 1, texts.get(i)));
      } catch (Malformed e) {
        faults.add(new LineFault(i + 1, texts.get(i), e.reason()));
      }
    }
    return new ReceivedLog(lines, faults);
  }

  /// Every line, as the audit log must bear it out.
  List<Listing> listings() {
    return lines.stream().map(Line::listing).toList();
  }

  /// The list as it stood at the end of a day, members' legal time; what cannot be understood has
  /// no time, and stays told.
  ReceivedLog until(LocalDate day) {
    return new ReceivedLog(lines.stream().filter(line -> line.isUntil(day)).toList(), faults);
  }

  /// The first line on a file.
  Optional<Line> find(Sha256 sha256) {
    return lines.stream().filter(line -> line.sha256().equals(sha256)).findFirst();
  }

  /// The line of the file of a member that came last, as far as the list tells; what brought
  /// nothing new apart.
  Optional<Line> latest(EntityCode entity) {
    return lines.stream()
        .filter(line -> line.entity().equals(Optional.of(entity)))
        .filter(line -> !Resending.isKept(line.file()))
        .filter(line -> find(line.sha256()).equals(Optional.of(line)))
        .reduce((a, b) -> b.receivedAt().compareTo(a.receivedAt()) >= 0 ? b : a);
  }

  private static Line noHeader() throws Malformed {
    throw new Malformed(MESSAGES.text("list.header", "header", HEADER));
  }

  private static Line line(int number, String text) throws Malformed {
    List<String> fields = fields(text);
    require(fields.size() == 5, "list.fields", "count", fields.size());
    require(!text.contains("\uFFFD"), "list.encoding");
    String entity = fields.get(1);
    require(HASH.matcher(fields.get(0)).matches(), "list.sha256");
    require(entity.isEmpty() || EntityCode.isWellFormed(entity), "list.entity");
    require(isSafe(fields.get(2)), "list.file");
    return new Line(
        number,
        new Sha256(fields.get(0)),
        entity.isEmpty() ? Optional.empty() : Optional.of(new EntityCode(entity)),
        fields.get(2),
        time(fields.get(3)),
        fields.get(4));
  }

  /// Tells whether a path may stand in the list: one folder of ours and a plain name.
  static boolean isSafe(String file) {
    return FILE.matcher(file).matches() && !file.endsWith("/.") && !file.endsWith("/..");
  }

  private static String time(String text) throws Malformed {
    try {
      return written(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      throw new Malformed(MESSAGES.text("list.received_at"));
    }
  }

  /// A time as the list keeps it: to the second, in [#ZONE].
  static String written(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.withOffsetSameInstant(ZONE).withNano(0));
  }

  /// The time of the next line: now, or a second after the last line where that is not earlier, so
  /// that the order of receiving is the order of the times.
  String next(OffsetDateTime now) {
    Optional<OffsetDateTime> last =
        lines.stream()
            .map(line -> OffsetDateTime.parse(line.receivedAt()))
            .max(OffsetDateTime::compareTo);
    OffsetDateTime second = now.withNano(0);
    return written(
        last.filter(time -> !time.isBefore(second))
            .map(time -> time.plusSeconds(1))
            .orElse(second));
  }

  private static void require(boolean holds, String key, Object... holes) throws Malformed {
    if (!holds) {
      throw new Malformed(MESSAGES.text(key, holes));
    }
  }

  private static List<String> fields(String text) throws Malformed {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      StringBuilder field = new StringBuilder();
      at = text.startsWith("\"", at) ? quoted(text, at + 1, field) : bare(text, at, field);
      fields.add(field.toString());
      require(at == text.length() || text.charAt(at) == ',', "list.quote");
      at++;
    }
    return fields;
  }

  private static int bare(String text, int start, StringBuilder field) throws Malformed {
    int comma = text.indexOf(',', start);
    int end = comma < 0 ? text.length() : comma;
    field.append(text, start, end);
    require(field.indexOf("\"") < 0, "list.quote");
    return end;
  }

  /// Reads behind an opening quote; answers the place behind the closing one.
  private static int quoted(String text, int start, StringBuilder field) throws Malformed {
    int at = start;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        field.append(text.charAt(at));
      } else if (text.startsWith("\"\"", at)) {
        field.append('"');
        at++;
      } else {
        return at + 1;
      }
      at++;
    }
    throw new Malformed(MESSAGES.text("list.quote"));
  }

  /// Appends a line and sees it safe on disk. A last line cut short by a crash stays a line of its
  /// own.
  ///
  /// @param channel open for reading and writing on the list
  static void append(FileChannel channel, Line line) throws IOException {
    StringBuilder text = new StringBuilder();
    if (channel.size() == 0) {
      text.append(HEADER).append('\n');
    } else {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      if (last.get(0) != '\n') {
        text.append('\n');
      }
    }
    text.append(line.sha256().hex())
        .append(',')
        .append(line.entity().map(EntityCode::value).orElse(""))
        .append(',')
        .append(quoted(line.file()))
        .append(',')
        .append(line.receivedAt())
        .append(',')
        .append(quoted(line.origin()))
        .append('\n');
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  private static String quoted(String field) {
    return field.contains(",") || field.contains("\"")
        ? "\"" + field.replace("\"", "\"\"") + "\""
        : field;
  }

  /// Why a line cannot be understood.
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Malformed(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
